import Foundations
import Placement

/// A part of the objects of a store: its size and what happens to it.
struct ObjectPart: Sendable, Hashable {
  var name: String
  var bytes: Double
  var itemBytes: Double
  /// Reads a second, and objects that come into the part a second.
  var reads: Double
  var arrivals: Double
  /// Seconds for which an object stays in the part; `nil` for good.
  var stay: Double?
}

/// Chooses the class of storage of each part of an object store by what a month costs: bytes, requests,
/// retrieval, moves into the class, and the time that is paid for at least.
struct ObjectLifecycle {
  let context: RegionContext
  /// Seconds within which everything must be back when it is needed; `nil` when nothing is said. Classes that
  /// take longer are left to what nobody reads.
  let patience: Double?

  /// What one class costs for a part; `nil` where a price is unknown.
  struct Offer {
    var storageClass: ObjectClass
    var lines: [(category: String, item: String, quantity: Double, meter: UnitPrice)]
    var perMonth: Double
  }

  private static let month = CostBook.hoursPerMonth * 3600

  /// Prices of a class: bytes, retrieved bytes, reads and writes.
  private func meters(_ some: ObjectClass) -> (store: UnitPrice, back: UnitPrice?, reads: UnitPrice, writes: UnitPrice) {
    switch some {
    case .standard:
      (
        context.meter(.objectStorageGBMonth), nil, context.meter(.objectReadsPerMillion),
        context.meter(.objectWritesPerMillion)
      )
    case .cool:
      (
        context.meter(.objectStorageCoolGBMonth), context.meter(.objectRetrievalCoolGB),
        context.meter(.objectReadsCoolPerMillion), context.meter(.objectWritesCoolPerMillion)
      )
    case .cold:
      (
        context.meter(.objectStorageColdGBMonth), context.meter(.objectRetrievalColdGB),
        context.meter(.objectReadsColdPerMillion), context.meter(.objectWritesColdPerMillion)
      )
    case .archive:
      (
        context.meter(.objectStorageArchiveGBMonth), context.meter(.objectRetrievalArchiveGB),
        context.meter(.objectReadsArchivePerMillion), context.meter(.objectWritesArchivePerMillion)
      )
    }
  }

  /// A part in a class; nil where the class is too slow for its reads or has no price.
  ///
  /// - Parameter isAsked: whether its delay does not matter.
  func offer(_ part: ObjectPart, in some: ObjectClass, isAsked: Bool = false) -> Offer? {
    let provider = context.provider
    let delay = some.delaySeconds(provider)
    if !isAsked, delay > (part.reads > 0 ? 1 : patience ?? .infinity) { return nil }
    let meters = meters(some)
    let billed = some.billedBytes(part.itemBytes, provider) / max(part.itemBytes, 1)
    // Whoever leaves early pays the rest of the least time.
    let least = some.minimumDays(provider) * 86_400
    let early = part.stay.map { max(1, least / max($0, 1)) } ?? 1
    let suffix = some == .standard ? "" : ", \(some.rawValue) class"
    let label = part.name.isEmpty ? "" : " (\(part.name))"
    var lines: [(String, String, Double, UnitPrice)] = [
      ("storage", "objects\(suffix)\(label)", part.bytes / 1e9 * billed * early, meters.store),
      ("requests", "reads\(suffix)\(label)", part.reads * Self.month / 1e6, meters.reads),
      (
        "requests", some == .standard ? "writes\(label)" : "moves into the \(some.rawValue) class\(label)",
        part.arrivals * Self.month / 1e6, meters.writes
      ),
    ]
    if let back = meters.back {
      lines.append(("storage", "retrieval\(suffix)\(label)", part.reads * part.itemBytes * Self.month / 1e9, back))
    }
    var sum = 0.0
    for line in lines {
      guard let price = line.3.amount else { return nil }
      sum += price.double * line.2
    }
    return Offer(
      storageClass: some, lines: lines.map { (category: $0.0, item: $0.1, quantity: $0.2, meter: $0.3) }, perMonth: sum)
  }

  /// The class that costs least; the standard one where its price is unknown, so that the gap is said.
  func best(_ part: ObjectPart) -> Offer? {
    ObjectClass.allCases.compactMap { offer(part, in: $0) }.min { a, b in a.perMonth < b.perMonth }
  }

