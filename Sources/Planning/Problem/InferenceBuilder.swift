import Catalog
import Formulas
import Foundations
import Spec

/// Served models in numbers.
extension ProblemBuilder {
  /// The numbers of an inference workload; `nil` with a diagnostic when they do not say what answers.
  mutating func inference(
    _ stated: Workload.Inference, _ workload: Workload, _ growth: Double, _ month: Double, _ point: InputPoint
  ) -> InferenceProblem? {
    let path = workload.path
    guard let demand = demand(stated.demand, workload, growth, month, point) else { return nil }
    let tokens = tokens(stated, workload, point)
    var models: [ServedModel] = []
    if hasModel(stated.model) || !stated.measured.isEmpty {
      guard let model = servedModel(stated.model, stated.measured, tokens, workload, point) else { return nil }
      models.append(model)
    }
    for candidate in stated.candidates {
      guard let name = candidate.model else { continue }
      let plain = stated.model.named(name, span: candidate.span, path: candidate.path)
      guard var model = servedModel(plain, [], tokens, workload, point) else { return nil }
      model.quality = candidate.quality.map(point.value)
      if let index = models.firstIndex(where: { $0.name == model.name }) {
        models[index].quality = model.quality
      } else {
        models.append(model)
      }
    }
    let api = stated.api.map { self.api($0, stated, tokens, workload, point) }
    guard !models.isEmpty || api != nil else {
      addDiagnostic(
        Diagnostic(
          .error, code: "model/missing", "'\(workload.name)' does not say what answers", at: workload.nameSpan,
          path: "\(path).model", help: "add 'model: {name: Llama-3.1-8B}' or an 'api'"))
      return nil
    }
    let hits = stated.cacheHits.map(point.value) ?? 0
    let cache = hits > 0 ? answerCache(stated, tokens, workload, point) : nil
    let beside = besides(stated.work, workload, point)
    note("model.labour.gpu", "12 + 0.5 a machine", "h/month", "running a pool of accelerators")
    note("model.gpu.busiest", "85", "%", "of what a copy carries, in the busy hour")
    let bytes = bytes(stated, models, tokens, workload, point)
    return InferenceProblem(
      ownRate: demand.rate, peakFactor: demand.peak, cacheHits: min(hits, 0.999), cache: cache, models: models,
      api: api,
      minimumQuality: stated.minimumQuality.map(point.value), requestBytes: bytes.request,
      responseBytes: bytes.response, logBytes: bytes.log, besideSeconds: beside,
      driftCheckSeconds: stated.driftCheck.map(point.value), retrainSeconds: stated.retrain.map(point.value))
  }

  /// The cache that answers before the model, with its assumptions.
  private mutating func answerCache(
    _ stated: Workload.Inference, _ tokens: (input: Double, prefix: Double, output: Double), _ workload: Workload,
    _ point: InputPoint
  ) -> AnswerCache {
    let path = "\(workload.path).cache"
    let isSemantic = stated.cacheKind != "exact"
    if stated.cacheKind == nil { note("\(path).kind", "semantic", "", "answers are found by meaning") }
    if stated.cacheRetention == nil { note("\(path).retention", "7", "days", "an answer is kept") }
    let cache = AnswerCache(
      isSemantic: isSemantic, retentionSeconds: stated.cacheRetention.map(point.value) ?? 7 * 86_400,
      entryBytes: 4 * (tokens.input - tokens.prefix + tokens.output) + (isSemantic ? AnswerCache.vectorBytes : 0))
    note(
      "\(path).time", isSemantic ? "10" : "1", "ms",
      isSemantic ? "to embed and to look up each request (5 to 15 ms)" : "to look up each request")
    return cache
  }

