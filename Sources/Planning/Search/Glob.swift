/// Patterns in which `*` stands for any run of characters.
package enum Glob {
  /// Whether the whole of `text` matches `pattern`.
  ///
  /// - Complexity: O(pattern · text) in the worst case.
  package static func matches(_ pattern: String, _ text: String) -> Bool {
    let p = Array(pattern.utf8)
    let t = Array(text.utf8)
    var i = 0
    var j = 0
    var star: (p: Int, t: Int)?
    while j < t.count {
      if i < p.count, p[i] == 0x2A {
        star = (i, j)
        i += 1
      } else if i < p.count, p[i] == t[j] {
        i += 1
        j += 1
      } else if let last = star {
        i = last.p + 1
        j = last.t + 1
        star = (last.p, last.t + 1)
      } else {
        return false
      }
    }
    while i < p.count, p[i] == 0x2A { i += 1 }
    return i == p.count
  }
}
