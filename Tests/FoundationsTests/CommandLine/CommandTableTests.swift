import Testing

@testable import Foundations

@Suite struct CommandTableTests {
  private let table = CommandTable(
    program: "tool",
    commands: [
      CommandSpec(
        "build", "builds a thing", operands: ["FILE", "[OTHER]"],
        options: [
          OptionSpec("format", short: "f", placeholder: "FORMAT", values: ["text", "json"], "form", standard: "text"),
          OptionSpec("all", short: "a", "everything"), OptionSpec("depth", placeholder: "N", "how deep"),
        ], details: ["Some words about it."], examples: ["tool build x"]),
      CommandSpec("check", "checks files", operands: ["FILE…"]),
      CommandSpec("shell", "prints words", operands: ["NAME"], choices: ["bash", "zsh"]),
    ],
    common: [
      OptionSpec("quiet", short: "q", "say less"), OptionSpec("verbose", short: "v", "say more"),
      OptionSpec("output", short: "o", placeholder: "FILE", "where to"), OptionSpec("help", short: "h", "help"),
    ])

  private func parse(_ line: String) throws -> ParsedArguments {
    try table.interpret(line.split(separator: " ").map(String.init))
  }

  @Test func `every spelling of options is understood, wherever it stands`() throws {
    let cases: [(line: String, operands: [String], values: [String: String])] = [
      ("build x --format json", ["x"], ["format": "json"]), ("build x --format=json", ["x"], ["format": "json"]),
      ("build x -f json", ["x"], ["format": "json"]), ("build -fjson x", ["x"], ["format": "json"]),
      ("build x -f=json", ["x"], ["format": "json"]), ("--format json build x", ["x"], ["format": "json"]),
      ("-f json build x", ["x"], ["format": "json"]), ("-q build x", ["x"], ["quiet": ""]),
      ("build -qva x", ["x"], ["quiet": "", "verbose": "", "all": ""]),
      ("build -qfjson x", ["x"], ["quiet": "", "format": "json"]),
      ("build x -o -", ["x"], ["output": "-"]), ("build - -o=a=b", ["-"], ["output": "a=b"]),
      ("build x --depth -3", ["x"], ["depth": "-3"]), ("build --depth=1 --depth=2 x", ["x"], ["depth": "2"]),
      ("build -- --all -q", ["--all", "-q"], [:]), ("check a b c", ["a", "b", "c"], [:]),
      ("-o build check build", ["build"], ["output": "build"]), ("build --help", [], ["help": ""]),
    ]
    for item in cases {
      let parsed = try parse(item.line)
      #expect(parsed.operands == item.operands, "\(item.line)")
      #expect(parsed.values == item.values, "\(item.line)")
    }
  }

  @Test func `what is wrong is told as a fact, with the nearest known word`() {
    let usage = "tool build FILE [OTHER] [options]"
    let cases: [(line: String, error: CommandLineError)] = [
      ("biuld x", .unknownCommand("biuld", nearest: "build")), ("zzzzzz", .unknownCommand("zzzzzz", nearest: nil)),
      (
        "build x --fromat json",
        .unknownOption("--fromat", command: "build", nearest: "--format", elsewhere: nil)
      ),
      ("check x --depth 3", .unknownOption("--depth", command: "check", nearest: nil, elsewhere: "build")),
      ("build x -z", .unknownOption("-z", command: "build", nearest: nil, elsewhere: nil)),
      (
        "build x -f jsn",
        .unknownValue(option: "format", value: "jsn", allowed: ["text", "json"], nearest: "json")
      ),
      ("build x -f", .missingValue(option: "format", placeholder: "FORMAT")),
      ("build x --all=yes", .unexpectedValue(option: "all")),
      ("build", .missingOperand(command: "build", operand: "FILE", usage: usage)),
      ("build a b c", .extraOperand(command: "build", operand: "c", usage: usage)),
    ]
    for item in cases {
      #expect(throws: item.error, "\(item.line)") { try parse(item.line) }
      let words = UsageError(item.error, program: "tool")
      #expect(!words.message.isEmpty && words.message.first?.isUppercase == false, "\(item.line)")
    }
  }

  @Test func `words name the command, the value and the way out`() {
    let cases: [(CommandLineError, String, String?)] = [
      (.unknownCommand("biuld", nearest: "build"), "unknown command 'biuld'", "did you mean 'build'?"),
      (.unknownCommand("zz", nearest: nil), "unknown command 'zz'", "'tool help' lists the commands"),
      (
        .unknownOption("--depth", command: "check", nearest: nil, elsewhere: "build"),
        "unknown option '--depth' of check", "'--depth' is an option of build"
      ),
      (
        .unknownValue(option: "format", value: "jsn", allowed: ["text", "json"], nearest: "json"),
        "unknown format 'jsn'; it is one of text, json", "did you mean 'json'?"
      ),
    ]
    for (error, message, help) in cases {
      #expect(UsageError(error, program: "tool") == UsageError(message, help: help))
    }
  }

  @Test func `help fits the width and leaves nothing out`() throws {
    let spec = try #require(table.command("build"))
    for width in [40, 60, 80, 120] {
      let text = table.help(spec, width: width)
      for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= max(width, 44)) }
      for word in ["--format", "-a", "--depth", "--quiet", "(default text)", "text, json", "Some", "tool build x"] {
        #expect(text.contains(word), "\(width): \(word)")
      }
    }
    let overview = table.overview(intro: "A tool.", width: 60)
    for command in table.commands { #expect(overview.contains(command.name) && overview.contains(command.summary)) }
  }

  @Test func `every shell's script names every command and option`() throws {
    for shell in CommandTable.shells {
      let script = try #require(table.completions(shell: shell))
      for word in ["build", "check", "shell", "format", "depth", "text json", "bash zsh"] {
        #expect(script.contains(word), "\(shell): \(word)")
      }
    }
    #expect(table.completions(shell: "sh") == nil)
  }

  @Test func `no line of words makes it trap`() {
    // Every sequence of up to four of these.
    let words = ["build", "x", "--", "-", "-f", "-fjson", "--format", "--format=", "-q", "--", "=", "", "--=", "-o"]
    var lines: [[String]] = [[]]
    for _ in 0..<4 { lines += lines.filter { $0.count < 4 }.flatMap { line in words.map { line + [$0] } } }
    var understood = 0
    for line in lines.prefix(60_000) where (try? table.interpret(line)) != nil { understood += 1 }
    #expect(understood > 100)
  }
}
