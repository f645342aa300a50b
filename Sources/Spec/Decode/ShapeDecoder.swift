import Foundations
import YAML

/// Checks nodes against shapes and keeps every mistake with its place.
struct ShapeDecoder {
  let source: SourceText
  let words: KnownWords
  let currency: String
  private(set) var diagnostics: [Diagnostic] = []
  /// Every range that was read, in source order.
  private(set) var ranges: [Amount] = []
  /// Regions by their name without the provider.
  let regionNames: [String: [String]]
  /// Cities by their name in lower case.
  let cities: [String: String]
  /// Names under `users`.
  let groups: Set<String>
  /// Mistakes beyond the limit.
  private(set) var hiddenCount = 0

  /// Mistakes that are kept: more help nobody.
  static let limit = 1000

  init(source: SourceText, words: KnownWords, currency: String, groups: Set<String>) {
    self.source = source
    self.words = words
    self.currency = currency
    self.groups = groups
    cities = Dictionary(words.cities.map { ($0.lowercased(), $0) }) { first, _ in first }
    var names: [String: [String]] = [:]
    for region in words.regions { names[SpecNames.regionName(region), default: []].append(region) }
    regionNames = names
  }

  mutating func report(
    _ code: String, _ message: String, at span: SourceSpan, path: String, help: String? = nil,
    labels: [DiagnosticLabel] = [], notes: [String] = [], level: DiagnosticLevel = .error
  ) {
    guard diagnostics.count < ShapeDecoder.limit else {
      hiddenCount += 1
      return
    }
    diagnostics.append(
      Diagnostic(
        level, code: "spec/" + code, message, at: span, path: path, help: help, labels: labels, notes: notes))
  }

  /// A node that does not have the kind that is due.
  mutating func reportKind(_ node: YAMLNode, _ due: String, _ path: String, help: String? = nil) {
    let found =
      switch node.kind {
      case .scalar: node.isNull ? "nothing" : "'\(QuantityText.clipped(node.text))'"
      case .sequence: "a list"
      case .mapping: "a mapping"
      }
    var help = help
    if node.kind == .mapping, source.text(node.span).hasPrefix("{{") { help = "put the template in quotes" }
    report("type", "expected \(due), read \(found)", at: firstLine(node.span), path: path, help: help)
  }

  /// The part of a span on its first line, so that carets stay readable.
  func firstLine(_ span: SourceSpan) -> SourceSpan {
    var end = span.start
    while end < span.end, end < source.bytes.count, source.bytes[end] != 0x0A, source.bytes[end] != 0x0D { end += 1 }
    return SourceSpan(span.start, max(end, min(span.start + 1, source.bytes.count)))
  }

  // MARK: Shapes

  /// The value of a node; `nil` after a mistake.
  mutating func decode(_ node: YAMLNode, _ shape: Shape, path: String) -> Located? {
    value(node, shape, path: path).map { Located(value: $0, span: node.span, path: path) }
  }

  private mutating func value(_ node: YAMLNode, _ shape: Shape, path: String) -> Decoded? {
    switch shape {
    case .amount(let dimension, let rule):
      return recorded(amount(node, dimension, rule, path: path)).map { .amount($0) }
    case .either(let first, let second): return recorded(either(node, first, second, path)).map { .amount($0) }
    case .growing(let dimension):
      let growing = growing(node, dimension, path: path)
      if case .growing(let amount, nil)? = growing { _ = recorded(amount) }
      return growing
    case .distribution(let dimension):
      let spread = distribution(node, dimension, path: path)
      if case .amount(let amount)? = spread { _ = recorded(amount) }
      return spread
    case .variability: return recorded(variability(node, path)).map { .amount($0) }
    case .growth:
      let growth = growth(node, path: path)
      if let range = growth?.range { _ = recorded(range) }
      return growth.map { .growth($0) }
    case .text: return text(node, path)
    case .currency: return currency(node, path)
    case .name: return name(node, path)
    case .bool: return bool(node, path)
    case .integer(let range): return integer(node, range, path)
    case .choice(let allowed): return choice(node, allowed, path)
    case .month(let words): return month(node, words, path)
    case .clock: return clock(node, path)
    case .place: return place(node, path)
    case .vocabulary(let vocabulary): return word(node, vocabulary, path)
    case .many(let inner): return many(node, inner, path)
    case .list(let inner): return list(node, inner, path)
    case .table(let table): return self.table(node, table, path: path).map { .table($0) }
    case .mapping(let what, let keys, let inner): return mapping(node, what, keys, inner, path)
    case .opaque: return .mapping([])
    case .forms(let scalarShape, let mappings): return forms(node, scalarShape, mappings, path)
    }
  }

  private mutating func recorded(_ amount: Amount?) -> Amount? {
    if let amount, amount.isRange { ranges.append(amount) }
    return amount
  }

  private mutating func forms(
    _ node: YAMLNode, _ scalarShape: Shape?, _ mappings: [(key: String, shape: Shape)], _ path: String
  ) -> Decoded? {
    if node.kind == .mapping {
      let keys = Set(node.entries.map(\.key.text))
      let fitting = mappings.first { $0.key.isEmpty || keys.contains($0.key) } ?? mappings.last
      if let fitting { return value(node, fitting.shape, path: path) }
    }
    if let scalarShape { return value(node, scalarShape, path: path) }
    reportKind(node, "a mapping", path)
    return nil
  }

  private mutating func list(_ node: YAMLNode, _ inner: Shape, _ path: String) -> Decoded? {
    guard node.kind == .sequence else {
      reportKind(node, "a list", path, help: "write '- ' before each entry, or [ ]")
      return nil
    }
    let items = node.items
    if items.isEmpty {
      report(
        "empty", "the list is empty", at: node.span, path: path, help: "state \(Describe.shape(inner)), or remove it")
      return nil
    }
    return .list(items.enumerated().compactMap { decode($1, inner, path: "\(path).\($0)") })
  }

  private mutating func many(_ node: YAMLNode, _ inner: Shape, _ path: String) -> Decoded? {
    if node.kind == .sequence { return list(node, inner, path) }
    return decode(node, inner, path: path).map { .list([$0]) }
  }
}
