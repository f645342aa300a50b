/// Bounds on what a document may ask of memory and time; each has its own error.
package struct YAMLLimits: Sendable, Hashable {
  /// Length of a file in bytes.
  package var bytes = 64 << 20
  /// Nesting of collections, block and flow together.
  package var depth = 256
  /// Nodes in all, aliases not expanded.
  package var nodes = 5_000_000
  /// Characters of a key without `?`.
  package var implicitKey = 1024
  /// Aliases may expand to this many times the nodes of the source …
  package var aliasFactor = 10
  /// … and this many nodes more.
  package var aliasSlack = 10_000
  /// Mistakes reported in one run.
  package var errors = 20

  /// The limits of the specification language.
  package static let standard = YAMLLimits()

  /// Creates the standard limits, to be changed one by one.
  package init() {}
}
