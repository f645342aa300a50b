import Catalog
import Foundations
import Placement
import Spec

extension ProblemBuilder {
  /// Restrictions of a workload, those of the whole spec included.
  mutating func place(_ place: Place, _ workload: Workload) -> PlaceProblem {
    var result = PlaceProblem()
    let path = "\(workload.path).place"
    result.models = words(place.runOn, PlacementModel.self, what: "placement model", place.span, path)
    result.forms = words(place.forms, PlacementForm.self, what: "form", place.span, path)
    result.topologies = words(place.topology, Topology.self, what: "topology", place.span, path)
    result.providers = place.providers ?? defaultProviders
    if !result.providers.isEmpty, result.providers.allSatisfy({ Catalog.edgeProviders.contains($0) }) {
      addDiagnostic(
        Diagnostic(
          .error, code: "model/provider", "\(result.providers.joined(separator: ", ")) rents no machines or stores",
          at: place.span, path: "\(path).providers",
          help: "name a provider for what stands behind the edge too, such as [aws, \(result.providers[0])]"))
    }
    result.regions = place.regions ?? []
    result.residency = place.residency ?? []
    restrict(&result, operate: place.operate)
    if let pin = place.pin { apply(pin, to: &result, path) }
    return result
  }

  /// The providers of what runs today; none leaves the choice open, one for all.
  private var defaultProviders: [String] {
    var seen: [String] = []
    for workload in spec.current where !workload.provider.isEmpty && !seen.contains(workload.provider) {
      seen.append(workload.provider)
    }
    return seen
  }

  /// Placement models, forms and topologies that the search knows.
  private static let evaluated: Set<String> = [
    "grid", "cloud", "vm", "containers", "managed-database", "managed-cache", "object-storage", "external",
    "reserved-cluster", "spot-pool", "single-zone", "multi-zone", "gpu", "gpu-serving", "gpu-training", "model-api",
    "reserved-cluster", "spot-pool", "single-zone", "multi-zone", "edge", "functions", "managed-broker",
    "edge-functions", "edge-nodes", "fog-gateways", "on-device", "hub-and-spoke", "mesh", "fog",
    "active-passive", "active-active",
  ]

  /// Words with a model; those without are an error when nothing else is left.
  private mutating func words<T: RawRepresentable>(
    _ stated: [String]?, _ type: T.Type, what: String, _ span: SourceSpan?, _ path: String
  ) -> [T]? where T.RawValue == String {
    guard let stated else { return nil }
    let known = stated.filter { ProblemBuilder.evaluated.contains($0) }.compactMap { T(rawValue: $0) }
    let missing = stated.filter { !ProblemBuilder.evaluated.contains($0) }
    if !missing.isEmpty {
      unsupported(what, missing.joined(separator: ", "), isOnly: known.isEmpty, at: span, path)
    }
    return known
  }

  private mutating func unsupported(_ what: String, _ words: String, isOnly: Bool, at span: SourceSpan?, _ path: String)
  {
    addDiagnostic(
      Diagnostic(
        isOnly ? .error : .warning, code: "model/\(what.split(separator: " ").last ?? "form")",
        "the \(what) \(words) is not evaluated yet", at: span, path: path,
        help: isOnly ? "allow another \(what)" : "it is left out of the comparison"))
  }

  /// Managed or self-run stores only.
  private func restrict(_ place: inout PlaceProblem, operate: String?) {
    let managed: [PlacementForm] = [
      .managedDatabase, .managedCache, .objectStorage, .managedBroker, .containers, .functions, .edgeFunctions,
    ]
    guard let operate, operate != "auto" else { return }
    let all = place.forms ?? PlacementForm.allCases
    // Devices are one's own whoever runs the rest.
    place.forms = all.filter { $0.isLocal || managed.contains($0) == (operate == "managed") }
  }

  private mutating func apply(_ pin: Place.Pin, to place: inout PlaceProblem, _ path: String) {
    if let word = pin.runOn {
      place.models = words([word], PlacementModel.self, what: "placement model", pin.span, path)
    }
    if let word = pin.form { place.forms = words([word], PlacementForm.self, what: "form", pin.span, path) }
    if let word = pin.topology { place.topologies = words([word], Topology.self, what: "topology", pin.span, path) }
    if let region = pin.region {
      place.regions = [region]
      if let provider = region.split(separator: ":").first, region.contains(":") {
        place.providers = [String(provider)]
      }
    }
    if let provider = pin.provider { place.providers = [provider] }
    if let machine = pin.machine {
      let parts = machine.split(separator: ":").map(String.init)
      place.pinnedMachine = parts.last
      if parts.count == 2 { place.providers = [parts[0]] }
      checkMachine(parts.last ?? machine, place.providers, pin.span, path)
    }
    place.pinnedCount = pin.count
    place.pinnedPurchase = pin.purchase.flatMap { Purchase(rawValue: $0) }
  }

  /// A pinned machine that no allowed provider rents, neither as a machine nor as a managed node.
  private mutating func checkMachine(_ machine: String, _ providers: [String], _ span: SourceSpan, _ path: String) {
    let candidates = providers.isEmpty ? catalog.providers : providers
    var names: [String] = []
    for provider in candidates {
      if catalog.machine("\(provider):\(machine)") != nil { return }
      names += catalog.machines(provider: provider).map(\.name)
      guard let region = catalog.regions(provider: provider).first(where: \.isDefault) else { continue }
      for kind in [ManagedKind.database, .cache] {
        names += catalog.managedNodes(kind, region: region.id).map(\.name)
      }
    }
    guard !names.contains(machine) else { return }
    addDiagnostic(
      Diagnostic(
        .error, code: "model/machine", "no machine '\(machine)' of \(candidates.joined(separator: ", "))", at: span,
        path: "\(path).pin.machine",
        help: Suggestion.nearest(machine, in: names).map { "did you mean '\($0)'?" }
          ?? "see 'planner catalog list'"))
  }

  /// Somebody else's service outside the area in which data must stay is said, as it cannot be moved.
  mutating func warnOfExternals(_ workload: Workload, _ place: Place) {
    guard let areas = place.residency, !areas.isEmpty else { return }
    for call in workload.calls {
      guard case .external(let external)? = spec.workloads.first(where: { $0.name == call.to })?.kind,
        let location = external.location
      else { continue }
      let country = self.country(location)
      if let country, areas.contains(where: { Countries.matches(country, residency: $0) }) { continue }
      addDiagnostic(
        Diagnostic(
          .warning, code: "model/residency",
          "'\(call.to)' stands in \(country ?? "no known country"): what '\(workload.name)' sends it leaves "
            + areas.joined(separator: ", "), at: call.span, path: call.path,
          help: "send it nothing that must stay, or take a service within \(areas.joined(separator: ", "))"))
    }
  }

  mutating func addDiagnostic(_ diagnostic: Diagnostic) {
    guard !diagnostics.contains(diagnostic) else { return }
    append(diagnostic)
  }
}
