import Foundations

/// The figures as a table for people and as one JSON object on the last line.
struct Report {
  private var rows: [(name: String, value: Double, unit: String, what: String)] = []

  mutating func add(_ name: String, _ value: Double, _ unit: String, _ what: String) {
    rows.append((name, value, unit, what))
  }

  /// The value of a figure.
  func value(_ name: String) -> Double? { rows.first { $0.name == name }?.value }

  /// - Parameter references: `name=value` of a referee measured in the same run.
  func text(references: [String]) -> String {
    var known: [String: Double] = [:]
    for reference in references {
      let parts = reference.split(separator: "=").map(String.init)
      if parts.count == 2, let value = Double(parts[1]) { known[parts[0]] = value }
    }
    var table = TextTable([
      .init("figure"), .init("value", isRight: true), .init("unit"), .init("reference", isRight: true),
      .init("ratio", isRight: true), .init("what", isFlexible: true),
    ])
    var members: [(String, JSON)] = []
    for row in rows {
      let reference = known[row.name]
      table.add([
        row.name, short(row.value), row.unit, reference.map(short) ?? "", reference.map { short(row.value / $0) } ?? "",
        row.what,
      ])
      members.append((row.name, .number(row.value)))
      if let reference {
        members.append((row.name + "_reference", .number(reference)))
        members.append((row.name + "_ratio", .number(row.value / reference)))
      }
    }
    if let one = known["candidates_per_second_one_core"] {
      members.append(("candidates_per_second_one_core", .number(one)))
      table.add(["candidates_per_second_one_core", short(one), "1/s", "", "", "the same pinned to one core"])
    }
    return table.lines(width: 140, style: Style(hasColor: false)).joined(separator: "\n") + "\n"
      + JSON.object(members).text(pretty: false) + "\n"
  }

  private func short(_ value: Double) -> String {
    value >= 100 ? Money(value).formatted(places: 0) : Money(value).formatted(places: 2)
  }
}
