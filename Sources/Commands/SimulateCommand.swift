import Catalog
import Foundations
import Planning
import Reports
import Spec

/// `planner simulate SPEC`: the plan beside a discrete-event simulation of it.
struct SimulateCommand: Command {
  static var spec: CommandSpec {
    CommandSpec(
      "simulate", "runs the chosen plan as a discrete-event simulation, beside its prediction", operands: ["SPEC"],
      options: [
        CommonOptions.format("text", "json"),
        OptionSpec("requests", placeholder: "N", "requests measured for each workload", standard: "200000"),
        OptionSpec("seed", placeholder: "S", "repeats a run exactly", standard: "1"),
      ],
      details: [
        "Every request with its own arrivals, balancer, queues, calls and caches, at the busy hour, ranges at their "
          + "medians. A figure agrees when the prediction lies within the simulation's 95 % interval or within 5 %."
      ], examples: ["planner simulate shop.yaml --requests 1000000"])
  }

  func run(_ arguments: ParsedArguments, _ environment: CommandEnvironment) throws(UsageError) -> ExitCode {
    let requests = try arguments.whole("requests", standard: 200_000, in: 1000...100_000_000)
    let seed = try arguments.whole("seed", standard: 1, in: 0...Int.max)
    let isJSON = arguments.value("format") == "json"
    let source = try environment.read(arguments.operands.first ?? "-")
    let decoded = SpecDecoder.decode(source, words: KnownWords(Catalog(providers: [])))
    guard let spec = decoded.spec else {
      environment.report(decoded.diagnostics, source, isJSON: isJSON)
      return .usage
    }
    let planner = Planner(spec: spec, source: source, catalog: Catalog(providers: Planner.providers(for: spec)))
    let (figures, findings) = planner.simulation(requests: requests, seed: UInt64(seed))
    environment.report(decoded.diagnostics + findings, source, isJSON: isJSON && figures == nil)
    guard let figures else { return .usage }
    guard !figures.isEmpty else {
      throw UsageError("nothing to simulate: no service with demand of its own has a placement")
    }
    return environment.print(
      isJSON
        ? SimulationReport.json(figures, requests: requests, seed: seed).text() + "\n"
        : SimulationReport.text(
          figures, requests: requests, seed: seed, width: environment.width, style: environment.style(.output)))
  }
}

extension ParsedArguments {
  /// The value of an option that takes a whole number.
  func whole(_ name: String, standard: Int, in range: ClosedRange<Int>) throws(UsageError) -> Int {
    guard let text = value(name) else { return standard }
    guard let value = Int(text), range.contains(value) else {
      let most = range.upperBound == .max ? "on" : "to \(range.upperBound)"
      throw UsageError("--\(name) takes a whole number from \(range.lowerBound) \(most), not '\(text)'")
    }
    return value
  }
}
