import Foundations

/// An accelerator's data sheet; dense figures, no sparsity.
package struct GPU: Sendable, Hashable {
  package var name: String
  package var vendor: String
  /// `cloud`, `edge` or `cloud-slice`.
  package var kind: String
  package var bf16TFLOPS: Double
  package var fp8TFLOPS: Double?
  package var int8TOPS: Double?
  package var fp4TFLOPS: Double?
  package var memoryBytes: Double
  package var bandwidthBytesPerSecond: Double
  /// The link between accelerators, or to the host.
  package var link: String
  /// Bytes a second and direction over that link.
  package var linkBytesPerSecond: Double?
  package var watts: Double?
  package var source: String
}

extension GPU {
  /// All accelerators of the table, in its order.
  package static let all: [GPU] = Tables.lines(Tables.gpus).compactMap { row in
    guard row.count >= 13, let tflops = Double(row[3]), let memory = Double(row[7]), let bandwidth = Double(row[8])
    else { return nil }
    return GPU(
      name: row[0], vendor: row[1], kind: row[2], bf16TFLOPS: tflops, fp8TFLOPS: Double(row[4]),
      int8TOPS: Double(row[5]), fp4TFLOPS: Double(row[6]), memoryBytes: memory * 1e9,
      bandwidthBytesPerSecond: bandwidth * 1e9, link: row[9], linkBytesPerSecond: Double(row[10]).map { $0 * 1e9 },
      watts: Double(row[11]), source: row[12])
  }

  /// Other names of rows, lower case without separators.
  private static let aliases = [
    "a100": "A100-SXM-80", "a10040gb": "A100-SXM-40", "a10080gb": "A100-SXM-80", "h100": "H100-SXM-80",
    "h100sxm": "H100-SXM-80", "h100pcie": "H100-PCIe-80", "h200": "H200-SXM-141", "b200": "B200-SXM-180",
    "gb200": "GB200-186", "gh200": "GH200-96", "v100": "V100-32", "jetsonorinnano": "Jetson-Orin-Nano-Super-8",
    "jetsonagxorin": "Jetson-AGX-Orin-64", "tpuv5e": "TPU-v5e",
  ]

  /// An accelerator by its name or a common short form, without regard to case and separators.
  package static func named(_ name: String) -> GPU? {
    func plain(_ text: String) -> String {
      text.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " && $0 != "." }
    }
    let wanted = plain(name)
    if let exact = all.first(where: { plain($0.name) == wanted }) { return exact }
    guard let target = aliases[wanted] else { return nil }
    return all.first { $0.name == target }
  }
}

extension Catalog {
  /// All accelerators with data sheets.
  package var gpus: [GPU] { GPU.all }

  /// An accelerator by name; see `GPU.named`.
  package func gpu(_ name: String) -> GPU? { GPU.named(name) }
}
