import Catalog
import Foundations
import Planning

/// `catalog list [WHAT]`: tables of what the catalog knows.
enum CatalogList {
  static let subjects = ["machines", "regions", "gpus", "services", "sources"]

  static func run(
    _ what: String, _ arguments: ParsedArguments, _ environment: CommandEnvironment
  ) throws(UsageError) -> ExitCode {
    let filter = try OfferFilter(arguments)
    var report: TableReport
    switch what {
    case "machines": report = try machines(filter, arguments)
    case "regions": report = regions(filter, arguments)
    case "gpus": report = gpus()
    case "services": report = services(filter)
    case "sources": report = sources()
    default: throw UsageError(unknown: "list", what, in: subjects)
    }
    guard !report.rows.isEmpty else {
      throw UsageError(
        "nothing in the catalog matches",
        help: "see 'planner catalog list regions' and 'planner catalog list --region \"*\"'")
    }
    let format = arguments.value("format") ?? "text"
    let count = report.rows.count
    let limit = try limit(arguments, format)
    if count > limit { report.rows.removeLast(count - limit) }
    report.notes.append(
      "\(report.rows.count)\(count > limit ? " of \(count)" : "") rows; catalog of \(Catalog.date)."
        + (count > limit ? " More with --limit." : ""))
    return environment.print(report.text(format: format, width: environment.width, style: environment.style(.output)))
  }

  private static func limit(_ arguments: ParsedArguments, _ format: String) throws(UsageError) -> Int {
    guard let text = arguments.value("limit") else { return format == "text" ? 40 : .max }
    guard let number = Int(text), number >= 0 else { throw UsageError("--limit takes a number, not '\(text)'") }
    return number == 0 ? .max : number
  }

  static func money(_ value: Money?) -> JSON { value.map { .string($0.description) } ?? .null }

  private static func machines(_ filter: OfferFilter, _ arguments: ParsedArguments) throws(UsageError) -> TableReport {
    let catalog = Catalog(providers: filter.providers)
    var report = TableReport([
      .init("provider", isHidden: true), .init("machine"), .init("region"), .init("vcpus", isRight: true),
      .init("memory_bytes", isHidden: true), .init("gib", isRight: true), .init("speed", isRight: true, rank: 3),
      .init("speed_confidence", isHidden: true), .init("architecture", isHidden: true),
      .init("gpu", isFlexible: true, rank: 2), .init("gpu_count", isRight: true, rank: 1),
      .init("on_demand", isRight: true), .init("spot", isRight: true), .init("reserved_1y", isRight: true, rank: 4),
      .init("reserved_3y", isRight: true, rank: 5), .init("interruption_low", isHidden: true),
      .init("interruption_high", isHidden: true), .init("burstable", isHidden: true), .init("source", isHidden: true),
      .init("as_of", isHidden: true),
    ])
    for row in filter.rows(catalog) {
      let (machine, offer) = (row.machine, row.offer)
      let source = catalog.source(provider: machine.provider)
      report.rows.append([
        .string(machine.provider), .string(machine.name), .string(row.region.name), .number(machine.vcpus),
        .number(machine.memoryBytes), .number(machine.memoryBytes / 1_073_741_824),
        machine.speed.map { .number($0) } ?? .null,
        machine.speed == nil ? .null : .string(machine.speedConfidence.rawValue),
        .string(machine.architecture.rawValue), machine.gpuName.map { .string($0) } ?? .null,
        machine.gpuCount > 0 ? .number(machine.gpuCount) : .null, money(offer.onDemand), money(offer.spot),
        money(offer.reserved1y), money(offer.reserved3y), offer.interruptionLow.map { .number($0) } ?? .null,
        offer.interruptionHigh.map { .number($0) } ?? .null, .bool(machine.burstable), .string(source.name),
        .string(source.asOf),
      ])
    }
    let sources = filter.providers.map { provider in
      let source = catalog.source(provider: provider)
      return "\(provider): \(source.name), \(source.asOf)"
    }
    report.notes = ["USD an hour; speed relative to a vCPU of aws m7i.large. " + sources.joined(separator: "; ") + "."]
    if filter.region == nil {
      let homes = filter.providers.compactMap { OfferFilter.homes[$0] }
      if !homes.isEmpty { report.notes.append("Prices of \(homes.joined(separator: ", ")); others with --region.") }
    }
    return report
  }

