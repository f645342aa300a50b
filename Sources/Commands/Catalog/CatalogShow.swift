import Catalog
import Foundations

/// `catalog show WHAT`: everything known about a region, a machine, an offer or an accelerator.
enum CatalogShow {
  /// One fact: its key, its value, and how it is said to people.
  private struct Fact {
    let name: String
    let value: JSON
    let words: String
  }

  static func run(
    _ what: String, _ arguments: ParsedArguments, _ environment: CommandEnvironment
  ) throws(UsageError) -> ExitCode {
    let facts = try facts(what)
    switch arguments.value("format") {
    case "json": return environment.print(JSON.object(facts.map { ($0.name, $0.value) }).text() + "\n")
    case "csv":
      return environment.print(
        "name,value\n" + facts.map { "\($0.name),\(TableReport.cell($0.value))\n" }.joined())
    default:
      let style = environment.style(.output)
      let column = facts.map(\.name.count).max() ?? 0
      var out = ""
      for fact in facts {
        let lines = DisplayWidth.wrap(fact.words, to: max(20, environment.width - column - 2))
        let pad = String(repeating: " ", count: column - fact.name.count + 2)
        out += style.bold(fact.name) + pad
        out += lines.joined(separator: "\n" + String(repeating: " ", count: column + 2)) + "\n"
      }
      return environment.print(out)
    }
  }

  /// The prices of services known in a region.
  static func services(_ catalog: Catalog, _ region: String) -> [(ServiceItem, Figure)] {
    ServiceItem.allCases.compactMap { item in
      let figure = catalog.servicePrice(item, region: region)
      return figure.amount == nil ? nil : (item, figure)
    }
  }

  private static func facts(_ what: String) throws(UsageError) -> [Fact] {
    guard let colon = what.firstIndex(of: ":") else {
      if let gpu = GPU.named(what) { return facts(gpu) }
      throw UsageError(
        unknown: "accelerator", what, in: GPU.all.map(\.name),
        fallback: "write provider:region, provider:machine or provider:region/machine")
    }
    let provider = String(what[..<colon])
    guard Catalog.allProviders.contains(provider) else {
      throw UsageError(unknown: "provider", provider, in: Catalog.allProviders)
    }
    let catalog = Catalog(providers: [provider])
    guard let slash = what.firstIndex(of: "/") else {
      if let region = catalog.region(what) { return facts(region, catalog) }
      if let machine = catalog.machine(what) { return facts(machine) + rented(machine, catalog) }
      let known = catalog.regions(provider: provider).map(\.id) + catalog.machines(provider: provider).map(\.id)
      throw UsageError(
        unknown: "region or machine", what, in: known,
        fallback: "'planner catalog list --provider \(provider)' lists them")
    }
    let regionID = String(what[..<slash])
    let machineID = provider + ":" + what[what.index(after: slash)...]
    guard let region = catalog.region(regionID) else {
      throw UsageError(
        unknown: "region", regionID, in: catalog.regions(provider: provider).map(\.id),
        fallback: "'planner catalog list regions --provider \(provider)' lists them")
    }
    guard let machine = catalog.machine(machineID), let m = catalog.machineIndex(machineID) else {
      throw UsageError(
        unknown: "machine", machineID, in: catalog.machines(provider: provider).map(\.id),
        fallback: "'planner catalog list --provider \(provider)' lists them")
    }
    guard let r = catalog.regionIndex(region.id), let offer = catalog.offer(provider: provider, machine: m, region: r)
    else {
      throw UsageError(
        "\(machine.name) is not offered in \(region.id), as far as the catalog knows",
        help: "'planner catalog list --machine \(machine.name) --region \"*\"' lists where it is")
    }
    return [Fact(name: "region", value: .string(region.id), words: region.id)] + facts(machine)
      + facts(offer, catalog.source(provider: provider))
  }

  private static func text(_ name: String, _ value: String) -> Fact {
    Fact(name: name, value: .string(value), words: value)
  }

  private static func number(_ name: String, _ value: Double?, _ unit: String = "", _ note: String = "") -> Fact {
    guard let value else { return Fact(name: name, value: .null, words: "unknown") }
    let words = ModelText.significant(value) + (unit.isEmpty ? "" : " " + unit) + (note.isEmpty ? "" : ", " + note)
    return Fact(name: name, value: .number(value), words: words)
  }

  private static func facts(_ machine: Machine) -> [Fact] {
    var facts = [
      text("machine", machine.id), number("vcpus", machine.vcpus),
      Fact(
        name: "memory_bytes", value: .number(machine.memoryBytes),
        words: "\(ModelText.significant(machine.memoryBytes / 1_073_741_824)) GiB"),
      number(
        "speed", machine.speed, "of a vCPU of aws m7i.large",
        "\(machine.speedConfidence.rawValue), \(machine.speedSource)"),
      Fact(
        name: "network_bits_per_second", value: machine.networkBitsPerSecond.map { .number($0) } ?? .null,
        words: machine.networkBitsPerSecond.map { "\(ModelText.significant($0 / 1e9)) Gbit/s" } ?? "unknown"),
      text("architecture", machine.architecture.rawValue),
    ]
    if machine.burstable { facts.append(Fact(name: "burstable", value: .bool(true), words: "yes, by credits")) }
    if let gpu = machine.gpuName {
      facts += [
        text("gpu", gpu), number("gpu_count", machine.gpuCount),
        Fact(
          name: "gpu_specs", value: .bool(machine.gpuHasSpecs),
          words: machine.gpuHasSpecs ? "known" : "unknown, so it is not used for serving"),
      ]
    }
    return facts
  }

