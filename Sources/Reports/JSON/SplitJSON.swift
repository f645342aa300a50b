import Foundations
import Planning

/// The split between cloud and edge as JSON.
enum SplitJSON {
  static func value(_ split: SplitFigures, customers: Double?) -> JSON {
    .object([
      ("chosen", .money(split.perMonth)), ("all_cloud", extreme(split.allCloud)), ("all_edge", extreme(split.allEdge)),
      ("workloads", .object(split.members.map { ($0.workload, member($0, customers: customers)) })),
    ])
  }

  private static func extreme(_ way: SplitFigures.Extreme) -> JSON {
    var members: [(String, JSON)] = [("per_month", .money(way.perMonth))]
    if let workload = way.workload { members.append(("workload", .string(workload))) }
    if let rejection = way.rejection { members.append(("rejected", PlacementJSON.rejection(rejection))) }
    return .object(members, unknown: [("per_month", "\(way.workload ?? "a workload") cannot run that way")])
  }

  private static func member(_ member: SplitFigures.Member, customers: Double?) -> JSON {
    var perCustomer: Double?
    if let customers, customers > 0, let cloud = member.cloud, let edge = member.edge {
      perCustomer = (edge.perMonth - cloud.perMonth).double / customers
    }
    return .object(
      [
        ("at_edge", .bool(member.isAtEdge)), ("needs_edge", .bool(member.needsEdge)),
        ("cloud", member.cloud.map(side) ?? .null), ("edge", member.edge.map(side) ?? .null),
        ("per_millisecond", .number(member.perMillisecond)), ("edge_per_customer", .number(perCustomer)),
      ],
      unknown: [
        ("cloud", "no placement there"), ("edge", "no placement there"),
        ("per_millisecond", "the edge saves no time, or one side is impossible"),
        ("edge_per_customer", "no customers are stated, or one side is impossible"),
      ])
  }

  private static func side(_ side: SplitFigures.Side) -> JSON {
    var members: [(String, JSON)] = [
      ("per_month", .money(side.perMonth)), ("p95", .number(side.p95)), ("late_share", .number(side.lateShare)),
    ]
    if let missed = side.missed { members.append(("rejected", PlacementJSON.rejection(missed))) }
    return .object(
      members, unknown: [("p95", "no path is predicted"), ("late_share", "no objective on latency is stated")])
  }
}
