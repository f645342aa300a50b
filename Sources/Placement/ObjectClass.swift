/// Classes of object storage, from what is read at any time to what is kept to be kept.
package enum ObjectClass: String, Sendable, Hashable, CaseIterable {
  case standard, cool, cold, archive

  /// Seconds until a first byte comes back where that takes longer than in the standard class; AWS and Azure
  /// bring archives back within 12 and 15 h, GCP at once (vendors' documentation).
  package func delaySeconds(_ provider: String) -> Double {
    guard self == .archive else { return 0 }
    return provider == "gcp" ? 0 : provider == "azure" ? 15 * 3600 : 12 * 3600
  }

  /// Days for which an object is paid for at least.
  package func minimumDays(_ provider: String) -> Double {
    switch self {
    case .standard: 0
    case .cool: 30
    case .cold: 90
    case .archive: provider == "gcp" ? 365 : 180
    }
  }

  /// Bytes that an object is billed for at least: 128 KB in AWS's cool and cold classes, 40 KB of index in its
  /// archive.
  package func billedBytes(_ item: Double, _ provider: String) -> Double {
    guard provider == "aws" else { return item }
    switch self {
    case .standard: return item
    case .cool, .cold: return max(item, 128 * 1024)
    case .archive: return item + 40 * 1024
    }
  }
}
