import Foundations

/// The JSON Schema (2020-12) of specs, from the key tables that decode them.
package enum SpecSchema {
  /// The schema.
  package static var json: JSON {
    var root = members(of: KeyTables.spec)
    let kinds = KeyTables.kinds.map { kind -> JSON in
      var one = members(of: KeyTables.workload(kind: kind))
      if case .object(var properties)? = one.first(where: { $0.0 == "properties" })?.1 {
        if let index = properties.firstIndex(where: { $0.0 == "kind" }) {
          properties[index].1 = .object([("const", .string(kind))])
        }
        if let index = one.firstIndex(where: { $0.0 == "properties" }) { one[index].1 = .object(properties) }
      }
      return .object(one)
    }
    if case .object(var properties)? = root.first(where: { $0.0 == "properties" })?.1,
      let index = root.firstIndex(where: { $0.0 == "properties" })
    {
      if let workloads = properties.firstIndex(where: { $0.0 == "workloads" }) {
        properties[workloads].1 = .object([
          ("description", .string("what is to run")), ("type", .string("object")), ("minProperties", .int(1)),
          ("propertyNames", .object([("pattern", .string("^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$"))])),
          ("additionalProperties", .object([("oneOf", .array(kinds))])),
        ])
      }
      root[index].1 = .object(properties)
    }
    return .object(
      [
        ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
        ("title", .string("planner spec, version 1")),
      ] + root)
  }

  private static func members(of table: KeyTable) -> [(String, JSON)] {
    var result: [(String, JSON)] = [
      ("type", .string("object")), ("additionalProperties", .bool(false)),
      (
        "properties",
        .object(table.keys.map { ($0.name, with(description: $0.summary, schema($0.shape))) })
      ),
    ]
    let required = table.keys.filter(\.isRequired).map { JSON.string($0.name) }
    if !required.isEmpty { result.append(("required", .array(required))) }
    return result
  }

  private static func with(description: String, _ schema: JSON) -> JSON {
    guard case .object(let members) = schema else { return schema }
    return .object([("description", .string(description))] + members)
  }

  private static func type(_ name: String) -> JSON { .object([("type", .string(name))]) }

  private static func schema(_ shape: Shape) -> JSON {
    switch shape {
    case .amount(let dimension, _), .either(let dimension, _): return amount(dimension)
    case .growing(let dimension): return .object([("anyOf", .array([amount(dimension), type("object")]))])
    case .distribution(let dimension): return .object([("anyOf", .array([amount(dimension), type("object")]))])
    case .variability: return .object([("type", .array([.string("number"), .string("string"), .string("object")]))])
    case .growth:
      return .object([
        ("type", .array([.string("string"), .string("object")])), ("examples", .array([.string("8%/month")])),
      ])
    case .text, .currency, .clock, .vocabulary: return type("string")
    case .name:
      return .object([("type", .string("string")), ("pattern", .string("^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$"))])
    case .bool: return type("boolean")
    case .integer(let range):
      return .object([
        ("type", .string("integer")), ("minimum", .int(range.lowerBound)), ("maximum", .int(range.upperBound)),
      ])
    case .choice(let allowed): return .object([("enum", .array(allowed.map { .string($0) }))])
    case .month: return .object([("type", .string("string")), ("examples", .array([.string("2026-10")]))])
    case .place: return .object([("type", .array([.string("string"), .string("array")]))])
    case .many(let inner):
      return .object([
        ("anyOf", .array([schema(inner), .object([("type", .string("array")), ("items", schema(inner))])]))
      ])
    case .list(let inner): return .object([("type", .string("array")), ("items", schema(inner))])
    case .table(let table): return .object(members(of: table))
    case .mapping(_, _, let inner):
      return .object([("type", .string("object")), ("additionalProperties", schema(inner))])
    case .opaque: return type("object")
    case .forms(let scalar, let mappings):
      return .object([("anyOf", .array((scalar.map { [schema($0)] } ?? []) + mappings.map { schema($0.shape) }))])
    }
  }

  /// A quantity, a range as text, or a range as a mapping.
  private static func amount(_ dimension: Dimension) -> JSON {
    .object([
      ("type", .array([.string("string"), .string("number"), .string("object")])),
      ("examples", .array([.string(dimension.example)])),
    ])
  }
}