  /// Reads of each object a month below which a class costs less than the standard one; `nil` where it never
  /// does or a price is unknown.
  func breakEvenReads(_ part: ObjectPart, _ some: ObjectClass) -> Double? {
    func cost(_ some: ObjectClass, _ reads: Double) -> Double? {
      var part = part
      part.reads = reads * part.bytes / max(part.itemBytes, 1) / Self.month
      return offer(part, in: some, isAsked: true)?.perMonth
    }
    guard part.bytes > 0, let plain = cost(.standard, 0), let plainOne = cost(.standard, 1), let other = cost(some, 0),
      let otherOne = cost(some, 1)
    else { return nil }
    let slope = (otherOne - other) - (plainOne - plain)
    return slope > 0 && plain > other ? (plain - other) / slope : nil
  }
}

extension StoreSearch {
  /// The objects by how often they are read: the newest, which take most of the reads, and the rest.
  ///
  /// - Returns: parts that together hold every byte, read and write of the store.
  var objectParts: [ObjectPart] {
    let bytes = store.sizeBytes
    let hot = min(1, store.hotShare)
    let rest = ObjectPart(
      name: "older", bytes: bytes * (1 - hot), itemBytes: store.itemBytes, reads: readsOfObjects * store.coldReads,
      arrivals: store.writesPerSecond, stay: store.retentionSeconds.map { $0 * (1 - hot) })
    let newest = ObjectPart(
      name: hot < 1 ? "newest" : "", bytes: bytes * hot, itemBytes: store.itemBytes,
      reads: readsOfObjects - (hot < 1 ? rest.reads : 0), arrivals: store.writesPerSecond,
      stay: store.retentionSeconds.map { $0 * hot })
    return hot < 1 ? [newest, rest] : [newest]
  }

  /// The objects, all in the standard class or by parts in the class that costs each least, with what was chosen.
  func addObjects(to book: inout CostBook) -> [PlacementDetail] {
    let lifecycle = ObjectLifecycle(context: context, patience: workload.target("rto"))
    let whole = ObjectPart(
      name: "", bytes: store.sizeBytes, itemBytes: store.itemBytes, reads: readsOfObjects,
      arrivals: store.writesPerSecond, stay: store.retentionSeconds)
    func add(_ offers: [ObjectLifecycle.Offer], to book: inout CostBook) {
      for line in offers.flatMap(\.lines) {
        book.add(line.category, line.item, quantity: line.quantity, meter: line.meter)
      }
    }
    guard let single = lifecycle.best(whole), let plain = lifecycle.offer(whole, in: .standard) else {
      // No price of the standard class: the meters say which.
      book.add(
        "storage", "objects", quantity: store.sizeBytes / 1e9, meter: context.meter(.objectStorageGBMonth))
      book.add("requests", "reads", quantity: readsOfObjects, meter: context.meter(.objectReadsPerMillion))
      book.add("requests", "writes", quantity: store.writesPerSecond, meter: context.meter(.objectWritesPerMillion))
      return []
    }
    let parts = objectParts
    var offers = parts.compactMap { lifecycle.best($0) }
    let isSplit =
      offers.count == parts.count && parts.count > 1 && Set(offers.map(\.storageClass)).count > 1
      // What stays in one class is written once.
      && offers.reduce(0, { $0 + $1.perMonth }) < single.perMonth
    if !isSplit { offers = [single] }
    add(offers, to: &book)
    var details: [PlacementDetail] = []
    for (offer, part) in zip(offers, isSplit ? parts : [whole]) {
      let name = isSplit ? "class_\(part.name)" : "class"
      details.append(
        PlacementDetail(
          name, nil, "",
          "\(Figures.size(part.bytes)) \(part.name.isEmpty ? "of objects" : "of the \(part.name) objects"), each read "
            + "\(Figures.significant(readsEach(part), 3)) times a month", text: offer.storageClass.rawValue))
    }
    let cooler = offers.map(\.storageClass).first { $0 != .standard } ?? .cool
    let part = isSplit ? parts[1] : whole
    if let turn = lifecycle.breakEvenReads(part, cooler) {
      details.append(
        PlacementDetail(
          "class_turns_at", turn, "", "reads of each object a month; below, the \(cooler.rawValue) class costs less"))
    }
    let delay = offers.reduce(0) { max($0, $1.storageClass.delaySeconds(context.provider)) }
    if delay > 0 {
      details.append(PlacementDetail("brought_back", delay, "s", "until an archived object can be read again"))
    }
    let saved = plain.perMonth - offers.reduce(0) { $0 + $1.perMonth }
    if saved > 0.005 {
      details.append(
        PlacementDetail("class_saves", saved, "USD", "a month, against all of it in the standard class"))
    }
    return details
  }

  private func readsEach(_ part: ObjectPart) -> Double {
    part.reads * CostBook.hoursPerMonth * 3600 / max(1, part.bytes / max(1, part.itemBytes))
  }
}
