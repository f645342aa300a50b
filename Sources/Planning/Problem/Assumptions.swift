import Foundations

/// Collects what is assumed, in the order in which it matters, each path once.
struct Assumptions {
  private(set) var list: [AssumedInput] = []
  private var known: Set<String> = []

  mutating func note(_ path: String, _ value: String, _ unit: String = "", _ why: String) {
    guard known.insert(path).inserted else { return }
    list.append(AssumedInput(path: path, value: value, unit: unit, why: why))
  }
}