  private static func regions(_ filter: OfferFilter, _ arguments: ParsedArguments) -> TableReport {
    var report = TableReport([
      .init("region"), .init("city", isFlexible: true), .init("country"), .init("kind", rank: 1),
      .init("zones", isRight: true),
      .init("zones_assumed", isHidden: true), .init("latitude", isRight: true, rank: 3),
      .init("longitude", isRight: true, rank: 2),
      .init("grid_g_per_kwh", isRight: true, rank: 1), .init("grid_source", isHidden: true),
      .init("price_index", isRight: true),
    ])
    let isOne = arguments.has("provider")
    for region in Catalog(providers: []).allRegions
    where (!isOne || filter.providers.contains(region.provider)) && Glob.matches(filter.region ?? "*", region.name) {
      report.rows.append([
        .string(region.id), .string(region.city), .string(region.country), .string(region.kind.rawValue),
        .int(region.zones), .bool(region.zonesAssumed), region.latitude.map { .number($0) } ?? .null,
        region.longitude.map { .number($0) } ?? .null, region.gridIntensity.value.map { .number($0) } ?? .null,
        .string(region.gridIntensity.source), region.priceIndex.map { .number($0) } ?? .null,
      ])
    }
    report.notes = ["price_index: general-purpose machines relative to the provider's home region."]
    return report
  }

  private static func gpus() -> TableReport {
    var report = TableReport([
      .init("gpu"), .init("vendor", rank: 4), .init("kind", rank: 2), .init("bf16_tflops", isRight: true),
      .init("fp8_tflops", isRight: true), .init("memory_bytes", isHidden: true), .init("memory_gb", isRight: true),
      .init("gb_per_s", isRight: true), .init("link", rank: 3), .init("watts", isRight: true),
      .init("source", isFlexible: true),
    ])
    for gpu in GPU.all {
      report.rows.append([
        .string(gpu.name), .string(gpu.vendor), .string(gpu.kind), .number(gpu.bf16TFLOPS),
        gpu.fp8TFLOPS.map { .number($0) } ?? .null, .number(gpu.memoryBytes), .number(gpu.memoryBytes / 1e9),
        .number(gpu.bandwidthBytesPerSecond / 1e9), .string(gpu.link), gpu.watts.map { .number($0) } ?? .null,
        .string(gpu.source),
      ])
    }
    return report
  }

  private static func services(_ filter: OfferFilter) -> TableReport {
    var report = TableReport([
      .init("region"), .init("item"), .init("usd", isRight: true), .init("unit"), .init("confidence"),
      .init("source", isFlexible: true), .init("as_of"),
    ])
    let catalog = Catalog(providers: [])
    for region in catalog.allRegions
    where filter.providers.contains(region.provider)
      && Glob.matches(filter.region ?? OfferFilter.homes[region.provider] ?? "*", region.name)
    {
      report.rows += CatalogShow.services(catalog, region.id).map { item, figure in
        [
          .string(region.id), .string(item.rawValue), money(figure.amount), .string(figure.unit),
          .string(figure.confidence.rawValue), .string(figure.source), .string(figure.asOf),
        ]
      }
    }
    return report
  }

  private static func sources() -> TableReport {
    var report = TableReport([
      .init("source"), .init("as_of"), .init("licence"), .init("name", isFlexible: true),
    ])
    for source in Catalog.sources {
      report.rows.append([.string(source.id), .string(source.asOf), .string(source.licence), .string(source.name)])
    }
    return report
  }
}
