extension CommandTable {
  /// One line of usage.
  package func usage(_ spec: CommandSpec) -> String {
    ([program, spec.name] + spec.operands + (spec.options.isEmpty ? [] : ["[options]"])).joined(separator: " ")
  }

  /// The list of commands.
  package func overview(intro: String, width: Int) -> String {
    let paragraph = DisplayWidth.wrap(intro, to: width).joined(separator: "\n")
    return paragraph + "\n\nUsage: \(program) COMMAND [options]\n\nCommands:\n"
      + entries(commands.map { ($0.name, $0.summary) }, width)
      + "\nOptions of every command:\n" + entries(common.map(entry), width)
      + "\n'\(program) help COMMAND' tells more.\n"
  }

  /// The help of one command.
  package func help(_ spec: CommandSpec, width: Int) -> String {
    var out = DisplayWidth.wrap("\(program) \(spec.name): \(spec.summary)", to: width).joined(separator: "\n") + "\n"
    out += "\nUsage: \(usage(spec))\n"
    for paragraph in spec.details {
      out += "\n" + DisplayWidth.wrap(paragraph, to: width).joined(separator: "\n") + "\n"
    }
    if !spec.options.isEmpty { out += "\nOptions:\n" + entries(spec.options.map(entry), width) }
    let shared = common.filter { option in !spec.options.contains { $0.name == option.name } }
    out += "\nOptions of every command:\n" + entries(shared.map(entry), width)
    if !spec.examples.isEmpty { out += "\nExamples:\n" + spec.examples.map { "  \($0)\n" }.joined() }
    return out
  }

  private func entry(_ option: OptionSpec) -> (String, String) {
    let short = option.short.map { "-\($0), " } ?? "    "
    let value = option.placeholder.map { " " + $0 } ?? ""
    var summary = option.summary
    if !option.values.isEmpty { summary += ": " + option.values.joined(separator: ", ") }
    if let standard = option.standard { summary += " (default \(standard))" }
    return (short + "--" + option.name + value, summary)
  }

  /// Terms with their explanations beside them, wrapped to the width.
  private func entries(_ items: [(term: String, text: String)], _ width: Int) -> String {
    let column = min(items.map { DisplayWidth.of($0.term) }.max() ?? 0, 28)
    var out = ""
    for item in items {
      var lines = DisplayWidth.wrap(item.text, to: max(20, width - column - 4))
      if DisplayWidth.of(item.term) > column {
        out += "  \(item.term)\n"
      } else {
        let pad = String(repeating: " ", count: column - DisplayWidth.of(item.term))
        out += "  \(item.term)\(pad)  \(lines.removeFirst())\n"
      }
      for line in lines { out += String(repeating: " ", count: column + 4) + line + "\n" }
    }
    return out
  }
}
