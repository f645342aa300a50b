/// Unlike machines pooled: what a grid adds up to.
package struct SlotPool: Sendable, Hashable {
  /// Machines of one sort.
  package struct Class: Sendable, Hashable {
    package var name: String
    package var machines: Double
    /// Jobs that one machine runs at a time.
    package var slotsEach: Double
    /// Speed of a slot relative to the reference core.
    package var speed: Double
    /// Share of the time that a machine is there.
    package var availability: Double

    /// Creates a class.
    package init(name: String, machines: Double, slotsEach: Double, speed: Double, availability: Double) {
      self.name = name
      self.machines = machines
      self.slotsEach = slotsEach
      self.speed = speed
      self.availability = availability
    }

    /// Slots of the reference core that this class is worth.
    package var effectiveSlots: Double { machines * slotsEach * speed * availability }
  }

  /// Sorts of machines that can hold a job.
  package var classes: [Class]

  /// Creates a pool of those classes that have a slot.
  package init(_ classes: [Class]) { self.classes = classes.filter { $0.effectiveSlots > 0 } }

  /// Slots counted one by one.
  package var slots: Double { classes.reduce(0) { $0 + $1.machines * $1.slotsEach } }
  /// Sum of speed × slots × availability: reference cores' worth of slots.
  package var effectiveSlots: Double { classes.reduce(0) { $0 + $1.effectiveSlots } }
  /// Speed of the slowest slot; infinite of an empty pool.
  package var slowest: Double { classes.reduce(.infinity) { min($0, $1.speed) } }
  /// Mean speed of a slot that is there.
  package var meanSpeed: Double {
    let there = classes.reduce(0) { $0 + $1.machines * $1.slotsEach * $1.availability }
    return there > 0 ? effectiveSlots / there : 0
  }
}
