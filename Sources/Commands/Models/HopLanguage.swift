import Formulas
import Foundations

/// Reads a path such as `lognormal(50ms,0.25);queue(80/s,10ms,2);constant(5ms)`.
enum HopLanguage {
  /// One part with its arguments as written.
  private struct Part {
    var name: String
    var arguments: [String]
    var text: String
  }

  static let grammar =
    "lognormal(mean,scv), exponential(mean), time(mean,scv), queue(arrival,service,servers[,law[,cs2[,ca2]]]), "
    + "constant(t), "
    + "slowest(way|way), either(probability,way|way)"

  /// Deepest nesting of `slowest` and `either`.
  private static let depthLimit = 8

  /// The hops of a path; a path is at most 64 hops long.
  static func hops(_ text: String, depth: Int = 0) throws(Calculator.Refusal) -> [Hop] {
    guard depth <= depthLimit else { throw Calculator.Refusal("a path nests at most \(depthLimit) deep") }
    let parts = split(text, at: ";")
    guard parts.count <= 64 else { throw Calculator.Refusal("a path has at most 64 hops, not \(parts.count)") }
    return try parts.map { part throws(Calculator.Refusal) in try hop(try read(part), depth) }
  }

  private static func hop(_ part: Part, _ depth: Int) throws(Calculator.Refusal) -> Hop {
    switch part.name {
    case "constant":
      try count(part, 1...1)
      return .constant(try number(part, 0, .time, "t"))
    case "exponential":
      try count(part, 1...1)
      return .time(ServiceDistribution(law: .exponential, mean: try positive(part, 0, .time, "mean"), scv: 1))
    case "lognormal":
      try count(part, 2...2)
      return .lognormal(mean: try positive(part, 0, .time, "mean"), scv: try number(part, 1, .count, "scv"))
    case "time":
      try count(part, 2...2)
      return .time(
        ServiceDistribution(mean: try positive(part, 0, .time, "mean"), scv: try number(part, 1, .count, "scv")))
    case "queue": return try queue(part)
    case "slowest":
      try count(part, 1...1)
      return .slowest(try ways(part.arguments[0], depth))
    case "either":
      try count(part, 2...2)
      let probability = try number(part, 0, .ratio, "probability")
      let ways = try ways(part.arguments[1], depth)
      guard ways.count == 2, probability <= 1 else {
        throw Calculator.Refusal("'\(part.text)': either takes a probability and two ways")
      }
      return .either(probability, ways[0], ways[1])
    default:
      let names = ["lognormal", "exponential", "time", "queue", "constant", "slowest", "either"]
      let help = Suggestion.nearest(part.name, in: names).map { "did you mean '\($0)'?" } ?? grammar
      throw Calculator.Refusal("unknown hop '\(part.name)'; \(help)")
    }
  }

  private static func queue(_ part: Part) throws(Calculator.Refusal) -> Hop {
    try count(part, 3...6)
    var law: ServiceLaw?
    if part.arguments.count > 3, part.arguments[3] != "any" {
      law = ServiceLaw.named(part.arguments[3])
      guard law != nil else {
        let help = Suggestion.nearest(part.arguments[3], in: ServiceLaw.allCases.map(\.rawValue))
        throw Calculator.Refusal(
          "unknown law '\(part.arguments[3])' in '\(part.text)'\(help.map { "; did you mean '\($0)'?" } ?? "")")
      }
    }
    let given = part.arguments.count > 4 ? try number(part, 4, .count, "cs2") : nil
    let arrivals = part.arguments.count > 5 ? try number(part, 5, .count, "ca2") : 1
    let inputs = QueueInputs(
      arrivalPerSecond: try number(part, 0, .rate, "arrival"), serviceSeconds: try positive(part, 1, .time, "service"),
      servers: try positive(part, 2, .count, "servers"), ca2: arrivals,
      cs2: try QueueModels.variation(given, law, "cs2"), law: law)
    let result = QueueSystem.solve(inputs)
    guard result.isStable else {
      let load = ModelText.significant(result.utilization * 100)
      throw Calculator.Refusal("'\(part.text)' is overloaded: its workers would be busy \(load) % of the time")
    }
    return .queue(result)
  }

  private static func ways(_ text: String, _ depth: Int) throws(Calculator.Refusal) -> [[Hop]] {
    try split(text, at: "|").map { way throws(Calculator.Refusal) in try hops(way, depth: depth + 1) }
  }

  // MARK: Words

  private static func read(_ text: String) throws(Calculator.Refusal) -> Part {
    let trimmed = trim(text)
    guard let open = trimmed.firstIndex(of: "("), trimmed.hasSuffix(")") else {
      throw Calculator.Refusal(trimmed.isEmpty ? "a hop is missing; \(grammar)" : "'\(trimmed)' is no hop; \(grammar)")
    }
    let inside = trimmed[trimmed.index(after: open)..<trimmed.index(before: trimmed.endIndex)]
    return Part(
      name: trim(String(trimmed[..<open])).lowercased(), arguments: split(String(inside), at: ",").map(trim),
      text: trimmed)
  }

  private static func trim(_ text: String) -> String {
    var slice = text[...]
    while slice.first == " " { slice.removeFirst() }
    while slice.last == " " { slice.removeLast() }
    return String(slice)
  }

  /// Cuts at a separator outside parentheses.
  private static func split(_ text: String, at separator: Character) -> [String] {
    var parts: [String] = []
    var part = ""
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == separator, depth == 0 {
        parts.append(part)
        part = ""
      } else {
        part.append(character)
      }
    }
    return parts + [part]
  }

  private static func count(_ part: Part, _ range: ClosedRange<Int>) throws(Calculator.Refusal) {
    guard !range.contains(part.arguments.count) else { return }
    let due = range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    throw Calculator.Refusal("'\(part.text)' has \(part.arguments.count) arguments, not \(due); \(grammar)")
  }

  private static func number(
    _ part: Part, _ index: Int, _ dimension: Dimension, _ name: String
  ) throws(Calculator.Refusal) -> Double {
    do throws(UsageError) {
      let value = try ModelInput.quantity(part.arguments[index], dimension, for: name).value
      guard value >= 0, value.isFinite else { throw UsageError("\(name) must be 0 or more") }
      return value
    } catch {
      throw Calculator.Refusal("'\(part.text)': \(error.message)\(error.help.map { "; \($0)" } ?? "")")
    }
  }

  private static func positive(
    _ part: Part, _ index: Int, _ dimension: Dimension, _ name: String
  ) throws(Calculator.Refusal) -> Double {
    let value = try number(part, index, dimension, name)
    guard value > 0 else { throw Calculator.Refusal("'\(part.text)': \(name) must be positive") }
    return value
  }
}
