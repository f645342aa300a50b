/// Finds ranks without sorting (Hoare 1961).
enum Selection {
  /// Puts the value of rank `rank` at its place, none greater before it from `from` on, none less behind.
  ///
  /// - Complexity: O(n) on average.
  static func place(_ rank: Int, in values: UnsafeMutableBufferPointer<Double>, from: Int) {
    var low = from
    var high = values.count - 1
    while low < high {
      let middle = low + (high - low) / 2
      // The median of three is the pivot.
      if values[middle] < values[low] { values.swapAt(middle, low) }
      if values[high] < values[low] { values.swapAt(high, low) }
      if values[high] < values[middle] { values.swapAt(high, middle) }
      let pivot = values[middle]
      var i = low
      var j = high
      while i <= j {
        while values[i] < pivot { i += 1 }
        while values[j] > pivot { j -= 1 }
        if i <= j {
          values.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if rank <= j { high = j } else if rank >= i { low = i } else { return }
    }
  }
}
