import Foundations

/// The error budget of one SLO over its window.
package struct BudgetFigures: Sendable, Hashable {
  /// Exact decimal: 99.9 % leaves 0.001.
  package var ratio: Money
  package var minutes: Double
  /// Requests (or jobs) the window allows to fail; `nil` when the rate is unknown.
  package var events: Double?
  package var usedRatio: Double?
  package var remainingRatio: Double?
  /// What spending the whole budget costs at the stated outage cost; `nil` when none is stated.
  package var money: Money?
  /// What uses it, what it asks of dependencies, its alerts; `nil` in a brief plan.
  package var detail: BudgetDetail?

  /// Creates the figures of a budget.
  package init(
    ratio: Money, minutes: Double, events: Double?, usedRatio: Double?, remainingRatio: Double?, money: Money?
  ) {
    self.ratio = ratio
    self.minutes = minutes
    self.events = events
    self.usedRatio = usedRatio
    self.remainingRatio = remainingRatio
    self.money = money
  }
}

/// One objective of a workload, held against its prediction.
package struct ObjectiveResult: Sendable, Hashable {
  /// `WORKLOAD.OBJECTIVE`, such as `api.latency.p99`.
  package var id: String
  /// The path within `slo`: `availability`, `latency.p99`, `deadline` …
  package var objective: String
  /// As stated: an exact decimal in SI units.
  package var target: Money
  /// The value at the required confidence; `nil` when nothing was placed.
  package var predicted: Double?
  /// The expected value; equal to `predicted` without ranges.
  package var expected: Double?
  /// Probability of being met; `nil` without ranges.
  package var probability: Double?
  /// `s`, `ratio`, `1/s`, `USD`.
  package var unit: String
  package var met: Bool?
  package var budget: BudgetFigures?
  /// 1-based line of the spec that states the target.
  package var line: Int?

  /// Creates the result of an objective.
  package init(
    id: String, objective: String, target: Money, predicted: Double?, expected: Double?, probability: Double?,
    unit: String, met: Bool?, budget: BudgetFigures?, line: Int?
  ) {
    self.id = id
    self.objective = objective
    self.target = target
    self.predicted = predicted
    self.expected = expected
    self.probability = probability
    self.unit = unit
    self.met = met
    self.budget = budget
    self.line = line
  }
}

/// Where the load of a workload comes from.
package struct LoadFigures: Sendable, Hashable {
  /// Mean rate of its own demand, per second.
  package var own: Double
  /// Mean rate that calls add, by caller, per second.
  package var fromCalls: [(caller: String, rate: Double)]
  /// Total mean rate, per second.
  package var mean: Double
  /// Busy-hour rate, per second.
  package var peak: Double

  /// Creates the load of one workload.
  package init(own: Double, fromCalls: [(caller: String, rate: Double)], mean: Double, peak: Double) {
    self.own = own
    self.fromCalls = fromCalls
    self.mean = mean
    self.peak = peak
  }

  package static func == (a: LoadFigures, b: LoadFigures) -> Bool {
    a.own == b.own && a.mean == b.mean && a.peak == b.peak && a.fromCalls.elementsEqual(b.fromCalls, by: ==)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(mean)
    hasher.combine(peak)
  }
}

/// The answer for one workload.
package struct WorkloadResult: Sendable, Hashable {
  package var name: String
  package var kind: String
  /// `nil` for batch and external workloads.
  package var load: LoadFigures?
  /// `nil` when no placement meets every constraint.
  package var chosen: PlacedWorkload?
  /// The others, each with its rejection: cheapest first, then nearest misses.
  package var alternatives: [PlacedWorkload]
  package var slo: [ObjectiveResult]
  /// Sentences: the binding constraint, the runner-up, the price gap.
  package var why: [String]
  /// Where the decision would turn.
  package var breakEvens: [BreakEvenFigure] = []
  /// What growth makes of the cost of each way of running it; `nil` when nothing grows.
  package var growth: GrowthFigures?

  /// Creates a workload's answer.
  package init(
    name: String, kind: String, load: LoadFigures?, chosen: PlacedWorkload?, alternatives: [PlacedWorkload],
    slo: [ObjectiveResult], why: [String]
  ) {
    self.name = name
    self.kind = kind
    self.load = load
    self.chosen = chosen
    self.alternatives = alternatives
    self.slo = slo
    self.why = why
  }
}

