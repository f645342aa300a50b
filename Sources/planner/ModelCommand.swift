import Formulas
import Foundations

/// `planner model NAME key=value…`: one formula at a time.
enum ModelCommand {
  /// One calculator: what it takes and what it gives.
  struct Calculator: Sendable {
    var name: String
    var summary: String
    var source: String
    /// Name, unit and default; `nil` when it must be given.
    var inputs: [(name: String, unit: Unit, standard: Double?)]
    var compute: @Sendable ([String: Double]) throws(Refusal) -> [(String, JSON)]
  }

  /// What an input is measured in; bare numbers are SI.
  enum Unit: String, Sendable {
    case seconds = "s"
    case perSecond = "1/s"
    case ratio, number
  }

  /// Why inputs have no answer.
  struct Refusal: Error { var message: String }

  static let calculators: [Calculator] = [
    Calculator(
      name: "erlang", summary: "probability that all servers are busy (B: lost, C: waits)",
      source: "Erlang 1917; inverse recursion, uniform expansion above 64 servers",
      inputs: [("load", .number, nil), ("servers", .number, nil)]
    ) { (values) throws(Refusal) in
      let load = values["load", default: 0]
      let servers = values["servers", default: 0]
      guard load >= 0, servers >= 0 else { throw Refusal(message: "load and servers must not be negative") }
      return [
        ("b", .number(Erlang.b(load: load, servers: servers))),
        ("c", .number(Erlang.c(load: load, servers: servers))),
      ]
    },
    Calculator(
      name: "staffing", summary: "smallest number of servers that keeps the probability of waiting",
      source: "Erlang C, exact search", inputs: [("load", .number, nil), ("wait_probability", .ratio, nil)]
    ) { (values) throws(Refusal) in
      guard
        let servers = Staffing.servers(
          load: values["load", default: 0], waitProbability: values["wait_probability", default: 0])
      else { throw Refusal(message: "no number of servers reaches that probability") }
      return [("servers", .int(servers))]
    },
    Calculator(
      name: "queue", summary: "waits and response times of one group of servers with one queue",
      source: "M/M/c exact; else published approximations, named in method",
      inputs: [
        ("arrival", .perSecond, nil), ("service", .seconds, nil), ("servers", .number, nil),
        ("ca2", .number, 1), ("cs2", .number, 1), ("at", .seconds, .some(-1)),
      ]
    ) { (values) throws(Refusal) in
      let inputs = QueueInputs(
        arrivalPerSecond: values["arrival", default: 0], serviceSeconds: values["service", default: 0],
        servers: values["servers", default: 0], ca2: values["ca2", default: 1], cs2: values["cs2", default: 1])
      guard inputs.isValid else { throw Refusal(message: "arrival, service and servers must be positive") }
      let result = QueueSystem.solve(inputs)
      guard result.isStable else {
        throw Refusal(message: "overloaded: the servers are busy \(JSON.text(of: inputs.utilization)) of the time")
      }
      var rows: [(String, JSON)] = [
        ("utilization", .number(result.utilization)), ("wait_probability", .number(result.waitProbability)),
        ("mean_wait", .number(result.meanWait)),
      ]
      let percentiles = [("p50", 0.5), ("p90", 0.9), ("p95", 0.95), ("p99", 0.99), ("p999", 0.999)]
      for (name, p) in percentiles { rows.append(("wait_\(name)", .number(result.waitPercentile(p)))) }
      rows.append(("mean_response", .number(result.meanResponse)))
      for (name, p) in percentiles { rows.append(("response_\(name)", .number(result.responsePercentile(p)))) }
      if let at = values["at"], at >= 0 { rows.append(("within", .number(1 - result.responseTail(at)))) }
      rows.append(("method", .string(result.method)))
      return rows
    },
  ]

