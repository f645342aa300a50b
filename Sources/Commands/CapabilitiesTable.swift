/// How far a promise is kept.
enum CapabilityState: String, Sendable, CaseIterable {
  /// A spec states its inputs, the result shows it, and a test holds it to its rule.
  case done
  /// Some of it is computed, where the table says; the rest is missing.
  case partly
  case notYet = "not yet"
}

/// One promise: its row, what it is about, how far it is kept, and where the result stands.
struct Capability: Sendable {
  let row: String
  let title: String
  let state: CapabilityState
  /// A path of the JSON result, or a command; empty when there is nothing yet.
  let place: String
}

/// What planner promises, row by row; change a row with the commit that changes what it says.
enum Capabilities {
  private static func row(_ row: String, _ title: String, _ state: CapabilityState, _ place: String = "") -> Capability
  {
    Capability(row: row, title: title, state: state, place: place)
  }

  static var all: [Capability] { foundations + models + practice + operations + edge + platform }

  private static var foundations: [Capability] {
    [
      row("S1", "Budgets that bind: spend against a monthly cap", .done, "budgets, gates; planner check"),
      row("S2", "Delivery speed: deploys, team, share of time on operations", .done, "report: step 1 delivery, people"),
      row(
        "S3", "Load that cannot be foretold: capacity at peaks and variation", .done,
        "workloads.*.chosen.details.capacity_p99, capacity_burst; load, utilization"),
      row("S4", "Every component with an owner, an SLO and a cost line", .done, "report: step 1 ownership"),
      row(
        "S5", "How growth bends the cost of a placement over months", .done,
        "workloads.*.growth.ways, flips_in_month; report: charts.cost, flips"),
      row("S6", "What it is worth to be able to change one's mind", .done, "report: step 2 reversibility"),
      row(
        "S7", "Paying for the profile of the day instead of its peak", .done,
        "workloads.*.chosen.details.elastic_saving; report: step 2 elasticity"),
      row(
        "S8", "The right size: cheapest machine and count within the SLO", .done,
        "workloads.*.chosen.sites, utilization"),
      row("S9", "Autoscaling: late requests while new machines start", .partly, "planner model surge"),
      row(
        "S10", "Switching off what nobody uses at night", .done,
        "services.schedule; workloads.*.chosen.details.hours_off, off_hours_saving"),
      row("S11", "Few tools: what is covered twice, what not at all", .done, "report: step 1 tools"),
      row("S12", "Cost of a transaction, line by line", .done, "totals.per_transaction, workloads.*.chosen.cost"),
      row("S13", "Time to repair, against what the budget allows", .done, "report: step 1 delivery"),
      row("S14", "Lead time of a change, and its class", .done, "report: step 1 delivery"),
      row(
        "S15", "Which investment buys most SLO for a dollar", .done, "gains; report: step 3 next_nine"),
      row(
        "S16", "A page that justifies spend: saving, payback, loss avoided", .done,
        "report: summary, totals, steps.payback_months"),
    ]
  }

