import Catalog
import Foundations

/// `planner catalog list|show|import`: the embedded prices and hardware.
enum CatalogCommand {
  static let spec = CommandSpec(
    "catalog", "lists the embedded prices and hardware, each with source and date",
    operands: ["list|show|import", "[WHAT]"],
    options: [
      Commands.format, Commands.output, Commands.width,
      OptionSpec("provider", placeholder: "NAME", values: Catalog.allProviders, "one provider only"),
      OptionSpec("region", placeholder: "PATTERN", "regions that match, such as eu-*"),
      OptionSpec("machine", placeholder: "PATTERN", "machines that match, such as m7g.*"),
      OptionSpec("min-cores", placeholder: "N", "at least that many vCPUs"),
      OptionSpec("min-memory", placeholder: "SIZE", "at least that much memory"),
      OptionSpec("gpu", "machines with GPUs only"), OptionSpec("limit", placeholder: "N", "at most that many rows; 40"),
    ],
    details: [
      "'list' shows machines with their prices in a region (us-east-1 unless --region says otherwise), 'list regions' the regions; "
        + "'show' takes provider:region, provider:machine or provider:region/machine; 'import' reads a CSV with the columns "
        + "provider, machine, region, ondemand_usd_per_hour and says what it replaces; 'evaluate --prices' uses it."
    ],
    examples: [
      "planner catalog list --provider aws --machine 'm7g.*' --region eu-central-1",
      "planner catalog show aws:eu-central-1/m7g.large",
      "planner catalog import prices.csv",
    ])

  static func run(_ arguments: ParsedArguments, _ terminal: Terminal) throws(UsageError) -> ExitCode {
    let action = arguments.operands.first ?? ""
    switch action {
    case "list":
      if arguments.operands.dropFirst().first == "regions" { return try regions(arguments, terminal) }
      return try machines(arguments, terminal)
    case "show": return try show(arguments, terminal)
    case "import": return try merge(arguments, terminal)
    default:
      throw UsageError(
        "unknown action '\(action)' of catalog; it is list, show or import",
        help: Suggestion.nearest(action, in: ["list", "show", "import"]).map { "did you mean '\($0)'?" })
    }
  }

  private static func emit(
    _ columns: [String], _ rows: [[String]], _ arguments: ParsedArguments, _ terminal: Terminal, note: String
  ) -> ExitCode {
    if arguments.values["format"] == "json" {
      let objects = rows.map { row in
        JSON.object(zip(columns, row).map { ($0, $1.isEmpty ? .null : .string($1)) })
      }
      return terminal.print(JSON.array(objects).text() + "\n")
    }
    var table = TextTable(columns.map { .init($0, isFlexible: $0 == "source") })
    for row in rows { table.add(row) }
    return terminal.print(
      table.lines(width: terminal.width, style: terminal.style(.output)).joined(separator: "\n") + "\n" + note)
  }

  private static func regions(_ arguments: ParsedArguments, _ terminal: Terminal) throws(UsageError) -> ExitCode {
    let catalog = Catalog(providers: [])
    let pattern = arguments.values["region"] ?? "*"
    let found = catalog.allRegions.filter { region in
      (arguments.values["provider"].map { $0 == region.provider } ?? true) && Pattern.matches(pattern, region.name)
    }
    guard !found.isEmpty else { throw UsageError("no region matches '\(pattern)'") }
    return emit(
      ["region", "city", "country", "zones", "kind"],
      found.map {
        [$0.id, $0.city, $0.country, "\($0.zones)\($0.zonesAssumed ? " (assumed)" : "")", $0.kind.rawValue]
      },
      arguments, terminal, note: "\n\(found.count) regions; catalog of \(Catalog.date)\n")
  }

  private static func machines(_ arguments: ParsedArguments, _ terminal: Terminal) throws(UsageError) -> ExitCode {
    let providers = arguments.values["provider"].map { [$0] } ?? ["aws"]
    let catalog = Catalog(providers: providers)
    let limit = arguments.values["limit"].flatMap { Int($0) } ?? 40
    let cores = arguments.values["min-cores"].flatMap { Double($0) } ?? 0
    var memory = 0.0
    if let text = arguments.values["min-memory"] {
      guard let size = try? QuantityText.parse(text, as: .size) else {
        throw UsageError("--min-memory takes a size such as 16 GiB")
      }
      memory = size.value
    }
    var rows: [[String]] = []
    var count = 0
    for provider in providers {
      let home = ["aws": "us-east-1", "gcp": "us-central1", "azure": "eastus"][provider] ?? "*"
      let pattern = arguments.values["region"] ?? home
      let regions = catalog.regions(provider: provider)
      let machines = catalog.machines(provider: provider)
      for offer in catalog.offers(provider: provider) {
        let machine = machines[offer.machine]
        let region = regions[offer.region]
        guard Pattern.matches(pattern, region.name), machine.vcpus >= cores, machine.memoryBytes >= memory,
          !arguments.has("gpu") || machine.gpuCount > 0,
          arguments.values["machine"].map({ Pattern.matches($0, machine.name) }) ?? true
        else { continue }
        count += 1
        guard rows.count < limit else { continue }
        func price(_ value: Money?) -> String { value?.description ?? "" }
        rows.append([
          machine.id, region.name, "\(JSON.text(of: machine.vcpus))",
          "\(Money(machine.memoryBytes / 1_073_741_824).formatted(places: 1))",
          machine.speed.map { Money($0).formatted(places: 2) } ?? "", price(offer.onDemand), price(offer.spot),
          price(offer.reserved1y), price(offer.reserved3y),
        ])
      }
    }
    guard !rows.isEmpty else {
      throw UsageError("nothing in the catalog matches", help: "see 'planner catalog list regions'")
    }
    return emit(
      ["machine", "region", "vcpu", "gib", "speed", "on_demand", "spot", "1y", "3y"], rows, arguments, terminal,
      note: "\n\(rows.count) of \(count) rows, USD an hour; catalog of \(Catalog.date); more with --limit\n")
  }

