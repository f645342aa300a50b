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
    let found = stream.faults.isEmpty ? composed.diagnostics : independent(composed.diagnostics, of: stream)
    var all = stream.faults.map(\.diagnostic) + found
    all.sort { ($0.span?.start ?? 0, $0.span?.end ?? 0) < ($1.span?.start ?? 0, $1.span?.end ?? 0) }
    var errors = 0
    all = all.filter { diagnostic in
      if diagnostic.level == .error { errors += 1 }
      return errors <= limits.errors
    }
    return YAMLResult(documents: composed.roots, diagnostics: all)
  }

  /// Findings that are no mere consequence of mistakes in the syntax.
  private static func independent(_ found: [Diagnostic], of stream: ParsedStream) -> [Diagnostic] {
    // An alias may miss its anchor only because the anchor was skipped, and both sides of a conflict have one key.
    let anchored = found.contains { $0.code == "yaml/alias" } ? anchors(stream.source.bytes) : []
    let isConflict = stream.faults.contains { $0.diagnostic.code == "yaml/conflict" }
    return found.filter { diagnostic in
      guard let span = diagnostic.span else { return true }
      switch diagnostic.code {
      case "yaml/alias": return !anchored.contains(stream.source.bytes[(span.start + 1)..<span.end])
      case "yaml/duplicate-key": return !isConflict
      // The syntax has said it already.
      case "yaml/template": return !stream.faults.contains { $0.diagnostic.span?.start == span.start }
      default: return true
      }
    }
  }

  /// What stands behind each `&` of a text.
  private static func anchors(_ bytes: [UInt8]) -> Set<ArraySlice<UInt8>> {
    var names: Set<ArraySlice<UInt8>> = []
    var i = 0
    while i < bytes.count {
      guard bytes[i] == 0x26 else {
        i += 1
        continue
      }
      let start = i + 1
      i = start
      while i < bytes.count, bytes[i] > 0x20, ![0x2C, 0x5B, 0x5D, 0x7B, 0x7D].contains(bytes[i]) { i += 1 }
      names.insert(bytes[start..<i])
    }
    return names
  }
}
