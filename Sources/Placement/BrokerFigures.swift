/// What a broker carries, as far as vendors and tests say.
package struct BrokerFigures: Sendable {
  /// Events a second for one reference vCPU at the busy share below: a 32-vCPU node of a public test
  /// took 100,000 acknowledged 1 kB messages a second into Kafka; this is a cautious default [A].
  package var eventsPerCore = 2000.0 / 0.6
  /// Largest busy share of a broker.
  package var utilizationLimit = 0.6
  /// Bytes a second that one vCPU of a Kafka broker takes in, with three copies, and gives out: 4.8 and
  /// 9.6 MB/s of a broker with two vCPUs (vendor's sizing guide) [K].
  package var kafkaInPerCore = 2.4e6
  package var kafkaOutPerCore = 4.8e6
  /// Copies of partitions that one broker of two or four vCPUs holds well; twice as many from eight on [K].
  package var partitionsPerBroker = 1000.0
  /// A shard of a provider's own stream: events and bytes in, bytes out, each a second [K].
  package var shardEvents = 1000.0
  package var shardIn = 1e6
  package var shardOut = 2e6
  /// Bytes that are billed as one write of such a stream, and as one MQTT message.
  package var writeUnitBytes = 25_000.0
  package var messageUnitBytes = 5000.0
  /// Tiers of MQTT messages a month with their prices over that of the first: 1.00, 0.80, 0.70 USD.
  package var messageTiers: [(upTo: Double, factor: Double)] = [(1e9, 1), (5e9, 0.8), (.infinity, 0.7)]
  /// Seconds until an event is on its copies and acknowledged, and until a waiting reader has it: mean [A].
  package var acknowledgeSeconds = 0.005
  package var fetchSeconds = 0.005
  /// Availability of a managed broker over several zones (MSK, Event Hubs, IoT Core SLAs) [K].
  package var managed = 0.999
  /// Hours of labour a month: a managed broker, and one run on own machines with its part for each.
  package var managedHours = 2.0
  package var selfRunHours = (fixed: 20.0, perInstance: 0.5)
  /// Seconds for which the readers are thought away, for the time to catch up: one restart [A].
  package var readerOutageSeconds = 600.0
  /// Free space on the disks of a broker [A].
  package var diskReserve = 0.2

  /// The documented defaults.
  package init() {}

  /// Copies of partitions that a broker of that many vCPUs holds.
  package func partitions(vcpus: Double) -> Double { partitionsPerBroker * (vcpus >= 16 ? 4 : vcpus >= 8 ? 2 : 1) }

  /// What MQTT messages of a month cost over the price of the first tier: messages weighted by tier.
  package func weightedMessages(_ messages: Double) -> Double {
    var rest = messages
    var from = 0.0
    var sum = 0.0
    for tier in messageTiers where rest > 0 {
      let part = min(rest, tier.upTo - from)
      sum += part * tier.factor
      rest -= part
      from = tier.upTo
    }
    return sum
  }
}
