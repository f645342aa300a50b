import Catalog
import Foundations
import Planning
import Spec

/// A spec read, decoded and planned for a command that enforces or compares it.
struct SpecRun {
  let source: SourceText
  /// Mistakes and warnings, of the decoder and of the model.
  let diagnostics: [Diagnostic]
  /// `nil` when the spec has mistakes.
  let spec: Spec?
  /// `nil` when the spec has mistakes.
  let plan: Plan?
  /// What plans the spec, and variations of it.
  let planner: Planner?

  /// Reads and plans a spec.
  ///
  /// - Parameters:
  ///   - prices: text of own prices as CSV, merged into the catalog.
  init(
    _ source: SourceText, options: Planner.Options, prices: SourceText?, _ environment: CommandEnvironment
  ) throws(UsageError) {
    self.source = source
    let decoded = SpecDecoder.decode(source, words: KnownWords(Catalog(providers: [])))
    guard let spec = decoded.spec else {
      self.spec = nil
      plan = nil
      planner = nil
      diagnostics = decoded.diagnostics
      return
    }
    let planner = Planner(
      spec: spec, source: source, catalog: try SpecRun.catalog(spec, prices, environment), options: options)
    let (plan, findings) = planner.plan()
    self.spec = spec
    self.planner = planner
    self.plan = plan
    diagnostics = decoded.diagnostics + findings
  }

  /// The catalog of a spec's providers, with own prices.
  static func catalog(
    _ spec: Spec, _ prices: SourceText?, _ environment: CommandEnvironment
  ) throws(UsageError) -> Catalog {
    var catalog = Catalog(providers: Planner.providers(for: spec))
    guard let prices else { return catalog }
    let merged = CatalogImport.merge(csv: prices, into: &catalog)
    environment.report(merged.diagnostics, prices, isJSON: false)
    if merged.diagnostics.contains(where: { $0.level == .error }) {
      throw UsageError("\(prices.name) cannot be merged into the catalog")
    }
    return catalog
  }
}

extension ParsedArguments {
  /// Seconds of an option that takes a duration.
  func duration(_ name: String, example: String) throws(UsageError) -> Double? {
    guard let text = value(name) else { return nil }
    do throws(QuantityError) {
      return try QuantityText.parse(text, as: .time).value
    } catch {
      throw UsageError("--\(name) takes a duration such as '\(example)', not '\(text)'")
    }
  }

  /// An amount of money in a currency, or a bare number of it.
  func money(_ name: String, as dimension: Dimension, currency: String) throws(UsageError) -> Money? {
    guard let text = value(name) else { return nil }
    do throws(QuantityError) {
      let quantity = try QuantityText.parse(text, as: dimension, currency: currency, allowsBare: true)
      return quantity.decimal
    } catch {
      throw UsageError(
        "--\(name) takes \(dimension.article) in \(currency) such as '\(dimension.written("500", currency: currency))', "
          + "not '\(text)'")
    }
  }

  /// A share such as `10%`; a bare number counts percent, as the option's name says.
  func percent(_ name: String) throws(UsageError) -> Money? {
    guard let text = value(name) else { return nil }
    if let bare = Money(parsing: text) { return bare.times(0.01) }
    return try share(name, example: "10%")
  }

  /// A share such as `10%`; a bare number is one where it cannot be mistaken.
  func share(_ name: String, example: String) throws(UsageError) -> Money? {
    guard let text = value(name) else { return nil }
    if let quantity = try? QuantityText.parse(text, as: .ratio), quantity.value >= 0 { return quantity.decimal }
    let hint = Money(parsing: text).map { "did you mean '\($0)%'?" }
    throw UsageError("--\(name) takes a share such as '\(example)', not '\(text)'", help: hint)
  }
}
