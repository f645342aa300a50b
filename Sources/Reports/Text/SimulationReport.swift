import Foundations
import Planning

/// Predictions beside what a simulation saw, with intervals and a verdict for each.
package enum SimulationReport {
  /// The table.
  package static func text(
    _ figures: [SimulatedFigure], requests: Int, seed: Int, width: Int, style: Style
  ) -> String {
    var table = TextTable([
      .init("Workload"), .init("Figure"), .init("Predicted", isRight: true), .init("Simulated", isRight: true),
      .init("95 % interval", isRight: true), .init("Verdict", isFlexible: true),
    ])
    for figure in figures {
      let simulated = figure.simulated
      table.add([
        figure.workload, figure.figure, Figures.duration(figure.predicted), Figures.duration(simulated.value),
        "± " + Figures.duration(simulated.halfWidth), verdict(figure),
      ])
    }
    let agreeing = figures.filter(\.agrees).count
    return table.lines(width: width, style: style).joined(separator: "\n")
      + "\n\n\(agreeing) of \(figures.count) figures agree; \(Figures.count(Double(requests))) requests a workload, seed \(seed), at the busy hour\n"
  }

  private static func verdict(_ figure: SimulatedFigure) -> String {
    let percent = Money(abs(figure.difference) * 100).formatted(places: 1)
    return figure.agrees ? "agrees (\(percent) %)" : "differs by \(percent) %"
  }

  /// The same as JSON; seconds.
  package static func json(_ figures: [SimulatedFigure], requests: Int, seed: Int) -> JSON {
    .object([
      ("requests", .int(requests)), ("seed", .int(seed)),
      (
        "figures",
        .array(
          figures.map { figure in
            .object([
              ("workload", .string(figure.workload)), ("figure", .string(figure.figure)), ("unit", .string("s")),
              ("predicted", .number(figure.predicted)), ("simulated", .number(figure.simulated.value)),
              ("ci95", .number(figure.simulated.halfWidth)), ("difference", .number(figure.difference)),
              ("agrees", .bool(figure.agrees)),
            ])
          })
      ),
    ])
  }
}
