import Foundations

/// Documents and findings of one text.
package struct YAMLResult: Sendable {
  /// Root nodes in order. After mistakes they hold what could be read.
  package var documents: [YAMLNode]
  /// Findings by position, at most as many errors as the limit.
  package var diagnostics: [Diagnostic]

  /// Whether anything is an error.
  package var hasErrors: Bool { diagnostics.contains { $0.level == .error } }
}

/// Reads YAML 1.2.2 with the core schema and merge keys.
package enum YAMLParse {
  /// The documents of a text, and every mistake found in it.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - limits: bounds on memory and time.
  ///   - strict: also reports merge keys and words that YAML 1.1 took for booleans.
  /// - Complexity: O(n) in the bytes.
  package static func documents(
    _ source: SourceText, limits: YAMLLimits = .standard, strict: Bool = false
  ) -> YAMLResult {
    let stream = ParsedStream(source, limits: limits)
    let composed = Composer.documents(stream, limits: limits, isStrict: strict)
    // After a mistake an alias may miss its anchor only because the anchor was skipped.
    let found = composed.diagnostics.filter { diagnostic in
      guard !stream.faults.isEmpty, diagnostic.code == "yaml/alias", let span = diagnostic.span else { return true }
      return !isAnchored(source, SourceSpan(span.start + 1, span.end))
    }
    var all = stream.faults.map(\.diagnostic) + found
    all.sort { ($0.span?.start ?? 0, $0.span?.end ?? 0) < ($1.span?.start ?? 0, $1.span?.end ?? 0) }
    var errors = 0
    all = all.filter { diagnostic in
      if diagnostic.level == .error { errors += 1 }
      return errors <= limits.errors
    }
    return YAMLResult(documents: composed.roots, diagnostics: all)
  }

  /// Whether `&name` stands anywhere in the text.
  private static func isAnchored(_ source: SourceText, _ name: SourceSpan) -> Bool {
    let wanted = [0x26] + source.bytes[name.start..<name.end]
    var i = 0
    while i + wanted.count <= source.bytes.count {
      if source.bytes[i] == 0x26, source.bytes[i..<(i + wanted.count)].elementsEqual(wanted) { return true }
      i += 1
    }
    return false
  }
}
