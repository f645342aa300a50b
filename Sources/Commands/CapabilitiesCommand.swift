import Foundations

/// `planner capabilities`: what planner promises, and how far it keeps it.
struct CapabilitiesCommand: Command {
  static var spec: CommandSpec {
    CommandSpec(
      "capabilities", "tells what planner computes, row by row, and where it stands in the result",
      operands: ["[ROW…]"],
      options: [
        CommonOptions.format("text", "json", "csv"),
        OptionSpec(
          "state", placeholder: "STATE", values: CapabilityState.allCases.map(\.rawValue), "rows of that state only"),
      ],
      details: [
        "done: a spec states the inputs, the result shows it, a test holds it to its rule. partly: what is named is "
          + "computed, the rest is not. not yet: nothing is."
      ], examples: ["planner capabilities", "planner capabilities S53 --format json"])
  }

  func run(_ arguments: ParsedArguments, _ environment: CommandEnvironment) throws(UsageError) -> ExitCode {
    let all = Capabilities.all
    for name in arguments.operands where !all.contains(where: { $0.row == name.uppercased() }) {
      throw UsageError("unknown row '\(name)'", help: "rows are S1 to S\(all.count)")
    }
    let wanted = Set(arguments.operands.map { $0.uppercased() })
    let state = arguments.value("state")
    var report = TableReport([
      .init("row"), .init("state"), .init("capability", isFlexible: true), .init("result", isFlexible: true),
    ])
    for item in all
    where (wanted.isEmpty || wanted.contains(item.row)) && (state == nil || item.state.rawValue == state) {
      report.rows.append([
        .string(item.row), .string(item.state.rawValue), .string(item.title),
        item.place.isEmpty ? .null : .string(item.place),
      ])
    }
    let format = arguments.value("format") ?? "text"
    guard format == "text" else {
      return environment.print(report.text(format: format, width: environment.width, style: environment.style(.output)))
    }
    return environment.print(text(report, all, environment))
  }

  /// The table with its last column on a line of its own where there is no room for it.
  private func text(_ report: TableReport, _ all: [Capability], _ environment: CommandEnvironment) -> String {
    let counts = CapabilityState.allCases.map { state in "\(all.filter { $0.state == state }.count) \(state.rawValue)" }
    var out = ""
    for row in report.rows {
      let cells = row.map(ModelText.plain)
      let pad = String(repeating: " ", count: max(0, 6 - cells[0].count))
      let mark = String(repeating: " ", count: max(0, 9 - cells[1].count))
      let text = cells[2] + (cells[3] == "-" ? "" : " → " + cells[3])
      let lines = DisplayWidth.wrap(text, to: max(30, environment.width - 15))
      out += environment.style(.output).bold(cells[0]) + pad + cells[1] + mark
      out += lines.joined(separator: "\n" + String(repeating: " ", count: 15)) + "\n"
    }
    return out + "\n\(all.count) rows: \(counts.joined(separator: ", "))\n"
  }
}
