import Foundations
import Planning

/// What has to be done to get from one level's plan to the next, workload by workload.
struct PlanDifference {
  let context: RoadmapContext
  let level: PlanLevel

  /// One workload that is placed differently.
  struct Change {
    var name: String
    var before: PlacedWorkload?
    var after: PlacedWorkload
    /// Change of its cost a month.
    var perMonth: Money
  }

  /// Workloads whose way of running changes at the level; the greatest effect first.
  var changes: [Change] {
    let ladder = context.ladder
    return ladder[level].workloads.compactMap { result in
      guard let after = result.chosen, after.form != .external else { return nil }
      let before = ladder.workload(result.name, level.previous)?.chosen
      if let before, before.sites == after.sites, before.form == after.form, before.topology == after.topology {
        return nil
      }
      return Change(
        name: result.name, before: before, after: after, perMonth: after.perMonth - (before?.perMonth ?? .zero))
    }.sorted { a, b in
      let (x, y) = (magnitude(a.perMonth), magnitude(b.perMonth))
      return x == y ? a.name < b.name : x > y
    }
  }

  private func magnitude(_ value: Money) -> Money { value < .zero ? -value : value }

  var actions: [StepAction] {
    changes.map { change in
      StepAction(
        sentence(change), command: command(change), hours: hours(change), perMonth: change.perMonth,
        workload: change.name)
    }
  }

  private func sentence(_ change: Change) -> Sentence {
    guard let before = change.before else {
      return "Run \(change.name) on \(PlacementWords.text(change.after))"
    }
    let verb = context.hasCurrent ? "Move" : "Run"
    let old = PlacementWords.text(before)
    let new = PlacementWords.text(change.after)
    if before.form == after(change).form, before.topology == change.after.topology,
      PlacementWords.regions(before) == PlacementWords.regions(change.after)
    {
      return
        """
        \(context.hasCurrent ? "Change" : "Build") \(change.name) as \(PlacementWords.fleet(change.after)) \
        instead of \(PlacementWords.fleet(before))
        """
    }
    return "\(verb) \(change.name) \(context.hasCurrent ? "to" : "on") \(new), instead of \(old)"
  }

  private func after(_ change: Change) -> PlacedWorkload { change.after }

  /// Hours of a change; what was never built is built right the first time.
  private func hours(_ change: Change) -> Double {
    let effort = context.effort
    let isStore = context.workload(change.name)?.kindName == "store"
    let isBuilt = context.hasCurrent && context.spec.current.contains { $0.name == change.name }
    guard let before = change.before else {
      switch PlanLevel.of(change.after.form) {
      case .edge: return effort.edgeWorkload
      case .ai: return change.after.form.rawValue == "gpu-training" ? effort.trainingWorkload : effort.servingWorkload
      default: return effort.deploy
      }
    }
    var hours = 0.0
    if before.form != change.after.form {
      switch PlanLevel.of(change.after.form) {
      case .edge: hours += effort.edgeWorkload
      case .ai: hours += effort.servingWorkload
      default:
        if change.after.model == .grid {
          hours += effort.batchPool
        } else if isBuilt {
          hours += isStore ? effort.moveStore : effort.changeForm
        }
      }
    } else if isBuilt,
      before.sites.first?.machine != change.after.sites.first?.machine
        || before.sites.first?.count != change.after.sites.first?.count
    {
      hours += effort.resize
    }
    if before.sites.first?.purchase != change.after.sites.first?.purchase { hours += effort.purchase }
    if before.topology != change.after.topology { hours += isStore ? effort.zoneStore : effort.zoneService }
    let regions = PlacementWords.regions(change.after)
    if PlacementWords.regions(before) != regions {
      if regions.count > PlacementWords.regions(before).count {
        hours += effort.secondRegion
      } else if isBuilt {
        hours += effort.moveRegion
      }
    }
    return hours
  }

  /// How it is done with the provider's own tool.
  private func command(_ change: Change) -> String {
    guard let site = change.after.sites.first else { return "" }
    let name = change.name
    let machine = site.machine ?? ""
    switch (site.provider, change.after.form) {
    case ("aws", .managedDatabase):
      return "aws rds modify-db-instance --region \(site.region) --db-instance-identifier \(name) "
        + "--db-instance-class \(machine)\(site.zones > 1 ? " --multi-az" : "")"
    case ("aws", .managedCache):
      return "aws elasticache modify-replication-group --region \(site.region) --replication-group-id \(name) "
        + "--cache-node-type \(machine)"
    case ("aws", .vm), ("aws", .spotPool):
      return "aws autoscaling update-auto-scaling-group --region \(site.region) --auto-scaling-group-name \(name) "
        + "--min-size \(site.count) --desired-capacity \(site.count)"
    case ("aws", .containers):
      return "aws eks update-nodegroup-config --region \(site.region) --nodegroup-name \(name) "
        + "--scaling-config minSize=\(site.count),desiredSize=\(site.count)"
    case ("gcp", .vm), ("gcp", .spotPool):
      return "gcloud compute instance-groups managed resize \(name) --region \(site.region) --size \(site.count)"
    case ("gcp", .containers):
      return "gcloud container clusters resize \(name) --region \(site.region) --num-nodes \(site.count)"
    case ("azure", .vm), ("azure", .spotPool):
      return "az vmss scale --name \(name) --new-capacity \(site.count)"
    case ("azure", .containers): return "az aks scale --name \(name) --node-count \(site.count)"
    case ("aws", .objectStorage): return "aws s3api create-bucket --region \(site.region) --bucket \(name)"
    default: return ""
    }
  }
}
