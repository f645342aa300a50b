import Foundations
import Testing

@testable import YAML

/// What a person gets to read: every mistake of a file in one run, where it stands, with the way out.
struct MistakeTests {
  static let table: [(text: String, expected: [String])] = [
    ("a: 1\nb:2\nc: 3\nd:4\n", ["2:2 missing-space", "4:2 missing-space"]),
    ("a:\n\tb: 1\nc: 2\n", ["2:1 tab"]),
    ("a:\n  b: 1\n   c: 2\n  d: 3\nx: \"abc\ny: 1\n", ["3:4 indentation", "5:4 unclosed-quote"]),
    ("a: [1, 2\nb: 3\nc: {x: 1\nd: 4\n", ["1:4 unclosed-bracket", "3:4 unclosed-bracket"]),
    ("b: 1\nc: {{ x }}/y\n", ["2:4 template"]),
    ("a: 1\nb: 2\na: 3\n", ["3:1 duplicate-key"]),
    ("a: b: c\nd: 1\n", ["1:5 nested-mapping"]),
    ("a:\n  - x\n - y\nb: 1\n", ["3:2 indentation"]),
    ("a: x y: z\nb: @foo\nc: %x\nd: *nope\n", ["1:7 nested-mapping", "2:4 reserved", "3:4 reserved", "4:4 alias"]),
    ("a: \"x\" y\nb: [a, b]]\nc: 1\n", ["1:8 trailing", "2:10 trailing"]),
    ("work:\n  cpu: 1\n memory: 2\nslo: 1\n", ["3:2 indentation"]),
    ("work:\n  cpu 12 ms\n  memory: 2\nslo: 1\n", ["2:3 missing-colon"]),
    ("a: key\n  b: 2\nc: 1\n", ["2:3 indentation"]),
    ("a: \"bad \\q escape\"\nb: |x\n  foo\nc: 1\n", ["1:9 escape", "2:5 block-header"]),
    ("b: 1\n<<: *x\n", ["2:5 alias"]),
    ("  a: 1\nb: 2\n", ["2:1 indentation"]),
    ("a: {b: 1 c: 2}\nd: [1,, 2]\n", ["1:11 comma", "2:7 comma"]),
    ("b: 'it's'\n", ["1:8 trailing"]),
    ("workloads:\n  - a: 1\n    b: 2\n  c: 3\n", ["4:3 sequence-entry"]),
    ("a: &x [1, *x]\n", ["1:11 alias-cycle"]),
    ("a: \u{7}\n", ["1:4 control-character"]),
  ]

  @Test func `mistakes are found where they stand, all in one run`() {
    for (text, expected) in Self.table {
      let source = SourceText(name: "t", bytes: Array(text.utf8))
      let found = YAMLParse.documents(source).diagnostics.map { diagnostic in
        let place = source.position(of: diagnostic.span?.start ?? 0)
        return "\(place.line):\(place.column) \(diagnostic.code.dropFirst(5))"
      }
      #expect(found == expected, "\(text)")
    }
  }

  @Test func `every mistake comes with a way out`() {
    for (text, _) in Self.table {
      for diagnostic in YAMLParse.documents(SourceText(name: "t", bytes: Array(text.utf8))).diagnostics {
        #expect(
          diagnostic.help != nil || !diagnostic.labels.isEmpty || diagnostic.code == "yaml/alias-cycle", "\(diagnostic)"
        )
      }
    }
  }

  @Test func `a duplicate key names both places`() throws {
    let source = SourceText(name: "t", bytes: Array("a: 1\n'a': 2\n".utf8))
    let found = try #require(YAMLParse.documents(source).diagnostics.first)
    #expect(found.span == SourceSpan(6, 7))
    #expect(found.labels.first?.span == SourceSpan(0, 1))
  }

  @Test func `at most twenty mistakes are reported`() {
    let text = String(repeating: "a: @x\n", count: 100)
    #expect(YAMLParse.documents(SourceText(name: "t", bytes: Array(text.utf8))).diagnostics.count == 20)
  }

  @Test func `what could be read around a mistake is kept`() {
    let text = "good: 1\nbad: [1, 2\nalso: 3\n"
    let root = YAMLParse.documents(SourceText(name: "t", bytes: Array(text.utf8))).documents[0]
    #expect(root.entries.map(\.key.text) == ["good", "bad", "also"])
    #expect(root.entries[2].value.value == .int(3))
  }
}
