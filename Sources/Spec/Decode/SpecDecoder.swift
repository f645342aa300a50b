import Foundations
import YAML

/// Turns a text into a typed spec, with every mistake of it in one run.
package enum SpecDecoder {
  /// The spec, or `nil` with the errors; warnings may come with a spec.
  ///
  /// - Parameters:
  ///   - source: the YAML text.
  ///   - words: what only the catalog knows.
  package static func decode(_ source: SourceText, words: KnownWords) -> (spec: Spec?, diagnostics: [Diagnostic]) {
    let parsed = YAMLParse.documents(source)
    var diagnostics = parsed.diagnostics
    guard let root = parsed.documents.first, !(root.kind == .scalar && root.isNull) else {
      if !parsed.hasErrors {
        diagnostics.append(
          Diagnostic(
            .error, code: "spec/empty", "the spec is empty", at: SourceSpan(0, 0),
            help: "'planner init' prints one to start from"))
      }
      return (nil, diagnostics)
    }
    if parsed.documents.count > 1 {
      diagnostics.append(
        Diagnostic(
          .error, code: "spec/documents", "a spec is one document, this file has \(parsed.documents.count)",
          at: parsed.documents[1].span, help: "remove what follows '---'"))
    }
    if let planner = root.entries.first(where: { $0.key.text == "planner" })?.value, planner.kind == .mapping,
      planner.entries.contains(where: { $0.key.text == "result_version" })
    {
      diagnostics.append(
        Diagnostic(
          .error, code: "spec/result", "this is a saved result, not a spec", at: planner.span,
          help: "name the spec it was made from; 'diff' and 'check --against' take results"))
      return (nil, diagnostics)
    }
    let groups = root.entries.first { $0.key.text == "users" }?.value.entries.map(\.key.text) ?? []
    var decoder = ShapeDecoder(source: source, words: words, currency: currency(of: root), groups: Set(groups))
    let builder = SpecBuilder(root, &decoder)
    // What a damaged line hides is not missing.
    diagnostics += decoder.diagnostics.filter {
      !parsed.hasErrors || !["spec/missing-key", "spec/empty"].contains($0.code)
    }
    diagnostics = ordered(diagnostics)
    if decoder.hiddenCount > 0 {
      diagnostics.append(
        Diagnostic(.error, code: "spec/more", "\(decoder.hiddenCount) further mistakes are not shown"))
    }
    let isSound = !diagnostics.contains { $0.level == .error }
    return (isSound ? builder.spec : nil, diagnostics)
  }

  /// By position, each once: what an anchor names is read again by its aliases.
  private static func ordered(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    struct Same: Hashable {
      var span: SourceSpan?
      var code: String
      var message: String
    }
    var seen: Set<Same> = []
    let unique = diagnostics.filter { seen.insert(Same(span: $0.span, code: $0.code, message: $0.message)).inserted }
    let sorted = unique.enumerated().sorted { a, b in
      (a.element.span?.start ?? 0, a.offset) < (b.element.span?.start ?? 0, b.offset)
    }
    return sorted.map(\.element)
  }

  private static func currency(of root: YAMLNode) -> String {
    let stated = root.entries.first { $0.key.text == "currency" }?.value.text ?? ""
    return SpecNames.isCurrency(stated) ? stated : "USD"
  }
}
