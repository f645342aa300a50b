/// Where one placement begins to pay against another. Money in one currency, months of 730 hours.
///
/// Each gives the value of the input that the reader controls; nil where it never pays.
package enum BreakEven {
  /// B1, the edge pays: GB a site and month, E/(f·p). f·D·p ≥ E.
  ///
  /// - Parameters:
  ///   - node: cost of the site a month.
  ///   - reduction: share of the data that the edge keeps away, 0…1.
  ///   - avoided: price avoided per GB (uplink, ingest, storage; not cloud egress).
  package static func edgeVolume(node: Double, reduction: Double, avoided: Double) -> Double? {
    reduction > 0 && avoided > 0 ? node / (reduction * avoided) : nil
  }

  /// B1b, the edge is required beyond this length of path in km:
  /// ((SLO − S)/n_RTT − last mile − 7.35 ms)/0.01368 ms/km. Negative: nowhere near enough.
  package static func edgeDistance(
    limitSeconds: Double, serverSeconds: Double, roundTrips: Double, lastMileSeconds: Double
  ) -> Double? {
    roundTrips > 0
      ? (1e3 * ((limitSeconds - serverSeconds) / roundTrips - lastMileSeconds) - 7.35) / 0.01368 : nil
  }

  /// B1c, a fog layer pays: margin a month, saved uplink + avoided edge hardware − nodes × cost.
  package static func fogMargin(savedUplink: Double, avoidedHardware: Double, nodes: Double, node: Double) -> Double {
    savedUplink + avoidedHardware - nodes * node
  }

  /// B2, a second region pays: loss per hour of outage, 12·extra/hours saved a year.
  package static func secondRegion(
    outagesPerYear: Double, repairHours: Double, failoverHours: Double, coverage: Double, extraPerMonth: Double
  ) -> Double? {
    let saved = Availability.hoursSaved(
      outagesPerYear: outagesPerYear, repairHours: repairHours, failoverHours: failoverHours, coverage: coverage)
    return saved > 0 ? 12 * extraPerMonth / saved : nil
  }

  /// B3, running it oneself beats a managed service: units, F₀W/(m − i − W/κ).
  ///
  /// - Parameters:
  ///   - managed: price of a managed unit a month.
  ///   - infrastructure: cost of an own unit a month.
  ///   - labour: loaded cost of a person a month.
  ///   - unitsPerPerson: units that one more person runs.
  ///   - floor: persons needed in any case.
  package static func selfManaged(
    managed: Double, infrastructure: Double, labour: Double, unitsPerPerson: Double, floor: Double = 1
  ) -> Double? {
    let margin = managed - infrastructure - (unitsPerPerson > 0 ? labour / unitsPerPerson : .infinity)
    return margin > 0 ? floor * labour / margin : nil
  }

  /// B4, a reservation pays above this utilisation: 1 − discount.
  package static func reservation(discount: Double) -> Double { 1 - discount }

  /// B5, spot pays below this price: on-demand × (1 − waste). The deadline is another matter.
  package static func spot(onDemand: Double, waste: Double) -> Double { onDemand * (1 - waste) }

  /// B6, own GPUs beat an API above this utilisation: (H·n + O/730)/(0.0036·TPS·p·n); above 1 never.
  ///
  /// - Parameters:
  ///   - hourly: price of a GPU hour.
  ///   - tokensPerSecond: of one GPU, saturated.
  ///   - api: price of a million tokens.
  ///   - operations: cost of running it a month.
  ///   - gpus: number of GPUs.
  package static func ownGPUs(
    hourly: Double, tokensPerSecond: Double, api: Double, operations: Double, gpus: Double
  ) -> Double? {
    let earned = 0.0036 * tokensPerSecond * api * gpus
    return earned > 0 ? (hourly * gpus + operations / 730) / earned : nil
  }

  /// B7, functions beat a server below this many requests per second: m/(730·3600·(p_r + t·p_t)).
  package static func functions(serverPerMonth: Double, perRequest: Double, seconds: Double, perSecond: Double)
    -> Double?
  {
    let each = perRequest + seconds * perSecond
    return each > 0 ? serverPerMonth / (730 * 3600 * each) : nil
  }

  /// B8, a cache or CDN pays above this volume (GB a month) with hit ratio h:
  /// (fixed − avoided)/(h(p_origin − p_cdn) − (1−h)·fill).
  package static func cdn(
    hitRatio: Double, originPrice: Double, cdnPrice: Double, fillPrice: Double, fixed: Double, avoided: Double = 0
  ) -> Double? {
    let gain = hitRatio * (originPrice - cdnPrice) - (1 - hitRatio) * fillPrice
    return gain > 0 ? max(0, fixed - avoided) / gain : nil
  }

  /// B9, a private line pays above this volume: fixed/(p_net − p_line).
  package static func privateLine(fixed: Double, internetPrice: Double, linePrice: Double) -> Double? {
    internetPrice > linePrice ? fixed / (internetPrice - linePrice) : nil
  }

  /// B10, pooling pays: margin a month, (silo − pool)·price − platform.
  package static func pooling(siloUnits: Double, pooledUnits: Double, unitPrice: Double, platform: Double) -> Double {
    (siloUnits - pooledUnits) * unitPrice - platform
  }

  /// B11, a grid beats cloud batch below this price of a core-hour: spot × (1 − waste of the grid),
  /// provided that wait and run meet the deadline.
  package static func grid(spotPrice: Double, waste: Double) -> Double { spotPrice * (1 - waste) }

  /// B12, a platform team pays above this many teams: cost/(hours saved × rate).
  package static func platformTeam(costPerMonth: Double, hoursSaved: Double, hourlyRate: Double) -> Double? {
    hoursSaved * hourlyRate > 0 ? costPerMonth / (hoursSaved * hourlyRate) : nil
  }

  /// B13, days between trainings: √(2K/g), g the growth of daily loss per day.
  package static func retraining(cost: Double, lossGrowth: Double) -> Double? {
    cost >= 0 && lossGrowth > 0 ? (2 * cost / lossGrowth).squareRoot() : nil
  }
}
