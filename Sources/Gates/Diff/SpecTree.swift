import Foundations
import YAML

/// Two specs as trees: where they differ, and the specs between them.
struct SpecTree {
  /// An input that one spec states differently from the other, or alone.
  struct Change: Sendable, Hashable {
    /// Path of the input, such as `workloads.api.demand.rate`.
    var path: String
    /// As written; `nil` when not stated.
    var base: String?
    var head: String?
  }

  private let base: YAMLNode
  private let head: YAMLNode

  /// `nil` when one of them is no document.
  init?(base: SourceText, head: SourceText) {
    guard let first = YAMLParse.documents(base).documents.first,
      let second = YAMLParse.documents(head).documents.first
    else { return nil }
    self.base = first
    self.head = second
  }

  /// Every difference, sorted by path: the same order whichever spec is the base.
  var changes: [Change] {
    var found: [Change] = []
    collect(base, head, "", &found)
    return found.sorted { $0.path < $1.path }
  }

  private func collect(_ a: YAMLNode?, _ b: YAMLNode?, _ path: String, _ found: inout [Change]) {
    if let a, let b {
      if a.kind == .mapping, b.kind == .mapping {
        for key in SpecTree.keys(a, b) {
          collect(SpecTree.value(a, key), SpecTree.value(b, key), path.isEmpty ? key : "\(path).\(key)", &found)
        }
        return
      }
      if SpecTree.text(a) == SpecTree.text(b) { return }
    }
    found.append(Change(path: path, base: a.map(SpecTree.text), head: b.map(SpecTree.text)))
  }

  /// The spec that states what lies below `paths` as the head does, and all else as the base does.
  func between(_ paths: Set<String>) -> String { mixed(base, head, "", paths) ?? "{}" }

  private func mixed(_ a: YAMLNode?, _ b: YAMLNode?, _ path: String, _ paths: Set<String>) -> String? {
    if paths.contains(path) { return b.map(SpecTree.text) }
    guard let a, let b, a.kind == .mapping, b.kind == .mapping else {
      // Within a part that only one of them states, a path may still lie deeper than what is switched.
      return a.map(SpecTree.text)
    }
    let members = SpecTree.keys(a, b).compactMap { key -> String? in
      let inner = path.isEmpty ? key : "\(path).\(key)"
      return mixed(SpecTree.value(a, key), SpecTree.value(b, key), inner, paths).map {
        "\(SpecTree.quoted(key)): \($0)"
      }
    }
    return "{\(members.joined(separator: ", "))}"
  }

  // MARK: Nodes

  /// Keys of either, those of the first before those only the second has.
  private static func keys(_ a: YAMLNode, _ b: YAMLNode) -> [String] {
    var keys = a.entries.map(\.key.text)
    let known = Set(keys)
    keys += b.entries.map(\.key.text).filter { !known.contains($0) }
    return keys
  }

  private static func value(_ node: YAMLNode, _ key: String) -> YAMLNode? {
    node.entries.first { $0.key.text == key }?.value
  }

  /// A node on one line; equal nodes have equal texts.
  static func text(_ node: YAMLNode) -> String {
    switch node.kind {
    case .scalar: return node.isPlain && isSafe(node.text) ? node.text : quoted(node.text)
    case .sequence: return "[\(node.items.map(text).joined(separator: ", "))]"
    case .mapping:
      return "{\(node.entries.map { "\(quoted($0.key.text)): \(text($0.value))" }.joined(separator: ", "))}"
    }
  }

  /// Whether a plain scalar stays the same within braces.
  private static func isSafe(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != 0x2D || text.utf8.count > 1 else { return text.isEmpty }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      case 0x20, 0x25, 0x2B, 0x2D, 0x2E, 0x2F, 0x5F: byte != 0x25 || first != 0x25
      default: false
      }
    }
  }

  private static func quoted(_ text: String) -> String {
    var out: [UInt8] = []
    JSON.quote(text, into: &out)
    return String(decoding: out, as: UTF8.self)
  }
}
