/// How grave a finding is.
package enum DiagnosticLevel: String, Sendable, Hashable {
  case error, warning, note
}

/// A second place that explains a finding: the other duplicate, the bracket that was never closed.
package struct DiagnosticLabel: Sendable, Hashable {
  package var span: SourceSpan
  package var text: String

  package init(_ span: SourceSpan, _ text: String) {
    self.span = span
    self.text = text
  }
}

/// One finding about an input: a fact with its place, and the way out.
///
/// Leaf code throws typed errors; at the seams they become diagnostics, and one renderer turns
/// these into text, JSON, SARIF or GitHub commands.
package struct Diagnostic: Sendable, Hashable {
  package var level: DiagnosticLevel
  /// A stable identifier such as `yaml/duplicate-key`; never changes between releases.
  package var code: String
  /// One sentence that stands alone: lower case, no full stop.
  package var message: String
  /// Where; `nil` when the finding concerns no place in the source.
  package var span: SourceSpan?
  /// The configuration path, such as `workloads.api.slo.latency`; empty when there is none.
  package var path: String
  /// What to write under the caret, such as `did you mean 'latency'?`.
  package var help: String?
  package var labels: [DiagnosticLabel]
  /// Further lines: what is allowed, why it matters.
  package var notes: [String]

  package init(
    _ level: DiagnosticLevel, code: String, _ message: String, at span: SourceSpan? = nil,
    path: String = "", help: String? = nil, labels: [DiagnosticLabel] = [], notes: [String] = []
  ) {
    self.level = level
    self.code = code
    self.message = message
    self.span = span
    self.path = path
    self.help = help
    self.labels = labels
    self.notes = notes
  }
}
