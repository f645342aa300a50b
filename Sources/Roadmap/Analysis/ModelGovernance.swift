import Foundations
import Planning
import Spec

/// Whether the infrastructure is ready for models: lineage, reproducibility, features of a product, life of hardware.
struct ModelGovernance {
  let context: RoadmapContext
  /// Hours of an audit of one endpoint whose data nobody can name, and audits a year.
  static let auditHours = 40.0
  static let auditsPerYear = 1.0
  /// Probability that a model has to be trained anew for want of its history, a year.
  static let rerun = 0.5
  /// Months after which new designs of accelerators make old ones a loss.
  static let designLife = 18.0

  /// The assumptions to print.
  static let assumptions = [
    AssumedInput(
      path: "roadmap.audit", value: "40", unit: "h",
      why: "of an audit a year for each endpoint whose data nobody can name; 50 % a year that its model is trained anew"
    ),
    AssumedInput(
      path: "roadmap.design_life", value: "18", unit: "months", why: "until a new design of hardware replaces the old"),
  ]

  private var inferences: [(Workload, Workload.Inference)] {
    context.spec.workloads.compactMap { workload in
      if case .other(.inference(let inference)) = workload.kind { return (workload, inference) }
      return nil
    }
  }

  private var trainings: [(Workload, Workload.Training)] {
    context.spec.workloads.compactMap { workload in
      if case .other(.training(let training)) = workload.kind { return (workload, training) }
      return nil
    }
  }

  private var hasLineageStore: Bool {
    context.problem.workloads.contains { problem in
      if case .store(let store) = problem.kind { return store.storeClass == .lineage }
      return false
    }
  }

  // MARK: Readiness

  /// What has to be there before a model serves users.
  private var checks: [(name: String, isMet: Bool)] {
    let practices = context.spec.practices
    var checks: [(String, Bool)] = [
      ("logs in one place", practices.hasCentralLogs == true), ("tracing", practices.hasTracing == true),
      ("continuous integration", practices.hasContinuousIntegration == true),
      ("a rollback that was tried", isTried(practices.rollbackTested)),
      ("access control of data and models", practices.hasAccessControl == true),
    ]
    for (workload, training) in trainings {
      checks.append(("\(workload.name): runs that can be repeated", Set(training.captures ?? []).count == 3))
    }
    for (workload, inference) in inferences {
      checks.append(("\(workload.name): a latency objective", !workload.slo.objectives.isEmpty))
      checks.append(("\(workload.name): a check for drift", inference.driftCheck != nil))
      checks.append(("\(workload.name): a least quality", inference.minimumQuality != nil))
    }
    return checks
  }

  private func isTried(_ tested: Spec.Practices.Tested?) -> Bool {
    if case .month? = tested { return true }
    return false
  }

  /// What blocks models in production; empty where nothing does.
  var blockers: [String] { checks.filter { !$0.isMet }.map(\.name) }

  var readiness: ReportSection {
    guard !inferences.isEmpty || !trainings.isEmpty else { return ReportSection("ready", "") }
    let met = checks.filter(\.isMet).count
    var section = ReportSection(
      "ready", "Whether the infrastructure is ready for models",
      [
        """
        \(met) of \(checks.count) conditions are met, \(Double(met) / Double(checks.count), "share")\
        \(blockers.isEmpty ? "." : "; the others block a model that users depend on.")
        """
      ],
      columns: [.init("condition", "Condition"), .init("state", "State")])
    for check in checks { section.add(.text(check.name), .text(check.isMet ? "met" : "missing or not stated")) }
    return section
  }

  // MARK: Lineage

  /// The model that the plan serves.
  private func served(_ name: String) -> String? {
    context.whole.workloads.first { $0.name == name }?.chosen?.serving?.model
  }

