#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif
import Synchronization

/// Work spread over the cores, with results in the order of their indices whatever core was first.
package enum Parallel {
  /// The results of `body` for `0..<count`.
  ///
  /// `body` must not depend on the order of calls. Runs in place on one core or for a single index.
  package static func map<T: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> T) -> [T] {
    let workers = min(count, cores)
    guard workers > 1 else { return (0..<count).map(body) }
    return [T](unsafeUninitializedCapacity: count) { slots, initialized in
      guard let first = slots.baseAddress else { return }
      run(State(count: count, slots: first, body: body), workers: workers)
      initialized = count
    }
  }

  /// Every index once, on so many threads; returns when all are done.
  private static func run<T: Sendable>(_ state: State<T>, workers: Int) {
    var threads: [pthread_t] = []
    for _ in 1..<workers {
      let argument = Unmanaged.passRetained(Job(run: state.run)).toOpaque()
      #if canImport(Darwin)
        var thread: pthread_t?
        let code = pthread_create(
          &thread, nil,
          {
            Unmanaged<Job>.fromOpaque($0).takeRetainedValue().run(); return nil
          }, argument)
        if code == 0, let thread { threads.append(thread) }
      #else
        var thread = pthread_t()
        let code = pthread_create(
          &thread, nil,
          { argument in
            if let argument { Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().run() }
            return nil
          }, argument)
        if code == 0 { threads.append(thread) }
      #endif
      if code != 0 { Unmanaged<Job>.fromOpaque(argument).release() }
    }
    state.run()
    for thread in threads { pthread_join(thread, nil) }
  }

  /// Cores of this machine.
  package static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  private final class Job: Sendable {
    let run: @Sendable () -> Void
    init(run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// The results' places in memory: each index is handed out once, so that no two threads write to one place,
  /// and nobody reads before all threads have ended.
  private final class State<T: Sendable>: @unchecked Sendable {
    private let count: Int
    private let slots: UnsafeMutablePointer<T>
    private let body: @Sendable (Int) -> T
    private let next = Atomic<Int>(0)

    init(count: Int, slots: UnsafeMutablePointer<T>, body: @escaping @Sendable (Int) -> T) {
      self.count = count
      self.slots = slots
      self.body = body
    }

    @Sendable func run() {
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        (slots + index).initialize(to: body(index))
      }
    }
  }
}
