import Catalog
import Formulas
import Foundations

/// Prices of traffic.
enum MoneyCalculators {
  static let all: [Calculator] = [
    Calculator(
      name: "egress", summary: "price of traffic that leaves a region in a month",
      formula: "sum over tiers of price · bytes in the tier",
      source: "the providers' published tiers, in the catalog with their dates",
      domain: "gb ≥ 0; 1 GB is 10⁹ bytes", error: "exact; the free 100 GB an account has are not taken off",
      parameters: [
        .init("provider", .choice(Catalog.allProviders), "provider"), .init("region", .text, "region"),
        .init("to", .text, standard: "internet", "internet, region:NAME or zone"),
        .init("gb", .quantity(.count), "10⁹ bytes a month"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      let provider = values.texts["provider"] ?? ""
      let region = values.texts["region"] ?? ""
      let id = region.contains(":") ? region : "\(provider):\(region)"
      let catalog = Catalog(providers: [])
      guard catalog.region(id) != nil else {
        let known = catalog.allRegions.filter { $0.provider == provider }.map(\.name)
        let help = Suggestion.nearest(region, in: known).map { "; did you mean '\($0)'?" } ?? ""
        throw Calculator.Refusal("unknown region '\(id)'\(help)")
      }
      let to = values.texts["to"] ?? "internet"
      let traffic = Traffic(catalog)
      let price: TrafficPrice?
      if to == "internet" {
        price = traffic.internet(id)
      } else if to == "zone" {
        price = traffic.zone(id)
      } else if to.hasPrefix("region:") {
        let name = String(to.dropFirst(7))
        price = traffic.between(id, name.contains(":") ? name : "\(provider):\(name)")
      } else {
        throw Calculator.Refusal("to=\(to): it is internet, zone or region:NAME")
      }
      guard let price else { throw Calculator.Refusal("the price of traffic from \(id) to \(to) is not known") }
      let gigabytes = values.number("gb")
      return [
        ("usd", .string(price.cost(gb: gigabytes).description)),
        ("marginal", .string(price.marginal(gb: gigabytes).description)),
        ("source", .string("\(price.source), \(price.asOf)")),
      ]
    },
    Calculator(
      name: "range", summary: "quantiles of a range of which P5, median and P95 are known",
      formula: "lognormal halves that meet at the median, where positive", source: "split lognormal",
      domain: "low ≤ mid ≤ high",
      error: "P5, median and P95 exactly as stated",
      parameters: [
        .init("low", .quantity(.count), "P5"), .init("mid", .quantity(.count), standard: "", "median"),
        .init("high", .quantity(.count), "P95"), .init("at", .quantity(.ratio), standard: "", "quantile"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      let range =
        values.optional("mid").flatMap { SplitRange(low: values.number("low"), mid: $0, high: values.number("high")) }
        ?? (values.optional("mid") == nil ? SplitRange(low: values.number("low"), high: values.number("high")) : nil)
      guard let range else { throw Calculator.Refusal("a range rises from low over mid to high") }
      var rows: [(String, JSON)] = [
        ("p5", .number(range.quantile(0.05))), ("p50", .number(range.quantile(0.5))),
        ("p95", .number(range.quantile(0.95))), ("mean", .number(range.mean)),
      ]
      if let at = values.optional("at") { rows.append(("value", .number(range.quantile(at)))) }
      return rows
    },
  ]
}
