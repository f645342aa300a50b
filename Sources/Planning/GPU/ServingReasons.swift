import Foundations

/// What the error of the model and the price of an API mean for the choice, in words.
enum ServingReasons {
  static func sentences(
    _ workload: WorkloadProblem, chosen: PlacedWorkload, alternatives: [PlacedWorkload]
  ) -> [String] {
    var sentences: [String] = []
    if let tie = tie(chosen, alternatives) { sentences.append(tie) }
    guard case .inference(let inference) = workload.kind else { return sentences }
    if let flip = flip(chosen, alternatives) { sentences.append(flip) }
    let isOpen = inference.models.count + (inference.api == nil ? 0 : 1) > 1
    if isOpen,
      inference.models.contains(where: { $0.quality == nil }) || inference.api?.quality == nil && inference.api != nil
    {
      sentences.append("Quality was not compared: it is not stated for every model.")
    }
    return sentences
  }

  /// Placements whose cost lies within the model's error of the chosen one.
  private static func tie(_ chosen: PlacedWorkload, _ alternatives: [PlacedWorkload]) -> String? {
    let band = chosen.serving?.costBand ?? chosen.training?.costBand ?? 0
    guard band > 0, chosen.perMonth > .zero else { return nil }
    // The error is one of speed: only what is paid by the hour scales with it.
    let hours = chosen.lines.filter { ["compute", "idle"].contains($0.category) }.reduce(0) { $0 + $1.perMonth.double }
    let mine = chosen.serving?.gpu ?? chosen.training?.gpu
    let near = alternatives.filter { other in
      guard let extra = other.rejected?.extraPerMonth, extra >= .zero else { return false }
      return extra.double <= band * hours && (other.serving?.gpu ?? other.training?.gpu) != mine
    }
    guard let first = near.first, let extra = first.rejected?.extraPerMonth else { return nil }
    let name = first.serving?.gpu ?? first.training?.gpu ?? first.form.rawValue
    let others = near.count > 1 ? " and \(near.count - 1) more" : ""
    return
      "Within the model's error of ±\(percent(band)) % this is a tie with \(name) "
      + "(\(extra.formatted(places: 2)) USD more)\(others); the lower expected cost decides."
  }

  /// Break-even B6: an API costs by the token, a fleet by the hour.
  private static func flip(_ chosen: PlacedWorkload, _ alternatives: [PlacedWorkload]) -> String? {
    func cost(_ form: PlacementForm) -> Double? {
      if chosen.form == form { return chosen.perMonth.double }
      return alternatives.first { $0.form == form && !$0.lines.isEmpty }?.perMonth.double
    }
    guard let own = cost(.gpuServing), let api = cost(.modelAPI), own > 0, api > 0 else { return nil }
    let factor = Money(own / api).formatted(places: 2)
    return chosen.form == .modelAPI
      ? "Own accelerators would pay above \(factor) times this load, while the same fleet carries it (B6)."
      : "The API would be cheaper below \(factor) times this load (B6)."
  }

  private static func percent(_ ratio: Double) -> String { "\(Int((ratio * 100).rounded()))" }
}
