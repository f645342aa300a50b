import Foundations

/// Findings as workflow commands of GitHub Actions.
package enum FindingsGitHub {
  /// Annotations of each level that GitHub shows for a step; it drops what comes after.
  package static let limit = 10

  /// Commands, the worst first, and what exceeds GitHub's limit as plain lines of the log.
  package static func text(_ list: FindingList) -> String {
    var counts: [DiagnosticLevel: Int] = [:]
    var commands = ""
    var rest = ""
    for finding in list.worstFirst {
      counts[finding.level, default: 0] += 1
      if counts[finding.level] ?? 0 <= limit {
        let place = SourcePosition(line: finding.line, column: finding.column ?? 1)
        commands +=
          GitHubCommand(
            level: finding.level, message: finding.message, title: title(finding), file: finding.file, start: place
          ).text + "\n"
      } else {
        // A line that starts with two colons would be a command.
        rest += "\(finding.level.rawValue): \(finding.file):\(finding.line): \(DisplayWidth.safe(finding.message))\n"
      }
    }
    guard !rest.isEmpty else { return commands }
    return commands + "GitHub shows \(limit) annotations of a level for a step; these are the others:\n" + rest
  }

  private static func title(_ finding: Finding) -> String { "planner: \(finding.rule)" }
}
