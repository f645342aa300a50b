import Testing

@testable import Foundations

@Suite struct MoneyTests {
  @Test func `decimals are exact and print without trailing zeros`() throws {
    for (text, want) in [("99.90", "99.9"), (".5", "0.5"), ("-12.345", "-12.345"), ("1e3", "1000"), ("0", "0")] {
      #expect(try #require(Money(parsing: text)).description == want)
    }
    for text in ["", ".", "1,5", "0.0000000000001", "1e200", "12a", "--1"] { #expect(Money(parsing: text) == nil) }
  }

  @Test func `sums of cents are exact where doubles are not`() throws {
    let tenth = try #require(Money(parsing: "0.1"))
    let sum = (0..<10).reduce(Money.zero) { total, _ in total + tenth }
    #expect(sum == Money(scaled: Money.unit))
    #expect((Money(scaled: Money.unit) - (try #require(Money(parsing: "0.999")))).description == "0.001")
  }

  @Test func `formatting rounds half to even`() throws {
    for (text, want) in [
      ("0.125", "0.12"), ("0.135", "0.14"), ("2.5", "2.50"), ("-0.001", "0.00"), ("999.999", "1000.00"),
    ] {
      #expect(try #require(Money(parsing: text)).formatted(places: 2) == want)
    }
  }

  @Test func `products with whole factors are exact`() throws {
    #expect(try #require(Money(parsing: "0.096")).times(730).description == "70.08")
  }
}

@Suite struct DigestTests {
  @Test func `SHA-256 gives the published digests`() {
    // FIPS 180-4 examples; the last is 1,000,000 times 'a'.
    #expect(SHA256.hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(SHA256.hex(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hex([UInt8](repeating: 0x61, count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}

@Suite struct SuggestionTests {
  @Test func `a word one slip away is found and a strange one is not`() {
    let known = ["latency", "availability", "deadline", "window"]
    for typo in ["latancy", "Latency", "lateny", "latecny"] {
      #expect(Suggestion.nearest(typo, in: known) == "latency")
    }
    #expect(Suggestion.nearest("zebra", in: known) == nil)
  }
}

@Suite struct SourceTextTests {
  @Test func `positions count lines and scalars from one`() {
    let source = SourceText(name: "x", bytes: Array("a\r\nbé c\rd\n".utf8))
    #expect(source.position(of: 0) == SourcePosition(line: 1, column: 1))
    #expect(source.position(of: 6) == SourcePosition(line: 2, column: 3))
    #expect(source.position(of: 9) == SourcePosition(line: 3, column: 1))
    #expect(source.line(2) == "bé c")
  }
}
