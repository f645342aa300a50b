import Foundations

/// The JSON Schema (2020-12) of results, version 1.
package enum ResultSchema {
  /// The schema.
  package static var json: JSON {
    object(
      [
        ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
        ("title", .string("planner result, version 1")),
      ],
      [
        ("planner", header), ("verdict", choice(["pass", "fail", "infeasible"])), ("currency", text), ("month", whole),
        ("assumptions", list(object([], [("path", text), ("value", text), ("unit", text), ("why", text)]))),
        ("inputs", whole), ("workloads", map(workload)), ("totals", totals),
        ("shared", object([], [("lines", list(line))])),
        ("horizon", list(object([], [("month", whole), ("cost", orNull(money)), ("first_breach", orNull(text))]))),
        (
          "breaks",
          list(
            object(
              [],
              [
                ("month", whole), ("workload", text), ("constraint", text), ("value", orNull(number)),
                ("limit", orNull(number)),
              ]))
        ),
        (
          "budgets",
          list(
            object(
              [], [("id", text), ("limit", money), ("value", orNull(money)), ("unit", text), ("met", orNull(flag))]))
        ),
        (
          "gates",
          list(
            object(
              [],
              [
                ("id", text), ("level", choice(["error", "warning", "note"])), ("message", text), ("path", text),
                ("line", orNull(whole)),
              ]))
        ),
        (
          "search",
          object(
            [], [("candidates", whole), ("evaluated", whole), ("pruned", whole), ("price_unknown", whole)])
        ),
      ])
  }

  private static let text = JSON.object([("type", .string("string"))])
  private static let number = JSON.object([("type", .string("number"))])
  private static let whole = JSON.object([("type", .string("integer"))])
  private static let flag = JSON.object([("type", .string("boolean"))])
  private static let money = JSON.object([("type", .string("string")), ("pattern", .string("^-?[0-9]+(\\.[0-9]+)?$"))])

  private static func choice(_ words: [String]) -> JSON { .object([("enum", .array(words.map { .string($0) }))]) }
  private static func orNull(_ schema: JSON) -> JSON {
    .object([("anyOf", .array([schema, .object([("type", .string("null"))])]))])
  }
  private static func list(_ schema: JSON) -> JSON { .object([("type", .string("array")), ("items", schema)]) }
  private static func map(_ schema: JSON) -> JSON {
    .object([("type", .string("object")), ("additionalProperties", schema)])
  }

  /// An object with these members, all required; more may be added.
  private static func object(_ head: [(String, JSON)], _ members: [(String, JSON)]) -> JSON {
    .object(
      head + [
        ("type", .string("object")), ("properties", .object(members)),
        ("required", .array(members.map { .string($0.0) })),
      ])
  }

  private static var header: JSON {
    object(
      [],
      [
        ("version", text), ("result_version", .object([("const", .int(1))])),
        ("catalog", object([], [("date", text), ("sha256", text)])),
        ("spec", object([], [("path", text), ("name", text), ("sha256", text)])),
      ])
  }

  private static var line: JSON {
    object(
      [],
      [
        ("category", text), ("item", text), ("quantity", number), ("unit", text), ("unit_price", money),
        ("per_month", money), ("source", text),
      ])
  }

  private static var totals: JSON {
    object(
      [],
      [
        ("per_month", orNull(money)), ("per_transaction", orNull(money)), ("transactions_per_month", number),
        ("per_customer", orNull(money)), ("by_category", map(money)), ("by_model", map(money)),
      ])
  }

  private static var placement: JSON {
    object(
      [],
      [
        ("model", choice(["grid", "cloud", "edge", "gpu"])), ("form", text), ("topology", text),
        (
          "sites",
          list(
            object(
              [],
              [
                ("provider", text), ("region", text), ("zones", whole), ("machine", orNull(text)), ("count", whole),
                ("purchase", text),
              ]))
        ), ("availability", orNull(number)),
      ])
  }

  private static var workload: JSON {
    object(
      [],
      [
        ("kind", text), ("chosen", orNull(placement)), ("alternatives", list(placement)),
        (
          "slo",
          list(
            object(
              [],
              [
                ("id", text), ("objective", text), ("target", number), ("predicted", orNull(number)), ("unit", text),
                ("met", orNull(flag)),
              ]))
        ), ("why", list(text)),
      ])
  }
}