  /// Bytes of a request and its answer on the wire, and of its entry in the log.
  private mutating func bytes(
    _ stated: Workload.Inference, _ models: [ServedModel], _ tokens: (input: Double, prefix: Double, output: Double),
    _ workload: Workload, _ point: InputPoint
  ) -> (request: Double, response: Double, log: Double) {
    let request = stated.work.request.map(point.value)
    let response = stated.work.response.map(point.value)
    if models.contains(where: \.isLanguage) || stated.api != nil {
      if request == nil || response == nil {
        note("\(workload.path).work.bytes", "4", "B a token", "text on the wire and in the log")
      }
      let (read, written) = (4 * tokens.input, 4 * tokens.output)
      return (request ?? read, response ?? written, read + written)
    }
    var item = stated.model.bytes.map(point.value) ?? 0
    if item == 0, case .operations(_, let bytes)? = models.first?.work { item = bytes }
    if item == 0 { item = 100_000 }
    if request == nil { note("\(workload.path).work.request", JSON.text(of: item), "B", "input of one item") }
    if response == nil { note("\(workload.path).work.response", "2", "KB", "of an answer") }
    note("\(workload.path).log", "500", "B", "kept of each request for a month, without its input")
    return (request ?? item, response ?? 2000, 500)
  }

  private func hasModel(_ model: Workload.Model) -> Bool {
    model.name != nil || model.parameters != nil || model.base != nil || model.perItem != nil || model.flops != nil
  }

  /// Mean rate and busy hour of a demand; `nil` with a diagnostic when there is none.
  private mutating func demand(
    _ demand: Workload.Demand, _ workload: Workload, _ growth: Double, _ month: Double, _ point: InputPoint
  ) -> (rate: Double, peak: Double)? {
    let path = "\(workload.path).demand"
    let rate = demand.rateGrowth.map { $0.value(month: month) } ?? (demand.rate.map(point.value) ?? 0) * growth
    var peak = ProblemBuilder.peaks[demand.pattern ?? "diurnal"] ?? 1
    if let stated = demand.peak {
      let base = demand.rate.map(point.value) ?? 0
      peak = stated.dimension == .rate ? (base > 0 ? point.value(stated) / base : 1) : point.value(stated)
    } else if !demand.isFromCalls, demand.rate != nil {
      note("\(path).peak", JSON.text(of: peak), "x", "busy hour over mean, \(demand.pattern ?? "diurnal")")
    }
    guard
      demand.rate != nil || demand.isFromCalls
        || spec.workloads.contains(where: { caller in
          caller.calls.contains { $0.to == workload.name }
        })
    else {
      addDiagnostic(
        Diagnostic(
          .error, code: "model/demand", "'\(workload.name)' has no demand and nothing calls it", at: workload.nameSpan,
          path: path, help: "add 'demand: {rate: 5/s}'"))
      return nil
    }
    return (rate, max(1, peak))
  }

  private mutating func tokens(
    _ stated: Workload.Inference, _ workload: Workload, _ point: InputPoint
  ) -> (input: Double, prefix: Double, output: Double) {
    let path = "\(workload.path).tokens"
    let isLanguage =
      stated.api != nil || stated.model.parameters != nil || stated.candidates.contains { $0.model != nil }
      || stated.model.name.flatMap { NeuralModel.named($0) }?.isLanguageModel == true
    let input = stated.tokens?.input.map(point.value)
    let output = stated.tokens?.output.map(point.value)
    if isLanguage, input == nil { note("\(path).in", "1000", "tokens", "read a request") }
    if isLanguage, output == nil { note("\(path).out", "250", "tokens", "written a request") }
    let prefix = stated.tokens?.prefix.map(point.value) ?? 0
    if prefix > 0 {
      note(
        "\(path).prefix.hits", "100", "%", "a start that all requests share stays in the prefix cache")
    }
    let read = max(1, input ?? 1000)
    return (read, min(prefix, read - 1), max(1, output ?? 250))
  }

