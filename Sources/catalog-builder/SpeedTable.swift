/// Speeds of processors relative to the reference core, one vCPU of aws m7i.large.
///
/// Measured where a benchmark of the type exists; else the middle of its family; else the middle of
/// all machines with the same processor (decision 12).
struct SpeedTable {
  private var measured: [String: Double] = [:]
  private var families: [String: Double] = [:]
  private var processors: [String: Double] = [:]
  private var processorOf: [String: String] = [:]

  /// Reads CoreMark results and relates them to the number of vCPUs.
  init(benchmarks: CSV, machines: CSV) {
    let type = machines.column("instance_type"), vcpus = machines.column("vcpu_count")
    let processor = machines.column("physical_processor")
    var cores: [String: Double] = [:]
    for row in machines.rows where row.count == machines.header.count {
      cores[row[type]] = Double(row[vcpus])
      processorOf[row[type]] = row[processor]
    }
    var raw: [String: Double] = [:]
    for row in benchmarks.rows where row.count >= 2 {
      if let score = Double(row[1]), let count = cores[row[0]], count > 0, score > 0 { raw[row[0]] = score / count }
    }
    guard let reference = raw["m7i.large"] else { fail("no benchmark of m7i.large") }
    var byFamily: [String: [Double]] = [:]
    var byProcessor: [String: [Double]] = [:]
    for name in raw.keys.sorted() {
      guard let score = raw[name] else { continue }
      measured[name] = score / reference
      byFamily[name.before("."), default: []].append(score / reference)
      if name.find("metal") == nil, let part = processorOf[name] {
        byProcessor[part, default: []].append(score / reference)
      }
    }
    families = byFamily.compactMapValues(median)
    processors = byProcessor.compactMapValues(median)
    for vague in ["Intel Xeon Family", "Variable", "Intel Xeon E5-2670"] { processors[vague] = nil }
  }

  /// Speed of an AWS type.
  func aws(_ name: String) -> Speed? {
    if let value = measured[name] { return speed(value, true, "CoreMark") }
    let family = name.before(".")
    if let value = families[family] { return speed(value, false, "family \(family)") }
    if let part = processorOf[name], let value = processors[part] { return speed(value, false, "same processor") }
    return nil
  }

  /// Speed of another provider's machine whose processor is that of an AWS family; `share` of a core.
  func like(_ family: String, share: Double = 1) -> Speed? {
    families[family].map { speed($0 * share, false, "as aws \(family)") }
  }

  private func speed(_ value: Double, _ measured: Bool, _ from: String) -> Speed {
    Speed(value: Int((value * 10_000).rounded()), measured: measured, from: from)
  }
}