  private static var models: [Capability] {
    [
      row(
        "S17", "Grid: unlike machines pooled into effective slots", .done,
        "workloads.*.chosen.details.effective_slots"),
      row(
        "S18", "Grid: throughput, waiting, makespan of a lot", .done,
        "workloads.*.chosen.makespan, details.end_p90, wait_p90, throughput; planner model batch-wait"),
      row(
        "S19", "Grid: jobs that fail, saved work, waste", .done,
        "workloads.*.chosen.details.waste, checkpoint_interval, jobs_done; planner model checkpoint"),
      row("S20", "Grid: the labour of running it", .done, "workloads.*.chosen.cost.lines of category labour"),
      row(
        "S21", "Cloud: what is billed against what is used", .done,
        "workloads.*.chosen.details.billed_over_used; cost lines 'idle'"),
      row(
        "S22", "Cloud: containers packed on shared machines", .done,
        "packings.nodes, separate_machines, saving; form containers"),
      row(
        "S23", "Cloud: what a service mesh costs in money and time", .done,
        "mesh; workloads.*.chosen.details.mesh_cost, mesh_latency_p99"),
      row(
        "S24", "Cloud: batch, services or functions by duty cycle", .done,
        "workloads.*.break_evens B7 by rate and by duty cycle"),
      row(
        "S25", "When a grid is eligible, and why not when it is not", .done,
        "workloads.*.alternatives.rejected, deadline or the wait in a queue"),
      row("S26", "When a cloud is: the comparison that is always made", .done, "workloads.*.chosen, alternatives"),
      row(
        "S27", "When the edge is: machines a site, and its limit", .done, "workloads.*.chosen.sites, rejected site-cap"),
      row(
        "S28", "When accelerators are: memory, batch, cost a token", .done,
        "workloads.*.chosen.serving; planner model gpu-serving"),
      row(
        "S29", "All four side by side, now and at the horizon", .done,
        "workloads.*.growth; report: four_models, charts.cost"),
      row("S30", "Availability, latency and loss when parts fail", .done, "report: step 3 scenarios"),
      row("S31", "How much traffic one failure takes away", .done, "report: step 3 blast_radius"),
      row(
        "S32", "Retries: load added, success gained, storms", .done,
        "workloads.*.chosen.details.retry_load, retry_success, retry_storm; planner model retries"),
      row("S33", "What logs, metrics and traces weigh and cost", .done, "report: step 1 telemetry"),
      row("S34", "What telemetry saves in time to repair", .done, "report: step 1 repair"),
      row(
        "S35", "Gated rollouts: chance to see a fault before all do", .done,
        "slo.budget.uses of operations.canary; report: step 1 canary"),
      row("S36", "Review of a spec: what a change costs and breaks", .done, "diff: causes, limits; check --against"),
      row("S37", "Owners and runbooks for every layer", .done, "report: step 1 ownership"),
      row(
        "S38", "Movement of data: its price, and where it may not go", .partly, "report: step 4 flows; place.residency"),
      row(
        "S39", "The cheapest feasible placement, proven", .done,
        "search.proven; evaluate --exhaustive; report: charts.choices"),
      row("S40", "Edge or cache where perceived latency needs it", .done, "workloads.*.chosen, break_evens B1b"),
      row(
        "S41", "Training and batch where accelerators are cheap", .done,
        "workloads.*.why, cost lines 'traffic'; training.dataset.at"),
      row(
        "S42", "Private line or internet between sites", .done,
        "workloads.*.break_evens B9; planner model breakeven rule=B9"),
      row("S43", "One runtime on every tier: builds per architecture", .partly, "workloads.*.chosen.details.processor"),
      row("S44", "Training apart from serving, or together", .done, "workloads.*.why of a training"),
      row(
        "S45", "Models as versions that can be rolled back", .done,
        "workloads.*.chosen.details.rollback, rollback_resident, canary"),
      row(
        "S46", "What a millisecond saved at the edge costs", .done,
        "split.workloads.*.per_millisecond, edge_per_customer"),
      row(
        "S47", "Central training: cheaper hours against traffic", .done,
        "workloads.*.why of a training with dataset.at"),
    ]
  }

  private static var practice: [Capability] {
    [
      row(
        "S48", "Trade-offs in numbers: cost, latency, availability", .partly,
        "report: charts.choices; workloads.*.alternatives"),
      row("S49", "Which inputs move the result most", .done, "report: risks, measure_first; ranges.drivers"),
      row(
        "S50", "Spot for work that may be interrupted", .done,
        "form spot-pool, details.end_p95, interruption_loss; break_evens B5; planner model spot"),
      row(
        "S51", "A second region: when it pays", .done, "report: step 4 second_region; planner model breakeven rule=B2"),
      row("S52", "What the next nine costs", .done, "report: step 3 next_nine"),
      row(
        "S53", "Error budgets in time, requests and money, and alerts", .done,
        "workloads.*.slo.budget; report: step 1 alerts; planner model budget"),
      row("S54", "SLO gains ranked by what they return", .done, "gains: return_ratio, funded"),
      row("S55", "Redundancy that no user would miss", .done, "report: step 3 retire"),
      row("S56", "Few services, well watched", .done, "report: capacity"),
      row("S57", "When a platform team pays", .done, "report: capacity; planner model breakeven rule=B12"),
      row(
        "S58", "Layers of caches: hits, misses and their latency", .done,
        "calls.cached; workloads.*.chosen.details.*_edge_hits, *_regional_hits; planner model cache"),
      row(
        "S59", "Storage classes by age and access", .done,
        "workloads.*.chosen.details.class, class_turns_at, class_saves"),
      row("S60", "Contracts on data that crosses teams", .done, "report: step 1 contracts"),
      row(
        "S61", "Reproducible learning: data, settings, environment", .done,
        "report: step 6 reproducibility; workloads.*.chosen.details.reproducible"),
      row(
        "S62", "Retraining: how often, and its price", .done,
        "workloads.*.break_evens B13; cost lines of new versions"),
      row(
        "S63", "Drift: how late it is seen, false alarms", .done,
        "workloads.*.chosen.details.drift_delay, false_alarms_per_month"),
      row("S64", "Step 1: a baseline that is measured", .done, "report: step 1"),
      row("S65", "Step 2: cost and sizes", .done, "report: step 2"),
      row("S66", "Step 3: hardening", .done, "report: step 3"),
      row("S67", "Step 4: regions", .done, "report: step 4; workloads.*.chosen.sites, rto, rpo"),
      row("S68", "Step 5: edge and caches", .partly, "report: step 5"),
      row("S69", "Step 6: AI in operation", .done, "report: step 6 operation, readiness, serving"),
      row("S70", "A roadmap in order, fitted to the stage", .done, "report: execution_order, avoid"),
    ]
  }

