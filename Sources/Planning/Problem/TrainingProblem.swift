import Formulas
import Foundations

/// What making a model asks for.
package struct TrainingProblem: Sendable, Hashable {
  /// How the work is known.
  package enum Work: Sendable, Hashable {
    /// 6·N·D operations.
    case tokens(Double)
    case operations(Double)
    /// Hours of a run on a number of accelerators.
    case measured(gpu: AcceleratorFigures, gpus: Double, hours: Double)
  }

  /// What it takes to repeat a run.
  package enum Captured: String, Sendable, Hashable, CaseIterable {
    case data, settings, environment
  }

  package var name: String
  package var parameters: Double
  package var work: Work
  package var format: NumberFormat
  package var runsPerMonth: Double
  /// Runs for one that counts.
  package var experiments: Double
  /// Restarts and evaluation over the plain run.
  package var programmeFactor: Double
  package var datasetBytes: Double
  /// Region in which the data lie, such as `aws:eu-central-1`, and the country; `nil` where they are at hand.
  package var datasetRegion: String?
  /// Share of the data that is new from run to run.
  package var datasetChanges: Double
  /// What is kept of each run; `nil` when not stated.
  package var captures: Set<Captured>?
  package var checkpointBytes: Double
  package var deadlineSeconds: Double?
}
