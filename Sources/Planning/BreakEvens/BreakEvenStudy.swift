import Formulas
import Foundations
import Placement

/// Break-evens beside each decision, as far as the spec and the catalog have their inputs.
struct BreakEvenStudy {
  let problem: Problem
  let market: any Market
  let parameters: ModelParameters

  /// The results with their break-evens; nothing is searched again.
  func described(_ results: [WorkloadResult]) -> [WorkloadResult] {
    let loads = LoadModel.loads(problem)
    let pool = ServingPool(problem: problem, market: market, parameters: parameters)
    let workloads = Dictionary(problem.workloads.map { ($0.name, $0) }) { first, _ in first }
    return results.map { result in
      guard let workload = workloads[result.name], let chosen = result.chosen else {
        return result
      }
      let load = loads[result.name] ?? LoadFigures(own: 0, fromCalls: [], mean: 0, peak: 0)
      var figures: [BreakEvenFigure?] = []
      switch workload.kind {
      case .device(let device): figures = fleets(device, workload, results)
      case .service(let service):
        figures = [
          radius(workload, chosen), secondRegion(workload, chosen), functions(chosen, result.alternatives, load),
          duty(chosen, result.alternatives, load), reservation(chosen, hours: onHours(workload)),
          contentNetwork(service, chosen), privateLines(workload, chosen),
          workAtEdge(service, load, chosen, result.alternatives),
        ]
      case .store, .stream:
        figures = [secondRegion(workload, chosen), selfRun(chosen, result.alternatives), reservation(chosen)]
      case .batch(let batch): figures = [spot(batch, chosen), grid(batch, result)]
      case .inference(let inference):
        figures = [
          ownAccelerators(inference, result, load), answerCache(inference, chosen, load),
          pool.figure(result.name, results), retraining(inference, chosen, results),
        ]
      case .training(let training): figures = [spotTraining(training, chosen)]
      default: return result
      }
      var result = result
      result.breakEvens = figures.compactMap(\.self)
      if let sentence = pool.together(result, results) { result.why.append(sentence) }
      return result
    }
  }

  /// A month of one engineer.
  var engineerMonth: Double { problem.money.engineerPerYear.double / 12 }

  /// Costs but for labour.
  static func withoutLabour(_ placed: PlacedWorkload) -> Double {
    placed.lines.reduce(0) { $1.category == "labour" ? $0 : $0 + $1.perMonth.double }
  }

  static func labour(_ placed: PlacedWorkload) -> Double {
    placed.lines.reduce(0) { $1.category == "labour" ? $0 + $1.perMonth.double : $0 }
  }

  // MARK: B2, B3, B4

  /// B2: what an hour of outage must cost for a second region to pay.
  private func secondRegion(_ workload: WorkloadProblem, _ chosen: PlacedWorkload) -> BreakEvenFigure? {
    guard let outage = workload.outageCostPerMinute, chosen.model == .cloud else { return nil }
    let extra = chosen.perMonth.double
    let value = BreakEven.secondRegion(
      outagesPerYear: 0.5, repairHours: 4, failoverHours: 1.0 / 6, coverage: 0.95, extraPerMonth: extra)
    let now = outage.double * 60
    return BreakEvenFigure(
      rule: "B2", question: "a second region pays where an hour of outage costs more than", value: value, now: now,
      unit: "USD/h", holds: value.map { now > $0 } ?? false,
      why: "a copy of what runs here; 0.5 region outages of 4 h a year, failover in 10 min, 95 % of them, assumed")
  }

  /// B3: how many such units make running them oneself cheaper.
  private func selfRun(_ chosen: PlacedWorkload, _ alternatives: [PlacedWorkload]) -> BreakEvenFigure? {
    let managed: Set<PlacementForm> = [.managedDatabase, .managedCache, .managedBroker]
    let all =
      [chosen] + alternatives.filter { $0.rejected?.constraint == "cost" || $0.rejected?.constraint == "joint-cost" }
    guard let bought = all.first(where: { managed.contains($0.form) }),
      let own = all.first(where: { $0.form == .vm && $0.topology == bought.topology })
    else { return nil }
    let hours = Self.labour(own) / max(problem.hourlyLabour(parameters).double, 1e-9)
    guard hours > 0 else { return nil }
    // What one runs oneself breaks at night too.
    let people = problem.money.engineerCount
    let isStaffed = people == 0 || people >= 5
    let value = BreakEven.selfManaged(
      managed: bought.perMonth.double, infrastructure: Self.withoutLabour(own), labour: engineerMonth,
      unitsPerPerson: parameters.engineerHoursPerYear / 12 / hours)
    return BreakEvenFigure(
      rule: "B3", question: "running them oneself pays from this many of them", value: value, now: 1, unit: "",
      holds: isStaffed && value.map { $0 <= 1 } ?? false,
      why: "managed \(text(bought.perMonth)) against \(text(Money(Self.withoutLabour(own)))) USD a month and "
        + "\(JSON.text(of: hours.rounded())) h of labour each, after one person at all"
        + (isStaffed ? "" : "; an on-call rota needs 5 people, the team has \(JSON.text(of: people))"))
  }

