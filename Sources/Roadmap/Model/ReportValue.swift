import Foundations

/// One value of a report with what it is, so that text, page and JSON show the same figure.
package indirect enum ReportValue: Sendable, Hashable {
  case text(String)
  /// A name, path or command to be copied as it is.
  case code(String)
  /// SI; the unit is `s`, `ratio`, `share`, `1/s`, `B`, `GB`, `h`, `weeks`, `x`, … or empty for a count.
  case number(Double, unit: String)
  /// In the spec's currency.
  case money(Money)
  /// The price of one transaction or request, in the spec's currency.
  case price(Money)
  /// Months after month 0.
  case month(Int)
  /// What is not known, with the reason.
  case unknown(String)
  /// Words with figures in them.
  case sentence(Sentence)
}

/// A sentence whose figures stay figures until they are written.
package struct Sentence: Sendable, Hashable, ExpressibleByStringInterpolation {
  package private(set) var parts: [ReportValue]

  /// Creates a sentence from its parts.
  package init(parts: [ReportValue]) { self.parts = parts }

  package init(stringLiteral value: String) { parts = [.text(value)] }

  package init(stringInterpolation: Interpolation) { parts = stringInterpolation.parts }

  /// Both sentences, one after the other.
  package static func + (a: Sentence, b: Sentence) -> Sentence { Sentence(parts: a.parts + b.parts) }

  /// Collects the parts of a literal.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var parts: [ReportValue] = []

    /// Starts an empty literal.
    package init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds words of the literal itself.
    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.text(literal)) }
    }

    /// Adds words.
    package mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

    /// Adds a count.
    package mutating func appendInterpolation(_ count: Int) { parts.append(.text(String(count))) }

    /// Adds an amount a month.
    package mutating func appendInterpolation(_ money: Money) { parts.append(.money(money)) }

    /// Adds a value.
    package mutating func appendInterpolation(_ value: ReportValue) { parts.append(value) }

    /// Adds another sentence.
    package mutating func appendInterpolation(_ sentence: Sentence) { parts += sentence.parts }

    /// Adds a figure in a unit of ``ReportValue/number(_:unit:)``.
    package mutating func appendInterpolation(_ value: Double, _ unit: String) {
      parts.append(.number(value, unit: unit))
    }

    /// Adds a month.
    package mutating func appendInterpolation(month: Int) { parts.append(.month(month)) }

    /// Adds a command or a name to be copied.
    package mutating func appendInterpolation(code: String) { parts.append(.code(code)) }
  }
}

/// A part of a step or of the report: sentences, then a table of values.
package struct ReportSection: Sendable, Hashable {
  /// A column: its key in JSON and its title.
  package struct Column: Sendable, Hashable {
    package var key: String
    package var title: String
    package var isNumber: Bool

    /// Creates a column.
    package init(_ key: String, _ title: String, isNumber: Bool = false) {
      self.key = key
      self.title = title
      self.isNumber = isNumber
    }
  }

  /// A word for JSON and for links, such as `failure_modes`.
  package var id: String
  package var title: String
  package var sentences: [Sentence]
  package var columns: [Column]
  package private(set) var rows: [[ReportValue]] = []

  /// Creates a section without rows.
  package init(_ id: String, _ title: String, _ sentences: [Sentence] = [], columns: [Column] = []) {
    self.id = id
    self.title = title
    self.sentences = sentences
    self.columns = columns
  }

  /// Adds a row, one value for each column.
  package mutating func add(_ row: ReportValue...) { rows.append(row) }

  /// Whether there is nothing to say.
  package var isEmpty: Bool { sentences.isEmpty && rows.isEmpty }
}
