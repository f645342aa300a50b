import Testing

@testable import Commands

@Suite struct CommandsTests {
  @Test func `exit codes and what is said follow the contract`() {
    let cases: [(line: String, code: ExitCode, says: String)] = [
      ("", .done, "Usage: planner"), ("--help", .done, "Usage: planner"), ("-h", .done, "Commands:"),
      ("help evaluate", .done, "planner evaluate"), ("evaluate --help", .done, "--exhaustive"),
      ("help model queue", .done, "Erlang C"), ("model queue --help", .done, "domain"), ("model", .done, "erlang"),
      ("version", .done, "planner "), ("--version", .done, "planner "), ("capabilities", .done, "S139"),
      ("completions bash", .done, "complete -o"), ("catalog list --limit 3", .done, "on_demand"),
      ("init", .done, "planner: 1"), ("schema spec", .done, "$schema"), ("schema result", .done, "$schema"),
      ("versoin", .usage, "did you mean 'version'?"), ("help evalute", .usage, "evaluate"),
      ("evaluate x.yaml --exhaustiv", .usage, "--exhaustive"), ("evaluate x.yaml -f jsn", .usage, "'json'"),
      ("evaluate absent.yaml", .usage, "absent.yaml: No such file"), ("evaluate", .usage, "SPEC"),
      ("model quee arrival=1", .usage, "queue"), ("model queue arival=1/s", .usage, "arrival"),
      ("completions bsh", .usage, "bash"), ("schema rsult", .usage, "result"), ("init servce", .usage, "service"),
      ("catalog lst", .usage, "list"), ("catalog show aws:eu-centrl-1", .usage, "aws:eu-central-1"),
      ("capabilities S140", .usage, "S139"), ("model quee --help", .usage, "queue"),
      ("version --width 3", .usage, "--width"), ("-q", .usage, "no command"),
    ]
    for item in cases {
      let world = World()
      #expect(world.run(item.line) == item.code, "planner \(item.line): \(world.error)")
      let text = item.code == .done ? world.output : world.error
      #expect(text.contains(item.says), "planner \(item.line) says \(text.prefix(300))")
      if item.code == .done { #expect(world.error.isEmpty, "planner \(item.line): \(world.error)") }
      if item.code == .usage { #expect(world.output.isEmpty, "planner \(item.line)") }
    }
  }

  @Test func `a failed run leaves the output file alone, a good one replaces it`() {
    let world = World(files: ["kept.json": "kept\n", "bad.yaml": "planner: 1\nworkloads: ["])
    for line in [
      "evaluate bad.yaml -f json -o kept.json", "model erlang load=-1 servers=1 -o kept.json",
      "model erlang load=1 -o kept.json", "parse bad.yaml -o kept.json",
    ] {
      #expect(world.run(line) == .usage)
      #expect(world.files["kept.json"] == "kept\n", "\(line)")
    }
    #expect(world.run("model erlang load=1 servers=1 -f json -o kept.json") == .done)
    #expect(world.files["kept.json"]?.contains("\"b\": 0.5") == true)
    #expect(world.output.isEmpty)
  }

  @Test func `a reader that went away is no error, a full disk is`() {
    let closed = World(written: .closed)
    #expect(closed.run("model") == .done)
    #expect(closed.error.isEmpty)
    let full = World(written: .failed("No space left on device"))
    #expect(full.run("model") == .usage)
    #expect(full.error.contains("No space left on device"))
    #expect(World().run("version -o full/x") == .usage)
  }

  @Test func `colour is for terminals, unless asked for or forbidden`() {
    func hasColor(_ line: String, _ world: World) -> Bool {
      _ = world.run(line)
      return (world.output + world.error).contains("\u{1B}[")
    }
    #expect(!hasColor("model", World()))
    #expect(hasColor("model", World(isTerminal: true)))
    #expect(hasColor("model --color always", World()))
    #expect(!hasColor("model --color never", World(isTerminal: true)))
    #expect(!hasColor("model", World(variables: ["NO_COLOR": "1"], isTerminal: true)))
    #expect(!hasColor("versoin", World(variables: ["NO_COLOR": "1"], isTerminal: true)))
    #expect(hasColor("versoin", World(isTerminal: true)))
    #expect(!hasColor("model -o list.txt", World(isTerminal: true)))
  }

  @Test func `parse tells all mistakes and writes every notation`() {
    let world = World(files: ["a.yaml": "a: [1, two]\n", "b.yaml": "a: 1\na: 2\nb: 'x\n"])
    for (format, text) in [("json", "{\"a\": [1, \"two\"]}"), ("events", "+STR"), ("text", "two")] {
      #expect(world.run("parse a.yaml -f \(format)") == .done)
      #expect(world.output.contains(text), "\(format): \(world.output)")
    }
    #expect(world.run("parse b.yaml") == .usage)
    #expect(world.error.contains("b.yaml:2:1"))
  }

  @Test func `every row of the capabilities is told once, in order`() {
    let rows = Capabilities.all
    #expect(rows.map(\.row) == (1...139).map { "S\($0)" })
    for row in rows {
      #expect(row.place.isEmpty == (row.state == .notYet), "\(row.row): only what is computed has a place")
      #expect(row.title.count > 8)
    }
  }

  @Test func `every command has help, examples that parse, and no option twice`() throws {
    for command in Commands.all {
      let spec = command.spec
      let names = Commands.table.options(of: spec).map(\.name)
      #expect(Set(names).count == names.count, "\(spec.name)")
      let shorts = Commands.table.options(of: spec).compactMap(\.short)
      #expect(Set(shorts).count == shorts.count, "\(spec.name)")
      for example in spec.examples where !example.contains(">") {
        let words = example.split(separator: " ").dropFirst().map { $0.filter { $0 != "'" } }
        #expect(throws: Never.self, "\(example)") { try Commands.table.interpret(words) }
      }
    }
  }
}
