import Foundations
import Planning

/// What workloads could share.
enum PoolingJSON {
  static func pool(_ pool: PoolingFigures) -> JSON {
    .object([
      ("what", .string(pool.what)), ("silo_servers", .int(pool.silos)), ("pool_servers", .int(pool.pool)),
      ("wait_probability", .number(pool.waitProbability)), ("unit_price", .string(pool.unitPrice.description)),
      ("platform", .string(pool.platform.description)), ("margin", .string(pool.margin.description)),
      ("pays", .bool(pool.pays)),
      (
        "three_years",
        .object([
          ("silos", .string(pool.threeYears.silos.description)), ("pool", .string(pool.threeYears.pool.description)),
        ])
      ),
      (
        "members",
        .array(
          pool.members.map { member in
            .object([
              ("name", .string(member.name)), ("load", .number(member.load)), ("silo_servers", .int(member.silo)),
              ("quota", .int(member.quota)),
            ])
          })
      ),
    ])
  }

  static func fill(_ fill: FillFigures) -> JSON {
    .object([
      ("host", .string(fill.host)), ("filler", .string(fill.filler)), ("free_core_hours", .number(fill.free)),
      ("needed_core_hours", .number(fill.needed)), ("share", .number(fill.share)),
      ("saving", .string(fill.saving.description)),
    ])
  }
}
