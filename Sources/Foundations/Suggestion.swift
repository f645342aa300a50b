/// Finds the known word a mistyped one was meant to be.
package enum Suggestion {
  /// The nearest of `candidates` within max(2, length/3) edits, or `nil`; ties go to the first.
  ///
  /// Case, `-` and `_` do not count. An edit is an insertion, deletion, substitution or the swap of
  /// two neighbours (Damerau 1964, optimal string alignment).
  package static func nearest(_ word: String, in candidates: [String]) -> String? {
    let folded = fold(word)
    let limit = max(2, folded.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in candidates {
      let distance = distance(folded, fold(candidate))
      if distance <= limit, distance < (best?.distance ?? .max), distance < max(folded.count, 1) {
        best = (candidate, distance)
      }
    }
    return best?.word
  }

  private static func fold(_ word: String) -> [UInt8] {
    word.lowercased().utf8.filter { $0 != 0x2D && $0 != 0x5F }
  }

  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var older = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var current = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { current[j] = min(current[j], older[j - 2] + 1) }
      }
      older = previous
      previous = current
    }
    return previous[b.count]
  }
}
