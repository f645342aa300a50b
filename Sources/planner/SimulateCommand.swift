import Catalog
import Foundations
import Planning
import Reports
import Spec

/// `planner simulate SPEC`: the plan beside a discrete-event simulation of it.
enum SimulateCommand {
  static let spec = CommandSpec(
    "simulate", "runs the chosen plan as a discrete-event simulation, beside its prediction", operands: ["SPEC"],
    options: [
      Commands.format, Commands.output, Commands.width,
      OptionSpec("requests", placeholder: "N", "requests measured for each workload; 200000"),
      OptionSpec("seed", placeholder: "S", "repeats a run exactly; 1"),
    ],
    details: [
      "Every request with its own arrivals, balancer, queues, calls and caches, at the busy hour, ranges at their medians. "
        + "A figure agrees when the prediction lies within the simulation's 95 % interval or within 5 %."
    ], examples: ["planner simulate shop.yaml --requests 1000000"])

  static func run(_ arguments: ParsedArguments, _ terminal: Terminal) throws(UsageError) -> ExitCode {
    let requests = try number(arguments, "requests", standard: 200_000, 1000...100_000_000)
    let seed = try number(arguments, "seed", standard: 1, 0...Int.max)
    let isJSON = arguments.values["format"] == "json"
    let source = try Terminal.read(arguments.operands.first ?? "-")
    let decoded = SpecDecoder.decode(source, words: KnownWords(Catalog(providers: [])))
    guard let spec = decoded.spec else {
      terminal.report(decoded.diagnostics, source, isJSON: isJSON)
      return .usage
    }
    let planner = Planner(spec: spec, source: source, catalog: Catalog(providers: Planner.providers(for: spec)))
    let (figures, findings) = planner.simulation(requests: requests, seed: UInt64(seed))
    terminal.report(decoded.diagnostics + findings, source, isJSON: isJSON && figures == nil)
    guard let figures else { return .usage }
    guard !figures.isEmpty else {
      throw UsageError("nothing to simulate: no service with demand of its own has a placement")
    }
    return terminal.print(
      isJSON
        ? SimulationReport.json(figures, requests: requests, seed: seed).text() + "\n"
        : SimulationReport.text(
          figures, requests: requests, seed: seed, width: terminal.width, style: terminal.style(.output)))
  }

  private static func number(
    _ arguments: ParsedArguments, _ name: String, standard: Int, _ range: ClosedRange<Int>
  ) throws(UsageError) -> Int {
    guard let text = arguments.values[name] else { return standard }
    guard let value = Int(text), range.contains(value) else {
      throw UsageError("--\(name) takes a whole number from \(range.lowerBound) on, not '\(text)'")
    }
    return value
  }
}