  static func run(_ arguments: [String]) -> ExitCode {
    var words: [String] = []
    var isJSON = false
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      if argument == "--help" || argument == "-h" { return Main.show(list) }
      if argument == "-f" || argument == "--format" || argument.hasPrefix("--format=") {
        let value: String
        if argument.hasPrefix("--format=") {
          value = String(argument.dropFirst(9))
        } else {
          value = index < arguments.count ? arguments[index] : ""
          index += 1
        }
        guard value == "json" || value == "text" else {
          return Main.usage("unknown format '\(value)'; the formats are text and json")
        }
        isJSON = value == "json"
      } else if argument.hasPrefix("-") {
        return Main.usage("unknown option '\(argument)'; did you mean '--format'?")
      } else {
        words.append(argument)
      }
    }
    guard let name = words.first else { return Main.show(list) }
    guard let calculator = calculators.first(where: { $0.name == name }) else {
      let hint = Suggestion.nearest(name, in: calculators.map(\.name)).map { "; did you mean '\($0)'?" } ?? ""
      return Main.usage("unknown model '\(name)'\(hint)")
    }
    do {
      let rows = try calculator.compute(values(words.dropFirst(), for: calculator))
      let text =
        isJSON
        ? JSON.object(rows).text() : rows.map { "\($0.0)  \($0.1.text(pretty: false))" }.joined(separator: "\n")
      return Main.show(text + "\n")
    } catch {
      return Main.usage(error.message)
    }
  }

  private static var list: String {
    "Models:\n"
      + calculators.map { calculator in
        let inputs = calculator.inputs.map { input in
          "\(input.name)=\(input.unit.rawValue)" + (input.standard == nil ? "" : " (optional)")
        }
        return "  \(calculator.name): \(calculator.summary)\n    \(inputs.joined(separator: " "))\n"
          + "    source: \(calculator.source)\n"
      }.joined()
  }

  private static func values(
    _ words: ArraySlice<String>, for calculator: Calculator
  ) throws(Refusal) -> [String: Double] {
    var values: [String: Double] = [:]
    for word in words {
      guard let equals = word.firstIndex(of: "=") else {
        throw Refusal(message: "'\(word)' is not key=value")
      }
      let key = String(word[..<equals])
      guard let input = calculator.inputs.first(where: { $0.name == key }) else {
        let hint = Suggestion.nearest(key, in: calculator.inputs.map(\.name)).map { "; did you mean '\($0)'?" } ?? ""
        throw Refusal(message: "unknown input '\(key)' of \(calculator.name)\(hint)")
      }
      values[key] = try quantity(String(word[word.index(after: equals)...]), key: key, unit: input.unit)
    }
    for input in calculator.inputs where values[input.name] == nil {
      guard let standard = input.standard else {
        throw Refusal(message: "\(calculator.name) needs \(input.name), in \(input.unit.rawValue)")
      }
      values[input.name] = standard
    }
    return values
  }

  private static func quantity(_ text: String, key: String, unit: Unit) throws(Refusal) -> Double {
    let units: [(String, Double)]
    switch unit {
    case .seconds:
      units = [("ns", 1e-9), ("us", 1e-6), ("ms", 1e-3), ("min", 60), ("s", 1), ("h", 3600), ("", 1)]
    case .perSecond: units = [("/s", 1), ("/min", 1.0 / 60), ("/h", 1.0 / 3600), ("", 1)]
    case .ratio: units = [("%", 0.01), ("", 1)]
    case .number: units = [("", 1)]
    }
    for (suffix, factor) in units where text.hasSuffix(suffix) {
      var digits = String(text.dropLast(suffix.count))
      while digits.hasSuffix(" ") { digits.removeLast() }
      if let value = Double(digits), value.isFinite { return value * factor }
    }
    let known = units.map(\.0).filter { !$0.isEmpty }.joined(separator: ", ")
    throw Refusal(message: "\(key)=\(text) is not a quantity" + (known.isEmpty ? "" : "; its units are \(known)"))
  }
}
