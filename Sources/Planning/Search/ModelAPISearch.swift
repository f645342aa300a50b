import Formulas
import Foundations
import Placement

/// A model behind somebody else's API as a competitor: tokens at its prices, times as stated.
extension InferenceSearch {
  /// The API called from this region; `nil` when the spec names none.
  func modelAPI() -> FormOutcome? {
    guard let api = inference.api else { return nil }
    var outcome = FormOutcome()
    outcome.search.candidates = 1
    outcome.search.evaluated = 1
    if let rejection = refusal(api) {
      outcome.miss = missedAPI(rejection)
      return outcome
    }
    let book = book(api)
    let requests = mean * CostBook.hoursPerMonth * 3600
    let cached = api.cachedInputPrice == nil ? 0 : api.prefix
    if let unknown = book.unknown {
      outcome.search.priceUnknown = 1
      outcome.miss = missedAPI(
        Rejection(constraint: "price-unknown", by: "API not compared: the price of \(unknown) is not stated"))
      return outcome
    }
    guard let state = state(api) else { return outcome }
    if var missed = missedLimit(state, cells: PathModel.printedCells) {
      missed.by = api.name
      outcome.miss = missedAPI(missed)
      return outcome
    }
    let tokens = api.input + api.output
    let throughput = api.limit.map { $0 / tokens / (1 - inference.cacheHits) }
    if let missed = workload.missedThroughput(
      throughput, by: api.limit == nil ? "'limit' of \(api.name) is not stated" : "limit of \(api.name)")
    {
      outcome.miss = missedAPI(missed)
      return outcome
    }
    let own = 0.999
    if let target = workload.target("availability"), own * dependencies < target {
      outcome.miss = missedAPI(
        Rejection(
          constraint: "availability", value: own * dependencies, limit: target, unit: "ratio",
          by: "\(api.name), assumed"))
      return outcome
    }
    let path = inside(state.whole)
    var placed = PlacedWorkload(
      model: .gpu, form: .modelAPI, topology: .singleZone,
      sites: [
        Site(provider: context.provider, region: context.region, zones: 1, machine: nil, count: 1, purchase: .onDemand)
      ], lines: book.lines, availability: own * dependencies, ownAvailability: own)
    placed.path = outside(path)
    placed.firstTokenPath = state.first.map { outside(inside($0)) }
    placed.perTokenPath = state.further
    placed.throughput = throughput
    complete(&placed, state.whole)
    if requests > 0 {
      placed.perTransaction = Money(placed.perMonth.double / (load.mean * CostBook.hoursPerMonth * 3600))
    }
    placed.serving = ServingFigures(
      model: api.name, copies: 1, firstToken: state.first.map { PathModel.figures($0) },
      perToken: state.further.map { PathModel.figures($0) }, capacityPerSecond: api.limit,
      cacheHits: inference.cacheHits, prefixShare: api.input > 0 ? cached / api.input : 0, quality: api.quality,
      perTokenBand: 0, costBand: 0)
    placed.details = cacheDetails
    outcome.placed = placed
    outcome.path = path
    outcome.completion = hasWorkAfterAnswer ? placed.completion : nil
    return outcome
  }

  /// What the tokens of a month cost.
  private func book(_ api: ModelAPIProblem) -> CostBook {
    var book = CostBook(problem: context.problem, parameters: context.parameters)
    let requests = mean * CostBook.hoursPerMonth * 3600
    let cached = api.cachedInputPrice == nil ? 0 : api.prefix
    func tokens(_ item: String, _ each: Double, _ price: Money?) {
      book.add(
        "requests", "\(item) of \(api.name)", quantity: requests * each / 1e6, unit: "Mtok", price: price,
        source: "spec: api \(api.name)")
    }
    tokens("tokens read", api.input - cached, api.inputPrice)
    if cached > 0 { tokens("tokens read again", cached, api.cachedInputPrice) }
    tokens("tokens written", api.output, api.outputPrice)
    addCache(to: &book)
    return book
  }

  /// The cost of the API a month; infinite when a price is not stated.
  var apiBound: Double {
    guard let api = inference.api else { return .infinity }
    let book = book(api)
    return book.unknown == nil ? book.total * (1 - 1e-9) : .infinity
  }

