/// Events by time, ties in the order of their making: a binary heap.
struct EventQueue {
  struct Event {
    var time: Double
    var order: UInt64
    /// What happens, and to which request.
    var kind: UInt8
    var subject: Int32
    var detail: Int32
  }

  private var heap: [Event] = []
  private var made: UInt64 = 0

  var isEmpty: Bool { heap.isEmpty }

  private func isBefore(_ a: Event, _ b: Event) -> Bool { a.time == b.time ? a.order < b.order : a.time < b.time }

  mutating func add(_ time: Double, _ kind: UInt8, _ subject: Int32, _ detail: Int32 = 0) {
    made += 1
    heap.append(Event(time: time, order: made, kind: kind, subject: subject, detail: detail))
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard isBefore(heap[child], heap[parent]) else { break }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  mutating func next() -> Event? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while true {
      let left = 2 * parent + 1
      guard left < heap.count else { break }
      let right = left + 1
      let child = right < heap.count && isBefore(heap[right], heap[left]) ? right : left
      guard isBefore(heap[child], heap[parent]) else { break }
      heap.swapAt(child, parent)
      parent = child
    }
    return first
  }
}