/// A default that was assumed because the spec does not state it.
package struct AssumedInput: Sendable, Hashable {
  package var path: String
  package var value: String
  package var unit: String
  package var why: String

  /// Creates an assumption.
  package init(path: String, value: String, unit: String, why: String) {
    self.path = path
    self.value = value
    self.unit = unit
    self.why = why
  }
}

/// The cost of a month of the horizon.
package struct HorizonPoint: Sendable, Hashable {
  package var month: Int
  /// `nil` where no placement exists for that month's load.
  package var cost: Money?
  /// `WORKLOAD.CONSTRAINT` of the first constraint that the plan of month 0 breaks by then.
  package var firstBreach: String?

  /// Creates a point of the horizon.
  package init(month: Int, cost: Money?, firstBreach: String?) {
    self.month = month
    self.cost = cost
    self.firstBreach = firstBreach
  }
}

/// When growth breaks the plan of month 0.
package struct Breach: Sendable, Hashable {
  package var month: Int
  package var workload: String
  package var constraint: String
  package var value: Double?
  package var limit: Double?

  /// Creates a breach.
  package init(month: Int, workload: String, constraint: String, value: Double?, limit: Double?) {
    self.month = month
    self.workload = workload
    self.constraint = constraint
    self.value = value
    self.limit = limit
  }
}

/// A budget of the spec, held against the plan.
package struct SpendingBudget: Sendable, Hashable {
  /// `monthly`, `cost_per_transaction`, `carbon`.
  package var id: String
  package var limit: Money
  package var value: Money?
  package var unit: String
  package var met: Bool?
  package var line: Int?
  /// Share of the draws in which it holds; `nil` without ranges.
  package var probability: Double?

  /// Creates a budget's result.
  package init(id: String, limit: Money, value: Money?, unit: String, met: Bool?, line: Int?) {
    self.id = id
    self.limit = limit
    self.value = value
    self.unit = unit
    self.met = met
    self.line = line
  }
}

/// A finding that a gate enforces.
package struct Gate: Sendable, Hashable {
  package var id: String
  package var level: DiagnosticLevel
  package var message: String
  package var path: String
  package var line: Int?

  /// Creates a gate's finding.
  package init(id: String, level: DiagnosticLevel, message: String, path: String, line: Int?) {
    self.id = id
    self.level = level
    self.message = message
    self.path = path
    self.line = line
  }
}

/// What the search did.
package struct SearchFigures: Sendable, Hashable {
  package var candidates = 0
  package var evaluated = 0
  package var pruned = 0
  package var priceUnknown = 0
  /// Groups of workloads whose joint search ended before the best choice found was proven to be the best.
  package var unprovenGroups = 0

  /// Creates empty figures.
  package init() {}

  /// Counts what another search did as well.
  mutating func add(_ other: SearchFigures) {
    candidates += other.candidates
    evaluated += other.evaluated
    pruned += other.pruned
    priceUnknown += other.priceUnknown
    unprovenGroups += other.unprovenGroups
  }
}

/// A credit of a provider, and how long it lasts at this plan's spending there.
package struct CreditFigures: Sendable, Hashable {
  package var provider: String
  package var amount: Money
  /// Months until it is used up or ends; labour is not paid by it.
  package var coversMonths: Double
  /// What it saves in all.
  package var saves: Money
}

/// How well the model reproduces the stated bill.
package struct BillComparison: Sendable, Hashable {
  package var stated: Money
  package var modelled: Money

  /// Creates a comparison of two monthly totals.
  package init(stated: Money, modelled: Money) {
    self.stated = stated
    self.modelled = modelled
  }
}