  private static var operations: [Capability] {
    [
      row(
        "S71", "Managed services: the burden they take", .done,
        "workloads.*.break_evens B3; cost lines of category labour"),
      row(
        "S72", "Running it oneself: from how many units on", .done,
        "workloads.*.break_evens B3, with the people an on-call rota needs"),
      row("S73", "Skills that are missing, and their price", .done, "report: step 1 skills"),
      row(
        "S74", "Drills: what an untested failover is worth", .done,
        "workloads.*.chosen.details.failover_coverage; cost lines 'failover drills'"),
      row("S75", "A second region only for a named reason", .done, "report: step 4 predicates"),
      row(
        "S76", "Replicas: traffic, write latency, loss", .done,
        "cost lines 'replication'; workloads.*.chosen.details.replication, quorum; rpo"),
      row(
        "S77", "One home for every entity; how stale copies are", .done,
        "workloads.*.chosen.details.writer, staleness_p99"),
      row("S78", "Stale reads of a cache", .done, "workloads.*.chosen.details.*_stale, *_ttl"),
      row("S79", "Conflicting writes a day", .done, "workloads.*.chosen.details.conflicts_per_day"),
      row(
        "S80", "Critical writes: latency of a quorum", .done, "workloads.*.chosen.details.quorum; latency"),
      row(
        "S81", "Serving in batches on accelerators", .done,
        "workloads.*.chosen.serving.batch; planner model gpu-batch"),
      row("S82", "Online and batch inference on one pool", .partly, "workloads.*.break_evens B10"),
      row(
        "S83", "Models and devices rolled out as releases", .partly,
        "workloads.*.chosen.details.canary, rollback, patch_95"),
      row("S84", "The plain central plan beside every other", .done, "report: totals"),
      row(
        "S85", "Distance, queue or work: what a request waits for", .done,
        "report: step 1 bottleneck; workloads.*.chosen.latency.hops"),
      row("S86", "Deadlines that must never be missed", .done, "slo.latency.hard; slo.budget.uses"),
      row(
        "S87", "Kinds of edge: phones, sensors, gateways", .done,
        "devices.*.hardware.name; workloads.*.chosen.details.tier"),
      row("S88", "Latency, security and cost in one view", .done, "report: axes"),
    ]
  }

