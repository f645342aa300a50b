import Foundations

@testable import Spec

/// A small vocabulary, so that specs are tested without a catalog.
enum SpecFixture {
  static let words = KnownWords(
    providers: ["aws", "gcp"], regions: ["aws:eu-central-1", "aws:us-east-1", "gcp:europe-west4"],
    cities: ["Munich", "Berlin"], access: ["fiber", "4g"],
    country: { ["aws:eu-central-1": "DE", "aws:us-east-1": "US", "gcp:europe-west4": "NL"][$0] ?? "" },
    isInArea: { country, area in
      area == "EU" ? ["DE", "NL"].contains(country) : area.count == 2 ? country == area : nil
    },
    matches: { pattern, region in
      pattern.hasSuffix("*") ? region.hasPrefix(pattern.dropLast()) : pattern == region
    })

  static func decode(_ text: String) -> (spec: Spec?, diagnostics: [Diagnostic]) {
    SpecDecoder.decode(SourceText(name: "t", bytes: Array(text.utf8)), words: words)
  }

  /// `line:column code` of every finding.
  static func findings(_ text: String) -> [String] {
    let source = SourceText(name: "t", bytes: Array(text.utf8))
    return decode(text).diagnostics.map { diagnostic in
      let place = source.position(of: diagnostic.span?.start ?? 0)
      return "\(place.line):\(place.column) \(diagnostic.code.split(separator: "/").last ?? "")"
    }
  }
}
