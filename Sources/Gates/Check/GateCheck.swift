import Foundations
import Planning
import Spec

/// A plan held against everything that limits it: the result of `planner check`.
package struct GateCheck: Sendable {
  /// With ``Plan/limits`` and ``Plan/gates`` completed by thresholds, increases and forgiveness.
  package var plan: Plan
  package var base: Plan?
  /// Warnings fail too: they are errors here.
  package var isStrict: Bool

  /// Holds a plan against its spec, the command line and a base.
  ///
  /// - Parameters:
  ///   - findings: warnings about the spec, which count as warnings here.
  ///   - extra: limits judged elsewhere, such as the age of prices.
  package init(
    plan: Plan, spec: Spec, source: SourceText, findings: [Diagnostic] = [], thresholds: Thresholds = Thresholds(),
    extra: [LimitCheck] = [], base: Plan? = nil, isStrict: Bool = false
  ) {
    var plan = plan
    plan.limits += ThresholdLimits(plan: plan, thresholds: thresholds).all
    plan.limits +=
      IncreaseLimits(plan: plan, base: base, spec: spec, source: source, thresholds: thresholds).all
    plan.limits += GateCheck.warnings(findings, source)
    plan.limits += extra
    if let base {
      let forgiveness = Forgiveness(base: base, thresholds: thresholds)
      plan.limits = plan.limits.map { forgiveness.apply($0, in: plan) }
    }
    if isStrict {
      for index in plan.limits.indices where plan.limits[index].level == .warning { plan.limits[index].level = .error }
    }
    plan.gates = plan.limits.compactMap(\.gate)
    if plan.verdict == .pass, plan.limits.contains(where: { $0.isFailure }) { plan.verdict = .fail }
    self.plan = plan
    self.base = base
    self.isStrict = isStrict
  }

  /// Everything that is not met, in the order of the spec.
  package var findings: [LimitCheck] { plan.limits.filter { $0.isFinding } }

  /// What fails the gate.
  package var failures: [LimitCheck] { findings.filter(\.isFailure) }

  /// Whether the gate holds.
  package var holds: Bool { failures.isEmpty }

  /// Warnings of the decoder and the model, as limits of the spec's own.
  private static func warnings(_ findings: [Diagnostic], _ source: SourceText) -> [LimitCheck] {
    var counts: [String: Int] = [:]
    return findings.filter { $0.level == .warning }.map { finding in
      let base = "spec.\(finding.code).\(finding.path)"
      counts[base, default: 0] += 1
      let count = counts[base] ?? 1
      return LimitCheck(
        id: count > 1 ? "\(base).\(count)" : base, rule: .spec, path: finding.path,
        line: finding.span.map { source.position(of: $0.start).line } ?? 1, outcome: .missed, level: .warning,
        detail: finding.message + (finding.help.map { "; \($0)" } ?? ""))
    }
  }
}

extension GateCheck {
  /// A check of a plan whose limits are judged already.
  package init(limits plan: Plan) {
    self.plan = plan
    base = nil
    isStrict = false
  }
}
