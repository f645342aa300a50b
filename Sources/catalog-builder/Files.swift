import Foundations

/// Ends the builder with a message on standard error.
func fail(_ message: String) -> Never {
  _ = Platform.write("catalog-builder: " + message + "\n", to: .error)
  Platform.exit(1)
}

/// The folder of source files.
struct DataFolder {
  var path: String

  init(_ path: String) { self.path = path }

  /// All bytes of a file below the folder.
  func bytes(_ name: String) -> [UInt8] {
    do {
      return try Platform.read(path + "/" + name, limit: 1 << 26)
    } catch {
      fail("cannot read \(path)/\(name): \(error.reason)")
    }
  }

  /// A file below the folder as CSV.
  func csv(_ name: String) -> CSV { CSV(bytes(name)) }
}

/// Collects tables and writes them as raw string literals.
struct TableWriter {
  var folder: String
  private var tables: [(name: String, text: String)] = []
  /// Literals are split here, so that no file grows beyond what compiles quickly.
  private let partBytes = 400_000

  init(folder: String) { self.folder = folder }

  /// Adds a table of lines.
  mutating func add(_ name: String, _ text: String) { tables.append((name, text)) }

  /// Writes one file per table or part and a manifest with the digest of all their bytes.
  func write(date: String) {
    var manifest = ""
    var all: [UInt8] = []
    for (name, text) in tables {
      let parts = split(Array(text.utf8))
      var names: [String] = []
      for (index, part) in parts.enumerated() {
        let partName = parts.count == 1 ? name : "\(name)\(index)"
        names.append("\(partName)Text")
        all += part.dropLast()
        let file = partName.prefix(1).uppercased() + partName.dropFirst()
        save(
          "\(file)Table.swift",
          "// Written by catalog-builder; edit the builder, not this file.\n\nextension Tables {\n"
            + "  static let \(partName)Text: StaticString = #\"\"\"\n"
            + String(decoding: part, as: UTF8.self) + "\"\"\"#\n}\n")
      }
      manifest += "  static let \(name): [StaticString] = [\(names.joined(separator: ", "))]\n"
    }
    let list = tables.map(\.name).joined(separator: ", ")
    save(
      "Tables.swift",
      "// Written by catalog-builder; edit the builder, not this file.\n\n"
        + "/// The catalog's figures as text, one literal or more a table.\nenum Tables {\n"
        + "  static let date = \"\(date)\"\n"
        + "  /// SHA-256 of the bytes of all tables in the order of `all`.\n"
        + "  static let sha256 = \"\(SHA256.hex(all))\"\n\n" + manifest
        + "\n  static let all: [[StaticString]] = [\n    "
        + wrapped(list) + ",\n  ]\n}\n")
  }

  private func wrapped(_ list: String) -> String {
    var lines = [""]
    for word in list.parts(" ") {
      if let last = lines.last, last.count + word.count > 90 { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines.joined(separator: "\n    ")
  }

  /// Parts that end at a line break. A multi-line literal drops the break before its closing quotes,
  /// so every part keeps one of its own.
  private func split(_ bytes: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var start = 0
    while start < bytes.count {
      var end = min(start + partBytes, bytes.count)
      while end < bytes.count, bytes[end - 1] != 0x0A { end += 1 }
      parts.append(Array(bytes[start..<end]))
      start = end
    }
    return parts.isEmpty ? [[]] : parts
  }

  private func save(_ name: String, _ text: String) {
    do {
      try Platform.writeAtomically(Array(text.utf8), to: folder + "/" + name)
    } catch {
      fail("cannot write \(folder)/\(name): \(error.reason)")
    }
  }
}
