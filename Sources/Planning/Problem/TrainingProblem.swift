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
  package var checkpointBytes: Double
  package var deadlineSeconds: Double?
}
