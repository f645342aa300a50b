import Foundations
import Placement

/// Training where accelerators are cheap, or where the data lie: both sides of the choice, in money.
struct CentralTraining {
  let planner: Planner
  let problem: Problem
  let market: CatalogMarket

  /// The results with a sentence for each training whose data lie in a region.
  func described(_ results: [WorkloadResult]) -> [WorkloadResult] {
    results.map { result in
      guard let index = problem.workloads.firstIndex(where: { $0.name == result.name }),
        case .training(let training) = problem.workloads[index].kind, let home = training.datasetRegion,
        let chosen = result.chosen, let sentence = sentence(index, training, home, chosen)
      else { return result }
      var result = result
      result.why.append(sentence)
      return result
    }
  }

  private func sentence(_ index: Int, _ training: TrainingProblem, _ home: String, _ chosen: PlacedWorkload) -> String? {
    var alone = problem
    alone.workloads = [problem.workloads[index]]
    let here = chosen.sites.first.map { "\($0.provider):\($0.region)" } ?? ""
    if here != home {
      alone.workloads[0].place.regions = [home]
      alone.workloads[0].place.providers = [String(home.prefix { $0 != ":" })]
      guard let there = planner.brief(alone, market).first?.chosen else {
        return "It runs in \(here), as nothing in \(home), where the data lie, meets its objectives."
      }
      return "Against \(home), where the data lie: \(split(chosen, there))."
    }
    var free = training
    free.datasetRegion = nil
    alone.workloads[0].kind = .training(free)
    guard let there = planner.brief(alone, market).first?.chosen, let site = there.sites.first,
      "\(site.provider):\(site.region)" != home
    else { return "It runs where the data lie, and nowhere are accelerators cheaper." }
    let gigabytes = training.datasetBytes * training.datasetChanges * training.runsPerMonth / 1e9
    guard
      let traffic = market.traffic(from: home, to: "\(site.provider):\(site.region)", gigabytes: gigabytes)
    else { return nil }
    let gain = chosen.perMonth - there.perMonth
    return "It stays with its data: in \(site.provider):\(site.region) it would cost \(text(gain)) USD a month less, "
      + "and bringing the data there \(text(traffic.total)) USD."
  }

  /// `hours -310.00, traffic +12.00 and all else +1.00 USD a month`.
  private func split(_ a: PlacedWorkload, _ b: PlacedWorkload) -> String {
    func sum(_ placed: PlacedWorkload, _ categories: [String]) -> Money {
      placed.lines.reduce(Money.zero) { categories.contains($1.category) ? $0 + $1.perMonth : $0 }
    }
    let hours = sum(a, ["compute", "idle"]) - sum(b, ["compute", "idle"])
    let traffic = sum(a, ["traffic"]) - sum(b, ["traffic"])
    let rest = a.perMonth - b.perMonth - hours - traffic
    return "accelerators \(signed(hours)), traffic \(signed(traffic)) and all else \(signed(rest)) USD a month"
  }

  private func text(_ money: Money) -> String { money.formatted(places: 2) }
  private func signed(_ money: Money) -> String { (money < .zero ? "" : "+") + text(money) }
}
