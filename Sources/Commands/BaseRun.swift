import Foundations
import Gates
import Planning
import Spec

/// One side of a comparison: a spec that is planned now, or the result of an earlier run.
struct BaseRun {
  let source: SourceText
  let plan: Plan
  /// `nil` for a saved result.
  let run: SpecRun?

  /// Reads a spec or a saved result.
  ///
  /// Mistakes of a spec are told at once, and `nil` is returned.
  ///
  /// - Parameter role: what the file is called in messages, such as `BASE`.
  static func read(
    _ path: String, role: String, options: Planner.Options, prices: SourceText?, _ environment: CommandEnvironment
  ) throws(UsageError) -> BaseRun? {
    let source = try environment.read(path)
    guard SavedResult.isResult(source) else {
      let run = try SpecRun(source, options: options, prices: prices, environment)
      environment.report(run.diagnostics.filter { $0.level == .error }, source)
      guard let plan = run.plan else {
        environment.complain("\(role) \(source.name) cannot be planned")
        return nil
      }
      return BaseRun(source: source, plan: plan, run: run)
    }
    do throws(SavedResultError) {
      return BaseRun(source: source, plan: try SavedResult.plan(source), run: nil)
    } catch {
      let place = error.path.isEmpty ? "" : " at '\(error.path)'"
      throw UsageError(
        "\(role) \(source.name) is no result that can be read\(place): \(error.reason)",
        help: "save one with 'planner evaluate SPEC -f json -o FILE', or name the spec itself")
    }
  }

  /// Why two plans cannot be compared; `nil` when they can.
  static func obstacle(_ base: Plan, _ head: Plan) -> UsageError? {
    if base.currency != head.currency {
      return UsageError(
        "the base is in \(base.currency) and the plan in \(head.currency); amounts cannot be compared")
    }
    if base.month != head.month {
      return UsageError(
        "the base is of month \(base.month) and the plan of month \(head.month)",
        help: "name the month of the base with --at \(base.month), or save the base anew")
    }
    return nil
  }
}
