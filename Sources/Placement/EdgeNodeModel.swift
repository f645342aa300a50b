/// The node that stands at a site where the spec names no hardware of its own.
package struct EdgeNodeModel: Sendable, Hashable {
  package var name = "edge-node"
  /// Price of one, in USD, and what it is: eight cores of 0.7 reference cores, 16 GiB, 30 W [A].
  package var price = 900.0
  package var cores = 8.0
  package var coreSpeed = 0.7
  package var memoryBytes = 16.0 * 1_073_741_824
  package var watts = 30.0
  /// Failures a year, life, energy, visits, labour: as of any fleet.
  package var failuresPerYear = 0.08
  /// Power and line of a site: share of the time that both are there [A].
  package var siteAvailability = 0.999
  /// Space and a line for one site, in USD a month [A].
  package var sitePrice = 100.0
  /// Largest number of nodes that a site has room and power for [A].
  package var siteLimit = 12
  /// Seconds of a round trip between users and a site of their own city.
  package var metroSeconds = 0.002

  /// The reference node.
  package init() {}
}
