import Catalog
import Formulas
import Foundations
import Placement
import Spec

/// Translates a spec into plain numbers for one month and one point of its ranges.
///
/// Every default it takes is noted as an assumption; kinds and forms without a model are errors at
/// their place, never guesses.
package struct ProblemBuilder {
  let spec: Spec
  let catalog: Catalog
  private(set) var assumptions = Assumptions()
  /// Radio meshes by size and share of failed nodes; sampling one takes a while.
  var meshes: [String: MeshDesign] = [:]
  /// What cannot be evaluated.
  package private(set) var diagnostics: [Diagnostic] = []
  /// Changes every problem built, such as to keep it to the regions in use today.
  package var adjust: (@Sendable (Problem) -> Problem)?

  /// Creates a builder; `catalog` must hold the providers that the spec names.
  package init(spec: Spec, catalog: Catalog) {
    self.spec = spec
    self.catalog = catalog
  }

  mutating func append(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Notes what is assumed at a path; the first note of a path counts.
  mutating func note(_ path: String, _ value: String, _ unit: String, _ why: String) {
    assumptions.note(path, value, unit, why)
  }

  /// Where groups of users are, and in which country, as far as they were looked up.
  private var groupPoints: [String: PlacePoint] = [:]
  var countries: [String: String?] = [:]
  /// Defaults by pattern: busy hour over mean.
  static let peaks = ["steady": 1.0, "diurnal": 2.5, "business-hours": 4, "bursty": 4]

  /// The spec in numbers; `nil` with ``diagnostics`` when something has no model yet.
  package mutating func problem(month: Int, point: InputPoint = .median) -> Problem? {
    diagnostics = []
    if spec.currency != "USD" {
      diagnostics.append(
        Diagnostic(
          .error, code: "model/currency", "specs in \(spec.currency) are not evaluated yet", path: "currency",
          help: "state amounts in USD"))
    }
    var workloads: [WorkloadProblem] = []
    for workload in spec.workloads {
      if let built = build(workload, month: Double(month), point) { workloads.append(built) }
    }
    if spec.growth == nil { assumptions.note("growth", "0", "%/month", "no growth is stated") }
    if spec.horizon == nil { assumptions.note("horizon", "24", "months", "how far to look ahead") }
    let transaction = transaction(workloads, point)
    var problem = Problem(
      name: spec.name ?? "spec", workloads: workloads, money: money(month: Double(month), point),
      horizonMonths: horizonMonths, confidence: spec.confidence?.mid ?? 0.9, transactionName: transaction.name,
      transactionWorkload: transaction.workload, requestsPerTransaction: transaction.requests,
      assumptions: [], inputCount: 0)
    problem = withCaches(problem, point)
    problem.assumptions = assumptions.list
    problem.inputCount = spec.statedCount + assumptions.list.count
    problem.recovery.drillsPerMonth = (spec.practices.failoverDrills.map(point.value) ?? 0) * 730 * 3600
    problem.recovery.detectSeconds = spec.operations.detect.map(point.value)
    if diagnostics.contains(where: { $0.level == .error }) { return nil }
    return adjust?(problem) ?? problem
  }

  /// Months to look ahead.
  package var horizonMonths: Int {
    let months = (spec.horizon?.mid ?? 24 * 2_628_000) / 2_628_000
    return Int(min(max(months, 0), 1200).rounded())
  }

  // MARK: Whole spec

  private mutating func money(month: Double, _ point: InputPoint) -> MoneyProblem {
    var money = MoneyProblem()
    if let engineer = spec.team.engineer {
      money.engineerPerYear = engineer.isRange ? Money(point.value(engineer)) : engineer.decimal
    } else {
      money.engineerPerYear = Money(150_000)
      assumptions.note("team.engineer", "150000", "USD/year", "loaded cost of an engineer")
    }
    money.engineerCount = spec.team.count.map(point.value) ?? 0
    money.isOnCall = spec.team.isOnCall ?? false
    for entry in spec.prices.discount { money.discount[entry.provider] = point.value(entry.ratio) }
    if let allowed = spec.prices.allowed {
      money.purchases = Purchase.allCases.filter { allowed.contains($0.rawValue) }
    } else {
      money.purchases = [.onDemand, .spot]
      assumptions.note(
        "prices.commitment.allow", "on-demand, spot", "", "no commitments are made without being allowed")
    }
    money.commitmentBudget = spec.prices.commitmentBudget?.decimal
    for entry in spec.prices.overrides { money.overrides[entry.machine] = entry.price.decimal }
    money.monthlyBudget = spec.budgets.monthly.map { ($0.decimal, $0.span.start) }
    money.perTransactionBudget = spec.budgets.perTransaction.map { ($0.decimal, $0.span.start) }
    money.carbonBudget = spec.budgets.carbon.map { ($0.decimal, $0.span.start) }
    if let bill = spec.bill { money.currentBill = bill.total.decimal - (bill.positions?.decimal ?? .zero) }
    money.revenuePerMonth = spec.finance.revenue?.decimal
    money.customers = spec.customers.map { point.value($0.count) * ($0.growth?.value(month: month) ?? 1) }
    return money
  }

  private mutating func transaction(
    _ workloads: [WorkloadProblem], _ point: InputPoint
  ) -> (name: String, workload: String?, requests: Double) {
    let called = Set(workloads.flatMap { $0.calls.map(\.to) })
    func rate(_ workload: WorkloadProblem) -> Double {
      switch workload.kind {
      case .service(let service): service.ownRate
      case .batch(let batch): batch.jobs * batch.lotsPerMonth / 2_628_000
      case .store(let store): store.readsPerSecond + store.writesPerSecond
      case .external: 0
      case .inference(let inference): inference.ownRate
      case .training(let training): training.runsPerMonth / 2_628_000
      case .device(let device): device.fleet.count * device.sentPerSecond
      case .stream(let stream): stream.ownRate
      }
    }
    let entries = workloads.filter { !called.contains($0.name) }
    let busiest = (entries.isEmpty ? workloads : entries).max { a, b in
      rate(a) == rate(b) ? a.name > b.name : rate(a) < rate(b)
    }
    let name = spec.transaction?.workload ?? busiest?.name
    if spec.transaction?.workload == nil, let name {
      assumptions.note("transaction.workload", name, "", "the busiest workload that nothing else calls")
    }
    return (
      spec.transaction?.name ?? (isTraining(name, workloads) ? "run" : "request"), name,
      spec.transaction?.requests.map(point.value) ?? 1
    )
  }

  private func isTraining(_ name: String?, _ workloads: [WorkloadProblem]) -> Bool {
    guard case .training? = workloads.first(where: { $0.name == name })?.kind else { return false }
    return true
  }

  // MARK: One workload

  private mutating func build(_ workload: Workload, month: Double, _ point: InputPoint) -> WorkloadProblem? {
    let growth = (workload.growth ?? spec.growth)?.value(month: month) ?? 1
    let kind: WorkloadProblem.Kind?
    switch workload.kind {
    case .service(let service): kind = self.service(service, workload, growth, month, point).map { .service($0) }
    case .batch(let batch): kind = .batch(self.batch(batch, workload, growth, month, point))
    case .store(let store): kind = .store(self.store(store, workload, growth, month, point))
    case .external(let external): kind = .external(self.external(external, workload, point))
    case .other(.inference(let inference)):
      kind = self.inference(inference, workload, growth, month, point).map { .inference($0) }
    case .other(.training(let training)): kind = self.training(training, workload, point).map { .training($0) }
    case .other(.device(let device)):
      kind = self.device(device, workload, month: month, point).map { .device($0) }
    case .other(.stream(let stream)): kind = .stream(self.stream(stream, workload, growth, month, point))
    }
    guard let kind else { return nil }
    noteUnused(workload)
    let place = workload.place.filled(from: spec.place)
    warnOfExternals(workload, place)
    var problem = WorkloadProblem(
      name: workload.name, kind: kind, calls: workload.calls.map { call($0, point) },
      users: users(workload, point), isLatencyFromUsers: isFromUsers(workload),
      objectives: workload.slo.objectives.map { objective($0.name, $0.target) },
      windowSeconds: workload.slo.window?.mid ?? 28 * 86_400, outageCostPerMinute: workload.outageCost?.decimal,
      place: self.place(place, workload))
    if let hard = workload.slo.hard { problem.objectives.append(objective(hard)) }
    for index in problem.objectives.indices {
      problem.objectives[index].slices = slices(workload, problem.objectives[index])
    }
    if problem.objectives.contains(where: { ["rto", "rpo"].contains($0.objective) }) {
      note("model.recoveries", "0.2", "1/month", "failures to recover from, for the budget of an rto or rpo")
    }
    if mayUseFleet(workload),
      let word = workload.fleet ?? spec.devices.first(where: { $0.serves == workload.name })?.name,
      let stated = spec.devices.first(where: { $0.name == word })
    {
      problem.fleet = fleet(stated, month: month, point)
    }
    return problem
  }

  /// Kinds that can run on the hardware of a fleet that is not their own.
  private func mayUseFleet(_ workload: Workload) -> Bool {
    switch workload.kind {
    case .service, .other(.inference): true
    default: false
    }
  }

  /// What is stated and has no effect yet is said, not passed over.
  private mutating func noteUnused(_ workload: Workload) {
    func warn(_ what: String, _ span: SourceSpan, _ path: String) {
      addDiagnostic(
        Diagnostic(
          .warning, code: "model/unused", "\(what) is not evaluated yet and changes nothing", at: span, path: path))
    }
    for objective in workload.slo.objectives {
      let name = objective.name
      let isKnown =
        name == "availability" || name == "deadline" || name == "rto" || name == "rpo" || name == "cost_per_transaction"
        || name.hasPrefix("latency.p") || isTokenTime(name, workload) || isKnown(name, workload.kind)
      if !isKnown { warn("the objective '\(name)'", objective.target.span, objective.target.path) }
    }
    if workload.slo.method != "timeslices", let slice = workload.slo.slice ?? workload.slo.sliceTarget {
      addDiagnostic(
        Diagnostic(
          .warning, code: "model/unused", "a slice counts with 'method: timeslices' only and changes nothing",
          at: slice.span, path: slice.path))
    }
  }

  /// Times to the first and to further tokens are predicted for models that write them.
  private func isTokenTime(_ name: String, _ workload: Workload) -> Bool {
    guard case .other(.inference) = workload.kind else { return false }
    return name.hasPrefix("latency.ttft.p") || name.hasPrefix("latency.tpot.p")
  }

  /// Objectives of devices, streams, services and models alone.
  private func isKnown(_ objective: String, _ kind: Workload.Kind) -> Bool {
    switch kind {
    case .other(.device): objective == "loss" || objective.hasPrefix("completion.p")
    case .service, .other(.inference), .other(.stream):
      objective == "throughput" || objective.hasPrefix("completion.p")
    default: false
    }
  }

  /// A hard deadline is a percentile of its own; what its class asks for is noted.
  private mutating func objective(_ hard: HardDeadline) -> ObjectiveProblem {
    if let name = hard.className {
      note("\(hard.path).within", JSON.text(of: hard.within.double), "s", "what '\(name)' asks for")
      note("\(hard.path).misses", JSON.text(of: hard.misses.double * 100), "%", "what '\(name)' asks for")
    }
    return ObjectiveProblem(
      objective: hard.objective, target: hard.within, unit: "s", line: hard.span.start, path: hard.path)
  }

  private func objective(_ name: String, _ target: Amount) -> ObjectiveProblem {
    let unit =
      switch target.dimension {
      case .time: "s"
      case .ratio: "ratio"
      case .rate: "1/s"
      default: spec.currency
      }
    return ObjectiveProblem(
      objective: name, target: target.decimal, unit: unit, line: target.span.start, path: target.path)
  }

  private func isFromUsers(_ workload: Workload) -> Bool {
    let from = workload.slo.latencyFrom ?? "users"
    return from == "users" && !spec.users.isEmpty
  }

  private mutating func users(_ workload: Workload, _ point: InputPoint) -> [UserGroupProblem] {
    switch workload.kind {
    case .service(let service) where !service.isFromCalls: break
    case .other(.inference(let inference)) where !inference.demand.isFromCalls: break
    default: return []
    }
    if spec.users.isEmpty {
      assumptions.note("users", "none", "", "latency counts from the gateway, no network is added")
      return []
    }
    let stated = spec.users.compactMap(\.share).reduce(0) { $0 + point.value($1) }
    let unstated = spec.users.filter { $0.share == nil }.count
    let groups = spec.users.compactMap { group -> (Spec.UserGroup, Double)? in
      let share = group.share.map(point.value) ?? max(0, 1 - stated) / Double(max(unstated, 1))
      if workload.users.isEmpty { return (group, share) }
      return workload.users.first { $0.group == group.name }.map { (group, point.value($0.share)) }
    }
    let sum = groups.reduce(0) { $0 + $1.1 }
    var result: [UserGroupProblem] = []
    for (group, share) in groups where share > 0 {
      if group.access == nil { assumptions.note("users.\(group.name).access", "cable", "", "last mile of these users") }
      var problem = UserGroupProblem(
        name: group.name, share: share / max(sum, 1e-12), place: place(of: group),
        access: AccessNetwork.named(group.access ?? "cable") ?? AccessNetwork.all[0])
      problem.country = country(group.place)
      result.append(problem)
    }
    return result
  }

  /// Looking a city up takes longer than all else of a group.
  private mutating func place(of group: Spec.UserGroup) -> PlacePoint {
    if let known = groupPoints[group.name] { return known }
    let point = PlacePoint(group.place)
    groupPoints[group.name] = point
    return point
  }

  private func call(_ call: Call, _ point: InputPoint) -> CallProblem {
    CallProblem(
      to: call.to, times: call.times.map(point.value) ?? 1, isParallel: call.isParallel, isOptional: call.isOptional,
      isAsynchronous: call.isAsync, cachedShare: min(1, call.cached.map(point.value) ?? 0), retries: call.retries,
      timeoutSeconds: call.timeout.map(point.value))
  }

  // MARK: Kinds

  private mutating func service(
    _ service: Workload.Service, _ workload: Workload, _ growth: Double, _ month: Double, _ point: InputPoint
  ) -> ServiceProblem? {
    let path = workload.path
    let pattern = service.pattern ?? "diurnal"
    let rate = service.rateGrowth.map { $0.value(month: month) } ?? (service.rate.map(point.value) ?? 0) * growth
    var peak = ProblemBuilder.peaks[pattern] ?? 1
    if let stated = service.peak {
      let base = service.rate.map(point.value) ?? 0
      peak = stated.dimension == .rate ? (base > 0 ? point.value(stated) / base : 1) : point.value(stated)
    } else if !service.isFromCalls {
      assumptions.note(
        "\(path).demand.peak", JSON.text(of: peak), "x",
        service.pattern == nil
          ? "busy hour over mean of a diurnal pattern, none is stated" : "busy hour over mean, \(pattern)")
    }
    if service.rate == nil, !service.isFromCalls, !isCalled(workload.name) {
      diagnostics.append(
        Diagnostic(
          .error, code: "model/demand", "'\(workload.name)' has no demand and nothing calls it", at: workload.nameSpan,
          path: "\(path).demand", help: "add 'demand: {rate: 100/s}'"))
      return nil
    }
    let (cpu, cs2) = self.cpu(service.cpu, service.variability, "\(workload.path).work", point, standard: 0.01)
    if service.arrivalVariability == nil, !service.isFromCalls {
      assumptions.note("\(path).demand.variability", "1", "", "arrivals are independent (Poisson)")
    }
    var problem = ServiceProblem(
      ownRate: rate, peakFactor: max(1, peak), ca2: service.arrivalVariability.map(point.value) ?? 1,
      cpuSeconds: cpu, cs2: cs2, offCPUSeconds: service.offCPU.map(point.value) ?? 0,
      memoryBytes: value(
        service.memory, point, "\(path).work.memory", 512 * 1_048_576, "512", "MiB", "of one instance"),
      requestBytes: value(service.request, point, "\(path).work.request", 2000, "2", "KB", "of a request"),
      responseBytes: value(service.response, point, "\(path).work.response", 10_000, "10", "KB", "of a response"))
    problem.startSeconds = service.start.map(point.value) ?? 0
    problem.burst = burst(service.burst, path, point)
    problem.balancer = service.balancer.flatMap { Balancer(rawValue: $0) } ?? .random
    if service.balancer == nil {
      assumptions.note("\(path).work.balancer", "random", "", "each instance has a queue of its own")
    }
    problem.onHours = onHours(service, point)
    return sidecar(point).map(problem.with) ?? problem
  }

  private func isCalled(_ name: String) -> Bool { spec.workloads.contains { $0.calls.contains { $0.to == name } } }

  /// Seconds on the reference core and their squared variation; without a `standard`, no work is none.
  mutating func cpu(
    _ cpu: Workload.CPU?, _ variability: Amount?, _ path: String, _ point: InputPoint, standard: Double?
  ) -> (seconds: Double, scv: Double) {
    if cpu == nil, standard == nil { return (0, 1) }
    var scv = variability.map(point.value)
    if scv == nil, !isSpread(cpu) {
      assumptions.note("\(path).variability", "1", "", "CPU times vary like an exponential law")
    }
    switch cpu {
    case .reference(let amount)?: return (point.value(amount), scv ?? 1)
    case .spread(let spread)?:
      let moments = SpreadMoments(spread)
      scv = scv ?? moments.scv
      return (moments.mean, scv ?? 1)
    case .measured(let time, let machine, let span)?:
      return (point.value(time) * speed(machine, span), scv ?? 1)
    case .utilization(let utilization, let at, let machine, let count, let span)?:
      let cores = catalog.machine(machine)?.vcpus ?? 1
      let busy = point.value(utilization) * cores * (count.map(point.value) ?? 1) / max(point.value(at), 1e-12)
      return (busy * speed(machine, span), scv ?? 1)
    case nil:
      assumptions.note("\(path).cpu", "10", "ms", "CPU time of a request; measure it, it decides most")
      return (standard ?? 0, scv ?? 1)
    }
  }

  private func isSpread(_ cpu: Workload.CPU?) -> Bool {
    if case .spread? = cpu { return true }
    return false
  }

  /// Speed of one vCPU of a machine relative to the reference core.
  private mutating func speed(_ machine: String, _ span: SourceSpan) -> Double {
    let provider = machine.split(separator: ":").first.map(String.init) ?? ""
    let known = catalog.machine(machine) ?? Catalog(providers: [provider]).machine(machine)
    guard let found = known, let speed = found.speed else {
      let names = Catalog(providers: [provider]).machines(provider: provider).map { "\(provider):\($0.name)" }
      diagnostics.append(
        Diagnostic(
          .error, code: "model/machine",
          known == nil ? "unknown machine '\(machine)'" : "the speed of '\(machine)' is not known", at: span,
          help: Suggestion.nearest(machine, in: names).map { "did you mean '\($0)'?" }
            ?? "write provider:machine, such as aws:m6i.xlarge"))
      return 1
    }
    return speed
  }

  mutating func value(
    _ amount: Amount?, _ point: InputPoint, _ path: String, _ standard: Double, _ shown: String, _ unit: String,
    _ why: String
  ) -> Double {
    if let amount { return point.value(amount) }
    assumptions.note(path, shown, unit, why)
    return standard
  }

  private mutating func store(
    _ store: Workload.Store, _ workload: Workload, _ growth: Double, _ month: Double, _ point: InputPoint
  ) -> StoreProblem {
    let path = "\(workload.path).data"
    let classes = [
      "redis": "cache", "memcached": "cache", "s3": "object", "mongodb": "document", "opensearch": "document",
    ]
    let word = store.dataClass ?? store.engine.flatMap { classes[$0] } ?? "relational"
    if store.dataClass == nil, store.engine == nil { assumptions.note("\(path).class", word, "", "class of the data") }
    let sizeFactor: Double
    var size = point.value(store.size)
    if let growth = store.sizeGrowth {
      if case .table = growth.form {
        size = growth.value(month: month)
        sizeFactor = 1
      } else {
        sizeFactor = growth.value(month: month)
      }
    } else {
      sizeFactor = growth
    }
    func rate(_ amount: Amount?, _ table: Growth?) -> Double {
      table.map { $0.value(month: month) } ?? (amount.map(point.value) ?? 0) * growth
    }
    let hot = value(store.hot, point, "\(path).hot", 0.2, "20", "%", "of the data is read often")
    var problem = StoreProblem(
      storeClass: StoreProblem.Class(rawValue: word) ?? .relational, sizeBytes: size * sizeFactor,
      readsPerSecond: rate(store.reads, store.readsGrowth), writesPerSecond: rate(store.writes, store.writesGrowth),
      itemBytes: value(store.item, point, "\(path).item", 1000, "1", "KB", "one item"), hotShare: min(1, hot),
      peakFactor: peakFactor(store, workload.name, path))
    problem.isStrong = store.consistency.map { $0 == "strong" }
    guard problem.storeClass == .object else { return problem }
    problem.retentionSeconds = store.retention.map(point.value)
    if let exponent = store.zipf.map(point.value) {
      problem.coldReads = ProblemBuilder.coldReads(
        exponent: exponent, items: problem.sizeBytes / max(1, problem.itemBytes), hot: problem.hotShare)
    } else if problem.hotShare < 1 {
      note("\(path).reads.older", "20", "%", "of the reads goes to what is not read often")
    }
    return problem
  }

  /// Share of the reads beyond the most popular part of items whose popularity falls as i^−s, by the integral.
  static func coldReads(exponent s: Double, items: Double, hot: Double) -> Double {
    let most = max(2, items)
    func sum(_ count: Double) -> Double {
      let n = max(1, count)
      return abs(s - 1) < 1e-9 ? 1 + Elementary.log(n) : 1 + (Elementary.pow(n, 1 - s) - 1) / (1 - s)
    }
    return min(1, max(0, 1 - sum(hot * most) / sum(most)))
  }

  /// Busy hour of a store's own demand over its mean: as of those who call it, else a diurnal day.
  private mutating func peakFactor(_ store: Workload.Store, _ name: String, _ path: String) -> Double {
    guard store.reads != nil || store.writes != nil else { return 1 }
    let callers = spec.workloads.filter { $0.calls.contains { $0.to == name } }
    let peaks = callers.compactMap { workload -> Double? in
      guard case .service(let service) = workload.kind else { return nil }
      if let peak = service.peak, peak.dimension == .factor { return peak.mid }
      return ProblemBuilder.peaks[service.pattern ?? "diurnal"]
    }
    let factor = peaks.max() ?? 2.5
    assumptions.note(
      "\(path).peak", JSON.text(of: factor), "x",
      peaks.isEmpty ? "busy hour of a store over its mean" : "busy hour as of the workloads that call it")
    return factor
  }

  private mutating func external(
    _ external: Workload.External, _ workload: Workload, _ point: InputPoint
  ) -> ExternalProblem {
    let path = workload.path
    var p50 = 0.1
    var p99 = 0.5
    if let spread = external.latencySpread {
      let moments = SpreadMoments(spread)
      p50 = moments.quantile(0.5)
      p99 = moments.quantile(0.99)
    } else if let amount = external.latency {
      p50 = point.value(amount)
      p99 = p50
    } else {
      assumptions.note("\(path).latency", "100 ms at p50, 500 ms at p99", "", "of somebody else's service")
    }
    if external.availability == nil {
      assumptions.note("\(path).availability", "99.9", "%", "of somebody else's service")
    }
    if external.price == nil {
      assumptions.note("\(path).price", "0", "USD/request", "no price is stated; its use is counted as free")
    }
    return ExternalProblem(
      p50Seconds: p50, p99Seconds: p99, availability: external.availability.map(point.value) ?? 0.999,
      pricePerRequest: external.price?.decimal, limitPerSecond: external.limit.map(point.value))
  }
}

extension PlacePoint {
  /// Where a place of the spec lies.
  init(_ name: PlaceName) {
    switch name {
    case .region(let id): self = .region(id)
    case .coordinates(let latitude, let longitude): self = .coordinates(latitude: latitude, longitude: longitude)
    case .city(let word), .users(let word):
      let city = Cities.find(word)
      self = .coordinates(latitude: city?.latitude ?? 0, longitude: city?.longitude ?? 0)
    }
  }
}
