import Synchronization

/// Spectra of times by law and lattice, kept while they are few: the way to a region is the same for every
/// workload with the same users.
///
/// A value depends on its key alone, so who asks first, and what is forgotten, changes no result.
enum KnownSpectra {
  private struct Key: Hashable {
    var time: ServiceDistribution
    var cells: Int
    var step: Double
  }

  /// Up to 64 KB each.
  private static let most = 384
  private static let known = Mutex<[Key: Spectrum]>([:])

  /// The spectrum of a time on a lattice.
  static func value(_ time: ServiceDistribution, _ lattice: Lattice, _ make: () -> Spectrum) -> Spectrum {
    let key = Key(time: time, cells: lattice.cells, step: lattice.step)
    if let found = known.withLock({ $0[key] }) { return found }
    let spectrum = make()
    known.withLock { table in
      if table.count >= most { table.removeAll(keepingCapacity: true) }
      table[key] = spectrum
    }
    return spectrum
  }
}

/// Means of least residual times by law and number, kept while they are few: an integral for every fleet of
/// the same machine otherwise.
enum KnownResiduals {
  private struct Key: Hashable {
    var law: ServiceLaw
    var scv: Double
    var count: Double
  }

  private static let most = 4096
  private static let known = Mutex<[Key: Double]>([:])

  /// The mean for a law of mean 1.
  static func value(_ unit: ServiceDistribution, _ count: Double, _ make: () -> Double) -> Double {
    let key = Key(law: unit.law, scv: unit.scv, count: count)
    if let found = known.withLock({ $0[key] }) { return found }
    let value = make()
    known.withLock { table in
      if table.count >= most { table.removeAll(keepingCapacity: true) }
      table[key] = value
    }
    return value
  }
}
