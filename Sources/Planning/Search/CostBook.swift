import Foundations

/// Turns machines, bytes and hours into cost lines, and collects what is unknown.
struct CostBook {
  /// Prices of this company's own; `nil` without lines.
  private let money: MoneyProblem?
  private let hourlyLabour: Money
  private(set) var lines: [CostLine] = []
  /// The sum of what was added.
  private(set) var sum = Money.zero
  let hasLines: Bool
  /// The first item without a price; the candidate cannot be used then.
  private(set) var unknown: String?
  static let hoursPerMonth = 730.0

  /// - Parameter hasLines: without them only ``sum`` and ``unknown`` are kept, as a search
  ///   needs them; machines are not added then.
  init(problem: Problem, parameters: ModelParameters, hasLines: Bool = true) {
    self.hasLines = hasLines
    money = hasLines ? problem.money : nil
    hourlyLabour = problem.hourlyLabour(parameters)
  }

  mutating func add(
    _ category: String, _ item: String, quantity: Double, unit: String, price: Money?, source: String
  ) {
    guard let price else {
      unknown = unknown ?? item
      return
    }
    guard quantity > 0 else { return }
    guard hasLines else {
      sum = sum + price.times(quantity)
      return
    }
    let line = CostLine(
      category: category, item: item, quantity: quantity, unit: unit, unitPrice: price, source: source)
    sum = sum + line.perMonth
    lines.append(line)
  }

  mutating func add(_ category: String, _ item: String, quantity: Double, meter: UnitPrice) {
    add(category, item, quantity: quantity, unit: meter.unit, price: meter.amount, source: meter.source)
  }

  /// Machine hours, with the working share apart from the idle one.
  mutating func machines(
    _ offer: MachineOffer, purchase: Purchase, count: Int, hours: Double = hoursPerMonth, busyShare: Double?
  ) {
    guard let list = money?.price(of: offer, purchase) else {
      unknown = unknown ?? "\(offer.provider):\(offer.region)/\(offer.machine) \(purchase.rawValue)"
      return
    }
    let total = Double(count) * hours
    let item = "\(count) × \(offer.machine) \(purchase.rawValue)"
    if let busyShare, busyShare < 1 {
      add("compute", item + ", busy", quantity: total * busyShare, unit: "h", price: list, source: offer.source)
      add("idle", item + ", idle", quantity: total * (1 - busyShare), unit: "h", price: list, source: offer.source)
    } else {
      add("compute", item, quantity: total, unit: "h", price: list, source: offer.source)
    }
  }

  /// The sum so far, in the currency.
  var total: Double { sum.double }

  mutating func labour(_ item: String, hours: Double) {
    add("labour", item, quantity: hours, unit: "h", price: hourlyLabour, source: "team.engineer / 1920 h a year")
  }
}

extension Problem {
  /// Loaded cost of one hour of an engineer.
  func hourlyLabour(_ parameters: ModelParameters) -> Money {
    Money(money.engineerPerYear.double / parameters.engineerHoursPerYear)
  }

  /// The price this company pays.
  func price(of offer: MachineOffer, _ purchase: Purchase) -> Money? { money.price(of: offer, purchase) }
}

extension MoneyProblem {
  /// The price this company pays: an override, else the list price less the stated discount.
  func price(of offer: MachineOffer, _ purchase: Purchase) -> Money? {
    if purchase == .onDemand, !overrides.isEmpty,
      let mine = overrides["\(offer.provider):\(offer.region)/\(offer.machine)"]
    {
      return mine
    }
    guard let list = offer.price(purchase) else { return nil }
    guard let discount = discount[offer.provider], discount > 0 else { return list }
    return list.times(1 - discount)
  }
}