  /// What rules the API out before its times are looked at.
  private func refusal(_ api: ModelAPIProblem) -> Rejection? {
    if let miss = qualityMiss(api.quality, api.name) { return miss }
    let areas = workload.place.residency
    if !areas.isEmpty {
      guard let stated = api.residency, !stated.isEmpty else {
        return Rejection(constraint: "residency", by: "where \(api.name) answers is not stated")
      }
      let outside = stated.first { place in
        !areas.contains { $0 == place || context.market.isCountry(place, in: $0) }
      }
      if let outside { return Rejection(constraint: "residency", by: "\(api.name) answers in \(outside)") }
    }
    let tokens = peak * (api.input + api.output)
    if let limit = api.limit, tokens > limit {
      return Rejection(constraint: "throughput", value: tokens, limit: limit, unit: "tok/s", by: "limit of \(api.name)")
    }
    for objective in workload.objectives {
      let token = TokenObjective(objective.objective)
      let isWhole = objective.percentile != nil || objective.completionPercentile != nil
      let needsFirst = token?.time == .first || isWhole
      let needsFurther = token?.time == .further || isWhole
      if needsFirst, api.firstToken.isEmpty {
        return Rejection(constraint: objective.objective, by: "'ttft' of \(api.name) is not stated")
      }
      if needsFurther, api.perToken.isEmpty {
        return Rejection(constraint: objective.objective, by: "'tpot' of \(api.name) is not stated")
      }
    }
    return nil
  }

  /// Lognormal times through what is stated; the spread of measured servers where one percentile is known.
  private func state(_ api: ModelAPIProblem) -> ServedCopy.State? {
    let calibration = ServingCalibration()
    let first = law(api.firstToken, sigma: calibration.firstTokenSigma)
    let further = law(api.perToken, sigma: calibration.perTokenSigma)
    let hop = PathNode.hop("first token of \(api.name)", .lognormal(mean: first?.mean ?? 1e-9, scv: first?.scv ?? 0))
    let rest = max(0, api.output - 1)
    let whole: PathNode = .series([
      hop,
      .hop(
        "further tokens of \(api.name)",
        .lognormal(mean: max(1e-9, rest * (further?.mean ?? 0)), scv: further?.scv ?? 0)),
    ])
    return ServedCopy.State(
      first: hop, whole: whole,
      further: .hop("one token", .lognormal(mean: further?.mean ?? 1e-9, scv: further?.scv ?? 0)), batch: 1,
      capacity: api.limit ?? 0)
  }

  private func law(_ stated: [StatedPercentile], sigma: Double) -> (mean: Double, scv: Double)? {
    guard let top = stated.max(by: { $0.percentile < $1.percentile }), top.seconds > 0 else { return nil }
    var spread = sigma
    if let low = stated.min(by: { $0.percentile < $1.percentile }), low.percentile < top.percentile, low.seconds > 0,
      low.seconds < top.seconds
    {
      spread =
        Elementary.log(top.seconds / low.seconds)
        / (Normal.quantile(top.percentile) - Normal.quantile(low.percentile))
    }
    let median = top.seconds * Elementary.exp(-spread * Normal.quantile(top.percentile))
    return (median * Elementary.exp(spread * spread / 2), Elementary.expm1(spread * spread))
  }

  private func missedAPI(_ rejection: Rejection) -> PlacedWorkload {
    var placed = PlacedWorkload(
      model: .gpu, form: .modelAPI, topology: .singleZone,
      sites: [
        Site(provider: context.provider, region: context.region, zones: 1, machine: nil, count: 0, purchase: .onDemand)
      ], lines: [])
    placed.rejected = rejection
    if let api = inference.api {
      placed.serving = ServingFigures(
        model: api.name, copies: 0, cacheHits: inference.cacheHits, prefixShare: 0, perTokenBand: 0, costBand: 0)
    }
    return placed
  }

  /// What rules out every model of too little quality.
  func qualityMisses() -> [FormOutcome] {
    inference.models.compactMap { model in
      qualityMiss(model.quality, model.name).map { rejection in
        var placed = missedAPI(rejection)
        placed.form = .gpuServing
        placed.serving?.model = model.name
        return FormOutcome(placed: nil, path: nil, miss: placed)
      }
    }
  }
}
