/// Something that happens to a strand or a flow.
struct Event {
  var time: Double
  /// Order of making, for ties; the kind in the lowest two bits.
  var key: UInt64
  var subject: Int32
  var detail: Int32

  /// What happens.
  enum Kind: UInt64 {
    case arrival, delayOver, served
  }

  @inline(__always) var kind: UInt64 { key & 3 }
}

/// Events by time, ties in the order of their making: a heap with four children a node.
struct EventQueue {
  private var heap: [Event] = []
  private var made: UInt64 = 0

  /// The first event; the queue must not be empty.
  var first: Event? { heap.first }

  private mutating func event(_ time: Double, _ kind: Event.Kind, _ subject: Int32, _ detail: Int32) -> Event {
    made += 1
    return Event(time: time, key: made << 2 | kind.rawValue, subject: subject, detail: detail)
  }

  @inline(__always) private static func isBefore(_ a: Event, _ b: Event) -> Bool {
    a.time < b.time || (a.time == b.time && a.key < b.key)
  }

  mutating func add(_ time: Double, _ kind: Event.Kind, _ subject: Int32, _ detail: Int32 = 0) {
    let event = event(time, kind, subject, detail)
    heap.append(event)
    heap.withUnsafeMutableBufferPointer { heap in
      var child = heap.count - 1
      while child > 0 {
        let parent = (child - 1) >> 2
        guard EventQueue.isBefore(event, heap[parent]) else { break }
        heap[child] = heap[parent]
        child = parent
      }
      heap[child] = event
    }
  }

  /// Puts an event in the place of the first one.
  mutating func replaceFirst(_ time: Double, _ kind: Event.Kind, _ subject: Int32, _ detail: Int32 = 0) {
    sink(event(time, kind, subject, detail))
  }

  mutating func removeFirst() {
    guard let last = heap.popLast(), !heap.isEmpty else { return }
    sink(last)
  }

  private mutating func sink(_ event: Event) {
    heap.withUnsafeMutableBufferPointer { heap in
      let count = heap.count
      var parent = 0
      while true {
        let begin = 4 * parent + 1
        guard begin < count else { break }
        var best = begin
        var child = begin + 1
        while child < min(begin + 4, count) {
          if EventQueue.isBefore(heap[child], heap[best]) { best = child }
          child += 1
        }
        guard EventQueue.isBefore(heap[best], event) else { break }
        heap[parent] = heap[best]
        parent = best
      }
      heap[parent] = event
    }
  }
}
