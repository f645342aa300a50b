import Foundation
import Testing

@testable import Commands

@Suite struct ModelBatchTests {
  private func run(_ text: String, _ line: String) -> World {
    let world = World(files: ["cases": text])
    #expect(world.run(line) == .done, "\(world.error)")
    return world
  }

  @Test func `rows come in order, inputs first, and an impossible one is a row with an error`() {
    let text = "case,load,servers\na,1,1\nb,-1,1\nc,1,two\nd,2,3\ne,3\n\n"
    let csv = run(text, "model erlang --batch cases -f csv").output.split(separator: "\n").map(String.init)
    #expect(csv.count == 6)
    #expect(csv[0] == "case,load,servers,b,c,error")
    #expect(csv[1] == "a,1,1,0.5,1,")
    #expect(csv[2] == "b,-1,1,,,\"load must be 0 or more, not -1\"")
    #expect(csv[3].hasPrefix("c,1,two,,,") && csv[3].contains("servers=two"))
    #expect(csv[4].hasPrefix("d,2,3,0.2105263157894736") && csv[5].contains("2 cells"))
  }

  @Test func `CSV and JSON lines give the same results`() throws {
    let csv = run("load,servers\n1,1\n0.5,64\n", "model erlang --batch cases -f json").output
    let lines = run(
      "{\"load\": 1, \"servers\": 1}\n{\"load\": 0.5, \"servers\": 64}\n", "model erlang --batch cases -f json")
    #expect(csv == lines.output)
    let rows = try #require(JSONSerialization.jsonObject(with: Data(csv.utf8)) as? [[String: Any]])
    #expect(rows.count == 2)
    #expect(Reference.error(Model.number(rows[1], "b"), 2.59129071690434e-109) < 1e-11)
    let bad = run("{\"load\": 1, \"servers\": 1}\n{\"load\": [1]}\n{broken\n", "model erlang --batch cases -f json")
      .output
    #expect(bad.components(separatedBy: "\"error\"").count == 3)
  }

  @Test func `quantities with units and quoted cells are read`() {
    let text = "hops,at\n\"lognormal(50ms,0.25);constant(5ms)\",100ms\n"
    #expect(run(text, "model path --batch cases -f csv").output.contains("within"))
    #expect(
      run("from,to\n\"48.1,11.6\",aws:eu-central-1\n", "model network --batch cases -f csv").output.contains(
        "path model"))
    #expect(
      run("rule,discount,hourly,tps,api\nB4,0.37,,,\nB6,,3.13,2000,0.9\n", "model breakeven --batch cases").output
        .contains("0.63"))
  }

  @Test func `a file that cannot be meant is bad usage`() {
    for (text, says) in [
      ("", "is empty"), ("load,servrs\n1,1\n", "'servers'"), ("load,load\n1,1\n", "twice"),
    ] {
      let world = World(files: ["cases": text])
      #expect(world.run("model erlang --batch cases") == .usage)
      #expect(world.error.contains(says), "\(world.error)")
    }
    #expect(World().run("model erlang --batch absent.csv") == .usage)
    #expect(World().run("model --batch absent.csv") == .usage)
    #expect(World(files: ["cases": "load,servers\n"]).run("model erlang load=1 --batch cases") == .usage)
  }

  @Test func `every format has as many rows as there are cases`() {
    let text = "load,servers\n" + (1...50).map { "\($0),\($0 + 1)\n" }.joined()
    for (format, count) in [("csv", 51), ("json", 52), ("text", 51)] {
      #expect(run(text, "model erlang --batch cases -f \(format)").output.split(separator: "\n").count == count)
    }
  }
}
