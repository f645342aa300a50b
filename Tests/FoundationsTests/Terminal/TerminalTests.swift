import Testing

@testable import Foundations

@Suite struct DisplayWidthTests {
  @Test func `columns are counted as terminals show them`() {
    for (text, want) in [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ｱ", 1), ("Ａ", 2), ("한글", 4),
      ("\u{1112}\u{1161}\u{11AB}", 2),
      ("😀", 2), ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("❤\u{FE0F}", 2), ("…×µ", 3), ("\u{200B}", 0), ("👍🏽", 2), ("a\u{7}b", 2),
    ] { #expect(DisplayWidth.of(text) == want, "\(text)") }
  }

  @Test func `cut text keeps whole characters and says that something is missing`() {
    for (text, width, want) in [
      ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("日本語", 4, "日…"), ("日本語", 1, "…"), ("abc", 0, ""),
      ("👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…"),
    ] { #expect(DisplayWidth.cut(text, to: width) == want) }
  }

  @Test func `wrapped text loses no word and no line is too wide`() {
    let text = "one two  three 日本語日本語日本語 supercalifragilisticexpialidocious end"
    for width in 2...60 {
      let lines = DisplayWidth.wrap(text, to: width)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
    #expect(DisplayWidth.wrap("a\nb", to: 20) == ["a", "b"])
    #expect(DisplayWidth.wrap("", to: 20) == [""])
  }
}

@Suite struct TextTableTests {
  @Test func `columns are aligned, two blanks apart`() {
    var table = TextTable([.init("Name"), .init("Cost", isRight: true), .init("Why")])
    table.add(["api", "1,200.00", "cheapest"])
    table.add(["日本", "3.50"])
    #expect(
      table.lines(width: 80, indent: 2, style: .plain) == [
        "  Name      Cost  Why", "  api   1,200.00  cheapest", "  日本      3.50",
      ])
  }

  @Test func `wrapped columns go on below, others are cut`() {
    var table = TextTable([.init("Name", isFlexible: true), .init("Why", isWrapped: true), .init("n", isRight: true)])
    table.add(["a-very-long-name-indeed", "because it is the cheapest of all", "12"])
    #expect(
      table.lines(width: 36, style: .plain) == [
        "Name                Why            n", "a-very-long-name-…  because it    12", "                    is the",
        "                    cheapest of", "                    all",
      ])
  }

  @Test func `no line is wider than asked, whatever the cells`() {
    var table = TextTable(
      (0..<9).map { .init("column \($0)", isRight: $0 % 2 == 0, isFlexible: $0 == 1, isWrapped: $0 == 2) })
    table.add((0..<9).map { String(repeating: "日", count: $0 * $0) })
    table.add((0..<9).map { String(repeating: "x ", count: $0 * 3) }, tones: [.good, .bad])
    for width in 10...200 {
      for line in table.lines(width: width, indent: 2, style: .plain) { #expect(DisplayWidth.of(line) <= width) }
    }
  }

  @Test func `colour changes no column`() {
    var table = TextTable([.init("a"), .init("b", isRight: true)])
    table.add(["met", "1"], tones: [.good])
    let lines = table.lines(width: 20, style: Style(hasColor: true))
    #expect(lines.last == "\u{1B}[32mmet\u{1B}[0m  1")
  }
}

@Suite struct DiagnosticFormatTests {
  static let source = SourceText(name: "a,b:c 100%.yaml", bytes: Array("x: 1\ny: [\n".utf8))

  @Test func `several findings end with their number`() {
    let error = Diagnostic(.error, code: "t/e", "bad")
    let warning = Diagnostic(.warning, code: "t/w", "odd", path: "workloads.api", help: "drop it", notes: ["a note"])
    let renderer = DiagnosticRenderer(source: DiagnosticFormatTests.source)
    #expect(
      renderer.text([error, error, error, warning]).hasSuffix(
        """
        warning: odd
          --> a,b:c 100%.yaml (workloads.api)
          = help: drop it
          = a note

        3 errors, 1 warning

        """))
    #expect(DiagnosticRenderer.summary([error]) == "1 error")
    #expect(renderer.text([]) == "")
    #expect(DiagnosticRenderer(source: nil).text([error]) == "error: bad\n")
  }

  @Test func `workflow commands escape what would end them`() {
    let renderer = DiagnosticRenderer(source: DiagnosticFormatTests.source)
    let text = renderer.github([
      Diagnostic(.error, code: "t/e", "50% off, a:b", at: SourceSpan(3, 4), help: "one\nline"),
      Diagnostic(.warning, code: "", "several lines", at: SourceSpan(0, 8)), Diagnostic(.note, code: "", "no place"),
    ])
    #expect(
      text == """
        ::error file=a%2Cb%3Ac 100%25.yaml,line=1,col=4,endColumn=5,title=t/e::50%25 off, a:b%0Ahelp: one%0Aline
        ::warning file=a%2Cb%3Ac 100%25.yaml,line=1,endLine=2::several lines
        ::notice file=a%2Cb%3Ac 100%25.yaml::no place

        """)
  }

  @Test func `JSON has every key, null without a place`() {
    let renderer = DiagnosticRenderer(source: DiagnosticFormatTests.source)
    let finding = Diagnostic(
      .error, code: "t/e", "bad", at: SourceSpan(3, 4), path: "x", labels: [.init(SourceSpan(5, 6), "y")])
    #expect(
      renderer.json([finding]).text(pretty: false)
        == #"{"diagnostics":[{"level":"error","code":"t/e","message":"bad","path":"x","file":"a,b:c 100%.yaml","line":1,"column":4,"end_line":1,"end_column":5,"help":null,"notes":[],"labels":[{"text":"y","line":2,"column":1}]}]}"#
    )
    #expect(
      renderer.json([Diagnostic(.note, code: "n", "m")]).text(pretty: false).contains(#""line":null,"column":null"#))
  }
}