/// The whole answer to a spec.
package struct Plan: Sendable, Hashable {
  /// Whether the plan meets what the spec asks.
  package enum Verdict: String, Sendable, Hashable {
    case pass, fail, infeasible
  }

  package var specName: String
  package var specPath: String
  package var specSHA256: String
  /// The spec itself, so that a saved result can be compared with a later one; `nil` where it is not known.
  package var specText: String?
  package var catalogDate: String
  package var catalogSHA256: String
  package var currency: String
  package var month: Int
  /// Calendar month of month 0; `nil` where the spec states none.
  package var start: (year: Int, month: Int)?
  package var verdict: Verdict
  package var assumptions: [AssumedInput]
  /// Inputs the model reads in all: stated and assumed.
  package var inputCount: Int
  package var workloads: [WorkloadResult]
  /// Cost lines that no single workload owns.
  package var sharedLines: [CostLine]
  package var perMonth: Money
  package var perTransaction: Money?
  package var transactionName: String
  package var transactionsPerMonth: Double
  package var perCustomer: Money?
  /// Sorted by name.
  package var byCategory: [(String, Money)]
  /// Sorted by name; shared lines stand under `shared`.
  package var byModel: [(String, Money)]
  package var horizon: [HorizonPoint]
  package var breaks: [Breach]
  package var budgets: [SpendingBudget]
  package var gates: [Gate]
  /// Every limit of the spec held against the plan, met or not.
  package var limits: [LimitCheck]
  package var search: SearchFigures
  package var bill: BillComparison?
  /// Credits; they change what is paid, not what it costs.
  package var credits: [CreditFigures]
  /// What several workloads could share, and jobs for the quiet hours of services.
  package var pools: [PoolingFigures] = []
  package var fills: [FillFigures] = []
  /// Services packed on shared nodes, by region.
  package var packings: [PackingFigures] = []
  /// What ranges do to the plan; `nil` when every input is a single value.
  package var ranges: RangeFigures?
  /// Everything in the cloud, everything at the edge, and what was chosen; `nil` where nothing has the choice.
  package var split: SplitFigures?
  /// Revenue a month, for the gross margin; `nil` when not given.
  package var revenue: Money?
  /// What would make it more reliable, the best return first; empty when it was not asked for.
  package var gains: [ReliabilityGain] = []
  /// Version of the program that made a saved plan; `nil` for one just made.
  package var programVersion: String?
  /// Date of the oldest price used.
  package var oldestPrice: String

  /// Creates a plan with totals summed from its lines.
  package init(
    specName: String, specPath: String, specSHA256: String, catalogDate: String, catalogSHA256: String,
    currency: String, month: Int, assumptions: [AssumedInput], inputCount: Int, workloads: [WorkloadResult],
    sharedLines: [CostLine], transactionName: String, transactionsPerMonth: Double, oldestPrice: String
  ) {
    self.specName = specName
    self.specPath = specPath
    self.specSHA256 = specSHA256
    self.catalogDate = catalogDate
    self.catalogSHA256 = catalogSHA256
    self.currency = currency
    self.month = month
    self.assumptions = assumptions
    self.inputCount = inputCount
    self.workloads = workloads
    self.sharedLines = sharedLines
    self.transactionName = transactionName
    self.transactionsPerMonth = transactionsPerMonth
    self.oldestPrice = oldestPrice
    var categories: [String: Money] = [:]
    var models: [String: Money] = [:]
    var total = Money.zero
    for line in sharedLines {
      total = total + line.perMonth
      categories[line.category] = (categories[line.category] ?? .zero) + line.perMonth
      models["shared"] = (models["shared"] ?? .zero) + line.perMonth
    }
    for case let chosen? in workloads.map(\.chosen) {
      total = total + chosen.perMonth
      models[chosen.model.rawValue] = (models[chosen.model.rawValue] ?? .zero) + chosen.perMonth
      for line in chosen.lines {
        categories[line.category] = (categories[line.category] ?? .zero) + line.perMonth
      }
    }
    perMonth = total
    byCategory = categories.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    byModel = models.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    perTransaction = transactionsPerMonth > 0 ? Money(total.double / transactionsPerMonth) : nil
    perCustomer = nil
    horizon = []
    breaks = []
    budgets = []
    gates = []
    limits = []
    search = SearchFigures()
    bill = nil
    ranges = nil
    credits = []
    revenue = nil
    verdict =
      workloads.contains { $0.chosen == nil }
      ? .infeasible
      : workloads.contains { $0.slo.contains { $0.met == false } } ? .fail : .pass
  }

  /// Whether a workload has no placement only because prices are unknown.
  package var isPriceUnknown: Bool {
    workloads.contains { workload in
      workload.chosen == nil && !workload.alternatives.isEmpty
        && workload.alternatives.allSatisfy { $0.rejected?.constraint == "price-unknown" }
    }
  }

  package static func == (a: Plan, b: Plan) -> Bool {
    a.specSHA256 == b.specSHA256 && a.catalogSHA256 == b.catalogSHA256 && a.workloads == b.workloads
      && a.perMonth == b.perMonth && a.horizon == b.horizon
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(specSHA256)
    hasher.combine(perMonth)
  }
}
