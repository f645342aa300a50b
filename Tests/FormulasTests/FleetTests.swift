import Testing

@testable import Formulas

struct FleetTests {
  @Test func `a patch reaches a share when the mixture of who is online and who comes back does`() {
    for (online, checkIn, outage) in [(0.95, 900.0, 720.0), (0.7, 3600, 86_400), (1, 600, 3600), (0, 600, 3600)] {
      for share in [0.5, 0.95, 0.99] {
        let t = FleetUpkeep.patchSeconds(share: share, online: online, checkInSeconds: checkIn, outageSeconds: outage)
        let done =
          online * (1 - Elementary.exp(-t / checkIn)) + (1 - online) * (1 - Elementary.exp(-t / outage))
        #expect(abs(done - share) < 1e-9)
      }
    }
    // All online: the time of a single exponential.
    let all = FleetUpkeep.patchSeconds(share: 0.95, online: 1, checkInSeconds: 900, outageSeconds: 1)
    #expect(abs(all - 900 * Elementary.log(20)) < 1e-6)
    #expect(FleetUpkeep.patchSeconds(share: 1, online: 1, checkInSeconds: 900, outageSeconds: 1) == .infinity)
  }

  @Test func `links come back as often as they break`() {
    #expect(abs(FleetUpkeep.reconnections(devices: 10_000, online: 0.95, outageSeconds: 720) - 500.0 / 720) < 1e-12)
    #expect(FleetUpkeep.reconnections(devices: 10_000, online: 1, outageSeconds: 720) == 0)
  }
}
