import Foundations
import Planning
import Spec

/// Who answers for what: every component and every layer with an owner, an objective, a cost, a runbook and a drill.
struct Ownership {
  let context: RoadmapContext

  /// The layer in which a placement runs.
  static func layer(_ placed: PlacedWorkload) -> String {
    switch placed.model {
    case .edge: "edge"
    case .gpu: "AI"
    case .grid, .cloud: PlanLevel.of(placed.form) == .ai ? "AI" : "cloud"
    }
  }

  /// Components without an owner, an objective or a cost line.
  private func gaps(_ workload: Workload, _ result: WorkloadResult) -> [String] {
    var gaps: [String] = []
    if workload.owner == nil { gaps.append("owner") }
    if workload.slo.objectives.isEmpty { gaps.append("objective") }
    if result.chosen?.lines.isEmpty != false { gaps.append("cost") }
    return gaps
  }

  /// Every component, and what it lacks.
  var section: ReportSection {
    let placed = context.whole.workloads.compactMap { result in
      context.spec.workloads.first { $0.name == result.name }.map { ($0, result) }
    }.filter { $0.1.chosen?.form != .external && $0.1.chosen != nil }
    guard !placed.isEmpty else { return ReportSection("ownership", "") }
    let lacking = placed.filter { !gaps($0.0, $0.1).isEmpty }.count
    let isDrilled = (context.spec.practices.failoverDrills?.mid ?? 0) > 0
    let drill =
      isDrilled ? "drilled" : context.spec.practices.rollbackTested == nil ? "no drill is stated" : "rollback only"
    var section = ReportSection(
      "ownership", "Who answers for what",
      [
        lacking == 0
          ? "Each of \(placed.count) components has an owner, an objective and a cost."
          : """
          \(lacking) of \(placed.count) components lack an owner, an objective or a cost; write \(code: "owner") and \
          \(code: "runbook") under the workload.
          """
      ],
      columns: [
        .init("workload", "Component"), .init("layer", "Layer"), .init("owner", "Owner"),
        .init("objectives", "Objectives", isNumber: true),
        .init("per_month", "\(context.currency)/month", isNumber: true), .init("runbook", "Runbook"),
        .init("drill", "Drill"), .init("missing", "Missing"),
      ])
    for (workload, result) in placed {
      guard let chosen = result.chosen else { continue }
      var missing = gaps(workload, result)
      if workload.runbook == nil { missing.append("runbook") }
      if !isDrilled { missing.append("drill") }
      section.add(
        .text(workload.name), .text(Ownership.layer(chosen)), workload.owner.map { .text($0) } ?? .text("nobody"),
        .number(Double(workload.slo.objectives.count), unit: ""), .money(chosen.perMonth),
        workload.runbook.map { .code($0) } ?? .text("none"), .text(drill),
        .text(missing.isEmpty ? "nothing" : missing.joined(separator: ", ")))
    }
    return section
  }

  /// Flows between owners, and the contract on each.
  var contracts: ReportSection {
    var section = ReportSection(
      "contracts", "Contracts on data that crosses owners",
      columns: [
        .init("from", "From"), .init("to", "To"), .init("owners", "Owners"), .init("contract", "Contract"),
        .init("finding", "Finding"),
      ])
    let owners = Dictionary(context.spec.workloads.compactMap { item in item.owner.map { (item.name, $0) } }) {
      first, _ in first
    }
    var missing = 0
    var crossing = 0
    for workload in context.spec.workloads {
      for call in workload.calls {
        guard let from = owners[workload.name], let to = owners[call.to], from != to else { continue }
        crossing += 1
        let isMissing = call.contract == nil || call.contract == "none"
        if isMissing { missing += 1 }
        section.add(
          .text(workload.name), .text(call.to), .text("\(from) to \(to)"), .text(call.contract ?? "not stated"),
          .text(isMissing ? "state contract: backward, forward or full" : "schemas may change within it"))
      }
    }
    guard crossing > 0 else { return ReportSection("contracts", "") }
    section.sentences = [
      missing == 0
        ? "Each of \(crossing) flows between owners keeps a contract."
        : "\(missing) of \(crossing) flows between owners keep no contract: a change of one side breaks the other."
    ]
    return section
  }
}

