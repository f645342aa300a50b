import Formulas
import Foundations

/// Which of the four placement models a placement belongs to.
package enum PlacementModel: String, Sendable, Hashable, CaseIterable {
  case grid, cloud, edge, gpu
}

/// The concrete way of running a workload.
package enum PlacementForm: String, Sendable, Hashable, CaseIterable {
  case vm, containers, functions
  case managedDatabase = "managed-database"
  case managedCache = "managed-cache"
  case objectStorage = "object-storage"
  case managedBroker = "managed-broker"
  case cdn, external
  case reservedCluster = "reserved-cluster"
  case spotPool = "spot-pool"
  case gpuServing = "gpu-serving"
  case gpuTraining = "gpu-training"
  case modelAPI = "model-api"
  case edgeFunctions = "edge-functions"
  case edgeNodes = "edge-nodes"
  case fogGateways = "fog-gateways"
  case onDevice = "on-device"

  /// Whether it runs on the site of the devices, which calls reach without a wide-area link.
  package var isLocal: Bool { self == .onDevice || self == .fogGateways }
  /// Whether it stands elsewhere than in a provider's region.
  package var isEdge: Bool { isLocal || self == .edgeFunctions || self == .edgeNodes }
}

/// How the instances of a placement are spread over zones and regions.
package enum Topology: String, Sendable, Hashable, CaseIterable {
  case singleZone = "single-zone"
  case multiZone = "multi-zone"
  case activePassive = "active-passive"
  case activeActive = "active-active"
  case hubAndSpoke = "hub-and-spoke"
  case mesh, fog

  /// Whether it stands in two regions of a provider.
  package var isPaired: Bool { self == .activePassive || self == .activeActive }
}

/// How the capacity of a site is paid for.
package enum Purchase: String, Sendable, Hashable, CaseIterable {
  case onDemand = "on-demand"
  case oneYear = "1y"
  case threeYears = "3y"
  case spot
  /// Hardware of one's own; never a way of paying for machines for hire.
  case owned
}

/// Machines of one kind at one place.
package struct Site: Sendable, Hashable {
  package var provider: String
  /// Region without its provider, such as `eu-central-1`.
  package var region: String
  /// Number of zones the machines are spread over.
  package var zones: Int
  /// Machine type; `nil` where the provider manages it.
  package var machine: String?
  package var count: Int
  package var purchase: Purchase
  /// Whether these are further machines of the same fleet as the site before, paid for another way.
  package var isRest = false

  /// Creates a site of `count` machines.
  package init(
    provider: String, region: String, zones: Int, machine: String?, count: Int, purchase: Purchase
  ) {
    self.provider = provider
    self.region = region
    self.zones = zones
    self.machine = machine
    self.count = count
    self.purchase = purchase
  }
}

/// One priced position: quantity × unit price = the month's amount.
package struct CostLine: Sendable, Hashable {
  /// One of the categories of the cost model: compute, storage, requests, traffic, labour, …
  package var category: String
  package var item: String
  package var quantity: Double
  package var unit: String
  package var unitPrice: Money
  package var perMonth: Money
  /// Where the unit price comes from: table and date, formula, or spec line.
  package var source: String

  /// Creates a line; its amount is the product, rounded once to the resolution of ``Money``.
  package init(category: String, item: String, quantity: Double, unit: String, unitPrice: Money, source: String) {
    self.category = category
    self.item = item
    self.quantity = quantity
    self.unit = unit
    self.unitPrice = unitPrice
    self.perMonth = unitPrice.times(quantity)
    self.source = source
  }
}

/// The percentiles of one duration in seconds.
package struct LatencyFigures: Sendable, Hashable {
  package var mean: Double
  package var p50: Double
  package var p95: Double
  package var p99: Double

  /// Creates the figures of a duration, all in seconds.
  package init(mean: Double, p50: Double, p95: Double, p99: Double) {
    self.mean = mean
    self.p50 = p50
    self.p95 = p95
    self.p99 = p99
  }
}

/// One hop on a request's critical path.
package struct LatencyHop: Sendable, Hashable {
  package var name: String
  package var figures: LatencyFigures

  /// Creates a named hop.
  package init(name: String, figures: LatencyFigures) {
    self.name = name
    self.figures = figures
  }
}

/// The latency of a whole request, with the hops it is composed of.
package struct PathLatency: Sendable, Hashable {
  package var total: LatencyFigures
  package var hops: [LatencyHop]
  /// The method of composition and its stated error.
  package var method: String

  /// Creates a path's latency.
  package init(total: LatencyFigures, hops: [LatencyHop], method: String) {
    self.total = total
    self.hops = hops
    self.method = method
  }
}

