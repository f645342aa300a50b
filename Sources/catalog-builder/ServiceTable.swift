/// A service's list price with the row of the source that confirms it.
private struct Entry {
  var provider: String
  var item: String
  /// The region the price was read in, or `*` when it is the same everywhere.
  var region: String
  var price: String
  /// Source, resource and component of a golden row.
  var golden: (String, String, String)?
  /// Golden units in one unit of the item.
  var factor: Double
  var origin: String
  var asOf: String
  var confidence: String

  init(
    _ provider: String, _ item: String, _ region: String, _ price: String,
    _ golden: (String, String, String)? = nil, factor: Double = 1, origin: String = "golden test outputs",
    asOf: String = "2025-07", confidence: String = "listed"
  ) {
    self.provider = provider
    self.item = item
    self.region = region
    self.price = price
    self.golden = golden
    self.factor = factor
    self.origin = origin
    self.asOf = asOf
    self.confidence = confidence
  }
}

/// Prices of services: `provider|item|region|price|confidence|asOf|origin`.
///
/// Figures stand here as published; each is held against its row of the source, so that neither a
/// slip of ours nor the rounding of small test quantities gets into the catalog.
func serviceTable(_ data: DataFolder) -> String {
  let golden = GoldenPrices(data)
  var lines: [String] = []
  for entry in entries {
    if let (source, resource, component) = entry.golden {
      let found = golden.prices(source, resource, component)
      guard let price = Double(entry.price),
        found.contains(where: { abs($0 * entry.factor - price) <= 0.02 * price })
      else { fail("\(entry.provider) \(entry.item): \(entry.price) is none of \(found.map { $0 * entry.factor })") }
    }
    lines.append(
      [entry.provider, entry.item, entry.region, entry.price, entry.confidence, entry.asOf, entry.origin]
        .joined(separator: "|"))
  }
  lines += gcpRegional(data)
  return lines.joined(separator: "\n") + "\n"
}

/// GCP disks, buckets, addresses and gateways are listed for every region.
private func gcpRegional(_ data: DataFolder) -> [String] {
  let items = [
    "disk/balanced/cost/*/month": "block-storage", "disk/snapshot/cost/*/month": "backup-storage",
    "storage/bucket/standard/cost/*/month": "object-storage",
    "storage/bucket/nearline/cost/*/month": "object-storage-cool",
    "storage/bucket/coldline/cost/*/month": "object-storage-cold",
    "storage/bucket/archiv/cost/*/month": "object-storage-archive", "network/ip/vm/cost/*/hour": "public-address",
    "network/nat/gateway/cost/*/hour": "nat-gateway", "network/nat/data/cost/*/month": "nat-traffic",
  ]
  var lines: [String] = []
  for (path, text) in JSONReader(data.bytes("prices/gcp_network_storage.json")).numbers where path.count >= 3 {
    var pattern = path
    let region = pattern[path.count - 2]
    pattern[path.count - 2] = "*"
    guard let item = items[pattern.joined(separator: "/")], Places.gcpCountries[region] != nil else { continue }
    lines.append("gcp|\(item)|\(region)|\(text)|listed|2026-07-30|price list by region")
  }
  return lines.sorted()
}

