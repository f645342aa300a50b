import Foundations

/// What is bought beside machines; the unit stands behind each.
package enum ServiceItem: String, Sendable, Hashable, CaseIterable {
  /// SSD block storage, GB-month.
  case blockStorage = "block-storage"
  /// Snapshots and backups, GB-month.
  case backupStorage = "backup-storage"
  /// Object storage of the standard class, GB-month.
  case objectStorage = "object-storage"
  /// Writing requests to object storage, million.
  case objectWrites = "object-writes"
  /// Reading requests to object storage, million.
  case objectReads = "object-reads"
  /// Object storage of the class for what is seldom read, GB-month.
  case objectStorageCool = "object-storage-cool"
  /// Reading from that class, GB.
  case objectRetrievalCool = "object-retrieval-cool"
  /// Reading requests to it, million.
  case objectReadsCool = "object-reads-cool"
  /// Writing requests to it, and moves into it, million.
  case objectWritesCool = "object-writes-cool"
  /// Object storage of the class for what is hardly ever read, GB-month.
  case objectStorageCold = "object-storage-cold"
  /// Reading from that class, GB.
  case objectRetrievalCold = "object-retrieval-cold"
  /// Reading requests to it, million.
  case objectReadsCold = "object-reads-cold"
  /// Writing requests to it, and moves into it, million.
  case objectWritesCold = "object-writes-cold"
  /// Object storage of the class for what is kept to be kept, GB-month.
  case objectStorageArchive = "object-storage-archive"
  /// Reading from that class, GB.
  case objectRetrievalArchive = "object-retrieval-archive"
  /// Reading requests to it, million.
  case objectReadsArchive = "object-reads-archive"
  /// Writing requests to it, and moves into it, million.
  case objectWritesArchive = "object-writes-archive"
  /// A shared file system, GB-month.
  case fileStorage = "file-storage"
  /// A load balancer, h.
  case loadBalancer = "load-balancer"
  /// A capacity unit of a load balancer, h.
  case loadBalancerUnit = "load-balancer-unit"
  /// Bytes through a load balancer, GB.
  case loadBalancerData = "load-balancer-data"
  /// A gateway from private networks to the internet, h.
  case natGateway = "nat-gateway"
  /// Bytes through that gateway, GB.
  case natTraffic = "nat-traffic"
  /// A public IPv4 address in use, h.
  case publicAddress = "public-address"
  /// A managed Kubernetes control plane, h.
  case controlPlane = "control-plane"
  /// Serverless containers: one vCPU, h.
  case containerCPU = "container-cpu"
  /// Serverless containers: one GB of memory, h.
  case containerMemory = "container-memory"
  /// Functions: requests, million.
  case functionRequests = "function-requests"
  /// Functions: memory in time, GB-second.
  case functionDuration = "function-duration"
  /// Functions at the edge: requests, million.
  case edgeFunctionRequests = "edge-function-requests"
  /// Functions at the edge: memory in time, GB-second.
  case edgeFunctionDuration = "edge-function-duration"
  /// Functions at the edge billed by processor time, million CPU-ms.
  case edgeFunctionCPU = "edge-function-cpu"
  /// Functions at the edge: base fee, month.
  case edgeFunctionBase = "edge-function-base"
  /// Scripts of a CDN that touch requests and answers: requests, million.
  case edgeScriptRequests = "edge-script-requests"
  /// Bytes delivered by the provider's CDN, first tier, GB.
  case cdnTraffic = "cdn-traffic"
  /// Requests to the CDN, million.
  case cdnRequests = "cdn-requests"
  /// Queue requests, million.
  case queueRequests = "queue-requests"
  /// A partition or throughput unit of the provider's own event stream, h.
  case streamShard = "stream-shard"
  /// Writes into that stream, million units.
  case streamWrites = "stream-writes"
  /// Storage of a managed Kafka cluster, GB-month.
  case brokerStorage = "broker-storage"
  /// Requests to an API gateway, million.
  case gatewayRequests = "gateway-requests"
  /// MQTT messages, million.
  case mqttMessages = "mqtt-messages"
  /// MQTT connections, million minutes.
  case mqttConnections = "mqtt-connections"
  /// Storage of a managed relational database, GB-month.
  case databaseStorage = "database-storage"
  /// Storage of a key-value database billed by request, GB-month.
  case keyValueStorage = "key-value-storage"
  /// Writes of a key-value database, million.
  case keyValueWrites = "key-value-writes"
  /// Reads of a key-value database, million.
  case keyValueReads = "key-value-reads"
  /// Log ingestion, GB.
  case logs
  /// Custom metrics, metric-month.
  case metrics
  /// Secrets, secret-month.
  case secrets
  /// A DNS zone, month.
  case dnsZone = "dns-zone"
  /// Bytes between zones of a region, per direction, GB.
  case zoneTraffic = "zone-traffic"

  /// The unit of the price.
  package var unit: String {
    switch self {
    case .blockStorage, .backupStorage, .objectStorage, .fileStorage, .brokerStorage, .databaseStorage,
      .keyValueStorage, .objectStorageCool, .objectStorageCold, .objectStorageArchive:
      "GB-month"
    case .objectWrites, .objectReads, .functionRequests, .edgeFunctionRequests, .edgeScriptRequests, .cdnRequests,
      .queueRequests, .streamWrites, .gatewayRequests, .mqttMessages, .keyValueWrites, .keyValueReads,
      .objectReadsCool, .objectReadsCold, .objectReadsArchive, .objectWritesCool, .objectWritesCold,
      .objectWritesArchive:
      "million"
    case .loadBalancer, .loadBalancerUnit, .natGateway, .publicAddress, .controlPlane, .containerCPU,
      .containerMemory, .streamShard:
      "h"
    case .loadBalancerData, .natTraffic, .cdnTraffic, .logs, .zoneTraffic, .objectRetrievalCool, .objectRetrievalCold,
      .objectRetrievalArchive:
      "GB"
    case .functionDuration, .edgeFunctionDuration: "GB-second"
    case .edgeFunctionCPU: "million CPU-ms"
    case .mqttConnections: "million minutes"
    case .metrics: "metric-month"
    case .secrets: "secret-month"
    case .edgeFunctionBase, .dnsZone: "month"
    }
  }
}

/// What a node of a managed store does.
package enum ManagedKind: String, Sendable, Hashable, CaseIterable {
  /// PostgreSQL or MySQL, one instance in one zone.
  case database
  /// Redis or Memcached.
  case cache
  /// Kafka.
  case broker
  /// Full-text and vector search.
  case search
}

/// A node of a managed store that a provider rents by the hour.
package struct ManagedNode: Sendable, Hashable {
  package var provider: String
  package var kind: ManagedKind
  /// The provider's name, such as `db.m5.large`.
  package var name: String
  /// `postgres`, `mysql`, `redis`, `kafka`, `opensearch`; empty when the price is the same for all.
  package var engine: String
  package var vcpus: Double
  package var memoryBytes: Double
  /// Speed of one vCPU relative to the reference core; `nil` when unknown.
  package var speed: Double?
  /// USD per hour of one node in one zone.
  package var price: Figure

  /// Creates a node.
  package init(
    provider: String, kind: ManagedKind, name: String, engine: String, vcpus: Double, memoryBytes: Double,
    speed: Double?, price: Figure
  ) {
    self.provider = provider
    self.kind = kind
    self.name = name
    self.engine = engine
    self.vcpus = vcpus
    self.memoryBytes = memoryBytes
    self.speed = speed
    self.price = price
  }
}
