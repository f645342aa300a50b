/// Machine families whose vCPUs are shared: they sustain only a baseline of their peak speed.
package enum Burstable {
  /// Whether a machine type belongs to a burstable or shared-core family.
  ///
  /// AWS `t1`…`t4g`; GCP `f1`, `g1`, `e2-micro`, `e2-small`, `e2-medium`; Azure `B` series and `Basic_`.
  package static func contains(provider: String, machine: String) -> Bool {
    switch provider {
    case "aws":
      guard machine.hasPrefix("t"), let dot = machine.firstIndex(of: ".") else { return false }
      return machine[..<dot].dropFirst().first?.isNumber == true
    case "gcp":
      return machine.hasPrefix("f1-") || machine.hasPrefix("g1-")
        || ["e2-micro", "e2-small", "e2-medium"].contains(machine)
    case "azure":
      return machine.hasPrefix("Standard_B") || machine.hasPrefix("Basic_") || machine.hasPrefix("B")
    default: return false
    }
  }
}
