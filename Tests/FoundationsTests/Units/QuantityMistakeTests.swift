import Testing

@testable import Foundations

/// What is said of texts that are no quantity.
struct QuantityMistakeTests {
  static let mistakes: [(text: String, dimension: Dimension, code: String, help: String)] = [
    ("12", .time, "unit", "such as '12 ms'"), ("12 mss", .time, "unit", "did you mean '12 ms'?"),
    ("12 MS", .time, "unit", "did you mean '12 ms'?"), ("12 sec", .time, "unit", "did you mean '12 s'?"),
    ("5 m", .time, "unit", "did you mean '5 min'?"), ("5 mo", .time, "unit", "did you mean '5 month'?"),
    ("5 GB", .time, "unit", "such as 12 ms"), ("12 m s", .time, "unit", "did you mean '12 ms'?"),
    ("2 gib", .size, "unit", "did you mean '2 GiB'?"), ("2 G", .size, "unit", "did you mean '2 GB'?"),
    ("2 Gi", .size, "unit", "did you mean '2 GiB'?"), ("3", .size, "unit", "such as '3 GiB'"),
    ("900 rps", .rate, "unit", "did you mean '900/s'?"), ("900 req/s", .rate, "unit", "did you mean '900/s'?"),
    ("900", .rate, "unit", "such as '900/s'"), ("10k/s", .rate, "unit", "did you mean '10000/s'?"),
    ("900 s", .rate, "unit", "did you mean '900/s'?"), ("1,000/s", .rate, "quantity", "did you mean '1000/s'?"),
    ("1,000,000/s", .rate, "quantity", "did you mean '1000000/s'?"), ("1_000/s", .rate, "quantity", "'1000/s'"),
    ("1,5 s", .time, "quantity", "did you mean '1.5 s'?"), ("~ 5 s", .time, "quantity", "did you mean '5 s'?"),
    ("99.9", .ratio, "unit", "did you mean '99.9%'?"), ("99.9 percent", .ratio, "unit", "did you mean '99.9%'?"),
    ("40 Mbps", .dataRate, "unit", "did you mean '40 Mbit/s'?"), ("40 Mbit", .dataRate, "unit", "'40 Mbit/s'"),
    ("10k", .count, "unit", "did you mean '10000'?"), ("8 CPUs", .cores, "unit", "did you mean '8 cores'?"),
    ("6 watts", .power, "unit", "did you mean '6 W'?"), ("3 X", .factor, "unit", "did you mean '3x'?"),
    ("fast", .rate, "quantity", "such as 900/s"), ("", .time, "quantity", "such as 12 ms"),
    ("4500", .money, "unit", "such as '4500 USD'"), ("$4500", .money, "quantity", "did you mean '4500 USD'?"),
    ("USD 4500", .money, "quantity", "did you mean '4500 USD'?"), ("4500 usd", .money, "unit", "'4500 USD'"),
    ("210k", .moneyPerMonth, "unit", "such as '210k USD/month'"), ("5/min", .moneyPerMinute, "unit", "'5 USD/min'"),
    ("4500 USD", .moneyPerMonth, "unit", "did you mean '4500 USD/month'?"), ("9 EUR", .money, "currency", "write USD"),
    ("$0.09/h", .moneyPerHour, "quantity", "did you mean '0.09 USD/h'?"), ("1e999 s", .time, "range", "smaller"),
    ("1e999", .count, "range", "smaller"), ("1e300 USD", .money, "range", "smaller"),
  ]

  @Test func `every mistake has a code and a way out`() {
    for (text, dimension, code, help) in Self.mistakes {
      do throws(QuantityError) {
        let value = try QuantityText.parse(text, as: dimension)
        Issue.record("\(text) is read as \(value)")
      } catch {
        let explanation = error.explanation(of: text, as: dimension)
        #expect(explanation.code == code, "\(text)")
        #expect(explanation.help.contains(help), "\(text): \(explanation.help)")
      }
    }
  }

  @Test func `what is proposed is right`() throws {
    for (text, dimension, _, _) in Self.mistakes {
      do throws(QuantityError) { _ = try QuantityText.parse(text, as: dimension) } catch {
        let words = error.explanation(of: text, as: dimension).help.split(separator: "'")
        if case .wrongCurrency = error { continue }
        guard words.count >= 2 else { continue }
        #expect((try? QuantityText.parse(String(words[1]), as: dimension)) != nil, "\(text): \(words[1])")
      }
    }
  }

  @Test func `the right units are named`() {
    let found = QuantityError.missingUnit(number: "5").explanation(of: "5", as: .moneyPerMinute, currency: "EUR")
    #expect(found.notes == ["units of an amount of money a minute: EUR/min, EUR/h, EUR/s"])
  }

  @Test func `no text traps`() {
    let pieces = [
      "1", "-", ".", "..", "e", "9e9", "USD", "/", " ", "k", "M", "%", "ms", "\u{A0}", "é", "0x", ",", "1e400",
    ]
    var state: UInt64 = 7
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<4 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 40) % pieces.count]
      }
      for dimension in Dimension.allCases {
        do throws(QuantityError) {
          let value = try QuantityText.parse(text, as: dimension)
          if !value.value.isFinite { Issue.record("\(text) is not finite") }
        } catch {
          _ = error.explanation(of: text, as: dimension)
        }
      }
    }
  }
}
