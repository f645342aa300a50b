import Foundations

/// Findings as a code quality report of GitLab.
package enum FindingsGitLab {
  /// The list of issues; fingerprints are free of lines and values, so that an issue stays the same one.
  package static func value(_ list: FindingList) -> JSON {
    .array(
      list.findings.map { finding in
        .object([
          ("description", .string(finding.message)), ("check_name", .string(finding.rule)),
          ("fingerprint", .string(finding.fingerprint)), ("severity", .string(severity(finding.level))),
          (
            "location",
            .object([
              ("path", .string(finding.file)), ("lines", .object([("begin", .int(finding.line))])),
            ])
          ),
        ])
      })
  }

  private static func severity(_ level: DiagnosticLevel) -> String {
    switch level {
    case .error: "critical"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
