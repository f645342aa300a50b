import Formulas
import Foundations

/// What a served model asks for.
package struct InferenceProblem: Sendable, Hashable {
  /// Own demand, per second, mean over the month.
  package var ownRate: Double
  /// Busy-hour rate over the mean.
  package var peakFactor: Double
  /// Share of requests that an exact or semantic cache answers, in [0,1).
  package var cacheHits: Double
  /// How that cache looks answers up; `nil` without one.
  package var cache: AnswerCache?
  /// The models that could answer, best first as stated.
  package var models: [ServedModel]
  package var api: ModelAPIProblem?
  /// Least quality, a ratio; `nil` when none is asked for.
  package var minimumQuality: Double?
  package var requestBytes: Double
  package var responseBytes: Double
  /// Bytes kept of each request for a month.
  package var logBytes: Double
  /// Seconds of each request beside the model.
  package var besideSeconds: Double
  /// Seconds between checks for drift, and between trainings; `nil` when not stated.
  package var driftCheckSeconds: Double?
  package var retrainSeconds: Double?
}

/// One model that could answer.
package struct ServedModel: Sendable, Hashable {
  /// How the model is known.
  package enum Work: Sendable, Hashable {
    /// Tokens of a request: read, of them shared with others, written.
    case language(TransformerShape, input: Double, prefix: Double, output: Double)
    /// Operations and input bytes of one item.
    case operations(Double, bytes: Double)
    /// Seconds of a batch and of each item, the same on whatever runs it.
    case times(base: Double, perItem: Double)
    /// Known only where it was measured.
    case measured
  }

  package var name: String
  package var work: Work
  /// Formats that may be used; more than one where the spec leaves it open.
  package var formats: [NumberFormat]
  package var quality: Double?
  /// Largest batch of other networks.
  package var batchLimit: Int
  /// Times measured by the user, by machine or accelerator.
  package var measured: [MeasuredTimes]

  /// Whether it writes tokens.
  package var isLanguage: Bool {
    if case .language = work { return true }
    return false
  }
}

/// Times of a batch on one machine or accelerator, as the user measured them.
package struct MeasuredTimes: Sendable, Hashable {
  /// A machine such as `aws:m7i.large`, or an accelerator's name.
  package var hardware: String
  package var base: Double
  package var perItem: Double
}

/// A model behind somebody else's API.
package struct ModelAPIProblem: Sendable, Hashable {
  package var name: String
  /// Prices of a million tokens; `nil` when not stated.
  package var inputPrice: Money?
  package var cachedInputPrice: Money?
  package var outputPrice: Money?
  /// Stated percentiles of the time to the first token and of each further one: ratio, seconds.
  package var firstToken: [StatedPercentile]
  package var perToken: [StatedPercentile]
  /// Tokens a second.
  package var limit: Double?
  package var residency: [String]?
  package var quality: Double?
  package var input: Double
  package var prefix: Double
  package var output: Double
}

/// A percentile as stated.
package struct StatedPercentile: Sendable, Hashable {
  package var percentile: Double
  package var seconds: Double
}
