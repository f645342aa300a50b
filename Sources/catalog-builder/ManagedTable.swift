/// Nodes of managed stores: `provider|kind|name|engine|milliVCPU|MiB|speed|region|price|asOf|confidence|origin`.
///
/// AWS nodes have the machine's shape, their price that of the machine times the published ratio of the
/// one size the source has; GCP's database is priced by vCPU and GB; Azure's as listed.
func managedTable(_ data: DataFolder) -> String {
  let golden = GoldenPrices(data)
  var lines: [String] = []
  func add(
    _ provider: String, _ kind: String, _ name: String, _ engine: String, vcpus: Double, gib: Double,
    speed: Int, region: String, price: Double, confidence: String = "listed", _ origin: String = "golden test outputs"
  ) {
    lines.append(
      [
        provider, kind, name, engine, decimal(vcpus * 1000, places: 0), decimal(gib * 1024, places: 0), String(speed),
        region,
        decimal(price, places: 6), "2025-07", confidence, origin,
      ].joined(separator: "|"))
  }
  func listed(_ source: String, _ resource: String, _ component: String) -> Double {
    guard let text = golden.price(source, resource, component), let value = Double(text) else {
      fail("no golden price of \(resource) \(component)")
    }
    return value
  }

  // AWS databases: db.t3.large postgres listed; sizes of one family cost in proportion.
  let t3 = listed(
    "db_instance", "aws_db_instance.extended_support[\"postgres-11\"]",
    "Database instance (on-demand, Single-AZ, db.t3.large)")
  for (size, vcpus, gib, ratio) in [
    ("micro", 2.0, 1.0, 0.125), ("small", 2, 2, 0.25), ("medium", 2, 4, 0.5), ("large", 2, 8, 1), ("xlarge", 4, 16, 2),
    ("2xlarge", 8, 32, 4),
  ] {
    for (engine, base) in [("postgres", t3), ("mysql", 0.136)] {
      add(
        "aws", "database", "db.t3." + size, engine, vcpus: vcpus, gib: gib, speed: 6030, region: "us-east-1",
        price: base * ratio, confidence: size == "large" ? "listed" : "derived",
        size == "large" ? "golden test outputs" : "in proportion to db.t3.large")
    }
  }
  // General and memory-optimised nodes: machine price x the ratio of db.t3.large to t3.large (1.74).
  let sizes: [(String, Double)] = [
    ("large", 1), ("xlarge", 2), ("2xlarge", 4), ("4xlarge", 8), ("8xlarge", 16), ("16xlarge", 32),
  ]
  for (family, machine, memory, speed) in [
    ("m6g", 0.077, 8.0, 7400), ("m6i", 0.096, 8, 7350), ("r6g", 0.1008, 16, 7400), ("r6i", 0.126, 16, 7350),
    ("m7g", 0.0816, 8, 11000), ("r7g", 0.1071, 16, 11000),
  ] {
    for (size, factor) in sizes {
      add(
        "aws", "database", "db.\(family).\(size)", "postgres", vcpus: 2 * factor, gib: memory * factor, speed: speed,
        region: "us-east-1", price: machine * factor * 1.743, confidence: "derived",
        "machine price x 1.743, the ratio of db.t3.large")
      add(
        "aws", "cache", "cache.\(family).\(size)", "redis", vcpus: 2 * factor, gib: memory * factor * 0.8, speed: speed,
        region: "us-east-1", price: machine * factor * 1.925, confidence: "derived",
        "machine price x 1.925, the ratio of cache.m6g.12xlarge")
      add(
        "aws", "search", "\(family).\(size).search", "opensearch", vcpus: 2 * factor, gib: memory * factor,
        speed: speed,
        region: "us-east-1", price: machine * factor * 1.475, confidence: "derived",
        "machine price x 1.475, the ratio of c4.2xlarge.search")
    }
  }
  add(
    "aws", "cache", "cache.m6g.12xlarge", "redis", vcpus: 48, gib: 157.12, speed: 7400, region: "us-east-1",
    price: listed("elasticache_cluster", "aws_elasticache_cluster.redis", "ElastiCache (on-demand, cache.m6g.12xlarge)")
  )
  add("aws", "broker", "kafka.t3.small", "kafka", vcpus: 2, gib: 2, speed: 6000, region: "us-east-1", price: 0.0456)
  let broker = listed("msk_cluster", "aws_msk_cluster.cluster-4-nodes", "Instance (kafka.m5.24xlarge)")
  for (size, share, vcpus) in [
    ("large", 48.0, 2.0), ("xlarge", 24, 4), ("2xlarge", 12, 8), ("4xlarge", 6, 16), ("8xlarge", 3, 32),
    ("24xlarge", 1, 96),
  ] {
    add(
      "aws", "broker", "kafka.m5." + size, "kafka", vcpus: vcpus, gib: vcpus * 4, speed: 6000, region: "us-east-1",
      price: broker / share, confidence: share == 1 ? "listed" : "derived",
      share == 1 ? "golden test outputs" : "in proportion to kafka.m5.24xlarge")
  }

  // GCP: vCPU-hour and GB-month of a zonal instance.
  let cpu = 0.0413, gb = 5.11 / 730
  for (vcpus, gib) in [(1.0, 3.75), (2, 7.5), (4, 15), (8, 30), (16, 60), (32, 120), (64, 240), (96, 360)] {
    for engine in ["postgres", "mysql"] {
      add(
        "gcp", "database", "db-custom-\(Int(vcpus))-\(Int(gib * 1024))", engine, vcpus: vcpus, gib: gib, speed: 6000,
        region: "us-central1", price: cpu * vcpus + gb * gib, confidence: engine == "mysql" ? "listed" : "derived")
    }
  }
  for (vcpus, gib) in [(4.0, 26.0), (8, 52), (16, 104)] {
    add(
      "gcp", "database", "db-highmem-\(Int(vcpus))", "mysql", vcpus: vcpus, gib: gib, speed: 6000,
      region: "us-central1",
      price: cpu * vcpus + gb * gib)
  }
  for (tier, gib, month) in [
    ("M1", 1.0, 35.77), ("M2", 5, 19.71), ("M3", 25, 16.79), ("M4", 45, 13.87), ("M5", 105, 11.68),
  ] {
    add(
      "gcp", "cache", "basic-" + tier, "redis", vcpus: 1, gib: gib, speed: 6000, region: "us-central1",
      price: gib * month / 730)
  }

  // Azure flexible servers.
  for (vcpus, price) in [(2.0, 0.195), (4, 0.39), (8, 0.78), (16, 1.56)] {
    for engine in ["postgres", "mysql"] {
      add(
        "azure", "database", "GP_Standard_D\(Int(vcpus))s_v3", engine, vcpus: vcpus, gib: vcpus * 4, speed: 6000,
        region: "eastus",
        price: price, confidence: engine == "postgres" && (vcpus == 4 || vcpus == 16) ? "listed" : "derived")
      add(
        "azure", "database", "MO_Standard_E\(Int(vcpus))s_v3", engine, vcpus: vcpus, gib: vcpus * 8, speed: 6000,
        region: "eastus",
        price: 0.5244 * vcpus / 4, confidence: engine == "postgres" && vcpus == 4 ? "listed" : "derived")
    }
  }
  add("azure", "database", "B_Standard_B1ms", "postgres", vcpus: 1, gib: 2, speed: 6000, region: "eastus", price: 0.017)
  for (name, gib, month) in [
    ("Standard_C3", 6.0, 164.25), ("Premium_P1", 6, 202.21), ("Premium_P2", 13, 405.15), ("Premium_P3", 26, 809.57),
  ] {
    add("azure", "cache", name, "redis", vcpus: 2, gib: gib, speed: 6000, region: "eastus", price: month / 730)
  }
  return lines.joined(separator: "\n") + "\n"
}
