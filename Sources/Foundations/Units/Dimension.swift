/// What a quantity measures, with the units it may be written in.
///
/// Values are SI: seconds, bytes, 1/s, ratios, watts. A month is 730 h, a year twelve of them.
package enum Dimension: String, Sendable, Hashable, CaseIterable {
  case time, size, rate, dataRate, ratio, power, energy, cores, count
  case factor, carbon, carbonIntensity, tokens, tokenRate
  /// Money and prices; the currency stands between number and `/`.
  case money, moneyPerMonth, moneyPerYear, moneyPerMinute, moneyPerHour, moneyPerRequest
  case moneyPerMtok, moneyPerKWh, moneyPerGB
  /// Money of every month, where the key says so already: `/month` may be left out.
  case monthlyMoney

  /// Whether the quantity is an amount of money.
  package var isMoney: Bool { self == .monthlyMoney || rawValue.hasPrefix("money") }

  /// Whether a bare number is the quantity itself.
  package var allowsBare: Bool {
    switch self {
    case .cores, .count, .factor, .tokens: true
    // The keys that take it say so: `watts` and, beside it, `idle`.
    case .power: true
    default: false
    }
  }

  /// A correct example, to show beside a wrong one.
  package var example: String { "\(exampleNumber)\(exampleUnit)" }

  private var exampleNumber: String {
    switch self {
    case .time, .count: "12"
    case .size, .factor: "3"
    case .rate, .carbon: "900"
    case .dataRate: "40"
    case .ratio: "99.9"
    case .power: "250"
    case .cores: "8"
    case .carbonIntensity: "0.3"
    case .tokens: "800"
    case .tokenRate: "2"
    case .money, .moneyPerMonth, .monthlyMoney: "4500"
    case .moneyPerYear: "180000"
    case .moneyPerMinute: "120"
    case .moneyPerHour: "0.09"
    case .moneyPerRequest: "0.002"
    case .moneyPerMtok: "2.5"
    case .moneyPerKWh: "0.25"
    case .moneyPerGB: "1"
    case .energy: "20"
    }
  }

  /// The unit of the example, as it stands behind a number.
  private var exampleUnit: String {
    switch self {
    case .time: " ms"
    case .size: " GiB"
    case .rate: "/s"
    case .dataRate: " Mbit/s"
    case .ratio: "%"
    case .power: " W"
    case .cores: " cores"
    case .count, .tokens: ""
    case .factor: "x"
    case .carbon: " kg/month"
    case .carbonIntensity: " kg/kWh"
    case .tokenRate: " Mtok/min"
    case .money: " USD"
    case .moneyPerMonth, .monthlyMoney: " USD/month"
    case .moneyPerYear: " USD/year"
    case .moneyPerMinute: " USD/min"
    case .moneyPerHour: " USD/h"
    case .moneyPerRequest: " USD/request"
    case .moneyPerMtok: " USD/Mtok"
    case .moneyPerKWh: " USD/kWh"
    case .moneyPerGB: " USD/GB"
    case .energy: " Wh"
    }
  }

  /// The same number with the unit a person most likely meant, such as `12 ms`.
  package func written(_ number: String, currency: String = "USD") -> String {
    number + exampleUnit.replacing("USD", with: currency)
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
    case .money: "an amount of money"
    case .monthlyMoney, .moneyPerMonth: "an amount of money a month"
    case .moneyPerYear: "an amount of money a year"
    case .moneyPerMinute: "an amount of money a minute"
    case .moneyPerHour: "a price an hour"
    case .moneyPerRequest: "a price a request"
    case .moneyPerMtok: "a price of a million tokens"
    case .moneyPerKWh: "a price of energy"
    case .moneyPerGB: "a price of data"
    case .energy: "an amount of energy"
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
    case .energy: "J"
    case .carbon: "kg/month"
    case .carbonIntensity: "kg/kWh"
    case .tokenRate: "tok/s"
    default: ""
    }
  }
}