/// Tools for deploying, watching and calling for help: what is covered twice, what not at all.
struct ToolSet {
  let context: RoadmapContext

  var section: ReportSection {
    guard let tools = context.spec.practices.tools else { return ReportSection("tools", "") }
    let names = [("deploy", "deploying"), ("monitor", "watching"), ("incidents", "calling for help")]
    let sum = tools.compactMap { $0.price?.decimal }.reduce(Money.zero, +)
    let unknown = tools.filter { $0.price == nil }.count
    var section = ReportSection(
      "tools", "Tools",
      columns: [.init("function", "Function"), .init("tools", "Tools"), .init("finding", "Finding")])
    var spare = Money.zero
    for (word, title) in names {
      let covering = tools.filter { $0.covers.contains(word) }
      let finding: Sentence
      switch covering.count {
      case 0: finding = "nothing covers it: choose one"
      case 1: finding = "covered once"
      default:
        // A tool that does nothing else could go.
        let single = covering.filter { $0.covers.count == 1 }
        let dearest = single.compactMap { $0.price?.decimal }.max() ?? .zero
        spare = spare + (single.count == covering.count || !single.isEmpty ? dearest : .zero)
        finding = "covered \(covering.count) times; without the dearest that does nothing else, \(dearest) a month less"
      }
      section.add(
        .text(title), .text(covering.isEmpty ? "none" : PlacementWords.list(covering.map(\.name))), .sentence(finding))
    }
    section.sentences = [
      """
      \(tools.count) tools cost \(sum) a month\(unknown > 0 ? ", \(unknown) of them without a stated price" : ""); \
      what is covered twice could save \(spare).
      """
    ]
    return section
  }
}

/// Skills that the plan asks for, and what the missing ones cost in the first year.
struct SkillGap {
  let context: RoadmapContext

  /// The skill that a placement asks for; `nil` where it asks for none.
  static func skill(_ placed: PlacedWorkload) -> String? {
    switch placed.form {
    case .vm: "linux"
    case .containers: "containers"
    case .functions, .edgeFunctions: "serverless"
    case .managedDatabase, .managedCache: "databases"
    case .managedBroker: "streaming"
    case .reservedCluster, .spotPool: "batch"
    case .edgeNodes, .fogGateways, .onDevice: "edge"
    case .gpuServing, .gpuTraining: "gpu"
    case .modelAPI: "models"
    case .objectStorage, .cdn, .external: nil
    }
  }

  var section: ReportSection {
    var needed: [String: [String]] = [:]
    for result in context.whole.workloads {
      guard let skill = result.chosen.flatMap(SkillGap.skill) else { continue }
      needed[skill, default: []].append(result.name)
    }
    guard !needed.isEmpty else { return ReportSection("skills", "") }
    let stated = context.spec.team.skills
    let missing = stated.map { stated in needed.keys.filter { !stated.contains($0) }.sorted() }
    let each = context.labour.times(context.effort.training)
    let year = context.whole.perMonth.times(12)
    var section = ReportSection(
      "skills", "Skills",
      columns: [
        .init("skill", "Skill"), .init("for", "For"), .init("state", "State"),
        .init("price", "\(context.currency) to learn it", isNumber: true),
      ])
    if let missing {
      let cost = each.times(Double(missing.count))
      section.sentences = [
        missing.isEmpty
          ? "The team has run every kind of system that the plan asks for: \(needed.count) of \(needed.count)."
          : """
          \(missing.count) of \(needed.count) skills are missing. Learning them costs \(cost) once \
          (\(context.effort.training, "h") each); the first year then costs \(year + cost) instead of \(year). \
          Hiring one engineer instead costs \(context.labour.times(1920)) a year.
          """
      ]
    } else {
      section.sentences = [
        """
        The spec states no \(code: "team.skills"). Each of the \(needed.count) that the plan asks for costs \(each) \
        to learn where it is missing (\(context.effort.training, "h")).
        """
      ]
    }
    for (skill, names) in needed.sorted(by: { $0.key < $1.key }) {
      let isThere = stated?.contains(skill)
      section.add(
        .text(skill), .text(PlacementWords.list(names)),
        .text(isThere == nil ? "not stated" : isThere == true ? "there" : "missing"),
        isThere == true ? .money(.zero) : .money(each))
    }
    return section
  }
}