  /// Seconds of a request beside the model: CPU and waiting.
  private mutating func besides(_ work: Workload.Work, _ workload: Workload, _ point: InputPoint) -> Double {
    var seconds = work.offCPU.map(point.value) ?? 0
    switch work.cpu {
    case .reference(let time)?: seconds += point.value(time)
    case .measured(let time, _, _)?: seconds += point.value(time)
    case .spread(let spread)?: seconds += SpreadMoments(spread).mean
    case .utilization(_, _, _, _, let span)?:
      addDiagnostic(
        Diagnostic(
          .warning, code: "model/unused", "a utilization is not evaluated for the work beside a model", at: span,
          path: "\(workload.path).work.cpu", help: "state the time of one request, such as 'cpu: 2 ms'"))
    case nil: break
    }
    return seconds
  }

  // MARK: Models

  private mutating func servedModel(
    _ stated: Workload.Model, _ measurements: [Workload.Measurement],
    _ tokens: (input: Double, prefix: Double, output: Double), _ workload: Workload, _ point: InputPoint
  ) -> ServedModel? {
    let path = stated.path.isEmpty ? "\(workload.path).model" : stated.path
    let measured = measurements.compactMap { self.measured($0, point) }
    guard let format = format(stated, path) else { return nil }
    var known: NeuralModel?
    if let name = stated.name {
      known = NeuralModel.named(name)
      guard
        known != nil || stated.parameters != nil || stated.flops != nil || stated.perItem != nil
          || !measured.isEmpty
      else {
        unknownModel(name, stated.nameSpan ?? workload.nameSpan, path)
        return nil
      }
    }
    let work: ServedModel.Work
    if stated.perItem != nil || stated.base != nil {
      work = .times(base: stated.base.map(point.value) ?? 0, perItem: stated.perItem.map(point.value) ?? 0)
      if measured.isEmpty {
        note("\(path).hardware", "any accelerator", "", "the stated times are taken to hold on each")
      }
    } else if let flops = stated.flops {
      work = .operations(point.value(flops), bytes: stated.bytes.map(point.value) ?? 0)
    } else if let shape = shape(stated, known, path, point) {
      work = .language(shape, input: tokens.input, prefix: tokens.prefix, output: tokens.output)
    } else if let known, let operations = known.itemOperations {
      work = .operations(operations, bytes: known.itemBytes ?? 0)
    } else {
      work = .measured
    }
    var formats = format.map { [$0] } ?? [.bf16, .fp8]
    if format == nil {
      if case .language = work {
        note(
          "\(path).precision", "bf16 or fp8", "", "whichever is cheaper; 8 bit where the accelerator has it")
      } else {
        formats = [.bf16]
        note("\(path).precision", "bf16", "", "of the network")
      }
    }
    let limit = stated.batchLimit ?? 64
    if stated.batchLimit == nil, case .language = work {
    } else if stated.batchLimit == nil {
      note("\(path).batch_limit", "64", "items", "largest batch")
    }
    return ServedModel(
      name: known?.name ?? stated.name ?? "model", work: work, formats: formats, quality: nil, batchLimit: limit,
      measured: measured)
  }

  /// The stated format; outer nil with a diagnostic when the word is unknown, inner nil when none is stated.
  private mutating func format(_ stated: Workload.Model, _ path: String) -> NumberFormat?? {
    guard let word = stated.precision else { return .some(nil) }
    guard let format = NumberFormat.named(word) else {
      let words = NumberFormat.allCases.map(\.rawValue) + ["fp16"]
      addDiagnostic(
        Diagnostic(
          .error, code: "model/precision", "unknown precision '\(word)'", at: stated.nameSpan,
          path: "\(path).precision",
          help: Suggestion.nearest(word, in: words).map { "did you mean '\($0)'?" }
            ?? "it is one of \(words.joined(separator: ", "))"))
      return nil
    }
    return .some(format)
  }

