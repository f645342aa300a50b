import Foundations
import Gates
import Planning

/// Something to tell at a place of a file, as annotating tools take it.
struct Finding: Sendable, Hashable {
  /// Stable identifier of the kind of finding.
  var rule: String
  /// What the rule asks for, in one sentence.
  var ruleSummary: String
  /// What to do, in one sentence; empty when the message says it.
  var ruleHelp: String
  /// Unique within a run.
  var id: String
  var level: DiagnosticLevel
  var message: String
  /// Relative to the working directory, without `./`.
  var file: String
  /// From 1.
  var line: Int
  /// From 1; `nil` for the whole line.
  var column: Int?
  /// How far beyond its limit, as a factor; 0 when it has none. The worst stand first.
  var excess = 0.0
  /// Stays the same when lines move and values change.
  var fingerprint: String

  init(_ check: LimitCheck, file: String) {
    rule = check.rule.rawValue
    ruleSummary = check.rule.summary
    ruleHelp = check.rule.help
    id = check.id
    level = check.shownLevel
    message = check.message
    self.file = file
    line = max(1, check.line ?? 1)
    if let value = check.value, let limit = check.limit, value > 0, limit > 0 {
      let isNearOne = check.unit == "ratio" && check.isFloor && limit < 1 && value < 1
      let factor = isNearOne ? (1 - value) / (1 - limit) : check.isFloor ? limit / value : value / limit
      excess = factor.isFinite ? factor : .greatestFiniteMagnitude
    } else if check.outcome == .missed {
      excess = .greatestFiniteMagnitude
    }
    fingerprint = Finding.fingerprint(rule, check.path, check.id, file)
  }

  init(_ diagnostic: Diagnostic, source: SourceText, file: String, count: Int) {
    rule = diagnostic.code
    ruleSummary = "The spec is free of mistakes of the kind \(diagnostic.code)."
    ruleHelp = ""
    id = "\(diagnostic.code)\(diagnostic.path.isEmpty ? "" : " \(diagnostic.path)")\(count > 1 ? " \(count)" : "")"
    level = diagnostic.level
    message = ([diagnostic.message] + (diagnostic.help.map { [$0] } ?? [])).joined(separator: "; ")
    self.file = file
    let place = diagnostic.span.map { source.position(of: $0.start) }
    line = place?.line ?? 1
    column = place?.column
    fingerprint = Finding.fingerprint(rule, diagnostic.path, diagnostic.path.isEmpty ? message : id, file)
  }

  private static func fingerprint(_ parts: String...) -> String {
    String(SHA256.hex(Array(parts.joined(separator: "\n").utf8)).prefix(40))
  }
}

/// Findings of a run over one file, in the order of the file.
package struct FindingList: Sendable {
  let findings: [Finding]
  /// Name of the spec or, when it could not be read, of its file.
  let name: String

  /// What a check found.
  ///
  /// - Parameter file: the spec's path as others should show it.
  package init(_ check: GateCheck, file: String) {
    findings = check.findings.map { Finding($0, file: file) }
    name = check.plan.specName
  }

  /// Mistakes of a spec that could not be planned.
  package init(_ diagnostics: [Diagnostic], source: SourceText, file: String) {
    var counts: [String: Int] = [:]
    findings = diagnostics.map { diagnostic in
      let key = "\(diagnostic.code) \(diagnostic.path)"
      counts[key, default: 0] += 1
      return Finding(diagnostic, source: source, file: file, count: counts[key] ?? 1)
    }
    name = file
  }

  /// Errors before warnings before notes, the furthest from its limit first; ties in the order of the file.
  var worstFirst: [Finding] {
    func rank(_ level: DiagnosticLevel) -> Int { level == .error ? 0 : level == .warning ? 1 : 2 }
    return findings.enumerated().sorted { a, b in
      let (x, y) = (rank(a.element.level), rank(b.element.level))
      if x != y { return x < y }
      return a.element.excess == b.element.excess ? a.offset < b.offset : a.element.excess > b.element.excess
    }.map(\.element)
  }
}

/// Paths of files as other tools take them.
package enum ReportPath {
  /// The path relative to a folder when it lies within, else without its leading slash; no `./`, `-` is `stdin`.
  package static func relative(_ path: String, to folder: String) -> String {
    if path == "<stdin>" || path == "-" { return "stdin" }
    var parts: [Substring] = []
    let isAbsolute = path.hasPrefix("/")
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    guard isAbsolute else { return parts.joined(separator: "/") }
    let home = folder.split(separator: "/")
    return (!home.isEmpty && parts.starts(with: home) ? parts.dropFirst(home.count) : parts[...])
      .joined(separator: "/")
  }

  /// The path percent-encoded as a relative URI.
  static func uri(_ path: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let hex = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in path.utf8 {
      if plain.contains(byte) { out.append(byte) } else { out += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]] }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
