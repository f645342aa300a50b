import Foundations
import Placement

/// A cache of answers in front of a model, word for word or by meaning.
package struct AnswerCache: Sendable, Hashable {
  /// Whether requests are compared by the vectors of their meaning.
  package var isSemantic: Bool
  /// Seconds that an answer is kept.
  package var retentionSeconds: Double
  /// Bytes of one answer with its request and vector.
  package var entryBytes: Double
  /// Bytes of a vector of 1,024 numbers.
  package static let vectorBytes = 4096.0
  /// Bytes of memory for each byte kept: index and allocation.
  package static let overhead = 1.3
  /// Share of a node's memory that holds entries.
  package static let usableShare = 0.75
  /// Share of the hits by meaning that are wrong: at most 3 % is held to be tolerable in published operation.
  package static let wrongShare = 0.03
  /// Most hits that were published of word-for-word caches, and of both kinds together in the laboratory.
  package static let publishedHits = (exact: 0.30, semantic: 0.69)

  /// Seconds of each request, found or not.
  package var lookupSeconds: Double { isSemantic ? 0.01 : 0.001 }

  /// Bytes of memory when `rate` answers a second are new.
  package func bytes(rate: Double) -> Double { rate * retentionSeconds * entryBytes * AnswerCache.overhead }
}

extension InferenceProblem {
  /// What a request passes: the lookup, then the model where the cache has no answer.
  func answered(_ served: PathNode) -> [PathNode] {
    guard cacheHits > 0, let cache else { return [served] }
    return [
      .hop("lookup in the cache", .constant(cache.lookupSeconds)),
      .mixture([(cacheHits, .hop("answered by the cache", .constant(0))), (1 - cacheHits, served)]),
    ]
  }
}

extension InferenceSearch {
  /// The nodes of the cheapest managed cache that holds the answers.
  private var cacheNodes: (offer: MachineOffer, count: Int)? {
    guard let cache = inference.cache, inference.cacheHits > 0 else { return nil }
    let bytes = cache.bytes(rate: mean)
    let columns = context.facts.caches
    var best: (offer: MachineOffer, count: Int, cost: Double)?
    for index in 0..<columns.count where columns.memoryBytes[index] > 0 {
      let count = max(1, Int(clamped: (bytes / (columns.memoryBytes[index] * AnswerCache.usableShare)).rounded(.up)))
      let cost = Double(count) * columns.onDemandUSDPerHour[index]
      guard cost > 0, cost < best?.cost ?? .infinity else { continue }
      best = (columns.offer(index), count, cost)
    }
    return best.map { ($0.offer, $0.count) }
  }

  /// What keeping answers costs; nothing where no managed cache is for hire, as the machines' own memory holds them.
  func addCache(to book: inout CostBook) {
    guard let nodes = cacheNodes else { return }
    book.add(
      "compute", "cache of answers: \(nodes.count) × \(nodes.offer.machine)",
      quantity: Double(nodes.count) * CostBook.hoursPerMonth, unit: "h",
      price: context.problem.price(of: nodes.offer, .onDemand), source: nodes.offer.source)
    book.labour("looking after the cache", hours: context.parameters.managedStoreHours)
  }

  /// The cache in figures.
  var cacheDetails: [PlacementDetail] {
    guard let cache = inference.cache, inference.cacheHits > 0 else { return [] }
    var details = [
      PlacementDetail(
        "cache_memory", cache.bytes(rate: mean), "B",
        "\(Figures.size(cache.entryBytes)) an answer and vector, kept \(Figures.duration(cache.retentionSeconds)), and 30 % "
          + "for the index")
    ]
    if cache.isSemantic {
      details.append(
        PlacementDetail(
          "cache_wrong", inference.cacheHits * AnswerCache.wrongShare, "ratio",
          "of all answers are wrong hits, at 3 % of them: the price of finding by meaning"))
    }
    let most = cache.isSemantic ? AnswerCache.publishedHits.semantic : AnswerCache.publishedHits.exact
    if inference.cacheHits > most {
      details.append(
        PlacementDetail(
          "cache_hits_published", most, "ratio", "is the most that was published of such a cache: measure before relying on it"))
    }
    return details
  }
}
