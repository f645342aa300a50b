import Testing

@testable import Formulas

/// Two levels of caches against a simulation that follows every request.
struct CacheTreeTests {
  /// An LRU cache with a time to live, as two arrays of links.
  private struct Cache {
    var next: [Int]
    var previous: [Int]
    var fetched: [Double]
    var holds: [Bool]
    let room: Int
    let life: Double
    var count = 0
    let end: Int

    init(objects: Int, room: Int, life: Double) {
      end = objects
      next = Array(repeating: -1, count: objects + 1)
      previous = next
      next[end] = end
      previous[end] = end
      fetched = Array(repeating: 0, count: objects)
      holds = Array(repeating: false, count: objects)
      self.room = room
      self.life = life
    }

    private mutating func unlink(_ x: Int) {
      next[previous[x]] = next[x]
      previous[next[x]] = previous[x]
    }

    private mutating func front(_ x: Int) {
      next[x] = next[end]
      previous[x] = end
      previous[next[end]] = x
      next[end] = x
    }

    /// Whether a request finds the object; what it does not is fetched.
    mutating func finds(_ x: Int, now: Double) -> Bool {
      if holds[x], now - fetched[x] <= life {
        unlink(x)
        front(x)
        return true
      }
      if holds[x] {
        unlink(x)
      } else {
        holds[x] = true
        count += 1
        if count > room {
          // What is too old goes first only when its turn comes: as caches do.
          let last = previous[end]
          unlink(last)
          holds[last] = false
          count -= 1
        }
      }
      front(x)
      fetched[x] = now
      return false
    }
  }

  private func simulated(_ x: CacheTree.Inputs, requests: Int) -> (edge: Double, regional: Double) {
    let objects = Int(x.objects)
    let life = x.regional > 0 ? x.ttl / 2 : x.ttl
    var random = SplitMix(seed: 42)
    var sums: [Double] = []
    var sum = 0.0
    for rank in 1...objects {
      sum += Elementary.pow(Double(rank), -x.zipf)
      sums.append(sum)
    }
    var edges = (0..<Int(x.caches)).map { _ in Cache(objects: objects, room: Int(x.edge), life: life) }
    var regional = Cache(objects: objects, room: max(1, Int(x.regional)), life: life)
    var (now, near, far, counted) = (0.0, 0, 0, 0)
    for index in 0..<requests {
      now += -Elementary.log1p(-random.uniform()) / x.perSecond
      let wanted = random.uniform() * sum
      var (low, high) = (0, objects - 1)
      while low < high {
        let middle = (low + high) / 2
        if sums[middle] < wanted { low = middle + 1 } else { high = middle }
      }
      let at = min(edges.count - 1, Int(random.uniform() * x.caches))
      let isCounted = index >= requests / 4
      if isCounted { counted += 1 }
      if edges[at].finds(low, now: now) {
        if isCounted { near += 1 }
      } else if x.regional > 0, regional.finds(low, now: now), isCounted {
        far += 1
      }
    }
    return (Double(near) / Double(counted), Double(far) / Double(counted))
  }

  private func inputs(
    zipf: Double = 0.8, edge: Double = 100, caches: Double = 4, regional: Double = 1000, ttl: Double = .infinity,
    writes: Double = 0
  ) -> CacheTree.Inputs {
    CacheTree.Inputs(
      objects: 5000, zipf: zipf, edge: edge, caches: caches, regional: regional, perSecond: 100,
      writesPerSecond: writes, ttl: ttl)
  }

  @Test(arguments: [1.0, 4, 16], [0.6, 1.0])
  func `hits of both levels are those of a simulation`(caches: Double, zipf: Double) throws {
    let x = inputs(zipf: zipf, caches: caches)
    let tree = try #require(CacheTree(x))
    let truth = simulated(x, requests: 800_000)
    #expect(abs(tree.edgeHits - truth.edge) < 0.01)
    #expect(abs(tree.regionalHits - truth.regional) < 0.01)
  }

  @Test(arguments: [4.0, 40, 400])
  func `a time to live costs the hits that it costs in a simulation`(ttl: Double) throws {
    for x in [inputs(ttl: ttl), inputs(edge: 800, caches: 1, regional: 0, ttl: ttl)] {
      let tree = try #require(CacheTree(x))
      let truth = simulated(x, requests: 800_000)
      #expect(abs(tree.edgeHits - truth.edge) < 0.02)
      #expect(abs(tree.regionalHits - truth.regional) < 0.02)
    }
  }

  @Test func `one level is Che's cache`() throws {
    let tree = try #require(CacheTree(inputs(regional: 0)))
    let one = try #require(LRUCache(objects: 5000, zipf: 0.8, size: 100))
    #expect(abs(tree.edgeHits - one.hitRatio) < 1e-9)
    #expect(tree.regionalHits == 0)
  }

  @Test func `answers are stale as often as writes overtake copies of every age`() throws {
    // w T = 2: 1 - (1 - e^-2)/2.
    #expect(abs(CacheTree.stale(writesPerSecond: 0.02, ttl: 100) - 0.5676676416183064) < 1e-12)
    #expect(abs(CacheTree.stale(writesPerSecond: 1e-9, ttl: 1) - 5e-10) < 1e-15)
    // Equal popularity: every object is written alike.
    let tree = try #require(CacheTree(inputs(zipf: 0, ttl: 100, writes: 100)))
    let hits = tree.edgeHits + tree.regionalHits
    #expect(abs(tree.staleShare - hits * CacheTree.stale(writesPerSecond: 100.0 / 5000, ttl: 100)) < 1e-9)
    let life = CacheTree.longestLife(inputs(zipf: 0, writes: 100), staleShare: 0.05)
    #expect(abs(CacheTree.stale(writesPerSecond: 0.02, ttl: life) - 0.05) < 1e-9)
    #expect(CacheTree.longestLife(inputs(), staleShare: 0.01) == .infinity)
    // The limit holds for what is popular too.
    let most = CacheTree.longestLife(inputs(writes: 5), staleShare: 0.01)
    let limited = try #require(CacheTree(inputs(edge: 1000, regional: 4000, ttl: most, writes: 5)))
    #expect(limited.staleShare <= 0.01 && limited.staleShare > 0)
  }

  @Test func `more memory never answers less`() throws {
    var last = 0.0
    for size in [10.0, 50, 200, 1000, 4000] {
      let tree = try #require(CacheTree(inputs(edge: size / 4, regional: size)))
      #expect(tree.edgeHits + tree.regionalHits >= last)
      last = tree.edgeHits + tree.regionalHits
    }
  }
}