  private static func show(_ arguments: ParsedArguments, _ terminal: Terminal) throws(UsageError) -> ExitCode {
    guard arguments.operands.count > 1 else {
      throw UsageError("show needs provider:region, provider:machine or provider:region/machine")
    }
    let what = arguments.operands[1]
    let provider = String(what.prefix { $0 != ":" })
    guard Catalog.allProviders.contains(provider) else {
      throw UsageError(
        "'\(what)' names no provider", help: "write \(Catalog.allProviders.joined(separator: ", ")) and ':' before it")
    }
    let catalog = Catalog(providers: [provider])
    let source = catalog.source(provider: provider)
    var rows: [(String, String)] = []
    let parts = what.split(separator: "/", maxSplits: 1).map(String.init)
    let machineID = parts.count == 2 ? "\(provider):\(parts[1])" : what
    if let machine = catalog.machine(machineID) {
      rows += [
        ("machine", machine.id), ("vcpu", JSON.text(of: machine.vcpus)),
        ("memory", "\(Money(machine.memoryBytes / 1_073_741_824).formatted(places: 2)) GiB"),
        (
          "speed",
          machine.speed.map { "\(Money($0).formatted(places: 3)) of the reference core, \(machine.speedSource)" }
            ?? "unknown"
        ),
        ("network", machine.networkBitsPerSecond.map { "\(Money($0 / 1e9).formatted(places: 1)) Gbit/s" } ?? "unknown"),
      ]
      if let gpu = machine.gpuName { rows.append(("gpu", "\(JSON.text(of: machine.gpuCount)) × \(gpu)")) }
      if parts.count == 2 {
        guard let m = catalog.machineIndex(machineID), let r = catalog.regionIndex(parts[0]),
          let offer = catalog.offer(provider: provider, machine: m, region: r)
        else { throw UsageError("\(parts[1]) is not offered in \(parts[0]), as far as the catalog knows") }
        func price(_ value: Money?) -> String { value.map { "\($0) USD/h" } ?? "unknown" }
        rows += [
          ("region", parts[0]), ("on-demand", price(offer.onDemand)), ("spot", price(offer.spot)),
          ("1y", price(offer.reserved1y)),
          ("3y", price(offer.reserved3y)),
          (
            "interruption",
            offer.interruptionHigh.map { "up to \(Money($0 * 100).formatted(places: 0)) % a month" } ?? "unknown"
          ),
        ]
      } else {
        rows.append(
          (
            "regions",
            "\(catalog.machineIndex(machineID).map { catalog.offers(provider: provider, machine: $0).count } ?? 0)"
          ))
      }
    } else if let region = catalog.region(what) {
      rows += [
        ("region", region.id), ("city", region.city), ("country", region.country),
        ("zones", "\(region.zones)\(region.zonesAssumed ? " (assumed)" : "")"),
        (
          "carbon",
          region.gridIntensity.value.map { "\(Money($0).formatted(places: 0)) g/kWh, \(region.gridIntensity.source)" }
            ?? "unknown"
        ),
      ]
      for item in ServiceItem.allCases {
        let figure = catalog.servicePrice(item, region: what)
        if let amount = figure.amount {
          rows.append(
            (
              item.rawValue,
              "\(amount) USD/\(figure.unit), \(figure.confidence.rawValue), \(figure.source), \(figure.asOf)"
            ))
        }
      }
    } else {
      let names = catalog.machines(provider: provider).map(\.id) + catalog.allRegions.map(\.id)
      throw UsageError(
        "the catalog has no '\(what)'", help: Suggestion.nearest(machineID, in: names).map { "did you mean '\($0)'?" })
    }
    rows.append(("source", "\(source.name), \(source.asOf)"))
    if arguments.values["format"] == "json" {
      return terminal.print(JSON.object(rows.map { ($0.0, .string($0.1)) }).text() + "\n")
    }
    var table = TextTable([.init(""), .init("", isFlexible: true)])
    for row in rows { table.add([row.0, row.1]) }
    return terminal.print(
      table.lines(width: terminal.width, style: terminal.style(.output)).joined(separator: "\n") + "\n")
  }

  private static func merge(_ arguments: ParsedArguments, _ terminal: Terminal) throws(UsageError) -> ExitCode {
    guard arguments.operands.count > 1 else { throw UsageError("import needs a CSV file") }
    let source = try Terminal.read(arguments.operands[1])
    var catalog = Catalog()
    let report = CatalogImport.merge(csv: source, into: &catalog)
    terminal.report(report.diagnostics, source, isJSON: false)
    if report.diagnostics.contains(where: { $0.level == .error }) { return .usage }
    var out = ""
    for change in report.changes {
      out += "\(change.key): \(change.before.map { "\($0)" } ?? "new") → \(change.after) USD/h\n"
    }
    out += "\(report.added) added, \(report.replaced) replaced\n"
    return terminal.print(out)
  }
}

/// Patterns with `*` for any text.
enum Pattern {
  static func matches(_ pattern: String, _ text: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return pattern == text }
    guard text.hasPrefix(parts[0]), text.hasSuffix(parts[parts.count - 1]) else { return false }
    var rest = text.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.count >= parts[parts.count - 1].count
  }
}
