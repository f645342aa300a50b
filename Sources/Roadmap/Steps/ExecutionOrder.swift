import Foundations
import Planning

/// In which order the due steps are done: those whose dependencies are done, the one that must start first
/// before others, then the one that moves most money, then by number.
struct ExecutionOrder {
  let context: RoadmapContext
  let steps: [RoadmapStep]

  var order: [PlanLevel] {
    let due = steps.filter(\.state.isDue)
    let isDue = Set(due.map(\.level))
    var done: Set<PlanLevel> = []
    var rest = due
    var order: [PlanLevel] = []
    while !rest.isEmpty {
      let ready = rest.filter { step in step.dependsOn.allSatisfy { done.contains($0) || !isDue.contains($0) } }
      guard let next = (ready.isEmpty ? rest : ready).min(by: precedes) else { break }
      order.append(next.level)
      done.insert(next.level)
      rest.removeAll { $0.level == next.level }
    }
    return order
  }

  private func precedes(_ a: RoadmapStep, _ b: RoadmapStep) -> Bool {
    let (x, y) = (a.latestStart ?? .max, b.latestStart ?? .max)
    if x != y { return x < y }
    let (m, n) = (weight(a), weight(b))
    return m == n ? a.level < b.level : m > n
  }

  /// Money a month that a step moves; measuring counts with what it may change.
  private func weight(_ step: RoadmapStep) -> Money { step.change < .zero ? -step.change : step.change }

  /// One sentence a step, in order.
  func reasons(_ order: [PlanLevel]) -> [Sentence] {
    order.compactMap { level in
      guard let step = steps.first(where: { $0.level == level }) else { return nil }
      let share = step.changeShare
      var sentence: Sentence = "Step \(level.rawValue), \(level.title.lowercasedFirst): "
      switch step.state {
      case .byMonth(let month):
        sentence = sentence + "needed in \(month: month), start by \(month: step.latestStart ?? 0); "
      default: sentence = sentence + "start now; "
      }
      if step.change < .zero {
        sentence = sentence + "saves \(-step.change) a month (\(share, "share") of the spend)"
      } else if step.change > .zero {
        sentence = sentence + "adds \(step.change) a month (\(share, "share") of the spend)"
      } else {
        sentence = sentence + "changes no placement"
      }
      let weeks = context.team.weeks(step.hours)
      sentence = sentence + ", takes \(weeks, "weeks") of one engineer"
      let needs = step.dependsOn.filter { order.contains($0) }
      if !needs.isEmpty {
        sentence = sentence + ", after step \(needs.map { String($0.rawValue) }.joined(separator: " and "))"
      }
      return sentence
    }
  }
}

extension String {
  /// With a small first letter, unless the word is an acronym.
  var lowercasedFirst: String {
    guard let first, dropFirst().first?.isLowercase == true else { return self }
    return first.lowercased() + dropFirst()
  }
}
