import Testing

@testable import Foundations

/// Finds `needle` in a text, so that tests name places by their words.
private func span(_ needle: String, in text: String, after: Int = 0) -> SourceSpan {
  let bytes = Array(text.utf8)
  let wanted = Array(needle.utf8)
  for start in after..<bytes.count where bytes[start...].starts(with: wanted) {
    return SourceSpan(start, start + wanted.count)
  }
  return SourceSpan(bytes.count, bytes.count)
}

@Suite struct DiagnosticFrameTests {
  /// A frame: the source, what is marked, the finding's parts, and the text wanted.
  struct Case {
    var name: String
    var source: String
    var mark: String
    var help: String?
    var labels: [(String, String)] = []
    var notes: [String] = []
    var want: String
  }

  static let cases: [Case] = [
    Case(
      name: "the frame of the language's description",
      source: String(repeating: "#\n", count: 20) + "      latancy: {p95: 120 ms}\n", mark: "latancy",
      help: "did you mean 'latency'?", notes: ["keys of an SLO: availability, latency, deadline"],
      want: """
        error: it is wrong
          --> shop.yaml:21:7
           |
        21 |       latancy: {p95: 120 ms}
           |       ^^^^^^^ did you mean 'latency'?
           = keys of an SLO: availability, latency, deadline

        """),
    Case(
      name: "a second place far above, with a gap", source: "rate: 1/s\na: 1\nb: 2\nrate: 2/s\n", mark: "rate: 2",
      help: "remove one", labels: [("rate: 1", "first here")],
      want: """
        error: it is wrong
         --> shop.yaml:4:1
          |
        1 | rate: 1/s
          | ------- first here
        ...
        4 | rate: 2/s
          | ^^^^^^^ remove one

        """),
    Case(
      name: "two places of one line", source: "a: 1, a: 2\n", mark: "a: 2", labels: [("a: 1", "first here")],
      want: """
        error: it is wrong
         --> shop.yaml:1:7
          |
        1 | a: 1, a: 2
          | ---- first here
          |       ^^^^

        """),
    Case(
      name: "wide characters take two columns", source: "名前: {値段: 3}\n", mark: "値段", help: "what is it?",
      want: """
        error: it is wrong
         --> shop.yaml:1:6
          |
        1 | 名前: {値段: 3}
          |        ^^^^ what is it?

        """),
    Case(
      name: "emoji, combining marks and tabs keep the caret in place", source: "\t👩‍👩‍👧 e\u{301} x: 1\n", mark: "x",
      want: """
        error: it is wrong
         --> shop.yaml:1:11
          |
        1 |  👩‍👩‍👧 e\u{301} x: 1
          |       ^

        """),
    Case(
      name: "control characters cannot reach the terminal", source: "a\u{1B}[31m\u{202E}: b\n", mark: "b",
      want: """
        error: it is wrong
         --> shop.yaml:1:10
          |
        1 | a\u{FFFD}[31m\u{FFFD}: b
          |          ^

        """),
    Case(
      name: "a span of several lines is marked on its first", source: "a: [1,\n  2,\n  3\nb: 1\n",
      mark: "[1,\n  2,\n  3",
      want: """
        error: it is wrong
         --> shop.yaml:1:4
          |
        1 | a: [1,
          |    ^^^

        """),
    Case(
      name: "the end of the file", source: "a: [1\n", mark: "nowhere", help: "expected ']'",
      want: """
        error: it is wrong
         --> shop.yaml:2:1
          |
        2 |
          | ^ expected ']'

        """),
    Case(
      name: "a byte order mark is not a column", source: "\u{FEFF}a: 1\n", mark: "a", help: "unknown",
      want: """
        error: it is wrong
         --> shop.yaml:1:1
          |
        1 | a: 1
          | ^ unknown

        """),
    Case(
      name: "help without room stands below", source: String(repeating: "a", count: 30) + ": 1\n", mark: "1",
      help: "a number has a unit here, such as 12 ms or 3 s",
      want: """
        error: it is wrong
         --> shop.yaml:1:33
          |
        1 | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: 1
          |                                 ^
          = help: a number has a unit here, such as 12 ms or
            3 s

        """),
    Case(
      name: "a long line is cut around the mark",
      source: String(repeating: "0123456789", count: 20) + "BAD" + String(repeating: "0123456789", count: 20),
      mark: "BAD",
      want: """
        error: it is wrong
         --> shop.yaml:1:201
          |
        1 | …4567890123456789BAD0123456789012345678901234567…
          |                  ^^^

        """),
    Case(
      name: "a mark longer than the screen ends with it", source: "a: " + String(repeating: "x", count: 200),
      mark: String(repeating: "x", count: 200),
      want: """
        error: it is wrong
         --> shop.yaml:1:4
          |
        1 | a: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
          |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

        """),
  ]

  @Test func `frames point at what they mean`() {
    for item in DiagnosticFrameTests.cases {
      let source = SourceText(name: "shop.yaml", bytes: Array(item.source.utf8))
      let finding = Diagnostic(
        .error, code: "t/wrong", "it is wrong", at: span(item.mark, in: item.source), help: item.help,
        labels: item.labels.map { DiagnosticLabel(span($0.0, in: item.source), $0.1) }, notes: item.notes)
      let got = DiagnosticRenderer(source: source, width: 53).text([finding])
      #expect(got == item.want, "\(item.name):\n\(got)")
    }
  }
}
