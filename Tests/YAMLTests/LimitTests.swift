import Foundations
import Testing

@testable import YAML

struct LimitTests {
  private func codes(_ text: String, _ limits: YAMLLimits = .standard) -> [String] {
    YAMLParse.documents(SourceText(name: "t", bytes: Array(text.utf8)), limits: limits).diagnostics.map(\.code)
  }

  @Test func `depth is bounded in block and flow alike`() {
    let open = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
    #expect(codes(open) == [])
    #expect(codes("[" + open + "]") == ["yaml/limit-depth"])
    #expect(codes(String(repeating: "- ", count: 100_000) + "x") == ["yaml/limit-depth"])
    #expect(codes(String(repeating: "{a: ", count: 100_000)) == ["yaml/limit-depth"])
    let block = (0..<300).map { String(repeating: " ", count: $0) + "k:\n" }.joined()
    #expect(codes(block) == ["yaml/limit-depth"])
  }

  @Test func `aliases expand to a bounded number of nodes`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for i in 1..<10 {
      let previous = "*a\(i - 1)"
      text += "a\(i): &a\(i) [" + Array(repeating: previous, count: 10).joined(separator: ", ") + "]\n"
    }
    #expect(codes(text) == ["yaml/limit-aliases"])
  }

  @Test func `keys without a question mark are bounded, in characters`() {
    #expect(codes(String(repeating: "k", count: 1025) + ": v\n") == ["yaml/limit-key"])
    #expect(codes(String(repeating: "é", count: 1024) + ": v\n") == [])
    #expect(codes("? " + String(repeating: "k", count: 5000) + "\n: v\n") == [])
  }

  @Test func `bytes, nodes and encodings have errors of their own`() {
    var limits = YAMLLimits.standard
    limits.bytes = 10
    limits.nodes = 5
    #expect(codes("# 12345678901", limits) == ["yaml/limit-bytes"])
    #expect(codes("[a,b,c,d,e]", limits).contains("yaml/limit-bytes"))
    limits.bytes = 1000
    #expect(codes("[a, b, c, d, e, f]", limits) == ["yaml/limit-nodes"])
    for bytes: [UInt8] in [[0x61, 0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xE9], [0xFE, 0xFF, 0, 0x61]] {
      #expect(YAMLParse.documents(SourceText(name: "t", bytes: bytes)).diagnostics.map(\.code) == ["yaml/encoding"])
    }
    #expect(codes("a: \0") == ["yaml/control-character"])
  }

  @Test func `two hundred thousand keys are compared in one pass`() {
    let text = (0..<200_000).map { "key\($0): \($0)\n" }.joined()
    #expect(codes(text) == [])
    #expect(codes(text + "key7: 1\n") == ["yaml/duplicate-key"])
  }

  @Test func `any prefix of a text ends in documents or messages, never in a trap`() {
    let text = Array(
      "a: &x {b: [1, 'q', \"w\\n\"], ? c : d}\n---\n- |2-\n   x\n- >+\n\n y\n? !!str k\n: *x\n%TAG ! x\n...\n".utf8)
    for end in 0...text.count {
      let result = YAMLParse.documents(SourceText(name: "t", bytes: Array(text[..<end])))
      #expect(result.diagnostics.count <= 20)
    }
    // Every byte replaced by each of the characters that mean something.
    for i in text.indices {
      for byte in Array("-?:,[]{}#&*!|>'\"%@` \t\n".utf8) {
        var changed = text
        changed[i] = byte
        _ = YAMLParse.documents(SourceText(name: "t", bytes: changed))
      }
    }
  }
}
