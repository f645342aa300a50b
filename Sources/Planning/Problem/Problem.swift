import Formulas
import Foundations
import Placement

/// A group of users as the model sees it: a share of the requests, at a distance, behind a last mile.
package struct UserGroupProblem: Sendable, Hashable {
  package var name: String
  /// Share of the requests, in (0,1]; the shares of a workload add to 1.
  package var share: Double
  package var place: PlacePoint
  package var access: AccessNetwork
  /// Country code of the place; `nil` when it is not known.
  package var country: String?

  /// Creates a group.
  package init(name: String, share: Double, place: PlacePoint, access: AccessNetwork) {
    self.name = name
    self.share = share
    self.place = place
    self.access = access
  }
}

/// Where something is: a region of the catalog, or a point on the map.
package enum PlacePoint: Sendable, Hashable {
  /// A region with its provider, such as `aws:us-east-1`.
  case region(String)
  /// Degrees.
  case coordinates(latitude: Double, longitude: Double)
}

/// A synchronous or asynchronous call to another workload.
package struct CallProblem: Sendable, Hashable {
  package var to: String
  /// Calls per request of the caller.
  package var times: Double
  package var isParallel: Bool
  package var isOptional: Bool
  package var isAsynchronous: Bool
  /// Share answered by a cache in the caller, in [0,1].
  package var cachedShare: Double
  /// The caches that this share follows from; `nil` where it is stated.
  package var cache: CacheDesign?
  package var retries: Int
  /// Seconds; `nil` when the caller waits for ever.
  package var timeoutSeconds: Double?

  /// Whether an answer waits for it and fails with it.
  var isNeeded: Bool { !isAsynchronous && !isOptional }

  /// Creates a call.
  package init(
    to: String, times: Double, isParallel: Bool, isOptional: Bool, isAsynchronous: Bool, cachedShare: Double,
    retries: Int, timeoutSeconds: Double?
  ) {
    self.to = to
    self.times = times
    self.isParallel = isParallel
    self.isOptional = isOptional
    self.isAsynchronous = isAsynchronous
    self.cachedShare = cachedShare
    self.retries = retries
    self.timeoutSeconds = timeoutSeconds
  }
}

/// One objective in SI units, with the exact decimal that was stated and where.
package struct ObjectiveProblem: Sendable, Hashable {
  /// `availability`, `latency.p99`, `deadline`, `rto`, `rpo`, `cost_per_transaction`, …
  package var objective: String
  package var target: Money
  /// `s`, `ratio`, `1/s`, `USD`.
  package var unit: String
  package var line: Int?
  package var path: String
  /// How its slices are judged; `nil` where every event counts by itself.
  package var slices: SlicedObjective?

  /// Creates an objective.
  package init(objective: String, target: Money, unit: String, line: Int?, path: String) {
    self.objective = objective
    self.target = target
    self.unit = unit
    self.line = line
    self.path = path
  }

  /// The percentile that a completion objective names, as a ratio: from accepted to done.
  package var completionPercentile: Double? {
    objective.hasPrefix("completion.p") ? ObjectiveProblem.ratio(objective.dropFirst(12)) : nil
  }

  /// The percentile that a latency objective names, as a ratio.
  package var percentile: Double? {
    objective.hasPrefix("latency.p") ? ObjectiveProblem.ratio(objective.dropFirst(9)) : nil
  }

  /// Digits behind the point: 95 is 0.95, 99999 is 0.99999.
  static func ratio(_ digits: Substring) -> Double? {
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Double("0.\(digits)")
  }
}

