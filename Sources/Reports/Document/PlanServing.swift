import Foundations
import Planning

/// How models are served and trained, in words.
extension PlanDocument {
  /// Facts of a placement that serves or trains a model; none for others.
  func servingFacts(_ placed: PlacedWorkload) -> [ReportFact] {
    if let serving = placed.serving { return facts(serving) }
    if let training = placed.training { return facts(training) }
    return []
  }

  /// `30 %`, never torn apart.
  private func band(_ ratio: Double) -> String { "\(Int((ratio * 100).rounded()))\u{A0}%" }

  private func facts(_ serving: ServingFigures) -> [ReportFact] {
    var facts: [ReportFact] = []
    if let gpu = serving.gpu, let precision = serving.precision {
      let ways = serving.tensorParallel ?? 1
      let copies = "\(serving.copies) \(serving.copies == 1 ? "copy" : "copies")"
      let each = ways > 1 ? "of \(ways) × \(gpu) each" : "on one \(gpu) each"
      facts.append(.init("Model", "\(serving.model) in \(precision): \(copies) \(each)"))
    } else {
      facts.append(.init("Model", serving.model))
    }
    if let first = serving.firstToken, let further = serving.perToken {
      let error = serving.perTokenBand > 0 ? " (±\(band(serving.perTokenBand)))" : ""
      facts.append(
        .init(
          "Tokens",
          "the first after \(Figures.duration(first.p50)), p95 \(Figures.duration(first.p95)); then one every "
            + "\(Figures.duration(further.p50))\(error)"))
    }
    if let batch = serving.batch, let limit = serving.batchLimit {
      facts.append(
        .init("Batch", "\(Figures.significant(batch, 3)) at once in the busy hour, at most \(Figures.count(limit))"))
    }
    if serving.cacheHits > 0 {
      facts.append(.init("Cache", "\(Figures.share(serving.cacheHits)) of the requests never reach the model"))
    }
    if serving.prefixShare > 0 {
      facts.append(.init("Prefix", "\(Figures.share(serving.prefixShare)) of the input is read from the prefix cache"))
    }
    if let seconds = serving.coldStartSeconds {
      facts.append(.init("Cold start", "\(Figures.duration(seconds)) until a new copy answers"))
    }
    if let seconds = serving.driftSeconds, let requests = serving.driftRequests {
      facts.append(
        .init(
          "Drift",
          "a drop of 1 % is seen after \(Figures.count(requests.rounded())) requests, \(Figures.duration(seconds))"))
    }
    return facts
  }

  private func facts(_ training: TrainingFigures) -> [ReportFact] {
    [
      .init("Model", "\(training.model) in \(training.precision) on \(training.gpus) × \(training.gpu)"),
      .init(
        "One run",
        "\(Figures.duration(training.hours * 3600)) by itself, "
          + "\(Figures.duration(training.programmeHours * 3600)) from start to end (±\(band(training.costBand)))"
      ),
      .init(
        "Reaches",
        "\(Figures.share(training.utilization)) of the 16-bit peak; \(Figures.share(training.efficiency)) of the "
          + "time is left by failures and checkpoints, one every \(Figures.duration(training.checkpointInterval))"),
    ]
  }
}
