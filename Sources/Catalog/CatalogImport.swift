import Foundations

/// What an import did to the catalog.
package struct ImportReport: Sendable {
  /// One price that changed.
  package struct Change: Sendable, Hashable {
    /// `provider:region/machine`, with `@spot`, `@1y` or `@3y` for the other prices.
    package var key: String
    /// The price that was replaced; `nil` where there was none.
    package var before: Money?
    package var after: Money
    /// Line of the file, from 1.
    package var line: Int
  }
  /// Prices that took the place of a listed one.
  package var replaced = 0
  /// Prices that the catalog had no row for.
  package var added = 0
  /// Every price set, in the order of the file.
  package var changes: [Change] = []
  /// Mistakes in the file, in place; rows with an error change nothing.
  package var diagnostics: [Diagnostic] = []
}

/// Merges a user's price file into the catalog.
///
/// CSV with a header. Required columns: provider, machine, region, ondemand_usd_per_hour. Optional:
/// spot_usd_per_hour, reserved_1y_usd_per_hour, reserved_3y_usd_per_hour, vcpus, memory_gib, speed,
/// architecture, gpu, gpu_count, network_gbit, country, latitude, longitude. Unknown machines need vcpus and
/// memory_gib, unknown regions become regions without coordinates unless those are given. An empty
/// price says nothing about that price.
package enum CatalogImport {
  private static let required = ["provider", "machine", "region", "ondemand_usd_per_hour"]
  private static let optional = [
    "spot_usd_per_hour", "reserved_1y_usd_per_hour", "reserved_3y_usd_per_hour", "vcpus", "memory_gib", "speed",
    "architecture", "gpu", "gpu_count", "network_gbit", "country", "latitude", "longitude",
  ]

  /// Merges `csv` into `catalog`; nothing is changed when the header is wrong.
  package static func merge(csv: SourceText, into catalog: inout Catalog) -> ImportReport {
    var report = ImportReport()
    var rows = UserCSV.rows(csv)
    guard !rows.isEmpty else {
      report.diagnostics.append(
        Diagnostic(.error, code: "prices/empty", "the price file is empty", help: "the first line names the columns"))
      return report
    }
    let header = rows.removeFirst()
    guard let columns = columns(header, &report) else { return report }
    for row in rows {
      if row.cells.count != header.cells.count {
        report.diagnostics.append(
          Diagnostic(
            .error, code: "prices/width", "\(row.cells.count) columns where the header has \(header.cells.count)",
            at: row.span))
        continue
      }
      merge(row, columns, csv, into: &catalog, &report)
    }
    return report
  }

  private static func columns(_ header: UserCSV.Row, _ report: inout ImportReport) -> [String: Int]? {
    var columns: [String: Int] = [:]
    for (index, cell) in header.cells.enumerated() {
      let name = cell.text.lowercased()
      if !(required + optional).contains(name) {
        report.diagnostics.append(
          Diagnostic(
            .error, code: "prices/unknown-column", "unknown column '\(cell.text)'", at: cell.span,
            help: Suggestion.nearest(name, in: required + optional).map { "did you mean '\($0)'?" },
            notes: ["columns: " + (required + optional).joined(separator: ", ")]))
      } else if columns[name] != nil {
        report.diagnostics.append(
          Diagnostic(.error, code: "prices/duplicate-column", "column '\(name)' stands twice", at: cell.span))
      }
      columns[name] = index
    }
    for name in required where columns[name] == nil {
      report.diagnostics.append(
        Diagnostic(.error, code: "prices/missing-column", "the column '\(name)' is missing", at: header.span))
    }
    return report.diagnostics.isEmpty ? columns : nil
  }

  private static func merge(
    _ row: UserCSV.Row, _ columns: [String: Int], _ source: SourceText, into catalog: inout Catalog,
    _ report: inout ImportReport
  ) {
    func cell(_ name: String) -> UserCSV.Cell? {
      guard let index = columns[name], !row.cells[index].text.isEmpty else { return nil }
      return row.cells[index]
    }
    var problems: [Diagnostic] = []
    func number(_ name: String) -> Double? {
      guard let cell = cell(name) else { return nil }
      if let value = Double(cell.text), value.isFinite { return value }
      problems.append(
        Diagnostic(.error, code: "prices/number", "'\(cell.text)' is not a number", at: cell.span, path: name))
      return nil
    }
    var prices: [(Catalog.PriceKind, Int64, Money)] = []
    let kinds: [(Catalog.PriceKind, String)] = [
      (.onDemand, "ondemand_usd_per_hour"), (.spot, "spot_usd_per_hour"), (.reserved1y, "reserved_1y_usd_per_hour"),
      (.reserved3y, "reserved_3y_usd_per_hour"),
    ]
    for (kind, name) in kinds {
      guard let cell = cell(name) else { continue }
      guard let amount = Money(parsing: cell.text), let units = Catalog.units(amount) else {
        problems.append(
          Diagnostic(
            .error, code: "prices/amount", "'\(cell.text)' is not a price in USD per hour", at: cell.span, path: name))
        continue
      }
      if units == 0 {
        problems.append(
          Diagnostic(
            .warning, code: "prices/zero", "a price of 0 is taken as it stands", at: cell.span, path: name,
            help: "leave the cell empty where the price is unknown"))
      }
      prices.append((kind, units, amount))
    }
    guard let provider = cell("provider")?.text.lowercased(), let regionName = cell("region")?.text,
      let machineName = cell("machine")?.text
    else {
      report.diagnostics.append(
        Diagnostic(.error, code: "prices/missing", "provider, region and machine must be stated", at: row.span))
      return
    }
    let vcpus = number("vcpus"), memory = number("memory_gib"), speed = number("speed")
    let gpuCount = number("gpu_count"), network = number("network_gbit")
    let latitude = number("latitude"), longitude = number("longitude")
    for (value, name, allowed) in [
      (vcpus, "vcpus", 0.0...1e6), (memory, "memory_gib", 0...1e9), (speed, "speed", 0...1000),
      (gpuCount, "gpu_count", 0...1e6), (network, "network_gbit", 0...1e9), (latitude, "latitude", -90...90),
      (longitude, "longitude", -180...180),
    ] {
      guard let value, !allowed.contains(value) else { continue }
      problems.append(
        Diagnostic(
          .error, code: "prices/range", "\(name) is out of range", at: cell(name)?.span ?? row.span, path: name))
    }
    let isKnown = catalog.table(provider)?.machineIndex(machineName) != nil
    if !isKnown, vcpus == nil || memory == nil {
      problems.append(
        Diagnostic(
          .error, code: "prices/unknown-machine", "the catalog has no machine '\(provider):\(machineName)'",
          at: cell("machine")?.span ?? row.span,
          help: Suggestion.nearest(machineName, in: catalog.machines(provider: provider).map(\.name))
            .map { "did you mean '\($0)'?" },
          notes: ["a new machine needs the columns vcpus and memory_gib"]))
    }
    report.diagnostics += problems
    if problems.contains(where: { $0.level == .error }) { return }

    let table = catalog.tableIndex(adding: provider)
    let region: Int
    if let index = catalog.tables[table].regions.firstIndex(where: { $0.name == regionName }) {
      region = index
    } else {
      let unknown = Measure(
        value: nil, unit: "g/kWh", source: "not stated", asOf: "", confidence: .assumed)
      region = catalog.add(
        Region(
          provider: provider, name: regionName, kind: .region, country: cell("country")?.text.uppercased() ?? "",
          latitude: latitude, longitude: longitude, gridIntensity: unknown), table: table)
    }
    let machine: Int
    if let index = catalog.tables[table].machineIndex(machineName) {
      machine = index
    } else {
      let gpu = cell("gpu")?.text
      let specs = gpu.flatMap { GPU.named($0) }
      machine = catalog.tables[table].add(
        Machine(
          provider: provider, name: machineName, vcpus: vcpus ?? 0, memoryBytes: (memory ?? 0) * 1_073_741_824,
          speed: speed, speedConfidence: speed == nil ? .assumed : .listed, speedSource: speed == nil ? "" : "the user",
          networkBitsPerSecond: network.map { $0 * 1e9 }, gpuName: specs?.name ?? gpu, gpuHasSpecs: specs != nil,
          gpuCount: gpuCount ?? (gpu == nil ? 0 : 1), architecture: cell("architecture")?.text == "arm" ? .arm : .x86))
    }
    let line = source.position(of: row.span.start).line
    for (kind, units, amount) in prices {
      let suffix = kind == .onDemand ? "" : "@" + kind.rawValue
      let key = "\(provider):\(regionName)/\(machineName)\(suffix)"
      let outcome = catalog.set(kind, units: units, table: table, machine: machine, region: region)
      var before: Money?
      if case .replaced(let old) = outcome, old != nil {
        before = old
        report.replaced += 1
      } else {
        report.added += 1
      }
      report.changes.append(ImportReport.Change(key: key, before: before, after: amount, line: line))
    }
  }
}
