/// The response time, wait plus service, as a table.
enum ResponseTable {
  /// - Parameters:
  ///   - wait: the wait with its atom at 0.
  ///   - waitProbability: P(W > 0).
  ///   - meanWait: mean of the wait, seconds.
  ///   - service: the service time.
  ///   - cells: resolution.
  static func table(
    wait: TabulatedTail, waitProbability: Double, meanWait: Double, service: ServiceDistribution, cells: Int
  ) -> TabulatedTail {
    let waitEnd = waitProbability > 0 ? wait.percentile(1 - 2e-5) : 0
    if service.law == .deterministic {
      let lattice = Lattice(cells: cells, range: max(waitEnd, 1e-9 * service.mean))
      return TabulatedTail(
        masses: lattice.masses { wait.tail($0) }, step: lattice.step, shift: service.mean, atom: 1 - waitProbability)
    }
    let serviceEnd = service.percentile(1 - 2e-5)
    let lattice = Lattice(cells: cells, range: 1.1 * max(waitEnd, serviceEnd, 0.6 * (waitEnd + serviceEnd)))
    let end = (Double(lattice.cells) - 0.5) * lattice.step
    let beyond = end * service.tail(end) + service.mean * service.residualTail(end)
    var sum = lattice.spectrum(
      lattice.masses(mean: service.mean, meanBeyond: beyond) { service.tail($0) })
    let small = wait.tail(end) < 1e-7
    sum.add(lattice.spectrum(lattice.masses(mean: small ? meanWait : nil) { wait.tail($0) }))
    return TabulatedTail(masses: lattice.masses(sum), step: lattice.step)
  }
}