/// What a service asks of machines.
package struct ServiceProblem: Sendable, Hashable {
  /// Own demand, per second, mean over the month.
  package var ownRate: Double
  /// Busy-hour rate over the mean.
  package var peakFactor: Double
  package var ca2: Double
  /// CPU seconds of one request on the reference core.
  package var cpuSeconds: Double
  package var cs2: Double
  /// Seconds a request waits without using a CPU.
  package var offCPUSeconds: Double
  package var memoryBytes: Double
  package var requestBytes: Double
  package var responseBytes: Double
  /// Seconds until a new instance of the program serves.
  package var startSeconds = 0.0
  /// How requests are spread over the instances.
  package var balancer = Balancer.random
  /// Hours of a month that it is on; machines are switched off outside them.
  package var onHours = CostBook.hoursPerMonth
  /// What of the CPU seconds, the bytes and the waiting a sidecar adds; `nil` without a service mesh.
  package var sidecar: SidecarProblem?
  /// Sudden load on top of the busy hour; `nil` when none is stated.
  package var burst: BurstProblem?

  /// Creates a service's needs.
  package init(
    ownRate: Double, peakFactor: Double, ca2: Double, cpuSeconds: Double, cs2: Double, offCPUSeconds: Double,
    memoryBytes: Double, requestBytes: Double, responseBytes: Double
  ) {
    self.ownRate = ownRate
    self.peakFactor = peakFactor
    self.ca2 = ca2
    self.cpuSeconds = cpuSeconds
    self.cs2 = cs2
    self.offCPUSeconds = offCPUSeconds
    self.memoryBytes = memoryBytes
    self.requestBytes = requestBytes
    self.responseBytes = responseBytes
  }
}

/// A proxy beside a service.
package struct SidecarProblem: Sendable, Hashable {
  /// CPU seconds of a request on the reference core.
  package var cpuSeconds: Double
  package var memoryBytes: Double
  /// Seconds that the proxies add to a request.
  package var latencySeconds: Double

  /// What is known of proxies: 0.35 vCPU and 60 MB at 1,000 requests a second (Istio's own tests, 2023);
  /// 1 ms for the two of a call [A].
  package static let standard = SidecarProblem(
    cpuSeconds: 0.000_35, memoryBytes: 60 * 1_048_576, latencySeconds: 0.001)
}

extension ServiceProblem {
  /// The same service with a proxy beside it: its CPU time is added to every request's and does not vary.
  package func with(_ sidecar: SidecarProblem) -> ServiceProblem {
    var result = self
    let sum = cpuSeconds + sidecar.cpuSeconds
    if sum > 0 { result.cs2 = cs2 * cpuSeconds * cpuSeconds / (sum * sum) }
    result.cpuSeconds = sum
    result.memoryBytes += sidecar.memoryBytes
    result.offCPUSeconds += sidecar.latencySeconds
    result.sidecar = sidecar
    return result
  }

  /// The same service without its proxy.
  package var withoutSidecar: ServiceProblem {
    guard let sidecar else { return self }
    var result = self
    result.cpuSeconds = max(0, cpuSeconds - sidecar.cpuSeconds)
    if result.cpuSeconds > 0 { result.cs2 = cs2 * cpuSeconds * cpuSeconds / (result.cpuSeconds * result.cpuSeconds) }
    result.memoryBytes -= sidecar.memoryBytes
    result.offCPUSeconds = max(0, offCPUSeconds - sidecar.latencySeconds)
    result.sidecar = nil
    return result
  }
}

/// What a lot of jobs asks of machines.
package struct BatchProblem: Sendable, Hashable {
  /// Lots a month.
  package var lotsPerMonth: Double
  package var jobs: Double
  package var coresPerJob: Double
  /// Seconds of one job on reference cores.
  package var runtimeSeconds: Double
  package var scv: Double
  package var memoryBytes: Double
  package var inputBytes: Double
  package var outputBytes: Double
  package var isRestartable: Bool
  /// Seconds one checkpoint takes; `nil` when jobs do not checkpoint.
  package var checkpointSeconds: Double?
  package var deadlineSeconds: Double?
  /// Whether jobs arrive one by one over the period, not all at once.
  package var isSpread = false
  /// How jobs of unlike width are started; `nil` for jobs of one width.
  package var mixed: BatchWait.Policy?
  /// Fleets of own machines that the jobs may use.
  package var pool: [FleetProblem] = []

  /// Creates a lot's needs.
  package init(
    lotsPerMonth: Double, jobs: Double, coresPerJob: Double, runtimeSeconds: Double, scv: Double,
    memoryBytes: Double, inputBytes: Double, outputBytes: Double, isRestartable: Bool, checkpointSeconds: Double?,
    deadlineSeconds: Double?
  ) {
    self.lotsPerMonth = lotsPerMonth
    self.jobs = jobs
    self.coresPerJob = coresPerJob
    self.runtimeSeconds = runtimeSeconds
    self.scv = scv
    self.memoryBytes = memoryBytes
    self.inputBytes = inputBytes
    self.outputBytes = outputBytes
    self.isRestartable = isRestartable
    self.checkpointSeconds = checkpointSeconds
    self.deadlineSeconds = deadlineSeconds
  }
}

