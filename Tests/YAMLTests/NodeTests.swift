import Foundations
import Testing

@testable import YAML

struct NodeTests {
  private func parse(_ text: String) -> YAMLNode {
    YAMLParse.documents(SourceText(name: "t", bytes: Array(text.utf8))).documents[0]
  }

  @Test func `scalars resolve under the core schema`() {
    let table: [(String, YAMLValue)] = [
      ("~", .null), ("null", .null), ("", .null), ("true", .bool(true)), ("False", .bool(false)),
      ("yes", .string("yes")),
      ("12", .int(12)), ("-7", .int(-7)), ("+3", .int(3)), ("0o17", .int(15)), ("0xff", .int(255)), ("017", .int(17)),
      ("1.5", .float(1.5)), ("1e3", .float(1000)), (".5", .float(0.5)), ("-.inf", .float(-.infinity)),
      ("1_000", .string("1_000")), ("0x-1", .string("0x-1")), ("1e", .string("1e")), ("'12'", .string("12")),
      ("!!str 12", .string("12")), ("12 ms", .string("12 ms")), ("99999999999999999999", .float(1e20)),
    ]
    for (text, value) in table { #expect(parse("k: \(text)\n").entries[0].value.value == value, "\(text)") }
  }

  @Test func `spans cover the content`() {
    let text = "a: {b: [1, 'x y']}\nc:\n  d: e f  \n"
    let source = SourceText(name: "t", bytes: Array(text.utf8))
    let root = YAMLParse.documents(source).documents[0]
    let flow = root.entries[0].value
    #expect(source.text(flow.span) == "{b: [1, 'x y']}")
    #expect(source.text(flow.entries[0].value.items[1].span) == "x y")
    #expect(source.text(root.entries[1].value.entries[0].value.span) == "e f")
    #expect(source.text(root.entries[1].key.span) == "c")
  }

  @Test func `merge keys give way to stated keys, earlier sources win`() {
    let root = parse("x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\nz:\n  <<: [*x, *y]\n  c: 5\n")
    let merged = root.entries[2].value.entries.map { ($0.key.text, $0.value.text) }
    #expect(merged.map(\.0) == ["a", "b", "c"])
    #expect(merged.map(\.1) == ["1", "2", "5"])
  }

  @Test func `strict reports merge keys and words of YAML 1.1`() {
    let text = "d: &d {a: yes}\ne: {<<: *d}\n"
    let found = YAMLParse.documents(SourceText(name: "t", bytes: Array(text.utf8)), strict: true).diagnostics
    #expect(found.map(\.code) == ["yaml/yaml-1.1-word", "yaml/merge-key"])
    #expect(found.allSatisfy { $0.level == .warning })
  }

  @Test func `json keeps the order and the types`() {
    let text = "b: [1, 2.5, x]\na: {y: null, 'z': \"\\u00e9\"}\n--- 3\n"
    let found = YAMLJSON.text(SourceText(name: "t", bytes: Array(text.utf8)))
    #expect(found.text == "{\"b\": [1, 2.5, \"x\"], \"a\": {\"y\": null, \"z\": \"é\"}}\n3\n")
  }
}
