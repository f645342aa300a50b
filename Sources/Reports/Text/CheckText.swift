import Foundations
import Gates

/// A check for people at a terminal.
package enum CheckText {
  /// The report, at most `width` columns wide.
  package static func text(
    _ check: GateCheck, file: String, width: Int, style: Style, isVerbose: Bool
  ) -> String {
    PlanText.page(
      CheckDocument.document(check, file: file, isVerbose: isVerbose), width: width, style: style)
  }
}
