/// The one table that maps the catalogs' accelerators to rows of the GPU table (decision 17).
struct GPUNames {
  private var known: Set<String>

  init(_ specs: CSV) {
    let name = specs.column("gpu")
    known = Set(specs.rows.map { $0[name] })
  }

  /// Whether the GPU table has a row of this name.
  func hasSpecs(_ name: String) -> Bool { known.contains(name) }

  /// The accelerator of an AWS family; empty when it has none.
  static func aws(family: String) -> String {
    switch family {
    case "g4dn": "T4"
    case "g5": "A10G"
    case "g5g": "T4G"
    case "g6", "gr6", "g6f", "gr6f": "L4"
    case "g6e": "L40S"
    case "g7e": "RTX-PRO-6000"
    case "g4ad": "V520"
    case "g3", "g3s": "M60"
    case "g2": "K520"
    case "p2": "K80"
    case "p3": "V100-16"
    case "p3dn": "V100-32"
    case "p4d": "A100-SXM-40"
    case "p4de": "A100-SXM-80"
    case "p5": "H100-SXM-80"
    case "p5e", "p5en": "H200-SXM-141"
    case "p6-b200": "B200-SXM-180"
    case "p6-b300": "B300"
    case "inf1": "Inferentia1"
    case "inf2": "Inferentia2"
    case "trn1", "trn1n": "Trainium1"
    case "dl2q": "AI100"
    default: ""
    }
  }

  /// The accelerator of a GCP machine from its list of extras, with its count in thousandths.
  static func gcp(extras: String) -> (name: String, milli: Int)? {
    for extra in extras.parts(";") {
      let pair = extra.parts("=")
      guard pair.count == 2, let count = scaled(pair[1], places: 3) else { continue }
      let name: String
      switch pair[0] {
      case "a100": name = "A100-SXM-40"
      case "a100-80gb": name = "A100-SXM-80"
      case "h100-80gb", "h100-80gb-mega": name = "H100-SXM-80"
      case "l4": name = "L4"
      case "rtx6000": name = "RTX-PRO-6000"
      default: continue
      }
      return (name, Int(count))
    }
    return nil
  }

  /// The accelerator's name in Lambda's list.
  static func lambda(_ name: String, shape: String) -> String {
    switch name {
    case "V100": "V100-16"
    case "A100-40GB": "A100-SXM-40"
    case "A100-80GB": "A100-SXM-80"
    case "H100-PCIe": "H100-PCIe-80"
    case "H100-SXM": "H100-SXM-80"
    case "B200": "B200-SXM-180"
    case "GH200": "GH200-96"
    default: name
    }
  }
}
