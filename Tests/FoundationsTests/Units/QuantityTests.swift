import Testing

@testable import Foundations

/// What quantities are worth.
struct QuantityTests {
  static let values: [(text: String, dimension: Dimension, value: Double)] = [
    ("12 ms", .time, 0.012), ("12ms", .time, 0.012), ("250us", .time, 0.00025), ("250 \u{B5}s", .time, 0.00025),
    ("250 \u{3BC}s", .time, 0.00025), ("7 ns", .time, 7e-9), ("1.5 s", .time, 1.5), (".5 s", .time, 0.5),
    ("2 min", .time, 120), ("3 h", .time, 10_800), ("28d", .time, 2_419_200), ("1 day", .time, 86_400),
    ("2 weeks", .time, 1_209_600), ("24 months", .time, 63_072_000), ("4 years", .time, 126_144_000),
    ("1e3 ms", .time, 1), ("  9 ms ", .time, 0.009), ("9\u{A0}ms", .time, 0.009), ("9\u{202F}ms", .time, 0.009),
    ("2 KB", .size, 2000), ("2kB", .size, 2000), ("3 GiB", .size, 3_221_225_472), ("1 PB", .size, 1e15),
    ("1 PiB", .size, 1_125_899_906_842_624), ("8 bit", .size, 1), ("1 Mbit", .size, 125_000),
    ("900/s", .rate, 900), ("900 / s", .rate, 900), ("90/min", .rate, 1.5), ("36/h", .rate, 0.01),
    ("20/week", .rate, 20 / 604_800), ("2/month", .rate, 2 / 2_628_000), ("40/day", .rate, 40 / 86_400),
    ("40 Mbit/s", .dataRate, 5_000_000), ("1 Gbit/s", .dataRate, 125_000_000), ("99.95%", .ratio, 0.9995),
    ("99.95 %", .ratio, 0.9995), ("0.9995", .ratio, 0.9995), ("0", .ratio, 0), ("250 W", .power, 250),
    ("6", .power, 6), ("1.5 kW", .power, 1500), ("8 cores", .cores, 8), ("8", .cores, 8), ("1 vCPU", .cores, 1),
    ("3x", .factor, 3), ("3", .factor, 3), ("1e9", .count, 1e9), ("900 kg/month", .carbon, 900),
    ("1.2 t/month", .carbon, 1200), ("0.3 kg/kWh", .carbonIntensity, 0.3), ("300 g/kWh", .carbonIntensity, 0.3),
    ("800", .tokens, 800), ("2 Mtok", .tokens, 2e6), ("2 Mtok/min", .tokenRate, 2e6 / 60),
    ("4500 USD", .money, 4500), ("4500USD", .money, 4500), ("3.1M USD", .money, 3_100_000),
    ("210k USD/month", .moneyPerMonth, 210_000), ("12 USD/year", .moneyPerMonth, 1),
    ("180000 USD/year", .moneyPerYear, 180_000), ("15k USD/month", .moneyPerYear, 180_000),
    ("120 USD/min", .moneyPerMinute, 120), ("7200 USD/h", .moneyPerMinute, 120), ("0.09 USD/h", .moneyPerHour, 0.09),
    ("0.002 USD/request", .moneyPerRequest, 0.002), ("0.002 USD", .moneyPerRequest, 0.002),
    ("2.5 USD/Mtok", .moneyPerMtok, 2.5), ("0.25 USD/kWh", .moneyPerKWh, 0.25), ("20000 USD", .monthlyMoney, 20_000),
    ("20k USD/month", .monthlyMoney, 20_000), ("2bn USD", .money, 2e9),
  ]

  @Test func `every unit of the language has its value`() {
    for (text, dimension, value) in Self.values {
      let found = try? QuantityText.parse(text, as: dimension)
      #expect(found?.value == value, "\(text)")
    }
  }

  @Test func `targets and money are exact decimals`() throws {
    let exact: [(String, Dimension, String)] = [
      ("99.95%", .ratio, "0.9995"), ("99.999%", .ratio, "0.99999"), ("0.1%", .ratio, "0.001"),
      ("0.0005 USD", .money, "0.0005"), ("3.1M USD", .money, "3100000"), ("120 ms", .time, "0.12"),
      ("0.000001 USD/request", .moneyPerRequest, "0.000001"),
    ]
    for (text, dimension, decimal) in exact {
      #expect(try QuantityText.parse(text, as: dimension).exact == Money(parsing: decimal), "\(text)")
    }
    #expect(try QuantityText.parse("1/min", as: .rate).exact == nil)
    #expect(try QuantityText.parse("1e30", as: .count).exact == nil)
  }

  @Test func `every example and every unit parses as what it is`() throws {
    for dimension in Dimension.allCases {
      #expect((try? QuantityText.parse(dimension.example, as: dimension)) != nil, "\(dimension)")
      for unit in dimension.units {
        for symbol in unit.symbols {
          let text = dimension.isMoney ? "2 USD\(symbol)" : "2 \(symbol)"
          let value = try QuantityText.parse(text, as: dimension).value
          #expect(abs(value * Double(unit.denominator) - 2 * Double(unit.numerator)) <= 1e-9 * Double(unit.numerator))
        }
      }
    }
  }

  @Test func `the calculator takes bare numbers as SI`() throws {
    #expect(try QuantityText.parse("0.05", as: .time, allowsBare: true).value == 0.05)
    #expect(try QuantityText.parse("100", as: .rate, allowsBare: true).value == 100)
    #expect(try QuantityText.parse("12", as: .money, allowsBare: true).value == 12)
    #expect(try QuantityText.parse("1.5", as: .ratio, allowsBare: true).value == 1.5)
    #expect(throws: QuantityError.missingUnit(number: "0.05")) { try QuantityText.parse("0.05", as: .time) }
  }

  @Test func `another currency is named`() throws {
    #expect(try QuantityText.parse("9 EUR/month", as: .moneyPerMonth, currency: "EUR").value == 9)
    #expect(throws: QuantityError.wrongCurrency(found: "EUR")) { try QuantityText.parse("9 EUR", as: .money) }
  }
}
