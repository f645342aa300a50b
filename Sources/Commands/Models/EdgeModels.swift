import Formulas
import Foundations

/// Links that fail, meshes, nodes at the edge.
enum EdgeModels {
  static var all: [Calculator] { [offline, mesh, edgeNode] }

  private static var offline: Calculator {
    Calculator(
      name: "offline", summary: "buffer for data while the uplink is away",
      formula: "ϑ = 1/(r·E_off) − 1/((U−r)·E_on), P₀ = p_off·U/(U−r), buffer ln(P₀/ε)/ϑ; drain r·T/(U−r)",
      source: "on-off fluid source (Anick, Mitra, Sondhi 1982)", domain: "rate below the uplink's mean rate",
      error: "exact for exponential times", example: "rate=2kB/s outage=24h loss=0.1% uplink=16kB/s",
      parameters: [
        .needs("rate", .dataRate, .positive, "bytes produced per second"),
        .needs("outage", .time, .positive, "mean time the link is down"),
        .needs("loss", .ratio, .ratio, "largest share of time in which the buffer may be full"),
        .may("uplink", .dataRate, .positive, "bytes per second while the link is up"),
        .may("up", .time, .positive, standard: "inf", allowsInfinity: true, "mean time the link is up"),
      ],
      outputs: [
        .init("buffer", "B", "buffer that is exceeded with probability `loss`"),
        .init("drain", "s", "time to send what one mean outage left"),
        .init("mean_backlog", "B", "mean backlog; with `up` infinite, at the end of an outage"),
        .init("mean_delay", "s", "mean age of data on arrival"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      let (rate, outage, loss) = (values.number("rate"), values.number("outage"), values.number("loss"))
      guard loss > 0 else { throw Calculator.Refusal("no buffer keeps a loss of 0: outages have no longest length") }
      let up = values.number("up")
      guard let uplink = values.optional("uplink") else {
        guard up == .infinity else { throw Calculator.Refusal("uplink is needed beside up") }
        return [
          ("buffer", .number(OfflineBuffer.buffer(rate: rate, outage: outage, loss: loss))), ("drain", .null),
          ("mean_backlog", .number(rate * outage)), ("mean_delay", .null),
          ("reason", .string("drain and delay are not known without an uplink")),
        ]
      }
      guard let link = OfflineBuffer(rate: rate, uplink: uplink, meanUp: up, meanDown: outage) else {
        throw Calculator.Refusal("the uplink does not carry the data: the backlog grows without end")
      }
      return [
        ("buffer", .number(link.buffer(loss: loss))),
        ("drain", .number(OfflineBuffer.drain(rate: rate, outage: outage, uplink: uplink))),
        ("mean_backlog", .number(link.meanBacklog)), ("mean_delay", .number(link.meanDelay)),
      ]
    }
  }

  private static var mesh: Calculator {
    Calculator(
      name: "mesh", summary: "how much of a radio mesh hangs together",
      formula: "nodes at random in a square with borders, joined within r, πr²n = degree; sampled",
      source: "random geometric graphs; fixed seeds, so the same on every machine",
      domain: "1 ≤ nodes ≤ 200,000; 0 ≤ failed < 1", error: "standard error about 0.01 at 200 nodes",
      example: "nodes=500 degree=10 failed=30%",
      parameters: [
        .needs("nodes", .count, .whole(1...200_000), "number of nodes"),
        .needs("degree", .count, .atLeastZero, "mean number of neighbours before failures"),
        .may("failed", .ratio, .ratio, standard: "0", "share of the nodes that failed"),
      ],
      outputs: [
        .init("giant_share", "", "mean share of working nodes in the largest part"),
        .init("connected", "", "probability that all working nodes are connected"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      let nodes = values.whole("nodes")
      guard values.number("failed") < 1 else { throw Calculator.Refusal("with every node failed there is no mesh") }
      guard values.number("degree") <= 1000 else { throw Calculator.Refusal("degree must be 1000 or less") }
      // Fewer than a neighbour in a billion is none.
      let degree = values.number("degree") < 1e-9 ? 0 : values.number("degree")
      guard let mesh = MeshNetwork(nodes: nodes, degree: degree, failed: values.number("failed"))
      else { throw Calculator.Refusal("nodes, degree or failed is out of its domain") }
      return [("giant_share", .number(mesh.giantShare)), ("connected", .number(mesh.connected))]
    }
  }

  private static var edgeNode: Calculator {
    let month = 2_628_000.0
    return Calculator(
      name: "edge-node", summary: "what a node at the edge costs a month, line by line",
      formula: "capex·CRF(i/12, months) + maintenance·capex/12 + W·0.73·price + failure_rate·(roll + capex)/12 "
        + "+ labour/nodes_per_person + agent",
      source: "annuity; a failed node is replaced by a spare of the same price", domain: "months > 0",
      error: "exact for the inputs",
      example: "capex=900 months=36 interest=8% maintenance=10% watts=30 energy_price=0.15 failure_rate=8% roll=300 "
        + "labour=15000 nodes_per_person=500 agent=0.16",
      parameters: [
        .needs("capex", .money, .atLeastZero, "price of the node"),
        Parameter.needs("months", .time, .positive, "life").bare(month, "months"),
        .may("interest", .ratio, .atLeastZero, standard: "0", "per year"),
        .may("maintenance", .ratio, .atLeastZero, standard: "0", "share of capex a year"),
        .may("watts", .power, .atLeastZero, standard: "0", "mean power"),
        .may("energy_price", .moneyPerKWh, .atLeastZero, standard: "0", "per kWh"),
        .may("failure_rate", .ratio, .atLeastZero, standard: "0", "failures a year"),
        .may("roll", .money, .atLeastZero, standard: "0", "cost of one visit"),
        .may("labour", .moneyPerMonth, .atLeastZero, standard: "0", "cost of a person a month"),
        .may("nodes_per_person", .count, .positive, standard: "500", "nodes one person looks after"),
        .may("agent", .moneyPerMonth, .atLeastZero, standard: "0", "licence a node and month"),
      ],
      outputs: [
        .init("per_month", "USD", "sum of the lines"), .init("capital_per_month", "USD", "capital with interest"),
        .init("maintenance_per_month", "USD", "maintenance"), .init("energy_per_month", "USD", "energy"),
        .init("failures_per_month", "USD", "visits and spares"), .init("labour_per_month", "USD", "labour"),
        .init("agent_per_month", "USD", "licence"),
      ]
    ) { (values) throws(Calculator.Refusal) in
      let cost = EdgeNodeCost(
        capex: values.number("capex"), months: values.number("months") / month,
        interestPerYear: values.number("interest"), maintenancePerYear: values.number("maintenance"),
        watts: values.number("watts"), energyPrice: values.number("energy_price"),
        failuresPerYear: values.number("failure_rate"), roll: values.number("roll"),
        labourPerMonth: values.number("labour"), nodesPerPerson: values.number("nodes_per_person"),
        agent: values.number("agent"))
      guard cost.perMonth.isFinite else { throw Calculator.Refusal("the cost is too large to be a number") }
      return [
        ("per_month", .number(cost.perMonth)), ("capital_per_month", .number(cost.capital)),
        ("maintenance_per_month", .number(cost.maintenance)), ("energy_per_month", .number(cost.energy)),
        ("failures_per_month", .number(cost.failures)), ("labour_per_month", .number(cost.labour)),
        ("agent_per_month", .number(cost.agent)),
      ]
    }
  }
}