  /// Every endpoint with the data behind it and who may read that.
  var lineage: ReportSection {
    guard !inferences.isEmpty else { return ReportSection("lineage", "") }
    let hasAccess = context.spec.practices.hasAccessControl == true
    var section = ReportSection(
      "lineage", "From data to endpoint",
      columns: [
        .init("endpoint", "Endpoint"), .init("model", "Model"), .init("training", "Trained by"),
        .init("dataset", "Data set", isNumber: true), .init("access", "Access"), .init("complete", "Complete"),
      ])
    var complete = 0
    var edges = 0
    for (workload, inference) in inferences {
      let training = trainings.first { $0.1.model?.name == inference.model.name || trainings.count == 1 }
      let data = training?.1.dataset
      let isComplete = data != nil && hasAccess && hasLineageStore
      if isComplete { complete += 1 }
      edges += (training == nil ? 0 : 1) + (data == nil ? 0 : 1)
      section.add(
        .text(workload.name), .text(inference.model.name ?? served(workload.name) ?? "described by its size"),
        training.map { .text($0.0.name) } ?? .text("somebody else"),
        data.map { .number($0.mid, unit: "B") } ?? .unknown("no training states a dataset"),
        .text(hasAccess ? "controlled" : "not stated"), .text(isComplete ? "yes" : "no"))
    }
    let missing = inferences.count - complete
    let hours = Double(missing) * ModelGovernance.auditHours * ModelGovernance.auditsPerYear
    let runs = trainings.compactMap { item -> Money? in
      guard let chosen = context.whole.workloads.first(where: { $0.name == item.0.name })?.chosen,
        let figures = chosen.training, figures.runsPerMonth > 0
      else { return nil }
      return chosen.perMonth.times(1 / figures.runsPerMonth)
    }.reduce(Money.zero, +)
    let rerun = missing > 0 ? runs.times(ModelGovernance.rerun) : .zero
    section.sentences = [
      """
      \(complete) of \(inferences.count) endpoints reach a data set, a store of class lineage and an access rule \
      (\(Double(complete) / Double(inferences.count), "share")); \(edges) edges are known, and their metadata, 2 KB an \
      edge and run, costs below a dollar a month.
      """
    ]
    if missing > 0 {
      section.sentences.append(
        """
        What that can cost a year: \(hours, "h") of audits, \(context.labour.times(hours)), and \(rerun) for models \
        trained anew, \(context.labour.times(hours) + rerun) in all (assumed rates).
        """
      )
    }
    return section
  }

  /// Whether a training run can be repeated, and what keeping its inputs costs.
  var reproducibility: ReportSection {
    var section = ReportSection(
      "reproducibility", "Whether a run can be repeated",
      columns: [
        .init("workload", "Training"), .init("runs", "Runs a month", isNumber: true),
        .init("score", "Of data, settings, environment", isNumber: true),
        .init("kept", "Kept", isNumber: true), .init("per_month", "\(context.currency)/month", isNumber: true),
        .init("finding", "Finding"),
      ])
    for (workload, training) in trainings {
      guard let chosen = context.whole.workloads.first(where: { $0.name == workload.name })?.chosen,
        let figures = chosen.training
      else { continue }
      let missing = ["data", "settings", "environment"].filter { !(training.captures ?? []).contains($0) }
      let lines = chosen.lines.filter { $0.category == "storage" && $0.item.hasSuffix("12 months") }
      section.add(
        .text(workload.name), .number(figures.runsPerMonth, unit: ""),
        .number(Double(3 - missing.count) / 3, unit: "share"),
        .number(lines.reduce(0) { $0 + $1.quantity }, unit: "GB"),
        .money(lines.reduce(Money.zero) { $0 + $1.perMonth }),
        .text(
          missing.isEmpty
            ? "a run can be repeated"
            : training.captures == nil
              ? "state captures; counted as none of three"
              : "no run can be repeated without \(missing.joined(separator: " and "))"))
    }
    return section.rows.isEmpty ? ReportSection("reproducibility", "") : section
  }

  // MARK: A product

  /// Latency target, scaling, failover and cache of every endpoint, each with the price of what is missing.
  var product: ReportSection {
    guard !inferences.isEmpty else { return ReportSection("product", "") }
    var section = ReportSection(
      "product", "Inference as a product",
      columns: [
        .init("endpoint", "Endpoint"), .init("feature", "Feature"), .init("state", "State"),
        .init("fix", "To mend it"),
      ])
    var (met, all) = (0, 0)
    for (workload, inference) in inferences {
      guard let result = context.whole.workloads.first(where: { $0.name == workload.name }), let chosen = result.chosen
      else { continue }
      func row(_ feature: String, _ isMet: Bool, _ state: String, _ fix: Sentence) {
        all += 1
        if isMet { met += 1 }
        section.add(
          .text(workload.name), .text(feature), .text(state), isMet ? .text("") : .sentence(fix))
      }
      let copies = chosen.serving?.copies ?? chosen.sites.reduce(0) { $0 + $1.count }
      row(
        "latency target", !workload.slo.objectives.isEmpty,
        workload.slo.objectives.isEmpty ? "none" : "\(workload.slo.objectives.count) stated", "state one under slo")
      let scales = chosen.form == .modelAPI || copies > 1
      row(
        "scaling", scales, chosen.form == .modelAPI ? "the provider's" : "\(copies) copies",
        "a second copy: \(chosen.perMonth.times(1 / Double(max(1, copies)))) a month")
      let isMulti = chosen.topology != .singleZone || chosen.form == .modelAPI
      let zones = result.alternatives.first {
        $0.topology == .multiZone && $0.rejected?.extraPerMonth != nil && $0.form == chosen.form
      }
      let fix: Sentence =
        zones.flatMap { $0.rejected?.extraPerMonth }.map { "over zones: \($0) a month more" }
        ?? "over zones: a second pool, \(chosen.perMonth) a month at most"
      row(
        "failover", isMulti || inference.api != nil,
        isMulti ? "over zones" : inference.api != nil ? "an API as second way" : "one zone, one way", fix)
      let hits = inference.cacheHits?.mid ?? 0
      let compute = chosen.lines.filter { ["compute", "requests"].contains($0.category) }
        .reduce(Money.zero) { $0 + $1.perMonth }
      row(
        "cache", hits > 0, hits > 0 ? "\(Int((hits * 100).rounded())) % of requests" : "none",
        "each 10 % of hits spares up to \(compute.times(0.1)) a month")
    }
    guard all > 0 else { return ReportSection("product", "") }
    section.sentences = ["\(met) of \(all) features are there (\(Double(met) / Double(all), "share"))."]
    return section
  }

