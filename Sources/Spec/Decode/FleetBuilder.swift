import Foundations

/// Fleets of devices.
extension SpecBuilder {
  static func fleet(_ entry: Decoded.Entry, _ decoder: ShapeDecoder) -> Spec.Fleet? {
    guard case .table(let x) = entry.value.value else { return nil }
    return Spec.Fleet(
      name: entry.name, count: x.amount("count"), sites: x.amount("sites"), perSite: x.amount("per_site"),
      growth: x.growth("growth"), at: locations(x["at"], decoder), serves: x.text("serves"),
      servesSpan: x["serves"]?.span, online: x.amount("online"),
      outage: x.amount("outage"), mtbf: x.amount("mtbf"), uplink: x.table("uplink").map(uplink),
      hardware: x.table("hardware").map(hardware), security: x.table("security").flatMap(security),
      updates: x.table("updates").flatMap(updates), protocols: x.texts("protocols"), span: entry.keySpan, path: x.path)
  }

  private static func locations(_ value: Located?, _ decoder: ShapeDecoder) -> [Spec.Fleet.Location] {
    switch value?.value {
    case .place(let place)?: [Spec.Fleet.Location(place: place, share: nil, span: value?.span ?? SourceSpan(0, 0))]
    case .mapping(let entries)?:
      entries.compactMap { entry in
        guard case .amount(let share) = entry.value.value else { return nil }
        return Spec.Fleet.Location(
          place: decoder.placeName(entry.name) ?? .users(entry.name), share: share, span: entry.keySpan)
      }
    default: []
    }
  }

  private static func uplink(_ x: DecodedTable) -> Spec.Uplink {
    Spec.Uplink(access: x.text("access"), up: x.amount("up"), down: x.amount("down"), price: x.amount("price"))
  }

  private static func hardware(_ x: DecodedTable) -> Spec.Hardware {
    Spec.Hardware(
      name: x.text("name"), cores: x.amount("cores"), memory: x.amount("memory"), speed: x.amount("speed"),
      power: x.amount("watts"), price: x.amount("price"), isOwned: x.bool("owned"), idle: x.amount("idle"),
      battery: x.amount("battery"),
      recharge: x.amount("recharge"), disk: x.amount("disk"),
      rugged: x.table("rugged").flatMap { rugged in rugged.amount("price").map { ($0, rugged.amount("mtbf")) } },
      span: x.span, path: x.path)
  }

  private static func security(_ x: DecodedTable) -> Spec.Security? {
    x.amount("loss").map {
      Spec.Security(
        compromised: x.amount("compromised"), loss: $0, reach: x.amount("reach"), hardening: x.amount("hardening"),
        averts: x.amount("averts"), path: x.path)
    }
  }

  private static func updates(_ x: DecodedTable) -> Spec.Updates? {
    x.amount("size").map {
      Spec.Updates(size: $0, every: x.amount("every"), parallel: x.amount("parallel"), path: x.path)
    }
  }
}
