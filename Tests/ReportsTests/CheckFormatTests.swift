import Foundations
import Gates
import Planning
import Testing

@testable import Reports

@Suite struct CheckFormatTests {
  private static func list(_ count: Int, file: String = "a b/c,d:e 100%.yaml", line: Int = 7) -> FindingList {
    let diagnostics = (0..<count).map { index in
      Diagnostic(
        index % 2 == 0 ? .warning : .error, code: "spec/unit", "value \(index) % is\n<wrong> & \u{1} \"odd\"",
        at: SourceSpan(line, line + 1), path: "workloads.w\(index)")
    }
    let text = String(repeating: "\n", count: 40)
    return FindingList(diagnostics, source: SourceText(name: file, bytes: Array(text.utf8)), file: file)
  }

  @Test func `GitHub shows errors first, ten of a level, and the rest in the log`() {
    let lines = FindingsGitHub.text(CheckFormatTests.list(50)).split(separator: "\n")
    let commands = lines.filter { $0.hasPrefix("::") }
    #expect(commands.count == 20)
    #expect(commands.prefix(10).allSatisfy { $0.hasPrefix("::error file=a b/c%2Cd%3Ae 100%25.yaml,line=8") })
    #expect(commands.dropFirst(10).allSatisfy { $0.hasPrefix("::warning ") })
    #expect(lines.count == 20 + 1 + 30)
  }

  @Test func `fingerprints differ between findings and stay when lines move`() {
    let (first, moved) = (CheckFormatTests.list(30), CheckFormatTests.list(30, line: 20))
    #expect(Set(first.findings.map(\.fingerprint)).count == 30)
    #expect(first.findings.map(\.fingerprint) == moved.findings.map(\.fingerprint))
    #expect(first.findings.map(\.line) != moved.findings.map(\.line))
  }

  @Test func `XML holds no character that it cannot`() {
    let text = CheckJUnit.text(CheckFormatTests.list(3))
    #expect(text.contains("&lt;wrong&gt; &amp; \u{FFFD} &quot;odd&quot;"))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(text.contains("failures=\"1\""))
  }

  @Test func `paths are relative, as other tools want them`() {
    let cases = [
      ("/work/repo/a.yaml", "/work/repo", "a.yaml"), ("./a.yaml", "/x", "a.yaml"), ("b/../a.yaml", "/x", "a.yaml"),
      ("/else/a.yaml", "/work", "else/a.yaml"), ("../a.yaml", "/x", "../a.yaml"), ("<stdin>", "/x", "stdin"),
      ("/work/repository/a.yaml", "/work/repo", "work/repository/a.yaml"),
    ]
    for (path, folder, due) in cases { #expect(ReportPath.relative(path, to: folder) == due, "\(path)") }
    #expect(ReportPath.uri("a b/ü:1%.yaml") == "a%20b/%C3%BC%3A1%25.yaml")
  }

  @Test func `a comment fits GitHub's limit whatever the number of findings`() {
    var plan = ReportFixture.shop
    plan.limits = (0..<3000).map { index in
      LimitCheck(
        id: "w\(index).latency.p99", rule: .latency, workload: "w\(index)", path: "workloads.w\(index).slo.latency.p99",
        line: index + 1, unit: "s", value: 2, limit: 1, outcome: .missed)
    }
    let check = GateCheck(limits: plan)
    let text = CheckMarkdown.text(check, file: "shop.yaml")
    #expect(text.utf16.count <= CheckMarkdown.limit)
    #expect(text.hasPrefix("<!-- planner-check: web-shop -->\n**web-shop fails: 3000 of 3000"))
    #expect(text.contains("more\n"))
  }
}