private let edge = "published page"
private let entries: [Entry] = [
  Entry(
    "aws", "block-storage", "us-east-1", "0.08",
    ("ebs_volume", "aws_ebs_volume.gp3", "Storage (general purpose SSD, gp3)")),
  Entry("aws", "backup-storage", "us-east-1", "0.05", ("ebs_snapshot", "aws_ebs_snapshot.gp2", "EBS snapshot storage")),
  Entry(
    "aws", "object-storage", "us-east-1", "0.023",
    ("s3_bucket", "aws_s3_bucket.bucket_withUsage", "Storage (frequent access)")),
  Entry(
    "aws", "object-writes", "us-east-1", "5",
    ("cloudfront_distribution", "aws_s3_bucket.b", "PUT, COPY, POST, LIST requests"), factor: 1000),
  Entry(
    "aws", "object-reads", "us-east-1", "0.4",
    ("cloudfront_distribution", "aws_s3_bucket.b", "GET, SELECT, and all other requests"), factor: 1000),
  // Standard-IA, Glacier Instant Retrieval, Glacier Deep Archive.
  Entry(
    "aws", "object-storage-cool", "us-east-1", "0.0125",
    ("s3_bucket", "aws_s3_bucket.bucket_withUsage", "Storage")),
  Entry(
    "aws", "object-retrieval-cool", "us-east-1", "0.01",
    ("s3_bucket", "aws_s3_bucket.bucket_withUsage", "Retrievals")),
  Entry(
    "aws", "object-reads-cool", "us-east-1", "1",
    ("s3_bucket", "aws_s3_bucket.bucket_withUsage", "GET, SELECT, and all other requests"), factor: 1000),
  Entry(
    "aws", "object-writes-cool", "us-east-1", "10",
    ("s3_bucket", "aws_s3_bucket.bucket_withUsage", "PUT, COPY, POST, LIST requests"), factor: 1000),
  Entry(
    "aws", "object-storage-cold", "us-east-1", "0.004", origin: "list price, not re-read", asOf: "2025",
    confidence: "assumed"),
  Entry(
    "aws", "object-retrieval-cold", "us-east-1", "0.03", origin: "list price, not re-read", asOf: "2025",
    confidence: "assumed"),
  Entry(
    "aws", "object-reads-cold", "us-east-1", "10", origin: "list price, not re-read", asOf: "2025",
    confidence: "assumed"),
  Entry(
    "aws", "object-writes-cold", "us-east-1", "20", origin: "list price, not re-read", asOf: "2025",
    confidence: "assumed"),
  Entry(
    "aws", "object-storage-archive", "us-east-1", "0.00099",
    ("s3_bucket", "aws_s3_bucket.bucket_withUsage", "Storage")),
  Entry(
    "aws", "object-retrieval-archive", "us-east-1", "0.02",
    ("s3_bucket", "aws_s3_bucket.bucket_withUsage", "Retrievals (standard)")),
  Entry(
    "aws", "object-reads-archive", "us-east-1", "100",
    ("s3_bucket", "aws_s3_bucket.bucket_withUsage", "Retrieval requests (standard)"), factor: 1000),
  Entry(
    "aws", "object-writes-archive", "us-east-1", "50",
    ("s3_bucket", "aws_s3_bucket.bucket_withUsage", "PUT, COPY, POST, LIST requests"), factor: 1000),
  Entry(
    "aws", "file-storage", "us-east-1", "0.3", ("efs_file_system", "aws_efs_file_system.standard", "Storage (standard)")
  ),
  Entry("aws", "load-balancer", "us-east-1", "0.0225", ("lb", "aws_lb.lb1", "Application load balancer")),
  // The source states a month of one unit: 5.84 = 730 x 0.008.
  Entry(
    "aws", "load-balancer-unit", "us-east-1", "0.008", ("lb", "aws_alb.alb1", "Load balancer capacity units"),
    factor: 1 / 730),
  Entry("aws", "nat-gateway", "us-east-1", "0.045", ("nat_gateway", "aws_nat_gateway.nat", "NAT gateway")),
  Entry("aws", "nat-traffic", "us-east-1", "0.045", ("nat_gateway", "aws_nat_gateway.nat_withUsage", "Data processed")),
  Entry("aws", "public-address", "*", "0.005", origin: "list price since 2024", asOf: "2024-02", confidence: "assumed"),
  Entry(
    "aws", "control-plane", "us-east-1", "0.1", ("eks_cluster", "aws_eks_cluster.my_aws_eks_cluster", "EKS cluster")),
  Entry(
    "aws", "container-cpu", "us-east-1", "0.04048",
    ("ecs_service", "aws_ecs_service.ecs_fargate5", "Per vCPU per hour"), factor: 1 / 730),
  Entry(
    "aws", "container-memory", "us-east-1", "0.004445",
    ("ecs_service", "aws_ecs_service.ecs_fargate5", "Per GB per hour"), factor: 1 / 730),
  Entry(
    "aws", "function-requests", "us-east-1", "0.2",
    ("lambda_function", "aws_lambda_function.lambda_duration_15B", "Requests")),
  Entry(
    "aws", "function-duration", "us-east-1", "0.0000166667",
    ("lambda_function", "aws_lambda_function.lambda_duration_15B", "Duration (first 6B)")),
  Entry("aws", "edge-function-requests", "*", "0.6", origin: "two articles", asOf: "2026-05"),
  Entry("aws", "edge-function-duration", "*", "0.00005001", origin: "two articles, recomputed", asOf: "2026-05"),
  Entry("aws", "edge-script-requests", "*", "0.1", origin: "published page", asOf: "2026"),
  Entry(
    "aws", "cdn-traffic", "us-east-1", "0.085",
    (
      "cloudfront_distribution", "aws_cloudfront_distribution.s3_distribution_with_usage",
      "Data transfer out to internet (first 10TB)"
    )),
  Entry(
    "aws", "cdn-requests", "us-east-1", "1", origin: "list price, not re-read", asOf: "2025", confidence: "assumed"),
  Entry(
    "aws", "queue-requests", "us-east-1", "0.4", ("sqs_queue", "aws_sqs_queue.standard_sqs_queue_withUsage", "Requests")
  ),
  Entry(
    "aws", "stream-shard", "us-east-1", "0.015",
    ("kinesis_stream", "aws_kinesis_stream.test_stream_provisioned_with_usage", "PROVISIONED")),
  Entry("aws", "stream-writes", "us-east-1", "0.014", origin: "golden test outputs", asOf: "2024-07"),
  Entry("aws", "broker-storage", "us-east-1", "0.1", ("msk_cluster", "aws_msk_cluster.cluster-2-nodes", "Storage")),
  Entry(
    "aws", "gateway-requests", "us-east-1", "1",
    ("apigatewayv2_api", "aws_apigatewayv2_api.http_usage", "Requests (first 300M)")),
  Entry("aws", "mqtt-messages", "us-east-1", "1", origin: "two repositories", asOf: "2025-01"),
  Entry("aws", "mqtt-connections", "us-east-1", "0.08", origin: "three repositories", asOf: "2025-01"),
  Entry(
    "aws", "database-storage", "us-east-1", "0.115",
    ("db_instance", "aws_db_instance.sqlserver-se", "Storage (general purpose SSD, gp2)")),
  Entry(
    "aws", "key-value-storage", "us-east-1", "0.25",
    ("dynamodb_table", "aws_dynamodb_table.my_dynamodb_table_usage", "Data storage")),
  Entry(
    "aws", "key-value-writes", "us-east-1", "0.625",
    ("dynamodb_table", "aws_dynamodb_table.my_dynamodb_table_usage", "Write request unit (WRU)"), factor: 1e6),
  Entry("aws", "key-value-reads", "us-east-1", "0.125", origin: "golden test outputs", asOf: "2025-07"),
  Entry(
    "aws", "logs", "us-east-1", "0.5",
    ("cloudwatch_log_group", "aws_cloudwatch_log_group.logs_count_withUsage[0]", "Data ingested")),
  Entry("aws", "metrics", "us-east-1", "0.3", origin: "list price, not re-read", asOf: "2025", confidence: "assumed"),
  Entry("aws", "secrets", "us-east-1", "0.4", ("secretsmanager_secret", "aws_secretsmanager_secret.secret", "Secret")),
  Entry("aws", "dns-zone", "*", "0.5", ("route53_zone", "aws_route53_zone.zone1", "Hosted zone")),
  Entry(
    "aws", "zone-traffic", "*", "0.01", ("data_transfer", "aws_data_transfer.us-east-1", "Intra-region data transfer")),

  Entry(
    "gcp", "object-writes", "us-central1", "5", origin: "list price, not re-read", asOf: "2025", confidence: "assumed"),
  Entry(
    "gcp", "object-reads", "us-central1", "0.4", origin: "list price, not re-read", asOf: "2025", confidence: "assumed"),
  Entry(
    "gcp", "load-balancer", "us-central1", "0.025",
    ("compute_target_grpc_proxy", "google_compute_target_http_proxy.default", "Proxy instance")),
  Entry(
    "gcp", "load-balancer-data", "us-central1", "0.008",
    ("compute_forwarding_rule", "google_compute_forwarding_rule.default", "Ingress data")),
  Entry(
    "gcp", "control-plane", "us-central1", "0.1",
    ("container_cluster", "google_container_cluster.with_node_config", "Cluster management fee")),
  Entry(
    "gcp", "container-cpu", "us-central1", "0.07776",
    ("cloud_run_v2_service", "google_cloud_run_v2_service.throttling_disabled", "CPU allocation time (tier 2)"),
    factor: 3600, origin: "golden test outputs, tier 2 regions", confidence: "derived"),
  Entry(
    "gcp", "container-memory", "us-central1", "0.00864",
    ("cloud_run_v2_service", "google_cloud_run_v2_service.throttling_disabled", "Memory allocation time (tier 2)"),
    factor: 3600, origin: "golden test outputs, tier 2 regions", confidence: "derived"),
  Entry(
    "gcp", "function-requests", "us-central1", "0.4",
    ("cloudfunctions_function", "google_cloudfunctions_function.my_function", "Invocations"), factor: 1e6),
  Entry(
    "gcp", "function-duration", "us-central1", "0.0000165", origin: "2.5e-6 a GB-second and 1.4 GHz at 1e-5",
    asOf: "2025-07", confidence: "derived"),
  Entry(
    "gcp", "queue-requests", "us-central1", "0.4", origin: "list price, not re-read", asOf: "2025",
    confidence: "assumed"),
  Entry(
    "gcp", "database-storage", "us-central1", "0.17",
    ("sql_database_instance", "google_sql_database_instance.with_replica", "Storage (SSD, zonal)")),
  Entry(
    "gcp", "logs", "us-central1", "0.5",
    ("logging_project_bucket_config", "google_logging_project_bucket_config.basic_withUsage", "Logging data")),
  Entry(
    "gcp", "secrets", "*", "0.06",
    ("secret_manager_secret", "google_secret_manager_secret.secret_with_usage", "Active secret versions")),
  // Nearline, Coldline, Archive; their storage is listed by region.
  Entry(
    "gcp", "object-retrieval-cool", "*", "0.01", origin: "list price, not re-read", asOf: "2025",
    confidence: "assumed"),
  Entry(
    "gcp", "object-reads-cool", "*", "1", origin: "list price, not re-read", asOf: "2025",
    confidence: "assumed"),
  Entry(
    "gcp", "object-writes-cool", "*", "10", origin: "list price, not re-read", asOf: "2025",
    confidence: "assumed"),
  Entry(
    "gcp", "object-retrieval-cold", "*", "0.02",
    ("storage_bucket", "google_storage_bucket.storage_bucket", "Data retrieval")),
  Entry(
    "gcp", "object-reads-cold", "*", "5",
    ("storage_bucket", "google_storage_bucket.storage_bucket", "Object gets, retrieve bucket/object metadata (class B)"), factor: 100),
  Entry(
    "gcp", "object-writes-cold", "*", "10",
    ("storage_bucket", "google_storage_bucket.storage_bucket", "Object adds, bucket/object list (class A)"), factor: 100),
  Entry(
    "gcp", "object-retrieval-archive", "*", "0.05", origin: "list price, not re-read", asOf: "2025",
    confidence: "assumed"),
  Entry(
    "gcp", "object-reads-archive", "*", "50", origin: "list price, not re-read", asOf: "2025",
    confidence: "assumed"),
  Entry(
    "gcp", "object-writes-archive", "*", "50", origin: "list price, not re-read", asOf: "2025",
    confidence: "assumed"),
  Entry("gcp", "dns-zone", "*", "0.2", ("dns_managed_zone", "google_dns_managed_zone.zone", "Managed zone")),
  Entry("gcp", "zone-traffic", "*", "0.01", origin: "list price, not re-read", asOf: "2025", confidence: "assumed"),

  // P10: 128 GiB for 19.71 a month.
  Entry(
    "azure", "block-storage", "eastus", "0.154",
    ("kubernetes_cluster", "azurerm_kubernetes_cluster.min_count", "Storage (P10, LRS)"), factor: 1.0 / 128),
  Entry(
    "azure", "object-storage", "eastus", "0.0208", origin: "list price, not re-read", asOf: "2025",
    confidence: "assumed"),
  Entry(
    "azure", "object-writes", "eastus", "5.5", origin: "list price, not re-read", asOf: "2025", confidence: "assumed"),
  Entry(
    "azure", "object-reads", "eastus", "0.44", origin: "list price, not re-read", asOf: "2025", confidence: "assumed"),
  Entry(
    "azure", "object-storage-cool", "eastus", "0.0115",
    ("storage_account", #"azurerm_storage_account.blob["BlobStorage.Standard.LRS.Cool"]"#, "Capacity")),
  Entry(
    "azure", "object-retrieval-cool", "eastus", "0.01",
    ("storage_account", #"azurerm_storage_account.blob["BlobStorage.Standard.LRS.Cool"]"#, "Data retrieval")),
  Entry(
    "azure", "object-reads-cool", "eastus", "1",
    ("storage_account", #"azurerm_storage_account.blob["BlobStorage.Standard.LRS.Cool"]"#, "Read operations"), factor: 100),
  Entry(
    "azure", "object-writes-cool", "eastus", "10",
    ("storage_account", #"azurerm_storage_account.blob["BlobStorage.Standard.LRS.Cool"]"#, "Write operations"), factor: 100),
  Entry(
    "azure", "load-balancer", "eastus", "0.025", origin: "list price, not re-read", asOf: "2025", confidence: "assumed"),
  Entry("azure", "load-balancer-data", "eastus", "0.005", ("lb", "azurerm_lb.standard", "Data processed")),
  Entry("azure", "nat-gateway", "eastus", "0.045", ("nat_gateway", "azurerm_nat_gateway.my_gateway2", "NAT gateway")),
  Entry("azure", "nat-traffic", "eastus", "0.045", ("nat_gateway", "azurerm_nat_gateway.my_gateway", "Data processed")),
  Entry(
    "azure", "public-address", "*", "0.005", ("public_ip", "azurerm_public_ip.example", "IP address (static, regional)")
  ),
  Entry(
    "azure", "control-plane", "eastus", "0.1",
    ("kubernetes_cluster", "azurerm_kubernetes_cluster.min_count", "Uptime SLA")),
  Entry("azure", "function-requests", "eastus", "0.2", origin: "golden test outputs", asOf: "2024-07"),
  Entry("azure", "function-duration", "eastus", "0.000016", origin: "golden test outputs", asOf: "2024-07"),
  Entry("azure", "stream-shard", "eastus", "0.03", origin: "golden test outputs, 21.90 a month", asOf: "2024-07"),
  Entry("azure", "stream-writes", "eastus", "0.028", origin: "golden test outputs", asOf: "2024-07"),
  Entry(
    "azure", "database-storage", "eastus", "0.138",
    ("mysql_flexible_server", "azurerm_mysql_flexible_server.gp", "Storage")),
  Entry(
    "azure", "backup-storage", "eastus", "0.095",
    ("mysql_flexible_server", "azurerm_mysql_flexible_server.gp", "Additional backup storage")),
  Entry(
    "azure", "key-value-storage", "westus", "0.25",
    ("cosmosdb_sql_container", "azurerm_cosmosdb_sql_container.provisioned", "Transactional storage (West US)")),
  Entry("azure", "dns-zone", "*", "0.5", ("dns_zone", "azurerm_dns_zone.westus", "Hosted zone")),
  Entry("azure", "zone-traffic", "*", "0", origin: "no charge stated", asOf: "2025", confidence: "assumed"),

  Entry("cloudflare", "edge-function-base", "*", "5", origin: edge, asOf: "2026"),
  Entry("cloudflare", "edge-function-requests", "*", "0.3", origin: edge, asOf: "2026"),
  Entry("cloudflare", "edge-function-cpu", "*", "0.02", origin: edge, asOf: "2026"),
  Entry("cloudflare", "object-storage", "*", "0.015", origin: edge, asOf: "2026"),
  Entry("cloudflare", "object-writes", "*", "4.5", origin: edge, asOf: "2026"),
  Entry("cloudflare", "object-reads", "*", "0.36", origin: edge, asOf: "2026"),
  Entry("cloudflare", "container-cpu", "*", "0.072", origin: edge, asOf: "2026"),
  Entry("cloudflare", "container-memory", "*", "0.009", origin: edge, asOf: "2026"),
  Entry("cloudflare", "cdn-traffic", "*", "0", origin: edge, asOf: "2026"),
]
