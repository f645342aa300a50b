import Foundations
import Placement

extension FailoverFigures {
  /// What is assumed of two regions, sorted by path; what the spec states is left out.
  func assumptions(_ recovery: RecoveryProblem) -> [AssumedInput] {
    func text(_ value: Double) -> String { JSON.text(of: value) }
    var list = [
      AssumedInput(
        path: "model.failover.common_cause", value: text(beta * 100), unit: "%",
        why: "of a region's failures take the other down as well")
    ]
    if recovery.drillsPerMonth > 0 {
      list.append(
        AssumedInput(
          path: "model.failover.coverage", value: text(drilledCoverage * 100), unit: "%", why: "of drilled failovers work"))
    } else {
      list.append(
        AssumedInput(
          path: "practices.failover_drills", value: "0", unit: "/year",
          why: "no drill is stated; \(text(undrilledCoverage * 100)) % of failovers are taken to work"))
    }
    if recovery.detectSeconds == nil {
      list.append(
        AssumedInput(
          path: "operations.detect", value: text(detectSeconds), unit: "s", why: "three failed checks of 30 s each"))
    }
    list += [
      AssumedInput(
        path: "model.failover.names", value: text(redirectSeconds), unit: "s", why: "until names point elsewhere"),
      AssumedInput(
        path: "model.failover.repair", value: text(repairSeconds / 3600), unit: "h", why: "until a lost region serves again"),
      AssumedInput(
        path: "model.failover.shipping", value: text(shipSeconds), unit: "s", why: "a write waits at most to be replicated"),
    ]
    return list.sorted { $0.path < $1.path }
  }
}
