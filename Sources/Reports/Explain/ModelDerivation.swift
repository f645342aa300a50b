import Formulas
import Foundations
import Planning

/// How models are served and trained: figures that follow from others, and the calculator that gives the rest.
extension PlanDerivation {
  /// A figure of `serving` that is no time of a token.
  func servedFigure(_ subject: PlacementSubject, _ word: String) -> Derivation? {
    guard let serving = subject.placed.serving else { return nil }
    let path = "\(subject.base).serving.\(word)"
    switch word {
    case "cold_start": return serving.coldStartSeconds.flatMap { coldStart(subject, path, $0) }
    case "drift_detection":
      guard let value = serving.driftSeconds, let requests = serving.driftRequests, let reach = reaching(subject)
      else { return nil }
      return .verified(
        .quotient, path, value, "s", "requests over the rate that reaches the model",
        [driftRequests("\(subject.base).serving.drift_requests", requests), reach],
        source: "two-sample test on the requests of a version")
    case "drift_requests": return serving.driftRequests.map { driftRequests(path, $0) }
    case "batch": return serving.batch.map { .leaf(path, $0, "", source: calculator(subject, "sequences")) }
    case "batch_limit":
      return serving.batchLimit.map { .leaf(path, $0, "", source: calculator(subject, "batch_limit")) }
    case "capacity_per_s":
      return serving.capacityPerSecond.map {
        .leaf(
          path, $0, "1/s",
          source:
            "tokens at the rate that is still served; a higher one is refused by \(calculator(subject, "tokens_per_s"))"
        )
      }
    default: return nil
    }
  }

  /// n = 2(z_a + z_b)²σ²/Δ².
  private func driftRequests(_ path: String, _ value: Double) -> Derivation {
    let test = DriftTest()
    return .formula(
      path, value, "", "2 (z_a + z_b)^2 x variance / drop^2",
      [
        .leaf("false alarms, two-sided", test.falseAlarm, "ratio", source: "assumed"),
        .leaf("drops missed", test.missed, "ratio", source: "assumed"),
        .leaf("variance of one judgement", test.variance, "", source: "right or wrong: at most 1/4"),
        .leaf("drop", test.drop, "ratio", source: "assumed"),
      ]
    ) { inputs in
      let values = inputs.map(\.node.value)
      guard values.count == 4, values[3] > 0 else { return nil }
      let z = Normal.upperQuantile(values[0] / 2) + Normal.upperQuantile(values[1])
      return 2 * z * z * values[2] / (values[3] * values[3])
    }
  }

  private func coldStart(_ subject: PlacementSubject, _ path: String, _ value: Double) -> Derivation {
    let loading = ModelLoading()
    let fixed = loading.machine + loading.imageBytes / loading.imageBytesPerSecond + loading.engine
    let bytes = max(0, (value - fixed) * loading.weightBytesPerSecond)
    func quotient(_ name: String, _ bytes: Double, _ rate: Double, _ why: String) -> Derivation {
      .rule(
        .quotient, name, bytes / rate, "s", "bytes over rate",
        [.leaf("bytes", bytes, "B", source: why), .leaf("rate", rate, "B/s", source: "measured medians")])
    }
    return .verified(
      .sum, path, value, "s", "machine, image, weights, engine",
      [
        .leaf("machine", loading.machine, "s", source: "60 to 180 s observed"),
        quotient("image", loading.imageBytes, loading.imageBytesPerSecond, "assumed"),
        quotient("weights", bytes, loading.weightBytesPerSecond, "of the model in its format"),
        .leaf("engine", loading.engine, "s", source: "16 to 21 s measured"),
      ], source: "machine, image, weights, engine")
  }

  /// Requests a second that no cache answers.
  private func reaching(_ subject: PlacementSubject) -> Derivation? {
    guard let load = subject.result.load, let serving = subject.placed.serving else { return nil }
    let mean = rate(subject.name, load, "mean")
    guard serving.cacheHits > 0 else { return mean }
    return .rule(
      .product, "requests that reach the model", load.mean * (1 - serving.cacheHits), "1/s",
      "rate x share that the cache does not answer",
      [
        mean,
        .rule(
          .complement, "share not answered by the cache", 1 - serving.cacheHits, "ratio", "one less the hits",
          [spec("workloads.\(subject.name).cache.hits", serving.cacheHits, "ratio")]),
      ])
  }

  /// The command that computes the figure again.
  private func calculator(_ subject: PlacementSubject, _ figure: String) -> String {
    guard let serving = subject.placed.serving, let gpu = serving.gpu, let precision = serving.precision,
      let load = subject.result.load,
      case .inference(let inference)? = problem.workloads.first(where: { $0.name == subject.name })?.kind,
      let model = inference.models.first(where: { $0.name == serving.model }),
      case .language(_, let input, let prefix, let output) = model.work
    else { return "by the model of the placement, from its batch times" }
    func text(_ value: Double) -> String { JSON.text(of: value) }
    let ways = serving.tensorParallel ?? 1
    return "\(figure) of: planner model gpu-serving model=\(serving.model) precision=\(precision) gpu=\(gpu) "
      + "gpus=\(serving.copies * ways) tp=\(ways) tokens_in=\(text(input)) prefix=\(text(prefix)) "
      + "tokens_out=\(text(output)) rate=\(text(load.peak * (1 - inference.cacheHits)))/s"
  }

  /// A figure of `training`.
  func trainedFigure(_ subject: PlacementSubject, _ word: String) -> Derivation? {
    guard let training = subject.placed.training,
      case .training(let stated)? = problem.workloads.first(where: { $0.name == subject.name })?.kind
    else { return nil }
    let path = "\(subject.base).training.\(word)"
    switch word {
    case "hours":
      guard case .tokens(let tokens) = stated.work else {
        return .leaf(path, training.hours, "h", source: "operations stated over what the accelerators do in an hour")
      }
      return .leaf(
        path, training.hours, "h",
        source: "hours of: planner model gpu-training parameters=\(JSON.text(of: stated.parameters)) "
          + "tokens=\(JSON.text(of: tokens)) gpu=\(training.gpu) gpus=\(training.gpus) precision=\(training.precision), "
          + "longer where the network holds it up")
    case "programme_hours":
      let isSpot = subject.placed.sites.first?.purchase == .spot
      return .formula(
        path, training.programmeHours, "h", "(hours / efficiency x programme + start) / share of the time obtainable",
        [
          trainedFigure(subject, "hours") ?? .leaf("hours", training.hours, "h"),
          .leaf(
            "\(subject.base).training.efficiency", training.efficiency, "ratio", source: "1 - d/t - t/2M - R/M (Daly)"),
          spec("workloads.\(subject.name).programme", stated.programmeFactor, "x"),
          .leaf("start of the machines", ModelParameters().bootSeconds / 3600, "h", source: "assumed"),
          .leaf(
            "obtainable", training.obtainable, "ratio",
            source: isSpot ? "spot traces of single zones" : "bought on demand"),
        ]
      ) { inputs in
        let v = inputs.map(\.node.value)
        guard v.count == 5, v[1] > 0, v[4] > 0 else { return nil }
        return (v[0] / v[1] * v[2] + v[3]) / v[4]
      }
    default: return nil
    }
  }
}