  private static var edge: [Capability] {
    [
      row("S89", "Route planning in the vehicle", .done, "examples/vehicle.yaml; split.workloads.routes"),
      row("S90", "Analytics in real time at the sensor", .done, "split.workloads.*.late_share, needs_edge"),
      row("S91", "Filtering frames where they are made", .done, "workloads.*.chosen.details.passes"),
      row(
        "S92", "Thousands of cameras: uplink, ingest, storage", .done,
        "workloads.*.chosen.details.bytes_sent, break_evens B1"),
      row(
        "S93", "Data that must stay in a country, and its price", .done, "report: step 4 sovereignty; place.residency"),
      row("S94", "The best split between edge and cloud", .done, "split.chosen, all_cloud, all_edge"),
      row("S95", "Hub and spoke: its cost and its single point", .done, "workloads.*.chosen.availability"),
      row("S96", "How far the hub may be away", .done, "workloads.*.break_evens B1b"),
      row("S97", "A mesh without internet: how much hangs together", .done, "workloads.*.chosen.details.mesh_degree"),
      row("S98", "A mesh: the labour it takes", .done, "workloads.*.chosen.cost.lines"),
      row(
        "S99", "A fog layer between edge and cloud", .done,
        "workloads.*.break_evens B1c; workloads.*.chosen.details.bytes_sent"),
      row(
        "S100", "Braking, traffic, learning: a tier for each deadline", .done,
        "workloads.*.chosen.form; split.workloads.*.needs_edge"),
      row(
        "S101", "Devices fail: battery, link, crash", .done,
        "workloads.*.chosen.details.uptime, battery_life, battery_duty; availability"),
      row("S102", "What works without a link", .done, "workloads.*.chosen.own_availability"),
      row("S103", "Offline first: buffer, drain, loss", .done, "workloads.*.chosen.details.buffer, drain, loss"),
      row("S104", "Exposure: sensitive bytes times public hops", .done, "workloads.*.chosen.details.exposure"),
      row(
        "S105", "Devices that a stranger can touch", .done,
        "workloads.*.chosen.details.compromise_loss, hardening_cost; break_evens S105"),
      row("S106", "Certificates and reconnect storms of a fleet", .done, "workloads.*.chosen.details.reconnect_storm"),
      row(
        "S107", "Encryption from edge to cloud: round trips and CPU", .done,
        "workloads.*.chosen.details.handshakes, handshake_bytes, handshake_time"),
      row(
        "S108", "Patching thousands: time and traffic", .done,
        "workloads.*.chosen.details.patch_95, patch_99, push_reach, update_traffic"),
      row("S109", "Bandwidth saved against hardware bought", .done, "workloads.*.break_evens B1, cost.lines"),
      row(
        "S110", "Cash and depreciation of hardware", .done,
        "workloads.*.chosen.details.hardware_cash, hardware_per_month; report: cash"),
      row(
        "S111", "Work moved to the client", .done,
        "workloads.*.chosen.details.cores_saved, slow_device_p99, energy_per_event"),
      row("S112", "Rugged hardware and visits to it", .done, "workloads.*.break_evens S112; planner model edge-node"),
      row("S113", "Kubernetes on small devices", .done, "workloads.*.chosen.details.runtime, rejected memory"),
      row("S114", "Small distributions of it: which fits", .done, "workloads.*.chosen.details.runtime"),
      row(
        "S115", "An edge framework: hours saved", .done,
        "workloads.*.chosen.details.edgex, framework_build, framework_adopt"),
      row("S116", "Functions at the edge: fit and price", .done, "workloads.*.chosen, rejected cpu, memory, body"),
      row("S117", "Images at the edge against the origin", .done, "workloads.*.break_evens S117"),
    ]
  }

  private static var platform: [Capability] {
    [
      row("S118", "Moving in phases: traffic, double running, risk", .done, "report: phases of steps 2 and 4"),
      row("S119", "Slow calls: database or network", .done, "report: step 1 bottleneck"),
      row("S120", "Moving only what a deadline demands", .done, "split.workloads.*.needs_edge"),
      row("S121", "An asynchronous pipeline: brokers and lag", .done, "workloads.*.chosen.details.lag_p99, drain"),
      row(
        "S122", "A prototype on a managed edge service", .done,
        "workloads.*.chosen.details.prototype, pilot_hardware"),
      row("S123", "A pilot: what ten devices prove", .done, "report: step 5 pilot"),
      row("S124", "Faster, cheaper, safer: signed differences", .done, "report: step 5 edge_claims"),
      row("S125", "What a lean team can carry", .done, "report: capacity"),
      row("S126", "The month in which pilot capacity is used up", .done, "report: growth; breaks"),
      row("S127", "Infrastructure ready for models, or not", .done, "report: step 6 ready"),
      row("S128", "Hardware whose life is short", .done, "report: step 6 write_off"),
      row(
        "S129", "Moving between accelerators", .partly,
        "workloads.*.alternatives, one for each accelerator; why: ties"),
      row("S130", "Shared assets against one a project", .done, "pools.three_years, silos and pool"),
      row(
        "S131", "Silos against a pool", .done,
        "pools.silo_servers, pool_servers; planner model staffing, breakeven rule=B10"),
      row("S132", "A shared platform: quotas and neighbours", .done, "pools.members.quota, margin"),
      row(
        "S133", "Storage for training and for serving", .done,
        "workloads.*.chosen.details.read_rate, storage_stall; cost lines of data sets, versions"),
      row("S134", "Lineage and access of data and models", .done, "report: step 6 lineage"),
      row("S135", "What missing lineage costs later", .done, "report: step 6 lineage"),
      row("S136", "Inference as a product: what is missing", .done, "report: step 6 product"),
      row("S137", "Experiments a week", .done, "report: step 6 experiments"),
      row("S138", "New capability without a rewrite", .done, "report: step 2 reversibility"),
      row("S139", "The latest date to decide", .done, "report: steps.latest_start; breaks"),
    ]
  }
}