  // MARK: Hardware and speed

  /// What hardware loses when a new design replaces it before its life ends.
  var hardware: ReportSection {
    var section = ReportSection(
      "write_off", "Hardware whose design is old in \(Int(ModelGovernance.designLife)) months",
      columns: [
        .init("workload", "Workload"), .init("kind", "Kind"), .init("now", "A month as planned", isNumber: true),
        .init("short", "A month over 18 months", isNumber: true),
        .init("write_off", "Written off in month 18", isNumber: true),
      ])
    let rate = context.spec.finance.discountRate?.mid ?? 0.08
    for result in context.whole.workloads {
      guard let chosen = result.chosen else { continue }
      let owned = chosen.lines.filter { $0.category == "hardware" }.reduce(Money.zero) { $0 + $1.perMonth }
      if owned > .zero {
        let long = ModelGovernance.factor(rate, months: 36)
        let short = ModelGovernance.factor(rate, months: ModelGovernance.designLife)
        let price = owned.double / long
        // What is left to pay of a loan over 36 months after 18.
        let left = owned.double / ModelGovernance.factor(rate, months: 36 - ModelGovernance.designLife)
        section.add(
          .text(result.name), .text("owned"), .money(owned), .money(Money(price * short)), .money(Money(left)))
      } else if chosen.model == .gpu, chosen.form != .modelAPI {
        let term = chosen.sites.map { $0.purchase == .threeYears ? 36.0 : $0.purchase == .oneYear ? 12 : 0 }.max() ?? 0
        let machines = chosen.lines.filter { ["compute", "idle"].contains($0.category) }
          .reduce(Money.zero) { $0 + $1.perMonth }
        let left = machines.times(max(0, term - ModelGovernance.designLife))
        section.add(
          .text(result.name), .text(term > 0 ? "committed for \(Int(term)) months" : "hired by the hour"),
          .money(machines), .money(machines), .money(left))
      }
    }
    return section.rows.isEmpty ? ReportSection("write_off", "") : section
  }

  /// Capital recovery a month: rate r a year over n months.
  static func factor(_ rate: Double, months: Double) -> Double {
    let monthly = rate / 12
    guard monthly > 0 else { return 1 / max(months, 1) }
    var growth = 1.0
    for _ in 0..<Int(months) { growth *= 1 + monthly }
    return monthly * growth / (growth - 1)
  }

  /// Experiments a week that one lane of work can make, as planned and on other accelerators.
  var experiments: ReportSection {
    var section = ReportSection(
      "experiments", "Experiments a week",
      columns: [
        .init("workload", "Training"), .init("way", "Way"), .init("run", "One run", isNumber: true),
        .init("cycle", "With deployment", isNumber: true), .init("week", "A week", isNumber: true),
        .init("per_month", "\(context.currency)/month", isNumber: true),
      ])
    let deploy = context.spec.operations.leadTime?.mid ?? 86_400
    for (workload, _) in trainings {
      guard let result = context.whole.workloads.first(where: { $0.name == workload.name }) else { continue }
      let ways =
        [result.chosen].compactMap(\.self) + result.alternatives.filter { $0.rejected?.extraPerMonth != nil }.prefix(3)
      for way in ways {
        guard let figures = way.training, figures.programmeHours > 0 else { continue }
        let run = figures.programmeHours * 3600 / max(1, figures.experiments)
        section.add(
          .text(workload.name), .text(PlacementWords.text(way)), .number(run, unit: "s"),
          .number(run + deploy, unit: "s"), .number(7 * 86_400 / (run + deploy), unit: ""), .money(way.perMonth))
      }
    }
    guard !section.rows.isEmpty else { return ReportSection("experiments", "") }
    section.sentences = [
      """
      One after the other: waiting for capacity and the run itself, then \(deploy, "s") to production\
      \(context.spec.operations.leadTime == nil ? " (assumed; state operations.lead_time)" : "").
      """
    ]
    return section
  }
}
