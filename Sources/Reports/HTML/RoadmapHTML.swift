import Foundations
import Roadmap

/// A roadmap as one page.
package enum RoadmapHTML {
  /// The page.
  package static func text(_ roadmap: Roadmap, version: String) -> String { "" }
}