  /// In how many regions a machine is offered, and where it is cheapest.
  private static func rented(_ machine: Machine, _ catalog: Catalog) -> [Fact] {
    guard let index = catalog.machineIndex(machine.id) else { return [] }
    let regions = catalog.regions(provider: machine.provider)
    let offers = catalog.offers(provider: machine.provider, machine: index)
    var facts = [number("regions", Double(offers.count))]
    let cheapest = offers.filter { $0.onDemand != nil }.min { $0.onDemandUnits < $1.onDemandUnits }
    if let cheapest, let price = cheapest.onDemand {
      facts += [
        text("cheapest_region", regions[cheapest.region].id),
        Fact(name: "cheapest_on_demand", value: .string("\(price)"), words: "\(price) USD/h"),
      ]
    }
    let source = catalog.source(provider: machine.provider)
    return facts + [text("source", source.name), text("as_of", source.asOf)]
  }

  private static func facts(_ offer: Offer, _ source: DataSource) -> [Fact] {
    func price(_ name: String, _ value: Money?) -> Fact {
      Fact(
        name: name, value: value.map { .string("\($0)") } ?? .null,
        words: value.map { "\($0) USD/h, \($0.times(730).formatted(places: 2)) a month" } ?? "unknown")
    }
    var facts = [
      price("on_demand", offer.onDemand), price("spot", offer.spot), price("reserved_1y", offer.reserved1y),
      price("reserved_3y", offer.reserved3y),
    ]
    if let low = offer.interruptionLow, let high = offer.interruptionHigh {
      let words =
        "\(ModelText.significant(low * 100)) to \(ModelText.significant(high * 100)) % of spot machines a month"
      facts.append(
        Fact(
          name: "interruption", value: .object([("low", .number(low)), ("high", .number(high))]), words: words))
    }
    return facts + [text("source", source.name), text("as_of", source.asOf), text("licence", source.licence)]
  }

  private static func facts(_ region: Region, _ catalog: Catalog) -> [Fact] {
    var facts = [
      text("region", region.id), text("city", region.city), text("country", region.country),
      text("kind", region.kind.rawValue),
      number("zones", Double(region.zones), "", region.zonesAssumed ? "assumed" : ""),
      number("latitude", region.latitude), number("longitude", region.longitude),
      number(
        "grid_g_per_kwh", region.gridIntensity.value, "g/kWh",
        "\(region.gridIntensity.confidence.rawValue), \(region.gridIntensity.source) \(region.gridIntensity.asOf)"),
      number("price_index", region.priceIndex, "of the provider's home region"),
      number("offers", Double(offers(region, catalog)), "machines"),
    ]
    if let price = Traffic(catalog).internet(region.id) {
      let tiers = price.tiers.map { tier in
        JSON.object([
          ("up_to_gb", tier.upToGB.map { .number($0) } ?? .null), ("usd_per_gb", .string("\(tier.usdPerGB)")),
        ])
      }
      let words = price.tiers.map { "\($0.usdPerGB)\($0.upToGB.map { " to \(ModelText.significant($0)) GB" } ?? "")" }
      facts.append(
        Fact(
          name: "internet_traffic", value: .array(tiers),
          words: "USD/GB \(words.joined(separator: ", ")); \(price.confidence.rawValue), \(price.source)"))
    }
    for (item, figure) in services(catalog, region.id) {
      facts.append(
        Fact(
          name: item.rawValue,
          value: .object([
            ("usd", CatalogList.money(figure.amount)), ("unit", .string(figure.unit)),
            ("confidence", .string(figure.confidence.rawValue)), ("source", .string(figure.source)),
            ("as_of", .string(figure.asOf)),
          ]),
          words: "\(figure.amount ?? .zero) USD/\(figure.unit); \(figure.confidence.rawValue), \(figure.source), "
            + figure.asOf))
    }
    let source = catalog.source(provider: region.provider)
    return facts + [text("source", source.name), text("as_of", source.asOf)]
  }

  private static func offers(_ region: Region, _ catalog: Catalog) -> Int {
    guard let index = catalog.regionIndex(region.id) else { return 0 }
    return catalog.offers(provider: region.provider).filter { $0.region == index }.count
  }

  private static func facts(_ gpu: GPU) -> [Fact] {
    [
      text("gpu", gpu.name), text("vendor", gpu.vendor), text("kind", gpu.kind),
      number("bf16_tflops", gpu.bf16TFLOPS, "TFLOP/s, dense"), number("fp8_tflops", gpu.fp8TFLOPS, "TFLOP/s, dense"),
      number("int8_tops", gpu.int8TOPS, "TOP/s, dense"), number("memory_bytes", gpu.memoryBytes, "B"),
      number("bandwidth_bytes_per_second", gpu.bandwidthBytesPerSecond, "B/s"), text("link", gpu.link),
      number("link_bytes_per_second", gpu.linkBytesPerSecond, "B/s"), number("watts", gpu.watts, "W"),
      text("source", gpu.source),
    ]
  }
}