  /// B4: the utilisation from which a year's commitment pays.
  private func reservation(_ chosen: PlacedWorkload, hours: Double = CostBook.hoursPerMonth) -> BreakEvenFigure? {
    guard let site = chosen.sites.first, let machine = site.machine, site.purchase == .onDemand, chosen.form == .vm
    else { return nil }
    let offers = market.offers(provider: site.provider, region: site.region)
    guard let row = (0..<offers.count).first(where: { offers.machine($0) == machine }) else { return nil }
    let offer = offers.offer(row)
    guard let list = offer.onDemandPerHour?.double, let year = offer.oneYearPerHour?.double, list > 0, year < list
    else { return nil }
    let share = hours / CostBook.hoursPerMonth
    let saved = (list * hours - year * CostBook.hoursPerMonth) * Double(site.count)
    return BreakEvenFigure(
      rule: "B4", question: "a year's commitment pays from this share of the hours on", value: year / list, now: share,
      unit: "ratio", holds: saved > 0,
      why: "\(machine) at \(price(year)) instead of \(price(list)) USD/h; "
        + (share < 1 ? "off outside its schedule, " : "these machines always run, so ")
        + (saved > 0
          ? "it saves \(text(Money(saved))) USD a month" : "it would cost \(text(Money(-saved))) USD a month more"))
  }

  private func onHours(_ workload: WorkloadProblem) -> Double {
    guard case .service(let service) = workload.kind else { return CostBook.hoursPerMonth }
    return service.onHours
  }

  // MARK: B5, B11

  /// B5: the price below which spot machines pay, interruptions included.
  private func spot(_ batch: BatchProblem, _ chosen: PlacedWorkload) -> BreakEvenFigure? {
    guard batch.isRestartable, let site = chosen.sites.first, let machine = site.machine else { return nil }
    let offers = market.offers(provider: site.provider, region: site.region)
    guard let row = (0..<offers.count).first(where: { offers.machine($0) == machine }) else { return nil }
    let offer = offers.offer(row)
    guard let list = offer.onDemandPerHour?.double, let spot = offer.spotPerHour?.double else { return nil }
    let plain = batch.runtimeSeconds / offer.speed
    let held = Spot.expectedTime(
      work: plain, interruptionPerMonth: min(offer.interruptionPerMonth ?? 0.35, 0.6),
      checkpoint: batch.checkpointSeconds, restart: 180)
    let value = BreakEven.spot(onDemand: list, waste: 1 - plain / held)
    return BreakEvenFigure(
      rule: "B5", question: "spot machines pay below this price", value: value, now: spot, unit: "USD/h",
      holds: spot < value, why: "\(machine); \(percent(1 - plain / held)) % of the time lost to interruptions")
  }

  /// B11: the price of a core-hour below which a cluster of one's own beats spot machines.
  private func grid(_ batch: BatchProblem, _ result: WorkloadResult) -> BreakEvenFigure? {
    let all = [result.chosen].compactMap(\.self) + result.alternatives.filter { $0.rejected?.extraPerMonth != nil }
    guard let spot = all.first(where: { $0.form == .spotPool }),
      let own = all.first(where: { $0.form == .reservedCluster })
    else { return nil }
    let hours = batch.jobs * batch.coresPerJob * batch.runtimeSeconds / 3600 * batch.lotsPerMonth
    guard hours > 0 else { return nil }
    // Losses to interruptions are in the cost of the spot pool already.
    let value = BreakEven.grid(spotPrice: spot.perMonth.double / hours, waste: 0)
    let now = own.perMonth.double / hours
    return BreakEvenFigure(
      rule: "B11", question: "a cluster of one's own pays below this price of a core-hour", value: value, now: now,
      unit: "USD/h", holds: now < value, why: "both with their labour, over reference core-hours of the jobs")
  }

  // MARK: B7

  /// B7: the rate below which functions beat machines.
  private func functions(
    _ chosen: PlacedWorkload, _ alternatives: [PlacedWorkload], _ load: LoadFigures
  ) -> BreakEvenFigure? {
    let all = [chosen] + alternatives.filter { $0.rejected?.extraPerMonth != nil }
    guard load.mean > 0, let functions = all.first(where: { $0.form == .functions }),
      let server = all.first(where: { $0.form == .vm || $0.form == .containers })
    else { return nil }
    let requests = load.mean * 730 * 3600
    // Traffic to users costs the same from both.
    let traffic = { (placed: PlacedWorkload) in
      placed.lines.reduce(0.0) { $1.item == "to the internet" ? $0 + $1.perMonth.double : $0 }
    }
    let each = (Self.withoutLabour(functions) - traffic(functions)) / requests
    let value = BreakEven.functions(
      serverPerMonth: max(0, server.perMonth.double - traffic(server) - Self.labour(functions)), perRequest: each,
      seconds: 0, perSecond: 0)
    return BreakEvenFigure(
      rule: "B7", question: "functions beat machines below this rate", value: value, now: load.mean, unit: "1/s",
      holds: value.map { load.mean < $0 } ?? true,
      why: "\(price(each * 1e6)) USD a million requests against \(text(server.perMonth)) USD a month of "
        + "\(server.form.rawValue), at the size they have now")
  }

  /// B7 by duty cycle: the share of the machines' time at work below which functions beat them.
  private func duty(
    _ chosen: PlacedWorkload, _ alternatives: [PlacedWorkload], _ load: LoadFigures
  ) -> BreakEvenFigure? {
    let all = [chosen] + alternatives.filter { $0.rejected?.extraPerMonth != nil }
    guard let rate = functions(chosen, alternatives, load), let value = rate.value, let now = rate.now, now > 0,
      let server = all.first(where: { $0.form == .vm || $0.form == .containers }),
      let busy = server.utilization, load.peak > 0
    else { return nil }
    let duty = busy * load.mean / load.peak
    return BreakEvenFigure(
      rule: "B7", question: "functions beat machines below this share of their time at work",
      value: duty * value / now, now: duty, unit: "ratio", holds: rate.holds,
      why: "the mean over the month on \(server.form.rawValue) of this size; above 100 % functions always win")
  }

  // MARK: Words

  func text(_ money: Money) -> String { money.formatted(places: 2) }
  func price(_ value: Double) -> String { Money(value).formatted(places: 4) }
  func percent(_ share: Double) -> String { Money(share * 100).formatted(places: 2) }
}