/// Why a candidate was not chosen.
package struct Rejection: Sendable, Hashable {
  /// The constraint that failed, such as `latency.p99`; `cost` when it was feasible and dearer.
  package var constraint: String
  package var value: Double?
  package var limit: Double?
  /// The unit of `value` and `limit`: `s`, `ratio`, `1/s`, `B` …
  package var unit: String
  /// What decides: the machine, region or dependency concerned.
  package var by: String
  /// For `cost`: how much more it costs a month.
  package var extraPerMonth: Money?

  /// Creates a rejection.
  package init(
    constraint: String, value: Double? = nil, limit: Double? = nil, unit: String = "", by: String = "",
    extraPerMonth: Money? = nil
  ) {
    self.constraint = constraint
    self.value = value
    self.limit = limit
    self.unit = unit
    self.by = by
    self.extraPerMonth = extraPerMonth
  }
}

/// A way of running one workload, sized, priced and measured against its SLOs.
package struct PlacedWorkload: Sendable, Hashable {
  package var model: PlacementModel
  package var form: PlacementForm
  package var topology: Topology
  package var sites: [Site]
  /// Busy share of the workers at the busy hour, in [0,1); `nil` where nothing is sized.
  package var utilization: Double?
  /// Share of the capacity that is free at the busy hour.
  package var headroom: Double?
  package var lines: [CostLine]
  package var perMonth: Money
  /// Cost per transaction of this workload alone; `nil` when it serves none.
  package var perTransaction: Money?
  /// `nil` where requests have no path (batch).
  package var latency: PathLatency?
  /// Seconds from release to the end of the lot (or of a job) at p90, on spot machines at p95; batch only.
  package var makespan: Double?
  /// What users see, dependencies included.
  package var availability: Double?
  /// The placement's own part.
  package var ownAvailability: Double?
  /// Recovery time objective reached, in seconds.
  package var rto: Double?
  /// Recovery point objective reached, in seconds.
  package var rpo: Double?
  package var carbonKilograms: Double?
  /// Share of the cost whose price is stated, listed or measured; the rest is assumed.
  package var confidence: Double {
    guard perMonth > .zero else { return 1 }
    let assumed = lines.reduce(Money.zero) { $1.source.contains("assumed") ? $0 + $1.perMonth : $0 }
    return min(1, max(0, 1 - assumed.double / perMonth.double))
  }
  package var rejected: Rejection?
  /// How a model is served or trained; `nil` for other kinds.
  package var serving: ServingFigures?
  package var training: TrainingFigures?
  /// What the latency is composed of; percentiles are computed from it for what is shown.
  package var path: PathNode?
  /// The same to the first token; `nil` where none are written.
  package var firstTokenPath: PathNode?
  /// The same for one further token.
  package var perTokenPath: PathNode?
  /// Share of the requests later than each limit of the workload's percentiles, by limit in seconds.
  var lateRatios: [Double: Double] = [:]
  /// The burst that the fleet meets at its busiest.
  var burst: Burst?
  /// What else is worth knowing of it: buffers, drains, connections, limits.
  package var details: [PlacementDetail] = []
  /// How a lot of jobs runs there; batch only.
  var lotRun: LotRun?
  /// From accepted to done, where that is not ``path``: asynchronous work included.
  var completion: PathNode?
  /// Requests a second that it carries with its busy share at the limit; `nil` where nobody publishes one.
  var throughput: Double?
  /// The region that an edge placement reports to, such as `aws:eu-central-1`.
  package var hub: String?
  /// Share of the events that is lost while links are down.
  package var loss: Double?

  /// Creates a placement; its cost is the exact sum of its lines.
  package init(
    model: PlacementModel, form: PlacementForm, topology: Topology, sites: [Site], lines: [CostLine],
    utilization: Double? = nil, headroom: Double? = nil, latency: PathLatency? = nil, makespan: Double? = nil,
    availability: Double? = nil, ownAvailability: Double? = nil, rto: Double? = nil, rpo: Double? = nil,
    carbonKilograms: Double? = nil
  ) {
    self.model = model
    self.form = form
    self.topology = topology
    self.sites = sites
    self.lines = lines
    self.perMonth = lines.reduce(Money.zero) { $0 + $1.perMonth }
    self.utilization = utilization
    self.headroom = headroom
    self.latency = latency
    self.makespan = makespan
    self.availability = availability
    self.ownAvailability = ownAvailability
    self.rto = rto
    self.rpo = rpo
    self.carbonKilograms = carbonKilograms
  }
}

extension PlacedWorkload {
  /// Whether it stands in two regions of a provider.
  package var isPaired: Bool { topology.isPaired }
}
