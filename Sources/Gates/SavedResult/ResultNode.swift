import Foundations
import YAML

/// Why a file is not the result of an earlier run.
package struct SavedResultError: Error, Sendable, Hashable {
  /// Where in the result, such as `workloads.api.chosen`; empty for the whole.
  package var path: String
  /// What is wrong there: a sentence without a full stop.
  package var reason: String
}

/// A place in a saved result; JSON is read by the YAML parser, of which it is a subset.
struct ResultNode {
  let node: YAMLNode?
  let path: String

  subscript(_ key: String) -> ResultNode {
    let value = node?.kind == .mapping ? node?.entries.first { $0.key.text == key }?.value : nil
    return ResultNode(node: value, path: path.isEmpty ? key : "\(path).\(key)")
  }

  /// Whether nothing is known there: absent or null.
  var isNull: Bool { node.map { $0.kind == .scalar && $0.isNull } ?? true }

  func failure(_ due: String) -> SavedResultError { SavedResultError(path: path, reason: "\(due) is due there") }

  func optional<T>(_ read: (ResultNode) throws(SavedResultError) -> T) throws(SavedResultError) -> T? {
    isNull ? nil : try read(self)
  }

  func text() throws(SavedResultError) -> String {
    guard let node, node.kind == .scalar, !node.isPlain else { throw failure("a text") }
    return node.text
  }

  func number() throws(SavedResultError) -> Double {
    switch node?.kind == .scalar ? node?.value : nil {
    case .int(let value)?: return Double(value)
    case .float(let value)?: return value
    default: throw failure("a number")
    }
  }

  func whole() throws(SavedResultError) -> Int {
    guard case .int(let value)? = node?.value, node?.kind == .scalar else { throw failure("a whole number") }
    return Int(value)
  }

  func flag() throws(SavedResultError) -> Bool {
    guard case .bool(let value)? = node?.value, node?.kind == .scalar else { throw failure("true or false") }
    return value
  }

  func money() throws(SavedResultError) -> Money {
    guard let value = Money(parsing: try text()) else { throw failure("a decimal in quotes") }
    return value
  }

  /// The decimal that a number is written as.
  func decimal() throws(SavedResultError) -> Money {
    let value = try number()
    return node.flatMap { Money(parsing: $0.text) } ?? Money(value)
  }

  func list<T>(_ read: (ResultNode) throws(SavedResultError) -> T) throws(SavedResultError) -> [T] {
    guard let node, node.kind == .sequence else { throw failure("a list") }
    var result: [T] = []
    for (index, item) in node.items.enumerated() {
      result.append(try read(ResultNode(node: item, path: "\(path).\(index)")))
    }
    return result
  }

  func map<T>(_ read: (String, ResultNode) throws(SavedResultError) -> T) throws(SavedResultError) -> [T] {
    guard let node, node.kind == .mapping else { throw failure("an object") }
    var result: [T] = []
    for entry in node.entries {
      result.append(try read(entry.key.text, ResultNode(node: entry.value, path: "\(path).\(entry.key.text)")))
    }
    return result
  }
}
