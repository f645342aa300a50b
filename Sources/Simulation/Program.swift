import Formulas

/// The steps of flows as one list of instructions, so that a request is only a place in it.
struct Program: Sendable {
  /// One instruction; what `first`, `count` and `seconds` mean is up to its kind.
  struct Instruction: Sendable {
    enum Kind: UInt8, Sendable {
      /// Takes `seconds`.
      case wait
      /// Takes a time of the sampler `first`.
      case delay
      /// Waits for and uses a worker of the station `first`.
      case station
      /// Goes on at one of `count` ways from `first`.
      case choose
      /// Starts `count` ways from `first` and goes on when all have ended.
      case fork
      case end
    }

    var kind: Kind
    var first: Int32 = 0
    var count: Int32 = 0
    var seconds = 0.0
  }

  /// Where a way begins, with the probability of it or one before it.
  struct Way: Sendable {
    var cumulative: Double
    var start: Int32
  }

  private(set) var instructions: [Instruction] = []
  private(set) var ways: [Way] = []
  private(set) var samplers: [Sampler] = []

  /// Adds the steps of a flow and returns where they begin.
  mutating func add(_ steps: [Step]) -> Int32 {
    // Ways first: they lie before what uses them.
    let begun = prepare(steps)
    let start = Int32(instructions.count)
    instructions += begun
    instructions.append(Instruction(kind: .end))
    return start
  }

  private mutating func prepare(_ steps: [Step]) -> [Instruction] {
    steps.compactMap { step in
      switch step {
      case .constant(let seconds): return seconds > 0 ? Instruction(kind: .wait, seconds: seconds) : nil
      case .delay(let time):
        samplers.append(Sampler(time))
        return Instruction(kind: .delay, first: Int32(samplers.count - 1))
      case .station(let station): return Instruction(kind: .station, first: Int32(station))
      case .parallel(let children):
        guard !children.isEmpty else { return nil }
        return enter(.fork, children.map { (1, $0) })
      case .choice(let branches):
        guard !branches.isEmpty else { return nil }
        return enter(.choose, branches)
      case .retried(let attempt, let failure, let most): return retried(attempt, failure, most)
      }
    }
  }

  /// Attempts share one routine: the program grows by a few instructions for each retry, however long the attempt.
  private mutating func retried(_ attempt: [Step], _ failure: Double, _ most: Int) -> Instruction {
    let once = way(to: add(attempt))
    let nothing = add([])
    var start = routine([once])
    for _ in 0..<max(0, most) {
      let first = Int32(ways.count)
      ways += [Way(cumulative: failure, start: start), Way(cumulative: 1, start: nothing)]
      start = routine([once, Instruction(kind: .choose, first: first, count: 2)])
    }
    return way(to: start)
  }

  private mutating func routine(_ body: [Instruction]) -> Int32 {
    let start = Int32(instructions.count)
    instructions += body + [Instruction(kind: .end)]
    return start
  }

  /// Goes through a routine and comes back.
  private mutating func way(to start: Int32) -> Instruction {
    ways.append(Way(cumulative: 1, start: start))
    return Instruction(kind: .choose, first: Int32(ways.count - 1), count: 1)
  }

  /// Ways are routines that end; what entered them goes on then.
  private mutating func enter(_ kind: Instruction.Kind, _ branches: [(probability: Double, steps: [Step])])
    -> Instruction
  {
    let starts = branches.map { add($0.steps) }
    let first = Int32(ways.count)
    var sum = 0.0
    for (branch, start) in zip(branches, starts) {
      sum += branch.probability
      ways.append(Way(cumulative: sum, start: start))
    }
    return Instruction(kind: kind, first: first, count: Int32(branches.count))
  }
}
