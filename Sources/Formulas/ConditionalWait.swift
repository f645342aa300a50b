/// The distribution of the wait of those who wait.
///
/// For Poisson arrivals W | W > 0 ≈ X + Y₁ + … + Y_N: N geometric(ρ), Y the residual service time
/// over c, X the least of c residual service times, scaled so that the mean is right. Exact for
/// one server, exponentially right tail for any number. Otherwise gamma with the squared variation
/// 2ρ − 1 + 4(1−ρ)E[S³]/(3(1+v)²E[S]³) (Whitt 1993).
enum ConditionalWait {
  /// P(W > t) as a table, including the atom of those who do not wait.
  static func table(
    _ inputs: QueueInputs, mean: Double, waitProbability: Double, cells: Int
  ) -> TabulatedTail {
    guard mean > 0, waitProbability > 0 else { return TabulatedTail(masses: [1], step: 1e-12, atom: 1) }
    let service = inputs.service
    let variation = gammaVariation(utilization: inputs.utilization, service: service)
    let range = range(inputs, mean: mean, variation: variation)
    let lattice = Lattice(cells: cells, range: range)
    var masses = masses(inputs, mean: mean, lattice: lattice)
    for i in masses.indices { masses[i] *= waitProbability }
    if !masses.isEmpty { masses[0] += 1 - waitProbability }
    return TabulatedTail(masses: masses, step: lattice.step, atom: 1 - waitProbability)
  }

  /// Masses of W | W > 0 on a lattice; what lies beyond it is left out.
  static func masses(_ inputs: QueueInputs, mean: Double, lattice: Lattice) -> [Double] {
    if inputs.isPoisson { return lattice.masses(decomposition(inputs, mean: mean, lattice: lattice)) }
    let variation = gammaVariation(utilization: inputs.utilization, service: inputs.service)
    let end = (Double(lattice.cells) - 0.5) * lattice.step
    let isWhole = GammaFunctions.upper(1 / variation, end / (mean * variation)) < 1e-4
    return lattice.masses(mean: isWhole ? mean : nil) {
      GammaFunctions.upper(1 / variation, $0 / (mean * variation))
    }
  }

  /// Squared variation of W | W > 0 (Whitt 1993), bounded to what the tables can hold.
  static func gammaVariation(utilization rho: Double, service: ServiceDistribution) -> Double {
    let w = 1 + service.scv
    let third = min(service.thirdMomentRatio, 1e3 * w * w * w)
    return min(50, max(0.05, 2 * rho - 1 + 4 * (1 - rho) * third / (3 * w * w)))
  }

  private static func range(_ inputs: QueueInputs, mean: Double, variation: Double) -> Double {
    let base = mean * variation * GammaFunctions.quantile(1 / variation, 1 - 2e-5)
    let service = inputs.service
    guard service.scv > 1 else { return base }
    let rho = inputs.utilization
    let far = Root.decreasing(from: 0, scale: service.mean) {
      service.residualTail($0) * rho / (1 - rho) - 3e-5
    }
    return max(base, min(1.2 * far / inputs.servers, 20 * base))
  }

  /// The spectrum of W | W > 0 on a lattice.
  static func spectrum(_ inputs: QueueInputs, mean: Double, lattice: Lattice) -> Spectrum {
    inputs.isPoisson
      ? decomposition(inputs, mean: mean, lattice: lattice)
      : lattice.spectrum(masses(inputs, mean: mean, lattice: lattice))
  }

  private static func decomposition(_ inputs: QueueInputs, mean: Double, lattice: Lattice) -> Spectrum {
    let service = inputs.service
    let c = inputs.servers
    let rho = inputs.utilization
    let end = (Double(lattice.cells) - 0.5) * lattice.step
    let residualMean = (1 + service.scv) * service.mean / (2 * c)
    let light = service.residualTail(end * c) < 1e-9
    let residuals = lattice.masses(mean: light ? residualMean : nil) { service.residualTail($0 * c) }
    let firstMean = mean - rho / (1 - rho) * residualMean
    guard firstMean > 0 else {
      // No room for the first part: a geometric number, at least one, of residuals.
      let residual = lattice.spectrum(residuals)
      var sum = residual.geometricSum(max(0, (mean - residualMean) / mean))
      sum.add(residual)
      return sum
    }
    let least = MeanWait.minimumResidual(service, count: c)
    let scale = firstMean / least
    let firstLight = Elementary.pow(service.residualTail(end / scale), c) < 1e-9
    let (residual, first) = lattice.spectra(
      residuals,
      lattice.masses(mean: firstLight ? firstMean : nil) { Elementary.pow(service.residualTail($0 / scale), c) })
    var sum = residual.geometricSum(rho)
    sum.add(first)
    return sum
  }
}
