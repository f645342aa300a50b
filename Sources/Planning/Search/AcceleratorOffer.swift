import Formulas
import Foundations

/// A machine with accelerators for hire in one region.
package struct AcceleratorOffer: Sendable, Hashable {
  package var machine: MachineOffer
  package var gpu: AcceleratorFigures
  /// Accelerators of the machine, at least one.
  package var count: Int
  /// Bytes a second over the machine's network; `nil` when unknown.
  package var networkBytesPerSecond: Double?

  /// Creates an offer.
  package init(machine: MachineOffer, gpu: AcceleratorFigures, count: Int, networkBytesPerSecond: Double?) {
    self.machine = machine
    self.gpu = gpu
    self.count = count
    self.networkBytesPerSecond = networkBytesPerSecond
  }
}

extension Market {
  /// Machines with accelerators whose data sheets are known; none unless the market knows some.
  package func accelerators(provider: String, region: String) -> [AcceleratorOffer] { [] }
}
