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
      hardware: x.table("hardware").map(hardware),
      exposure: x.table("exposure").map { exposure in
        Spec.Fleet.Exposure(
          compromised: exposure.amount("compromised"), loss: exposure.amount("loss"),
          hardening: exposure.amount("hardening"), prevents: exposure.amount("prevents"))
      }, span: entry.keySpan, path: x.path)
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
    Spec.Uplink(access: x.text("access"), up: x.amount("up"), down: x.amount("down"))
  }

  private static func hardware(_ x: DecodedTable) -> Spec.Hardware {
    Spec.Hardware(
      name: x.text("name"), cores: x.amount("cores"), memory: x.amount("memory"), power: x.amount("watts"),
      price: x.amount("price"), isOwned: x.bool("owned"), span: x.span, path: x.path)
  }
}