/// What stored data asks for.
package struct StoreProblem: Sendable, Hashable {
  /// The spec's class of data.
  package enum Class: String, Sendable, Hashable {
    case relational, document, cache, object, vector, lineage
  }

  package var storeClass: Class
  package var sizeBytes: Double
  /// Own reads and writes, per second; calls add to the reads.
  package var readsPerSecond: Double
  package var writesPerSecond: Double
  package var itemBytes: Double
  /// Share of the data that is read often, in (0,1].
  package var hotShare: Double
  package var peakFactor: Double
  /// Share of the reads that goes to what is not read often.
  package var coldReads = 0.2
  /// Seconds for which data are kept; `nil` for good.
  package var retentionSeconds: Double?
  /// Whether every read must see the last write; `nil` when nothing is stated.
  package var isStrong: Bool?

  /// Creates a store's needs.
  package init(
    storeClass: Class, sizeBytes: Double, readsPerSecond: Double, writesPerSecond: Double, itemBytes: Double,
    hotShare: Double, peakFactor: Double
  ) {
    self.storeClass = storeClass
    self.sizeBytes = sizeBytes
    self.readsPerSecond = readsPerSecond
    self.writesPerSecond = writesPerSecond
    self.itemBytes = itemBytes
    self.hotShare = hotShare
    self.peakFactor = peakFactor
  }
}

/// Somebody else's service.
package struct ExternalProblem: Sendable, Hashable {
  /// Median and 99th percentile of its latency, in seconds.
  package var p50Seconds: Double
  package var p99Seconds: Double
  package var availability: Double
  package var pricePerRequest: Money?
  package var limitPerSecond: Double?

  /// Creates an external service.
  package init(
    p50Seconds: Double, p99Seconds: Double, availability: Double, pricePerRequest: Money?, limitPerSecond: Double?
  ) {
    self.p50Seconds = p50Seconds
    self.p99Seconds = p99Seconds
    self.availability = availability
    self.pricePerRequest = pricePerRequest
    self.limitPerSecond = limitPerSecond
  }
}

/// Restrictions on where and how a workload may run.
package struct PlaceProblem: Sendable, Hashable {
  /// `nil`: every model that can run the kind.
  package var models: [PlacementModel]?
  package var forms: [PlacementForm]?
  package var topologies: [Topology]?
  /// Providers named; empty: one for the whole spec, chosen jointly.
  package var providers: [String]
  /// Patterns over region names, `*` matching anything; empty: every region.
  package var regions: [String]
  /// Country codes or EU, EEA; empty: anywhere.
  package var residency: [String]
  /// `provider:machine` or `machine` that must be used.
  package var pinnedMachine: String?
  package var pinnedCount: Int?
  package var pinnedPurchase: Purchase?
  /// Machines beside those of the first site that must be used: the workers of a stream.
  package var pinnedWorkers: Site?
  /// The two regions that it must stand in.
  package var pair: PairPin?

  /// No restriction.
  package init() {
    models = nil
    forms = nil
    topologies = nil
    providers = []
    regions = []
    residency = []
  }
}

