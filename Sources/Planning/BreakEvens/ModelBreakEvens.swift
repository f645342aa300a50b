import Formulas
import Foundations
import Placement

/// B5, B6, B8 and B13 for models: spot training, own accelerators, the cache of answers, the cadence of training.
extension BreakEvenStudy {
  /// B6: the utilisation from which own accelerators beat the API.
  func ownAccelerators(_ inference: InferenceProblem, _ result: WorkloadResult, _ load: LoadFigures) -> BreakEvenFigure?
  {
    guard let api = inference.api, let input = api.inputPrice?.double, let output = api.outputPrice?.double,
      let own = own(result), let serving = own.serving, let capacity = serving.capacityPerSecond, capacity > 0,
      let site = own.sites.first, site.machine != nil
    else { return nil }
    let cached = api.cachedInputPrice == nil ? 0 : api.prefix
    let request = (api.input - cached) * input + cached * (api.cachedInputPrice?.double ?? 0) + api.output * output
    let hours = Double(site.count) * CostBook.hoursPerMonth
    let machines = own.lines.filter { $0.item.hasPrefix("\(site.count) × \(site.machine ?? "")") }
    let hourly = machines.reduce(0) { $0 + $1.perMonth.double } / hours
    let besides = own.perMonth.double - machines.reduce(0) { $0 + $1.perMonth.double }
    let each = capacity / Double(site.count)
    let value = BreakEven.ownGPUs(
      hourly: hourly, tokensPerSecond: each, api: request / api.output, operations: besides, gpus: Double(site.count))
    let now = load.mean * (1 - inference.cacheHits) * api.output / capacity
    return BreakEvenFigure(
      rule: "B6", question: "own accelerators beat \(api.name) above this share of what they carry", value: value,
      now: now, unit: "ratio", holds: value.map { now > $0 } ?? false,
      why: "\(site.count) × \(site.machine ?? "") at \(price(hourly)) USD/h and \(text(Money(besides))) USD a month "
        + "besides, against \(price(request / api.output)) USD a million tokens written, prompts included")
  }

  /// The fleet of own accelerators, chosen or not.
  private func own(_ result: WorkloadResult) -> PlacedWorkload? {
    let all = [result.chosen].compactMap(\.self) + result.alternatives.filter { $0.rejected?.extraPerMonth != nil }
    return all.first { $0.form == .gpuServing && $0.serving?.capacityPerSecond != nil && !$0.lines.isEmpty }
  }

  /// B8: the share of hits from which the cache of answers pays, at the cost of a request that reaches the model.
  func answerCache(_ inference: InferenceProblem, _ chosen: PlacedWorkload, _ load: LoadFigures) -> BreakEvenFigure? {
    guard inference.cacheHits > 0, load.mean > 0 else { return nil }
    let cache = chosen.lines.filter { $0.item.hasPrefix("cache of answers") || $0.item == "looking after the cache" }
    let cost = cache.reduce(0) { $0 + $1.perMonth.double }
    guard cost > 0 else { return nil }
    // Labour, balancer and traffic are the same with and without.
    let scaling = chosen.lines.filter {
      ["compute", "idle"].contains($0.category) || $0.item.hasPrefix("tokens ")
    }.reduce(0) { $0 + $1.perMonth.double } - cache.filter { $0.category == "compute" }.reduce(0) { $0 + $1.perMonth.double }
    let plain = scaling / (1 - inference.cacheHits)
    let value = plain > 0 ? cost / plain : nil
    return BreakEvenFigure(
      rule: "B8", question: "the cache of answers pays above this share of hits",
      value: value.flatMap { $0 < 1 ? $0 : nil }, now: inference.cacheHits, unit: "ratio",
      holds: value.map { inference.cacheHits > $0 } ?? false,
      why: "\(text(Money(cost))) USD a month for it, against \(text(Money(plain))) USD for the model without it, "
        + "in parts of machines")
  }

  /// B13: how fast the daily loss of an ageing model must grow for the stated cadence to be right.
  func retraining(_ inference: InferenceProblem, _ chosen: PlacedWorkload, _ results: [WorkloadResult]) -> BreakEvenFigure?
  {
    guard let every = inference.retrainSeconds, every > 0 else { return nil }
    let times = CostBook.hoursPerMonth * 3600 / every
    let promotion = chosen.lines.filter {
      $0.item == "canary of each new version" || $0.item == "promoting new versions"
    }.reduce(0) { $0 + $1.perMonth.double } / times
    let run = trained(by: chosen.serving?.model, results)
    let days = every / 86_400
    let cost = promotion + (run?.cost ?? 0)
    guard cost > 0 else { return nil }
    return BreakEvenFigure(
      rule: "B13", question: "training again every \(Figures.significant(days, 3)) days is right where the loss a day grows by",
      value: 2 * cost / (days * days), now: nil, unit: "USD/day²", holds: true,
      why: "2·K/T²: \(text(Money(cost))) USD each time for canary and promotion"
        + (run.map { " and a run of \($0.name)" } ?? "; no workload of the spec trains it"))
  }

  /// The run that makes a served model, by the model's name or that of the workload.
  private func trained(by model: String?, _ results: [WorkloadResult]) -> (name: String, cost: Double)? {
    guard let model else { return nil }
    for result in results {
      guard let training = result.chosen?.training, training.model == model || result.name == model,
        training.runsPerMonth > 0, let cost = result.chosen?.perMonth.double
      else { continue }
      return (result.name, cost / training.runsPerMonth)
    }
    return nil
  }

  /// B5 for a run: the price below which interruptible accelerators pay, failures and restarts included.
  func spotTraining(_ training: TrainingProblem, _ chosen: PlacedWorkload) -> BreakEvenFigure? {
    guard let site = chosen.sites.first, let machine = site.machine,
      let offer = market.accelerators(provider: site.provider, region: site.region).first(where: {
        $0.machine.machine == machine
      }), let list = problem.price(of: offer.machine, .onDemand)?.double,
      let spot = problem.price(of: offer.machine, .spot)?.double
    else { return nil }
    let context = RegionContext(
      market: market, problem: problem, parameters: parameters, provider: site.provider, region: site.region,
      isExhaustive: false, screens: ScreenCache(), index: ProblemIndex(problem))
    guard let workload = problem.workloads.first(where: { if case .training(training) = $0.kind { true } else { false } })
    else { return nil }
    let search = TrainingSearch(context: context, workload: workload, training: training)
    guard let firm = search.timing(offer, .onDemand, machines: site.count),
      let loose = search.timing(offer, .spot, machines: site.count)
    else { return nil }
    let waste = 1 - firm.paid / loose.paid
    let value = BreakEven.spot(onDemand: list, waste: waste)
    return BreakEvenFigure(
      rule: "B5", question: "spot machines pay below this price", value: value, now: spot, unit: "USD/h",
      holds: spot < value,
      why: "\(machine); \(percent(waste)) % of the time paid for goes to interruptions, and the run takes "
        + "\(Figures.duration(loose.wall * 3600)) instead of \(Figures.duration(firm.wall * 3600))")
  }
}
