import Formulas
import Foundations

/// Batch queues, checkpoints, interruptible capacity.
enum GridModels {
  static var all: [Calculator] { [batchWait, checkpoint, spot] }

  private static var batchWait: Calculator {
    Calculator(
      name: "batch-wait", summary: "wait of jobs of mixed width in a batch queue",
      formula: "interpolated between replays; no formula is known",
      source: "replay of the public Lublin model trace, 256 nodes, 10,000 jobs, exact run times",
      domain: "load up to 0.95 (easy) or 0.65 (fcfs); beyond it the waits only say that the queue is saturated",
      error: "exact at the replayed loads for this trace; quantiles, never a predicted start", example: "load=0.8",
      parameters: [
        .needs("load", .count, .atLeastZero, "offered node-hours over available ones"),
        .choice("policy", BatchWait.Policy.allCases.map(\.rawValue), standard: "easy", "how jobs are started"),
      ],
      outputs: [
        .init("mean", "s", "mean wait"), .init("p50", "s", "median"), .init("p90", "s", "percentile"),
        .init("p99", "s", "percentile"), .init("saturated", "", "whether the load is more than the policy carries"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      let policy = BatchWait.Policy(rawValue: values.text("policy") ?? "") ?? .easy
      guard let wait = BatchWait(load: values.number("load"), policy: policy) else {
        throw Calculator.Refusal("load must be 0 or more")
      }
      return [
        ("mean", .number(wait.mean)), ("p50", .number(wait.p50)), ("p90", .number(wait.p90)),
        ("p99", .number(wait.p99)), ("saturated", .bool(wait.isSaturated)),
      ]
    }
  }

  private static let finishes = [("p50", 0.5), ("p90", 0.9), ("p95", 0.95), ("p99", 0.99)]

  private static var checkpoint: Calculator {
    Calculator(
      name: "checkpoint", summary: "how often to save a long run, and what failures cost it",
      formula: "young √(2δM); daly √(2δM)[1 + ⅓√(δ/2M) + δ/18M] − δ; "
        + "expected M·e^(R/M)·(e^((τ+δ)/M) − 1)·work/τ; waste √(2δ/M) + R/M",
      source: "Young 1974; Daly 2006; exact optimum by Lambert's W", domain: "exponential failures; mtbf > 0",
      error: "exact; quantiles of the run time 0.4 %", example: "work=100h mtbf=24h checkpoint=5min restart=10min",
      parameters: [
        .needs("work", .time, .positive, "time the run needs without failures"),
        .needs("mtbf", .time, .positive, "mean time between failures"),
        .needs("checkpoint", .time, .positive, "time to write a checkpoint"),
        .may("restart", .time, .atLeastZero, standard: "0", "time to start again"),
        .may("interval", .time, .positive, "work between checkpoints; the exact optimum when left out"),
      ],
      outputs: [
        .init("young", "s", "Young's interval"), .init("daly", "s", "Daly's interval"),
        .init("optimum", "s", "exact optimum"), .init("interval_used", "s", "interval of the figures below"),
        .init("expected_time", "s", "mean time to finish, restarts may fail too"),
        .init("waste", "", "share of time lost, first order at Young's interval"),
      ] + finishes.map { .init("finish_\($0.0)", "s", "percentile of the time to finish, restarts do not fail") }
    ) { (values) throws(Calculator.Refusal) in
      let (work, mtbf) = (values.number("work"), values.number("mtbf"))
      let (cost, restart) = (values.number("checkpoint"), values.number("restart"))
      let optimum = Checkpoint.optimum(cost: cost, mtbf: mtbf)
      let interval = values.optional("interval") ?? optimum
      let time = Checkpoint.expectedTime(work: work, interval: interval, cost: cost, mtbf: mtbf, restart: restart)
      guard time.isFinite else { throw Calculator.Refusal("failures come so fast that the run never finishes") }
      let rows: Calculator.Results = [
        ("young", .number(Checkpoint.young(cost: cost, mtbf: mtbf))),
        ("daly", .number(Checkpoint.daly(cost: cost, mtbf: mtbf))), ("optimum", .number(optimum)),
        ("interval_used", .number(interval)), ("expected_time", .number(time)),
        ("waste", .number(Checkpoint.waste(cost: cost, mtbf: mtbf, restart: restart))),
      ]
      return rows
        + finishes.map { name, p in
          let finish = Checkpoint.makespan(
            quantile: p, segments: work / interval, interval: interval, cost: cost, mtbf: mtbf, restart: restart)
          return ("finish_\(name)", .number(finish))
        }
    }
  }

  private static var spot: Calculator {
    Calculator(
      name: "spot", summary: "what interruptions of spot capacity cost a run",
      formula: "mtbi −730 h/ln(1−p); waste √(2δ/mtbi) + R/mtbi; without checkpoints (e^(w/M) − 1)(M + R)",
      source: "exponential interruptions; Daly 2006", domain: "0 ≤ interruption < 1",
      error: "expected time exact for the model; waste first order",
      example: "interruption=10% work=1000h checkpoint=1min restart=3min",
      parameters: [
        .needs("interruption", .ratio, .ratio, "share of instances interrupted in a month"),
        .needs("work", .time, .positive, "time the run needs without interruptions"),
        .may("checkpoint", .time, .atLeastZero, "time to write a checkpoint; none are written when left out"),
        .may("restart", .time, .atLeastZero, standard: "0", "time to start again"),
      ],
      outputs: [
        .init("mtbi", "s", "mean time between interruptions"), .init("expected_time", "s", "mean time to finish"),
        .init("waste", "", "share of paid time that is lost"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      let (share, work, restart) = (values.number("interruption"), values.number("work"), values.number("restart"))
      let checkpoint = values.optional("checkpoint")
      let mtbi = Spot.meanTimeBetween(interruptionPerMonth: share)
      let time = Spot.expectedTime(work: work, interruptionPerMonth: share, checkpoint: checkpoint, restart: restart)
      guard mtbi > 0, time.isFinite else {
        throw Calculator.Refusal("interruptions come so fast that the run never finishes; write checkpoints")
      }
      let waste =
        checkpoint.map { Spot.waste(interruptionPerMonth: share, checkpoint: $0, restart: restart) } ?? 1 - work / time
      var rows: Calculator.Results = [
        ("mtbi", .number(mtbi)), ("expected_time", .number(time)), ("waste", .number(waste)),
      ]
      if !mtbi.isFinite { rows.append(("reason", .string("never interrupted: no time between interruptions"))) }
      return rows
    }
  }
}
