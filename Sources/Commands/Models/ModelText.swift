import Formulas
import Foundations

/// Results, help and the list of models as text for people.
enum ModelText {
  /// Results one a line: key, value, unit.
  static func results(_ rows: Calculator.Results, of calculator: Calculator, style: Style) -> String {
    let outputs = calculator.outputs + calculator.variants.flatMap(\.outputs)
    let column = rows.map { DisplayWidth.of($0.0) }.max() ?? 0
    func head(_ name: String) -> String {
      style.bold(name) + String(repeating: " ", count: column - DisplayWidth.of(name) + 2)
    }
    var out = ""
    for (name, value) in rows {
      if case .array(let items) = value {
        out += head(name) + (items.isEmpty ? "none" : "") + "\n"
        for item in items { out += String(repeating: " ", count: column + 2) + plain(item) + "\n" }
        continue
      }
      let unit = outputs.first { $0.name == name }?.unit ?? ""
      let isNumber = if case .null = value { false } else { !unit.isEmpty }
      out += head(name) + plain(value) + (isNumber ? " " + style.dim(unit) : "") + "\n"
    }
    return out.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }

  /// A value without quotes or braces, numbers to six significant digits.
  static func plain(_ value: JSON) -> String {
    switch value {
    case .string(let text): text
    case .number(let number): significant(number)
    case .null: "-"
    case .bool(let flag): flag ? "yes" : "no"
    case .object(let members): members.map { "\($0.0) \(plain($0.1))" }.joined(separator: ", ")
    default: value.text(pretty: false)
    }
  }

  /// A number to six significant digits; ratios near 1 to as many digits as tell them from 1.
  static func significant(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : "-" }
    let size = abs(value)
    let exponent = Int(Elementary.log10(size).rounded(.down))
    guard exponent >= -6, exponent < 15 else { return scientific(value, exponent) }
    var places = max(0, 5 - exponent)
    if size < 1, size > 0.99 { places = 5 - Int(Elementary.log10(1 - size).rounded(.down)) }
    guard places > 0 else { return JSON.text(of: value.rounded()) }
    var text = Money(value).formatted(places: min(Money.places, places))
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  private static func scientific(_ value: Double, _ exponent: Int) -> String {
    // In two steps, since 10 to the whole exponent may not be a number.
    let half = exponent / 2
    let mantissa = value / Elementary.pow(10, Double(half)) / Elementary.pow(10, Double(exponent - half))
    guard mantissa.isFinite, mantissa != 0 else { return "\(value)" }
    return "\(significant(mantissa))e\(exponent)"
  }

  /// The list of models, with their inputs.
  static func list(_ calculators: [Calculator], width: Int, style: Style) -> String {
    let column = calculators.map(\.name.count).max() ?? 0
    var out = ""
    for calculator in calculators {
      let pad = String(repeating: " ", count: column - calculator.name.count + 2)
      let inputs = calculator.parameters.map { $0.isRequired ? $0.name : "[\($0.name)]" }.joined(separator: " ")
      let lines =
        DisplayWidth.wrap(calculator.summary, to: width - column - 2)
        + DisplayWidth.wrap(inputs, to: width - column - 4).map { "  " + style.dim($0) }
      out += style.bold(calculator.name) + pad + lines[0] + "\n"
      for line in lines.dropFirst() { out += String(repeating: " ", count: column + 2) + line + "\n" }
    }
    return out + "\n'planner model NAME --help' shows formula, source, domain and error.\n"
  }

  /// The list for programs.
  static func list(_ calculators: [Calculator]) -> JSON {
    .array(
      calculators.map { calculator in
        .object([
          ("name", .string(calculator.name)), ("summary", .string(calculator.summary)),
          ("formula", .string(calculator.formula)), ("source", .string(calculator.source)),
          ("domain", .string(calculator.domain)), ("error", .string(calculator.error)),
          ("inputs", inputs(calculator)), ("results", .array(calculator.outputs.map { .string($0.name) })),
          (
            "variants",
            .array(calculator.variants.map { .object([("name", .string($0.name)), ("inputs", inputs($0))]) })
          ),
        ])
      })
  }

  private static func inputs(_ calculator: Calculator) -> JSON {
    .array(
      calculator.parameters.map { parameter in
        .object([
          ("name", .string(parameter.name)), ("unit", .string(parameter.unit)),
          ("default", parameter.standard.map { .string($0) } ?? .null), ("required", .bool(parameter.isRequired)),
          ("summary", .string(parameter.explanation)),
        ])
      })
  }

  /// Formula, source, domain, error band, inputs and results of one model.
  static func help(_ calculator: Calculator, width: Int) -> String {
    var out = DisplayWidth.wrap("planner model \(calculator.name): \(calculator.summary)", to: width)
      .joined(separator: "\n")
    out += "\n\n" + terms(calculator, width)
    if !calculator.parameters.isEmpty { out += "\nInputs:\n" + table(calculator, width) }
    if !calculator.outputs.isEmpty {
      let rows = calculator.outputs.map { [$0.name, $0.unit.isEmpty ? "-" : $0.unit, $0.summary] }
      out += "\nResults:\n" + WrappedTable.text([["result", "unit", ""]] + rows, indent: 2, width: width)
    }
    for variant in calculator.variants {
      out += "\n" + DisplayWidth.wrap("\(variant.name): \(variant.summary)", to: width).joined(separator: "\n") + "\n"
      out += terms(variant, width, with: ["formula"]) + "\n" + table(variant, width)
    }
    if !calculator.example.isEmpty {
      out += "\nExample:\n  planner model \(calculator.name) \(calculator.example)\n"
    }
    return out
  }

  private static func terms(
    _ calculator: Calculator, _ width: Int, with shown: [String] = ["formula", "source", "domain", "error"]
  ) -> String {
    let all = [
      ("formula", calculator.formula), ("source", calculator.source), ("domain", calculator.domain),
      ("error", calculator.error),
    ]
    var out = ""
    for (label, text) in all where shown.contains(label) && !text.isEmpty {
      let pad = String(repeating: " ", count: 9 - label.count)
      out += "  \(label)\(pad)"
      out += DisplayWidth.wrap(text, to: width - 11).joined(separator: "\n           ") + "\n"
    }
    return out
  }

  private static func table(_ calculator: Calculator, _ width: Int) -> String {
    let rows = calculator.parameters.map { [$0.name, $0.unit, $0.absence, $0.explanation] }
    return WrappedTable.text([["input", "unit", "default", ""]] + rows, indent: 2, width: width)
  }
}
