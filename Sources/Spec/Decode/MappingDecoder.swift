import Foundations
import YAML

/// Mappings: with known keys, and with keys that the user names.
extension ShapeDecoder {
  /// A mapping with known keys.
  mutating func table(_ node: YAMLNode, _ table: KeyTable, path: String) -> DecodedTable? {
    guard node.kind == .mapping else {
      let allowed = table.names.prefix(6).joined(separator: ", ")
      reportKind(
        node, "a mapping with the keys of \(table.name)", path,
        help: "its keys are \(allowed)\(table.keys.count > 6 ? ", …" : "")")
      return nil
    }
    var result = DecodedTable(span: node.span, path: path)
    var unknown: [String] = []
    for entry in node.entries {
      let key = entry.key.text
      guard entry.key.kind == .scalar, let known = table.key(key) else {
        reportUnknown(entry, in: table, path: path)
        unknown.append(key)
        continue
      }
      // A second one is reported where the text is read.
      guard result.keySpans[key] == nil else { continue }
      result.keySpans[key] = entry.key.span
      let inner = path.isEmpty ? key : "\(path).\(key)"
      if entry.value.isNull {
        report(
          "empty", "'\(key)' has no value", at: entry.key.span, path: inner,
          help: "state \(Describe.shape(known.shape)), or remove the key")
        continue
      }
      if let value = decode(entry.value, known.shape, path: inner) { result.fields[key] = value }
    }
    reportMissing(node, table, result, unknown, path)
    return result
  }

  private mutating func reportMissing(
    _ node: YAMLNode, _ table: KeyTable, _ result: DecodedTable, _ unknown: [String], _ path: String
  ) {
    for key in table.keys where key.isRequired && result.keySpans[key.name] == nil {
      // A mistyped key is said already.
      let isMistyped = unknown.contains {
        $0.hasPrefix(key.name + ":") || SpecNames.nearest($0, in: table.names) == key.name
      }
      if isMistyped { continue }
      report(
        "missing-key", "\(table.name) needs '\(key.name)'", at: firstLine(node.span), path: path,
        help: "add '\(key.name): \(example(of: key, in: node))'", notes: ["\(key.name): \(key.summary)"])
    }
  }

  /// What to write for a missing key; a kind is guessed from the keys beside it.
  private func example(of key: Key, in node: YAMLNode) -> String {
    guard key.name == "kind" else { return Describe.example(key.shape) }
    let stated = node.entries.map(\.key.text)
    let own = stated.compactMap { KeyTables.kinds(with: $0) }
    return KeyTables.kinds.max { a, b in
      own.count { $0.contains(a) } < own.count { $0.contains(b) }
    } ?? "service"
  }

  private mutating func reportUnknown(_ entry: YAMLEntry, in table: KeyTable, path: String) {
    guard entry.key.kind == .scalar else {
      report(
        "unknown-key", "a key of \(table.name) is a word, not a \(entry.key.kind == .mapping ? "mapping" : "list")",
        at: firstLine(entry.key.span), path: path, notes: ["keys of \(table.name): \(keyList(table))"])
      return
    }
    let key = entry.key.text
    report(
      "unknown-key", "unknown key '\(QuantityText.clipped(key))' in \(table.name)", at: firstLine(entry.key.span),
      path: path.isEmpty ? QuantityText.clipped(key) : "\(path).\(QuantityText.clipped(key))",
      help: helpForKey(key, entry, table, path), notes: ["keys of \(table.name): \(keyList(table))"])
  }

  private func keyList(_ table: KeyTable) -> String { table.names.joined(separator: ", ") }

  private func helpForKey(_ key: String, _ entry: YAMLEntry, _ table: KeyTable, _ path: String) -> String? {
    if let colon = key.firstIndex(of: ":"), table.key(String(key[..<colon])) != nil {
      return "write a space after ':'"
    }
    if path.isEmpty, entry.value.kind == .mapping, entry.value.entries.contains(where: { $0.key.text == "kind" }) {
      return "a workload: put it under 'workloads'"
    }
    if table.key("slo") != nil, KeyTables.slo.key(key) != nil { return "'\(key)' belongs under 'slo'" }
    let owners = KeyTables.kinds(with: key).map { KeyTables.article($0) }
    if table.key("slo") != nil, !owners.isEmpty { return "'\(key)' belongs to \(Describe.choice(owners))" }
    if let near = SpecNames.nearest(key, in: table.names) { return "did you mean '\(near)'?" }
    if let known = Describe.habits.first(where: { $0.written == key && table.key($0.meant) != nil }) {
      return "did you mean '\(known.meant)'?"
    }
    if !owners.isEmpty { return "'\(key)' belongs to \(Describe.choice(owners))" }
    return Describe.owner(of: key).map { "'\(key)' belongs under \($0)" }
  }

  /// A mapping whose keys the user names.
  mutating func mapping(
    _ node: YAMLNode, _ what: String, _ rule: NameRule, _ inner: Shape, _ path: String
  ) -> Decoded? {
    guard node.kind == .mapping else {
      reportKind(node, "a mapping of names to \(what)", path)
      return nil
    }
    let given = node.entries
    if given.isEmpty {
      report("empty", "the mapping is empty", at: node.span, path: path, help: "name \(what), or remove it")
      return nil
    }
    var entries: [Decoded.Entry] = []
    for entry in given {
      let name = entry.key.text
      check(name, rule, at: firstLine(entry.key.span), path: "\(path).\(QuantityText.clipped(name))")
      if entry.value.isNull {
        report(
          "empty", "'\(QuantityText.clipped(name))' has no value", at: firstLine(entry.key.span),
          path: "\(path).\(QuantityText.clipped(name))", help: "state \(Describe.shape(inner)), or remove the key")
        continue
      }
      if let value = decode(entry.value, inner, path: "\(path).\(name)") {
        entries.append(Decoded.Entry(name: name, keySpan: entry.key.span, value: value))
      }
    }
    return .mapping(entries)
  }

  private mutating func check(_ name: String, _ rule: NameRule, at span: SourceSpan, path: String) {
    switch rule {
    case .label:
      if !SpecNames.isLabel(name, minimum: 1) { reportName(name, minimum: 1, at: span, path: path) }
    case .reference: break
    case .provider:
      if !words.providers.contains(name) { reportUnknown("provider", name, words.providers, at: span, path: path) }
    case .offer: checkOffer(name, at: span, path: path)
    }
  }

  private mutating func checkOffer(_ name: String, at span: SourceSpan, path: String) {
    let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, parts[0].contains(":") else {
      report(
        "override", "'\(QuantityText.clipped(name))' names no machine in a region", at: span, path: path,
        help: "write provider:region/machine, such as aws:eu-central-1/m6i.large")
      return
    }
    if !words.regions.contains(String(parts[0])) {
      reportUnknown("region", String(parts[0]), words.regions, at: span, path: path)
    }
  }
}
