// Written by catalog-builder; edit the builder, not this file.

/// The catalog's figures as text, one literal or more a table.
enum Tables {
  static let date = "2026-07-30"
  /// SHA-256 of the bytes of all tables in the order of `all`.
  static let sha256 = "f1d207d7e6b02e0ab24cb739360e227b3b79272e815eccf28257b8a5a3a34848"

  static let awsMachines: [StaticString] = [awsMachinesText]
  static let awsPrices: [StaticString] = [awsPrices0Text, awsPrices1Text]
  static let azureMachines: [StaticString] = [azureMachinesText]
  static let azurePrices: [StaticString] = [azurePrices0Text, azurePrices1Text]
  static let gcpMachines: [StaticString] = [gcpMachinesText]
  static let gcpPrices: [StaticString] = [gcpPrices0Text, gcpPrices1Text]
  static let lambdaMachines: [StaticString] = [lambdaMachinesText]
  static let lambdaPrices: [StaticString] = [lambdaPricesText]
  static let regions: [StaticString] = [regionsText]
  static let gpus: [StaticString] = [gpusText]
  static let roundTrips: [StaticString] = [roundTripsText]
  static let waypoints: [StaticString] = [waypointsText]
  static let traffic: [StaticString] = [trafficText]
  static let services: [StaticString] = [servicesText]
  static let managed: [StaticString] = [managedText]

  static let all: [[StaticString]] = [
    awsMachines, awsPrices, azureMachines, azurePrices, gcpMachines, gcpPrices, lambdaMachines,
    lambdaPrices, regions, gpus, roundTrips, waypoints, traffic, services, managed,
  ]
}
