import Foundations
import Planning
import Spec

/// Step 6: models in service and in training, on GPUs or behind an API.
struct AIStep {
  let context: RoadmapContext

  /// Workloads with a model: answering, or being trained.
  private var models: [WorkloadProblem] {
    context.problem.workloads.filter { PlanLevel.introducing(kind: $0.kindName) == .ai }
  }

  func step() -> RoadmapStep {
    let difference = PlanDifference(context: context, level: .ai)
    let changes = difference.changes
    var step = context.step(.ai, actions: difference.actions, reason: "")
    if changes.contains(where: { $0.after.model == .gpu && $0.after.form.rawValue != "model-api" }) {
      step.leadMonths += context.effort.quotaWait
    }
    let joined = changes.filter { $0.before == nil }.map(\.name)
    for name in joined {
      step.triggers.append(
        StepTrigger(
          kind: "workload", subject: name, quantity: "needs a model", value: nil, limit: nil, unit: "", month: 0,
          sentence: "\(name) is \(context.workload(name)?.kindName ?? "") and is not there yet"))
    }
    if models.isEmpty {
      step.state = .notNeeded
      step.reason = "no workload is an inference or a training; the step is computed as soon as one is stated"
    } else if !joined.isEmpty {
      context.due(&step, month: 0)
      let share = step.after > .zero ? step.change.double / step.after.double : 0
      step.reason = "\(PlacementWords.list(joined)) adds \(step.change) a month, \(share, "share") of the spend"
    } else if step.change < .zero, let payback = step.paybackMonths {
      if payback <= context.effort.paybackLimit {
        context.due(&step, month: 0)
        step.reason = "saves \(-step.change) a month; \(step.oneOff) of labour is back after \(payback, "months")"
      } else {
        step.state = .doesNotPay
        step.reason =
          "would save \(-step.change) a month for \(step.oneOff) of labour: \(payback, "months") to pay back"
      }
    } else {
      step.state = changes.isEmpty ? .done : .notNeeded
      step.reason = "the models run where they are cheapest already"
    }
    let governance = ModelGovernance(context: context)
    if step.state.isDue, !governance.blockers.isEmpty {
      step.dependsOn = [.baseline]
      step.exits.append(
        ExitCriterion(
          sentence: "what blocks a model in production is there: \(PlacementWords.list(governance.blockers))",
          test: context.checkLine))
    }
    step.sections = [
      serving, operation, readiness, governance.readiness, governance.product, governance.lineage,
      governance.reproducibility,
      governance.experiments, governance.hardware, BreakEvenTable(context: context).section(["B6", "B13"]),
    ].filter { !$0.isEmpty }
    step.exits += context.exits(models.map(\.name)) { _ in true }
    if step.state.isDue {
      step.exits.append(
        ExitCriterion(
          sentence: "the model before is back in service within the time to mend that the objectives leave, tried once",
          test: context.checkLine))
    }
    step.risk = "figures of GPUs carry ±20 % to ±50 %: measure the model on one machine before committing to any"
    step.blastRadius = context.blastRadius(models.map(\.name))
    step.reversibility = "by keeping the model before beside the new one, and an API as a second way"
    return step
  }

  private var serving: ReportSection {
    guard !models.isEmpty else { return ReportSection("serving", "") }
    var section = ReportSection(
      "serving", "Serving and training",
      columns: [
        .init("workload", "Workload"), .init("runs", "Runs as"),
        .init("per_month", "\(context.currency)/month", isNumber: true),
        .init("p99", "p99", isNumber: true), .init("busy", "Busy", isNumber: true), .init("instead", "Next best"),
      ])
    for model in models {
      guard let result = context.whole.workloads.first(where: { $0.name == model.name }) else { continue }
      let other = result.alternatives.first { $0.rejected?.constraint == "cost" }
      var instead: ReportValue = .text("none")
      if let other {
        instead = .sentence("\(PlacementWords.text(other)), \(other.rejected?.extraPerMonth ?? .zero) a month more")
      } else if let other = result.alternatives.first, let rejected = other.rejected {
        instead = .text("\(other.form.rawValue) is ruled out: \(rejected.constraint)")
      }
      section.add(
        .text(model.name), .text(result.chosen.map(PlacementWords.text) ?? "no placement"),
        result.chosen.map { .money($0.perMonth) } ?? .unknown("no placement"),
        (result.chosen?.latency?.total.p99).map { .number($0, unit: "s") } ?? .unknown("not computed"),
        (result.chosen?.utilization).map { .number($0, unit: "share") } ?? .unknown("not sized"), instead)
    }
    return section
  }

