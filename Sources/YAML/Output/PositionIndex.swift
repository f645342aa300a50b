import Foundations

/// Lines and columns of many offsets, also of lines as long as the file.
struct PositionIndex {
  private static let stride = 128

  private let source: SourceText
  /// Characters before each 128th byte.
  private let marks: [Int]
  private let hasByteOrderMark: Bool

  /// Counts the characters of `source` once.
  init(_ source: SourceText) {
    self.source = source
    let bytes = source.bytes
    hasByteOrderMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var marks: [Int] = []
    marks.reserveCapacity(bytes.count / Self.stride + 1)
    var count = 0
    bytes.withUnsafeBufferPointer { bytes in
      for i in 0..<bytes.count {
        if i % Self.stride == 0 { marks.append(count) }
        if bytes[i] & 0xC0 != 0x80 { count += 1 }
      }
    }
    marks.append(count)
    self.marks = marks
  }

  /// The same as ``SourceText/position(of:)``, in O(log lines).
  func position(of offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), source.bytes.count)
    var low = 0
    var high = source.lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if source.lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = source.lineStarts[low]
    let mark = low == 0 && hasByteOrderMark && offset >= 3 ? 1 : 0
    return SourcePosition(line: low + 1, column: characters(before: offset) - characters(before: start) - mark + 1)
  }

  private func characters(before offset: Int) -> Int {
    let block = offset / Self.stride
    var count = marks[block]
    for i in (block * Self.stride)..<offset where source.bytes[i] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