/// One workload in numbers.
package struct WorkloadProblem: Sendable, Hashable {
  /// What the workload is, with its own numbers.
  package enum Kind: Sendable, Hashable {
    case service(ServiceProblem)
    case batch(BatchProblem)
    case store(StoreProblem)
    case external(ExternalProblem)
    case inference(InferenceProblem)
    case training(TrainingProblem)
    case device(DeviceProblem)
    case stream(StreamProblem)
  }

  package var name: String
  package var kind: Kind
  package var calls: [CallProblem]
  package var users: [UserGroupProblem]
  /// Whether latency counts from the users' devices (else from the gateway).
  package var isLatencyFromUsers: Bool
  package var objectives: [ObjectiveProblem]
  package var windowSeconds: Double
  package var outageCostPerMinute: Money?
  package var place: PlaceProblem
  /// The fleet that a service may run on, beside everything else.
  package var fleet: FleetProblem?

  /// Creates a workload in numbers.
  package init(
    name: String, kind: Kind, calls: [CallProblem], users: [UserGroupProblem], isLatencyFromUsers: Bool,
    objectives: [ObjectiveProblem], windowSeconds: Double, outageCostPerMinute: Money?, place: PlaceProblem
  ) {
    self.name = name
    self.kind = kind
    self.calls = calls
    self.users = users
    self.isLatencyFromUsers = isLatencyFromUsers
    self.objectives = objectives
    self.windowSeconds = windowSeconds
    self.outageCostPerMinute = outageCostPerMinute
    self.place = place
  }

  package static func == (a: Self, b: Self) -> Bool {
    a.name == b.name && a.kind == b.kind && a.calls == b.calls && a.users == b.users
      && a.objectives == b.objectives && a.place == b.place && a.fleet == b.fleet
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// What a placement must reach of an objective in SI units; of a sliced availability, what its slices ask for.
  package func target(_ objective: String) -> Double? {
    guard let stated = objectives.first(where: { $0.objective == objective }) else { return nil }
    guard objective == "availability", let slices = stated.slices else { return stated.target.double }
    return slices.availability(due: stated.target.double)
  }

  /// The target of an objective as the spec states it.
  package func stated(_ objective: String) -> Double? {
    objectives.first { $0.objective == objective }?.target.double
  }

  /// The word of the spec for the kind.
  package var kindName: String {
    switch kind {
    case .service: "service"
    case .batch: "batch"
    case .store: "store"
    case .external: "external"
    case .inference: "inference"
    case .training: "training"
    case .device: "device"
    case .stream: "stream"
    }
  }
}

/// Money matters that apply to the whole spec.
package struct MoneyProblem: Sendable, Hashable {
  /// Loaded cost of one engineer, a year.
  package var engineerPerYear = Money.zero
  package var engineerCount = 0.0
  package var isOnCall = false
  /// Discount on list prices by provider, in [0,1).
  package var discount: [String: Double] = [:]
  /// Ways of paying that may be chosen.
  package var purchases: [Purchase] = [.onDemand]
  /// Hourly price by `provider:region/machine`.
  package var overrides: [String: Money] = [:]
  /// Most that commitments may bind one to pay in all.
  package var commitmentBudget: Money?
  package var monthlyBudget: (limit: Money, line: Int?)?
  package var perTransactionBudget: (limit: Money, line: Int?)?
  package var carbonBudget: (kilograms: Money, line: Int?)?
  package var currentBill: Money?
  package var revenuePerMonth: Money?
  package var customers: Double?

  /// Nothing stated.
  package init() {}

  package static func == (a: Self, b: Self) -> Bool {
    a.engineerPerYear == b.engineerPerYear && a.purchases == b.purchases && a.discount == b.discount
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(engineerPerYear) }
}

/// A whole spec in numbers, for one month and at one point of its ranges.
package struct Problem: Sendable, Hashable {
  package var name: String
  package var workloads: [WorkloadProblem]
  package var money: MoneyProblem
  package var horizonMonths: Int
  package var confidence: Double
  /// The workload whose requests make a transaction, and how many make one.
  package var transactionName: String
  package var transactionWorkload: String?
  package var requestsPerTransaction: Double
  package var assumptions: [AssumedInput]
  package var inputCount: Int
  package var recovery = RecoveryProblem()

  /// Creates a problem.
  package init(
    name: String, workloads: [WorkloadProblem], money: MoneyProblem, horizonMonths: Int, confidence: Double,
    transactionName: String, transactionWorkload: String?, requestsPerTransaction: Double,
    assumptions: [AssumedInput], inputCount: Int
  ) {
    self.name = name
    self.workloads = workloads
    self.money = money
    self.horizonMonths = horizonMonths
    self.confidence = confidence
    self.transactionName = transactionName
    self.transactionWorkload = transactionWorkload
    self.requestsPerTransaction = requestsPerTransaction
    self.assumptions = assumptions
    self.inputCount = inputCount
  }
}
