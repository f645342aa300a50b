/// The documented exit codes.
package enum ExitCode: Int32, Sendable {
  /// Done, all gates met.
  case done = 0
  /// A gate failed, or a workload has no placement.
  case gateFailed = 1
  /// Bad usage, an unreadable file or an invalid spec.
  case usage = 2
  /// A price is unknown, or older than allowed.
  case price = 4
  /// A defect in planner.
  case defect = 70
  /// Ctrl-C.
  case interrupted = 130
}
