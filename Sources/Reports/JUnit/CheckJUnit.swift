import Foundations
import Gates
import Planning

/// A check as JUnit XML: a suite for each workload, a case for each limit.
package enum CheckJUnit {
  /// The document of a check.
  package static func text(_ check: GateCheck, file: String) -> String {
    var order: [String] = []
    var suites: [String: [LimitCheck]] = [:]
    for limit in check.plan.limits {
      let key = limit.workload ?? ""
      if suites[key] == nil { order.append(key) }
      suites[key, default: []].append(limit)
    }
    let name = check.plan.specName
    return document(
      order.map { key in
        let owner = key.isEmpty ? name : "\(name).\(key)"
        return JUnitSuite(
          name: key.isEmpty ? "\(name) as a whole" : key,
          cases: (suites[key] ?? []).map { testCase($0, owner, file) })
      })
  }

  /// The document of a spec with mistakes.
  package static func text(_ list: FindingList) -> String {
    document([
      JUnitSuite(
        name: list.name,
        cases: list.findings.map { finding in
          JUnitCase(
            owner: "spec", name: finding.id, file: finding.file, line: finding.line,
            outcome: finding.level == .error
              ? .failed(finding.message, rule: finding.rule) : .passed(finding.message))
        })
    ])
  }

  private static func testCase(_ limit: LimitCheck, _ owner: String, _ file: String) -> JUnitCase {
    let outcome: JUnitCase.Outcome
    if limit.isFailure {
      outcome = .failed(limit.message, rule: limit.rule.rawValue)
    } else if limit.forgiven != nil || limit.outcome == .blocked {
      outcome = .skipped(limit.message)
    } else {
      outcome = .passed(limit.message)
    }
    return JUnitCase(owner: owner, name: limit.id, file: file, line: max(1, limit.line ?? 1), outcome: outcome)
  }

  private static func document(_ suites: [JUnitSuite]) -> String {
    let total = suites.reduce(0) { $0 + $1.cases.count }
    let failed = suites.reduce(0) { $0 + $1.failed }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<testsuites name=\"planner\" tests=\"\(total)\" failures=\"\(failed)\">\n"
      + suites.map(\.text).joined() + "</testsuites>\n"
  }
}

/// A suite of cases.
struct JUnitSuite {
  var name: String
  var cases: [JUnitCase]

  var failed: Int { cases.count { if case .failed = $0.outcome { true } else { false } } }
  private var skipped: Int { cases.count { if case .skipped = $0.outcome { true } else { false } } }

  var text: String {
    "  <testsuite name=\"\(XML.escaped(name))\" tests=\"\(cases.count)\" failures=\"\(failed)\" errors=\"0\" "
      + "skipped=\"\(skipped)\">\n" + cases.map(\.text).joined() + "  </testsuite>\n"
  }
}

/// One case.
struct JUnitCase {
  enum Outcome {
    case passed(String)
    case failed(String, rule: String)
    case skipped(String)
  }

  var owner: String
  var name: String
  var file: String
  var line: Int
  var outcome: Outcome

  var text: String {
    let head =
      "    <testcase classname=\"\(XML.escaped(owner))\" name=\"\(XML.escaped(name))\" file=\"\(XML.escaped(file))\" "
      + "line=\"\(line)\" time=\"0\">\n"
    let body =
      switch outcome {
      case .passed(let words): "      <system-out>\(XML.escaped(words))</system-out>\n"
      case .failed(let words, let rule):
        "      <failure message=\"\(XML.escaped(words))\" type=\"\(XML.escaped(rule))\">"
          + "\(XML.escaped("\(file):\(line): \(words)"))</failure>\n"
      case .skipped(let words): "      <skipped message=\"\(XML.escaped(words))\"/>\n"
      }
    return head + body + "    </testcase>\n"
  }
}

/// Text within XML 1.0.
enum XML {
  /// Markup escaped; characters that XML cannot hold replaced by U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 0x22: result += "&quot;"
      case 0x09, 0x0A, 0x0D: result += "&#\(scalar.value);"
      case 0..<0x20, 0xFFFE, 0xFFFF: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
