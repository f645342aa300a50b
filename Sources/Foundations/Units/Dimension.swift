/// What a quantity measures, with the units it may be written in.
///
/// Values are SI: seconds, bytes, 1/s, ratios, watts. A month is 730 h, a year twelve of them.
package enum Dimension: String, Sendable, Hashable, CaseIterable {
  case time, size, rate, dataRate, ratio, power, cores, count, factor, carbon, carbonIntensity, tokens, tokenRate
  /// Money and prices; the currency stands between number and `/`.
  case money, moneyPerMonth, moneyPerYear, moneyPerMinute, moneyPerHour, moneyPerRequest, moneyPerMtok, moneyPerKWh

  /// One way to write the unit: symbols, and its size in SI as a fraction.
  package struct Unit: Sendable, Hashable {
    package let symbols: [String]
    package let numerator: Int
    package let denominator: Int

    init(_ symbols: String..., is numerator: Int, over denominator: Int = 1) {
      self.symbols = symbols
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  /// Whether the quantity is an amount of money.
  package var isMoney: Bool { rawValue.hasPrefix("money") }

  /// Whether a bare number is the quantity itself.
  package var allowsBare: Bool {
    switch self {
    case .cores, .count, .factor, .tokens: true
    default: false
    }
  }

  /// The units, the ones to propose first.
  package var units: [Unit] {
    switch self {
    case .time: Dimension.times
    case .size: Dimension.sizes
    case .rate: Dimension.rates
    case .dataRate: Dimension.dataRates
    case .ratio: [Unit("%", is: 1, over: 100)]
    case .power: [Unit("W", is: 1), Unit("kW", is: 1000), Unit("mW", is: 1, over: 1000)]
    case .cores: [Unit("cores", "core", "vCPU", "vCPUs", is: 1)]
    case .count: []
    case .factor: [Unit("x", is: 1)]
    case .carbon: [Unit("kg/month", "kg", is: 1), Unit("t/month", is: 1000)]
    case .carbonIntensity: [Unit("kg/kWh", is: 1), Unit("g/kWh", is: 1, over: 1000)]
    case .tokens: [Unit("tok", "tokens", is: 1), Unit("ktok", is: 1000), Unit("Mtok", is: 1_000_000)]
    case .tokenRate:
      [
        Unit("tok/s", is: 1), Unit("ktok/min", is: 1000, over: 60), Unit("Mtok/min", is: 1_000_000, over: 60),
        Unit("tok/min", is: 1, over: 60),
      ]
    case .money: [Unit("", is: 1)]
    case .moneyPerMonth: [Unit("/month", is: 1), Unit("/year", is: 1, over: 12)]
    case .moneyPerYear: [Unit("/year", is: 1), Unit("/month", is: 12)]
    case .moneyPerMinute: [Unit("/min", is: 1), Unit("/h", is: 1, over: 60), Unit("/s", is: 60)]
    case .moneyPerHour: [Unit("/h", is: 1), Unit("/month", is: 1, over: 730)]
    case .moneyPerRequest: [Unit("/request", "", is: 1)]
    case .moneyPerMtok: [Unit("/Mtok", is: 1), Unit("/ktok", is: 1000)]
    case .moneyPerKWh: [Unit("/kWh", is: 1)]
    }
  }

  /// A correct example, to show beside a wrong one.
  package var example: String {
    switch self {
    case .time: "12 ms"
    case .size: "3 GiB"
    case .rate: "900/s"
    case .dataRate: "40 Mbit/s"
    case .ratio: "99.9%"
    case .power: "250 W"
    case .cores: "8 cores"
    case .count: "12"
    case .factor: "3x"
    case .carbon: "900 kg/month"
    case .carbonIntensity: "0.3 kg/kWh"
    case .tokens: "800"
    case .tokenRate: "2 Mtok/min"
    case .money: "4500 USD"
    case .moneyPerMonth: "4500 USD/month"
    case .moneyPerYear: "180000 USD/year"
    case .moneyPerMinute: "120 USD/min"
    case .moneyPerHour: "0.09 USD/h"
    case .moneyPerRequest: "0.002 USD/request"
    case .moneyPerMtok: "2.5 USD/Mtok"
    case .moneyPerKWh: "0.25 USD/kWh"
    }
  }

  /// The name of what is measured, for messages: `a duration`.
  package var article: String {
    switch self {
    case .time: "a duration"
    case .size: "a size"
    case .rate: "a rate"
    case .dataRate: "a bandwidth"
    case .ratio: "a ratio"
    case .power: "a power"
    case .cores: "a number of cores"
    case .count: "a number"
    case .factor: "a factor"
    case .carbon: "an amount of carbon"
    case .carbonIntensity: "a carbon intensity"
    case .tokens: "a number of tokens"
    case .tokenRate: "a token rate"
    default: "an amount of money"
    }
  }

  /// The symbol of the SI unit of values.
  package var symbol: String {
    switch self {
    case .time: "s"
    case .size: "B"
    case .rate: "1/s"
    case .dataRate: "B/s"
    case .ratio: "ratio"
    case .power: "W"
    case .carbon: "kg/month"
    case .carbonIntensity: "kg/kWh"
    case .tokenRate: "tok/s"
    default: ""
    }
  }

  private static let times: [Unit] = [
    Unit("ms", is: 1, over: 1000), Unit("s", "second", "seconds", is: 1), Unit("min", "minute", "minutes", is: 60),
    Unit("h", "hour", "hours", is: 3600), Unit("d", "day", "days", is: 86_400),
    Unit("w", "week", "weeks", is: 604_800), Unit("month", "months", is: 2_628_000),
    Unit("year", "years", is: 31_536_000), Unit("us", "µs", is: 1, over: 1_000_000),
    Unit("ns", is: 1, over: 1_000_000_000),
  ]

  private static let sizes: [Unit] = [
    Unit("B", "byte", "bytes", is: 1), Unit("KB", "kB", is: 1000), Unit("MB", is: 1_000_000),
    Unit("GB", is: 1_000_000_000), Unit("TB", is: 1_000_000_000_000), Unit("PB", is: 1_000_000_000_000_000),
    Unit("KiB", is: 1 << 10), Unit("MiB", is: 1 << 20), Unit("GiB", is: 1 << 30), Unit("TiB", is: 1 << 40),
    Unit("PiB", is: 1 << 50), Unit("bit", "bits", is: 1, over: 8), Unit("kbit", is: 125), Unit("Mbit", is: 125_000),
    Unit("Gbit", is: 125_000_000),
  ]

  private static let rates: [Unit] = [
    Unit("/s", "/second", is: 1), Unit("/min", "/minute", is: 1, over: 60), Unit("/h", "/hour", is: 1, over: 3600),
    Unit("/day", "/d", is: 1, over: 86_400), Unit("/week", "/w", is: 1, over: 604_800),
    Unit("/month", is: 1, over: 2_628_000), Unit("/year", is: 1, over: 31_536_000),
  ]

  private static let dataRates: [Unit] = [
    Unit("Mbit/s", is: 125_000), Unit("Gbit/s", is: 125_000_000), Unit("kbit/s", is: 125),
    Unit("bit/s", is: 1, over: 8), Unit("B/s", is: 1), Unit("KB/s", "kB/s", is: 1000), Unit("MB/s", is: 1_000_000),
    Unit("GB/s", is: 1_000_000_000), Unit("MiB/s", is: 1 << 20), Unit("GiB/s", is: 1 << 30),
  ]
}