  /// Figures of models in operation: how late a drop is seen, what a new version is tried on, how to go back.
  private static let operating: [(name: String, title: String)] = [
    ("drift_delay", "a drop of quality is seen after"), ("false_alarms_per_month", "false alarms a month"),
    ("canary_share", "requests that try a new version"), ("canary", "for"),
    ("canary_drop", "smallest drop that shows"), ("rollback", "back to the version before after"),
    ("rollback_budget", "error budget that takes"), ("cache_wrong", "wrong answers of the cache"),
    ("storage_stall", "accelerators wait for storage"), ("reproducible", "of a run can be repeated"),
  ]

  private var operation: ReportSection {
    var section = ReportSection(
      "operation", "Models in operation",
      columns: [
        .init("workload", "Workload"), .init("figure", "Figure"), .init("value", "Value", isNumber: true),
      ])
    for model in models {
      guard let chosen = context.whole.workloads.first(where: { $0.name == model.name })?.chosen else { continue }
      for (name, title) in AIStep.operating {
        guard let detail = chosen.details.first(where: { $0.name == name }), let value = detail.value else { continue }
        let unit = detail.unit == "ratio" ? "share" : detail.unit
        section.add(.text(model.name), .text(title), .number(value, unit: unit))
      }
    }
    return section
  }

  /// The training of the spec that makes what a workload serves, where it says which data it reads.
  private func origin(_ inference: Workload.Inference, _ name: String) -> String? {
    let served = context.whole.workloads.first { $0.name == name }?.chosen?.serving?.model
    for workload in context.spec.workloads {
      guard case .other(.training(let training)) = workload.kind, training.dataset != nil else { continue }
      let names = [training.model?.name, workload.name].compactMap(\.self)
      if names.contains(where: { $0 == inference.model.name || $0 == served }) {
        return "from the data set by way of \(workload.name)"
      }
    }
    return nil
  }

  /// What a model in service needs besides machines, and whether the spec says it is there.
  private var readiness: ReportSection {
    var section = ReportSection(
      "readiness", "What a model in service needs",
      columns: [.init("workload", "Workload"), .init("feature", "Feature"), .init("state", "State")])
    for workload in context.spec.workloads {
      guard case .other(.inference(let inference)) = workload.kind else { continue }
      let name = workload.name
      func row(_ feature: String, _ state: String?) {
        section.add(.text(name), .text(feature), state.map { .text($0) } ?? .unknown("not stated"))
      }
      row("latency objective", workload.slo.objectives.isEmpty ? nil : "stated")
      row("answers from a cache", inference.cacheHits.map { "\(Int(($0.mid * 100).rounded())) % of requests" })
      row("a second way", inference.api.map { "API \($0.name ?? "stated")" })
      row("check for drift", inference.driftCheck.map { "each \(RoadmapTime.text($0.mid))" })
      row("training again", inference.retrain.map { "each \(RoadmapTime.text($0.mid))" })
      row("least quality", inference.minimumQuality.map { "\(Int(($0.mid * 100).rounded())) %" })
      let lineage = context.problem.workloads.contains { problem in
        if case .store(let store) = problem.kind { return store.storeClass == .lineage }
        return false
      }
      row("lineage from data to model", lineage ? "a store of class lineage" : origin(inference, name))
    }
    return section
  }
}