  mutating func unknownModel(_ name: String, _ span: SourceSpan, _ path: String) {
    let names = NeuralModel.all.map(\.name)
    addDiagnostic(
      Diagnostic(
        .error, code: "model/name", "unknown model '\(name)'", at: span, path: "\(path).name",
        help: Suggestion.nearest(name, in: names).map { "did you mean '\($0)'?" }
          ?? "state its 'parameters', 'layers', 'hidden', 'heads' and 'kv_heads'",
        notes: ["known: \(names.joined(separator: ", "))"]))
  }

  /// The dimensions of a language model: as stated, of the known one, or usual for its size.
  private mutating func shape(
    _ stated: Workload.Model, _ known: NeuralModel?, _ path: String, _ point: InputPoint
  ) -> TransformerShape? {
    if let known, known.isLanguageModel { return TransformerShape(known) }
    guard let parameters = stated.parameters.map(point.value), parameters >= 1e6 else { return nil }
    var shape = TransformerShape(parameters: parameters)
    if stated.layers == nil || stated.hidden == nil {
      note(
        "\(path).shape", "\(shape.layers) layers of \(shape.hidden)", "", "usual for that many parameters")
    }
    if let layers = stated.layers { shape.layers = layers }
    if let hidden = stated.hidden { shape.hidden = hidden }
    if let heads = stated.heads {
      shape.heads = heads
      shape.headSize = max(1, shape.hidden / heads)
    }
    if let heads = stated.keyValueHeads { shape.keyValueHeads = heads }
    shape.vocabulary = min(shape.vocabulary, Int(min(parameters / Double(shape.hidden) / 4, 1e6)))
    return shape
  }

  private mutating func measured(_ stated: Workload.Measurement, _ point: InputPoint) -> MeasuredTimes? {
    guard let hardware = stated.hardware, let perItem = stated.perItem else {
      addDiagnostic(
        Diagnostic(
          .error, code: "model/measured", "a measurement needs 'hardware' and 'per_item'", at: stated.span,
          path: stated.path, help: "such as {hardware: T4, base: 2 ms, per_item: 0.6 ms}"))
      return nil
    }
    let name = catalog.gpu(hardware)?.name ?? hardware
    if catalog.gpu(hardware) == nil, !hardware.contains(":") {
      let names = GPU.all.map(\.name)
      addDiagnostic(
        Diagnostic(
          .error, code: "model/hardware", "unknown hardware '\(hardware)'", at: stated.span, path: stated.path,
          help: Suggestion.nearest(hardware, in: names).map { "did you mean '\($0)'?" }
            ?? "write an accelerator such as T4, or a machine such as aws:c7i.xlarge"))
      return nil
    }
    return MeasuredTimes(
      hardware: name, base: stated.base.map(point.value) ?? 0, perItem: max(point.value(perItem), 1e-9))
  }

  // MARK: API

  private mutating func api(
    _ stated: Workload.API, _ inference: Workload.Inference,
    _ tokens: (input: Double, prefix: Double, output: Double), _ workload: Workload, _ point: InputPoint
  ) -> ModelAPIProblem {
    let name = stated.name ?? "api"
    let quality = inference.candidates.first { $0.api == name || ($0.api != nil && inference.candidates.count == 1) }
    func percentiles(_ list: [(percentile: String, time: Amount)]) -> [StatedPercentile] {
      list.compactMap { entry in
        guard let digits = Double(entry.percentile.dropFirst()) else { return nil }
        return StatedPercentile(percentile: digits == 999 ? 0.999 : digits / 100, seconds: point.value(entry.time))
      }
    }
    note("\(workload.path).api.availability", "99.9", "%", "of somebody else's service")
    return ModelAPIProblem(
      name: name, inputPrice: stated.input?.decimal, cachedInputPrice: stated.cachedInput?.decimal,
      outputPrice: stated.output?.decimal, firstToken: percentiles(stated.firstToken),
      perToken: percentiles(stated.perToken), limit: stated.limit.map(point.value), residency: stated.residency,
      quality: quality?.quality.map(point.value), input: tokens.input, prefix: tokens.prefix, output: tokens.output)
  }
}
