import Catalog
import Formulas
import Foundations
import Spec

/// Training runs in numbers.
extension ProblemBuilder {
  /// The numbers of a training workload; `nil` with a diagnostic when the work is not stated.
  mutating func training(_ stated: Workload.Training, _ workload: Workload, _ point: InputPoint) -> TrainingProblem? {
    let path = workload.path
    let model = stated.model
    var parameters = model?.parameters.map(point.value)
    if parameters == nil, let name = model?.name {
      guard let known = NeuralModel.named(name) else {
        unknownModel(name, model?.nameSpan ?? workload.nameSpan, "\(path).model")
        return nil
      }
      parameters = known.activeParameters
    }
    let work: TrainingProblem.Work
    if let measured = stated.measured {
      guard let gpu = measured.hardware.flatMap({ catalog.gpu($0) }), let gpus = measured.gpus,
        let hours = measured.hours
      else {
        addDiagnostic(
          Diagnostic(
            .error, code: "model/measured", "a measured run needs a known 'gpu', 'gpus' and 'hours'",
            at: measured.span, path: measured.path, help: "such as {gpu: H100, gpus: 8, hours: 40}"))
        return nil
      }
      work = .measured(gpu: AcceleratorFigures(gpu), gpus: Double(gpus), hours: point.value(hours))
    } else if let flops = stated.flops {
      work = .operations(point.value(flops))
    } else if let parameters {
      let tokens = stated.tokens.map(point.value) ?? 20 * parameters
      if stated.tokens == nil {
        note("\(path).tokens", JSON.text(of: tokens), "tokens", "20 a parameter (Chinchilla)")
      }
      work = .tokens(tokens)
    } else {
      addDiagnostic(
        Diagnostic(
          .error, code: "model/training", "'\(workload.name)' does not say how much work a run is",
          at: workload.nameSpan, path: path,
          help: "add 'model: {parameters: 8e9}' with 'tokens', or 'flops', or 'measured'"))
      return nil
    }
    if parameters == nil {
      note("\(path).model.parameters", "1e9", "", "for memory and checkpoints")
    }
    let size = parameters ?? 1e9
    var format = NumberFormat.bf16
    if let word = model?.precision {
      guard let known = NumberFormat.named(word), [.bf16, .fp8].contains(known) else {
        addDiagnostic(
          Diagnostic(
            .error, code: "model/precision", "training in '\(word)' has no model", at: model?.nameSpan,
            path: "\(path).model.precision", help: "write bf16 or fp8"))
        return nil
      }
      format = known
    }
    note("model.labour.gpu", "12 + 0.5 a machine", "h/month", "running a pool of accelerators")
    note("model.training.checkpoint_rate", "2 a machine, 4 in all", "GB/s", "to the storage of checkpoints")
    note(
      "model.training.spot", "45 % for 1.5 h", "", "interruptible machines of eight: obtainable, then lost all at once")
    return TrainingProblem(
      name: model?.name ?? workload.name, parameters: size, work: work, format: format,
      runsPerMonth: runsPerMonth(stated, path, point),
      experiments: max(1, number(stated.experiments, "\(path).experiments", 1, "runs for one that counts", point)),
      programmeFactor: programmeFactor(stated, path, point),
      datasetBytes: number(stated.dataset, "\(path).dataset", 0, "bytes of data kept", point),
      datasetRegion: region(stated, workload),
      datasetChanges: stated.datasetAt == nil && stated.captures == nil
        ? 0 : number(stated.datasetChanges, "\(path).dataset.changes", 0.1, "of the data set is new in each run", point),
      captures: stated.captures.map { Set($0.compactMap { TrainingProblem.Captured(rawValue: $0) }) },
      checkpointBytes: number(
        stated.checkpoint, "\(path).checkpoint", 14 * size, "bytes: 14 a parameter, with master copy and moments", point
      ),
      deadlineSeconds: workload.slo.objectives.first { $0.name == "deadline" }?.target.mid)
  }

  private mutating func runsPerMonth(_ stated: Workload.Training, _ path: String, _ point: InputPoint) -> Double {
    guard let every = stated.every.map(point.value), every > 0 else {
      note("\(path).every", "1", "month", "a run a month")
      return 1
    }
    return 2_628_000 / every
  }

  /// The region in which the data lie; a place outside the clouds sends them in for nothing.
  private mutating func region(_ stated: Workload.Training, _ workload: Workload) -> String? {
    guard let place = stated.datasetAt else { return nil }
    if case .region(let id) = PlacePoint(place), catalog.region(id) != nil { return id }
    note("\(workload.path).dataset.at", "no region", "", "traffic into a cloud is free; the uplink is not priced")
    return nil
  }

  private mutating func programmeFactor(_ stated: Workload.Training, _ path: String, _ point: InputPoint) -> Double {
    if let factor = stated.programme { return max(1, point.value(factor)) }
    note("\(path).programme", "1.25", "x", "restarts and evaluation over the plain run (1.25 to 2.5)")
    return 1.25
  }

  private mutating func number(
    _ amount: Amount?, _ path: String, _ standard: Double, _ why: String, _ point: InputPoint
  ) -> Double {
    if let amount { return point.value(amount) }
    note(path, JSON.text(of: standard), "", why)
    return standard
  }
}
