import Testing

@testable import Commands

/// A generator with a fixed sequence, so that a failure can be repeated.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

@Suite struct ModelFuzzTests {
  private let wild = [
    "0", "1", "-1", "2", "0.5", "1e-300", "1e300", "1e400", "-1e400", "1e15", "9007199254740993", "1e9",
    "0.999999999999",
    "inf", "nan", "1e", "", "50ms", "100%", "99.9%", "3/s", "1 GB", "12 USD", "x", "1;2", "0.9;0.99", "101%", "∞",
    "1.5",
    "999999999999999999999999", "100000", "64", "8", "0.7", "1e-12", "1.0000000001", "🙂", "-0", "+3", ".5", "5.",
  ]

  @Test func `no input makes a model trap, and every answer is a number or has a reason`() {
    var dice = Dice(state: 20_261_121)
    for calculator in ModelCommand.calculators {
      let formulas = calculator.variants.isEmpty ? [calculator] : calculator.variants
      var answered = 0
      for round in 0..<400 {
        guard let formula = formulas.randomElement(using: &dice) else { continue }
        var pairs = calculator.variants.isEmpty ? [] : [("rule", formula.name)]
        for parameter in formula.parameters where parameter.isRequired || Bool.random(using: &dice) {
          pairs.append((parameter.name, word(parameter, round, &dice)))
        }
        // What takes too long rather than wrong: meshes of many nodes.
        if calculator.name == "mesh", pairs.contains(where: { $0.0 == "nodes" && $0.1.count > 4 }) { continue }
        guard case .success(.success(let rows)) = Result(catching: { try calculator.results(pairs) }) else { continue }
        answered += 1
        let line = "\(calculator.name) \(pairs.map { "\($0.0)=\($0.1)" }.joined(separator: " "))"
        let hasReason = rows.contains { $0.0 == "reason" }
        for (key, value) in rows {
          if case .number(let number) = value { #expect(number.isFinite || hasReason, "\(line): \(key) is \(number)") }
        }
      }
      #expect(answered > 0, "\(calculator.name) answered none of 400 cases")
    }
  }

  /// A wild word, or one that fits more often than not.
  private func word(_ parameter: Parameter, _ round: Int, _ dice: inout Dice) -> String {
    if round % 4 == 0 { return wild.randomElement(using: &dice) ?? "" }
    switch parameter.kind {
    case .choice(let words): return words.randomElement(using: &dice) ?? ""
    case .law:
      return ["exponential", "deterministic", "erlang", "lognormal", "pareto"].randomElement(using: &dice) ?? ""
    case .ratios: return ["0.9;0.99", "1", "0", "99%;99.9%"].randomElement(using: &dice) ?? ""
    case .text:
      let texts: [String] =
        switch parameter.name {
        case "hops": ["lognormal(50ms,0.25);constant(1ms)", "queue(8/s,10ms,2)", "queue(1,1,1e300)", "constant(1e300)"]
        case "gpu": ["H100", "T4", "Jetson-Orin-Nano-Super-8", "B200"]
        case "model": ["Llama-3.1-8B", "gpt-oss-120b", "ResNet-50"]
        case "precision": ["fp16", "fp8", "fp4"]
        case "concurrency": ["max", "1", "64", "1e300"]
        case "to": ["aws:eu-central-1", "Paris", "internet", "zone", "0,0"]
        default: ["aws:eu-central-1", "eu-west-1", "Munich", "89.9,179", "aws"]
        }
      return texts.randomElement(using: &dice) ?? ""
    case .quantity:
      switch parameter.bound {
      case .ratio: return ["0", "1", "0.5", "1e-9", "0.999", "1e-300"].randomElement(using: &dice) ?? ""
      case .whole: return ["1", "2", "3", "10", "1000", "0"].randomElement(using: &dice) ?? ""
      default:
        return ["1", "2", "10", "0.001", "1e-9", "1e6", "1e12", "1e300", "1e-300", "0"].randomElement(using: &dice)
          ?? ""
      }
    }
  }

  @Test func `no path makes the language of hops trap`() {
    var dice = Dice(state: 7)
    let parts = [
      "queue(", "lognormal(", "slowest(", "either(", "constant(", ")", ";", "|", ",", "1", "0.5", "10ms", "5/s", "-3",
      "x",
      "(", "))", "🙂",
    ]
    for _ in 0..<20_000 {
      let count = Int.random(in: 0..<12, using: &dice)
      let text = (0..<count).map { _ in parts.randomElement(using: &dice) ?? "" }.joined()
      _ = try? HopLanguage.hops(text)
    }
    let deep = String(repeating: "slowest(", count: 5000) + "constant(1)" + String(repeating: ")", count: 5000)
    #expect(throws: Calculator.Refusal.self) { try HopLanguage.hops(deep) }
  }
}
