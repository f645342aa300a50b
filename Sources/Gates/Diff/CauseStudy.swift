import Foundations
import Planning

/// Finds which inputs caused a change, by switching them one after another from base to head.
///
/// What an input adds depends on what was switched before it. So the inputs are switched in the order
/// of their paths, once from the base on and once from the head back, and each gets half of both: the
/// parts add up to the whole change exactly, and change their signs when base and head are swapped.
/// Where a plan between has no placement, inputs are taken together.
///
/// - Complexity: O(n) plans for n inputs that differ.
package struct CauseStudy: Sendable {
  /// What was found.
  package struct Result: Sendable {
    var causes: [Cause] = []
    /// Of each cause in order, what it adds to each figure.
    var effects: [[String: Double]] = []
    /// Inputs that flip the placement of a workload.
    var flips: [String: [String]] = [:]

    /// What each cause adds to a figure, the largest first.
    func shares(of figure: String) -> [PlanDiff.FigureShare] {
      zip(causes, effects).compactMap { cause, effect in
        effect[figure].flatMap { $0 == 0 ? nil : PlanDiff.FigureShare(path: cause.path, change: $0) }
      }.sorted { a, b in abs(a.change) == abs(b.change) ? a.path < b.path : abs(a.change) > abs(b.change) }
    }
  }

  /// Most parts that are switched one by one; more are taken together by what they belong to.
  static let mostParts = 14

  /// Plans a spec as the head was planned; `nil` when it has a mistake.
  let plan: @Sendable (SourceText) -> Plan?

  /// Creates a study.
  ///
  /// - Parameter plan: plans a spec with the catalog of the head; what lies ahead is not needed.
  package init(plan: @escaping @Sendable (SourceText) -> Plan?) { self.plan = plan }

  /// The causes of a change from one plan to another.
  ///
  /// - Parameters:
  ///   - baseSpec: `nil` where a saved result does not hold it.
  ///   - isBasePlannedAlike: whether the base was planned by this program with the head's prices.
  package func result(
    base: Plan, head: Plan, baseSpec: SourceText?, headSpec: SourceText?, isBasePlannedAlike: Bool,
    isHeadPlannedAlike: Bool
  ) -> Result {
    guard let baseSpec, let headSpec, let tree = SpecTree(base: baseSpec, head: headSpec) else {
      return LineCauses(base: base, head: head).result
    }
    let start = isBasePlannedAlike ? base : plan(baseSpec)
    let end = isHeadPlannedAlike ? head : plan(headSpec)
    guard let start, let end else { return LineCauses(base: base, head: head).result }
    var result = walk(tree, start, end)
    // What the same specs cost by other prices stands apart.
    let worlds = [(base, start, isBasePlannedAlike), (end, head, isHeadPlannedAlike)]
    let changed = worlds.filter { !$0.2 && PlanFigures.all($0.0) != PlanFigures.all($0.1) }
    if !changed.isEmpty { add(changed.map { ($0.0, $0.1) }, base, head, to: &result) }
    return result
  }

  // MARK: Prices

  private func add(_ worlds: [(from: Plan, to: Plan)], _ base: Plan, _ head: Plan, to result: inout Result) {
    var effect: [String: Double] = [:]
    var change: Money? = .zero
    for (from, to) in worlds {
      for (path, value) in CauseStudy.differences(from, to) { effect[path, default: 0] += value }
      change = change.flatMap { sum in CauseStudy.difference(from, to).map { sum + $0 } }
      for (workload, label) in CauseStudy.labels(to) where CauseStudy.labels(from)[workload] != label {
        result.flips[workload, default: []].append("prices")
      }
    }
    let isOtherVersion = base.programVersion != nil || head.programVersion != nil
    let isSameCatalog = base.catalogSHA256 == head.catalogSHA256
    result.causes.append(
      Cause(
        kind: isOtherVersion && isSameCatalog ? .model : .prices, path: "prices", base: base.catalogDate,
        head: head.catalogDate, perMonth: change))
    result.effects.append(effect)
  }

  // MARK: Inputs

  /// Switches the differing inputs one after another, forth and back.
  private func walk(_ tree: SpecTree, _ start: Plan, _ end: Plan) -> Result {
    let changes = tree.changes
    var parts = changes.map { [$0.path] }
    if parts.count > CauseStudy.mostParts { parts = CauseStudy.coarse(changes.map(\.path)).map { [$0] } }
    guard !parts.isEmpty else { return Result() }
    // Plans with the first k parts as in the head, and with the others so.
    let counts = Array(1..<max(parts.count, 1))
    let switched = counts.map { parts[..<$0].flatMap(\.self) } + counts.map { parts[$0...].flatMap(\.self) }
    let specs = switched.map { SourceText(name: "between", bytes: Array(tree.between(Set($0)).utf8)) }
    let plan = plan
    let plans = Parallel.map(specs.count) { plan(specs[$0]) }
    let forth = [start] + plans.prefix(counts.count) + [end]
    let back = [end] + plans.suffix(counts.count) + [start]
    let isPriced = start.verdict != .infeasible && end.verdict != .infeasible
    var groups: [(parts: [[String]], from: Int, to: Int)] = []
    var first = 0
    for index in parts.indices {
      let isLast = index == parts.count - 1
      // A plan between that has no cost is passed over; so are its parts, together.
      let isSound = [forth[index + 1], back[index + 1]].allSatisfy { plan in
        plan.map { !isPriced || $0.verdict != .infeasible } ?? false
      }
      guard isLast || isSound else { continue }
      groups.append((Array(parts[first...index]), first, index + 1))
      first = index + 1
    }
    var result = Result()
    for group in groups {
      guard let a = forth[group.from], let b = forth[group.to], let c = back[group.from], let d = back[group.to]
      else { continue }
      let paths = group.parts.flatMap(\.self)
      let effect = CauseStudy.half(CauseStudy.differences(a, b), CauseStudy.differences(c, d))
      let money = CauseStudy.difference(a, b).flatMap { x in CauseStudy.difference(c, d).map { (x, $0) } }
      result.causes.append(
        CauseStudy.cause(paths, changes, perMonth: money.map { Money(scaled: ($0.scaled - $1.scaled) / 2) }))
      result.effects.append(effect)
      for (workload, label) in CauseStudy.labels(b) where CauseStudy.labels(a)[workload] != label {
        result.flips[workload, default: []].append(paths.joined(separator: ", "))
      }
      for (workload, label) in CauseStudy.labels(d) where CauseStudy.labels(c)[workload] != label {
        let name = paths.joined(separator: ", ")
        if result.flips[workload]?.contains(name) != true { result.flips[workload, default: []].append(name) }
      }
    }
    CauseStudy.settle(&result, CauseStudy.difference(start, end))
    return result
  }

  /// Gives what halving leaves over, a few 10⁻¹², to the largest cause.
  private static func settle(_ result: inout Result, _ total: Money?) {
    guard let total else { return }
    let sum = result.causes.reduce(Money.zero) { $0 + ($1.perMonth ?? .zero) }
    let rest = total - sum
    guard rest != .zero else { return }
    let largest = result.causes.indices.max { a, b in
      let (x, y) = (result.causes[a], result.causes[b])
      return x.size == y.size ? x.path > y.path : x.size < y.size
    }
    guard let largest else { return }
    result.causes[largest].perMonth = (result.causes[largest].perMonth ?? .zero) + rest
  }

  private static func cause(_ paths: [String], _ changes: [SpecTree.Change], perMonth: Money?) -> Cause {
    let mine = changes.filter { change in paths.contains { change.path == $0 || change.path.hasPrefix("\($0).") } }
    let single = mine.count == 1 ? mine[0] : nil
    let name = mine.count <= 3 ? mine.map(\.path) : paths
    return Cause(
      kind: .input, path: name.joined(separator: ", "), base: single?.base, head: single?.head, perMonth: perMonth)
  }

  /// Paths shortened together until there are few enough.
  static func coarse(_ paths: [String]) -> [String] {
    var depth = (paths.map { $0.split(separator: ".").count }.max() ?? 1) - 1
    var short = paths
    while short.count > mostParts, depth > 0 {
      var seen: Set<String> = []
      short = paths.map { $0.split(separator: ".").prefix(depth).joined(separator: ".") }
        .filter { seen.insert($0).inserted }
      depth -= 1
    }
    // None may lie within another.
    return short.filter { path in !short.contains { path != $0 && path.hasPrefix("\($0).") } }.sorted()
  }

  // MARK: Differences

  private static func labels(_ plan: Plan) -> [String: String] {
    Dictionary(plan.workloads.map { ($0.name, $0.chosen?.label ?? "") }) { first, _ in first }
  }

  private static func difference(_ a: Plan, _ b: Plan) -> Money? {
    a.verdict == .infeasible || b.verdict == .infeasible ? nil : b.perMonth - a.perMonth
  }

  /// By path, what the second plan has more of; figures that one of them lacks count from zero.
  private static func differences(_ a: Plan, _ b: Plan) -> [String: Double] {
    var result: [String: Double] = [:]
    for figure in PlanFigures.all(b) { result[figure.path] = figure.value }
    for figure in PlanFigures.all(a) { result[figure.path, default: 0] -= figure.value }
    return result.filter { $0.value.isFinite }
  }

  private static func half(_ forth: [String: Double], _ back: [String: Double]) -> [String: Double] {
    var result = forth
    for (path, value) in back { result[path, default: 0] -= value }
    return result.mapValues { $0 / 2 }
  }
}
