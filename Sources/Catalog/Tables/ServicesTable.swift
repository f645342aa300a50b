// Written by catalog-builder; edit the builder, not this file.

extension Tables {
  static let servicesText: StaticString = #"""
aws|block-storage|us-east-1|0.08|listed|2025-07|golden test outputs
aws|backup-storage|us-east-1|0.05|listed|2025-07|golden test outputs
aws|object-storage|us-east-1|0.023|listed|2025-07|golden test outputs
aws|object-writes|us-east-1|5|listed|2025-07|golden test outputs
aws|object-reads|us-east-1|0.4|listed|2025-07|golden test outputs
aws|object-storage-cool|us-east-1|0.0125|listed|2025-07|golden test outputs
aws|object-retrieval-cool|us-east-1|0.01|listed|2025-07|golden test outputs
aws|object-reads-cool|us-east-1|1|listed|2025-07|golden test outputs
aws|object-writes-cool|us-east-1|10|listed|2025-07|golden test outputs
aws|object-storage-cold|us-east-1|0.004|assumed|2025|list price, not re-read
aws|object-retrieval-cold|us-east-1|0.03|assumed|2025|list price, not re-read
aws|object-reads-cold|us-east-1|10|assumed|2025|list price, not re-read
aws|object-writes-cold|us-east-1|20|assumed|2025|list price, not re-read
aws|object-storage-archive|us-east-1|0.00099|listed|2025-07|golden test outputs
aws|object-retrieval-archive|us-east-1|0.02|listed|2025-07|golden test outputs
aws|object-reads-archive|us-east-1|100|listed|2025-07|golden test outputs
aws|object-writes-archive|us-east-1|50|listed|2025-07|golden test outputs
aws|file-storage|us-east-1|0.3|listed|2025-07|golden test outputs
aws|load-balancer|us-east-1|0.0225|listed|2025-07|golden test outputs
aws|load-balancer-unit|us-east-1|0.008|listed|2025-07|golden test outputs
aws|nat-gateway|us-east-1|0.045|listed|2025-07|golden test outputs
aws|nat-traffic|us-east-1|0.045|listed|2025-07|golden test outputs
aws|public-address|*|0.005|assumed|2024-02|list price since 2024
aws|control-plane|us-east-1|0.1|listed|2025-07|golden test outputs
aws|container-cpu|us-east-1|0.04048|listed|2025-07|golden test outputs
aws|container-memory|us-east-1|0.004445|listed|2025-07|golden test outputs
aws|function-requests|us-east-1|0.2|listed|2025-07|golden test outputs
aws|function-duration|us-east-1|0.0000166667|listed|2025-07|golden test outputs
aws|edge-function-requests|*|0.6|listed|2026-05|two articles
aws|edge-function-duration|*|0.00005001|listed|2026-05|two articles, recomputed
aws|edge-script-requests|*|0.1|listed|2026|published page
aws|cdn-traffic|us-east-1|0.085|listed|2025-07|golden test outputs
aws|cdn-requests|us-east-1|1|assumed|2025|list price, not re-read
aws|queue-requests|us-east-1|0.4|listed|2025-07|golden test outputs
aws|stream-shard|us-east-1|0.015|listed|2025-07|golden test outputs
aws|stream-writes|us-east-1|0.014|listed|2024-07|golden test outputs
aws|broker-storage|us-east-1|0.1|listed|2025-07|golden test outputs
aws|gateway-requests|us-east-1|1|listed|2025-07|golden test outputs
aws|mqtt-messages|us-east-1|1|listed|2025-01|two repositories
aws|mqtt-connections|us-east-1|0.08|listed|2025-01|three repositories
aws|database-storage|us-east-1|0.115|listed|2025-07|golden test outputs
aws|key-value-storage|us-east-1|0.25|listed|2025-07|golden test outputs
aws|key-value-writes|us-east-1|0.625|listed|2025-07|golden test outputs
aws|key-value-reads|us-east-1|0.125|listed|2025-07|golden test outputs
aws|logs|us-east-1|0.5|listed|2025-07|golden test outputs
aws|metrics|us-east-1|0.3|assumed|2025|list price, not re-read
aws|secrets|us-east-1|0.4|listed|2025-07|golden test outputs
aws|dns-zone|*|0.5|listed|2025-07|golden test outputs
aws|zone-traffic|*|0.01|listed|2025-07|golden test outputs
gcp|object-writes|us-central1|5|assumed|2025|list price, not re-read
gcp|object-reads|us-central1|0.4|assumed|2025|list price, not re-read
gcp|load-balancer|us-central1|0.025|listed|2025-07|golden test outputs
gcp|load-balancer-data|us-central1|0.008|listed|2025-07|golden test outputs
gcp|control-plane|us-central1|0.1|listed|2025-07|golden test outputs
gcp|container-cpu|us-central1|0.07776|derived|2025-07|golden test outputs, tier 2 regions
gcp|container-memory|us-central1|0.00864|derived|2025-07|golden test outputs, tier 2 regions
gcp|function-requests|us-central1|0.4|listed|2025-07|golden test outputs
gcp|function-duration|us-central1|0.0000165|derived|2025-07|2.5e-6 a GB-second and 1.4 GHz at 1e-5
gcp|queue-requests|us-central1|0.4|assumed|2025|list price, not re-read
gcp|database-storage|us-central1|0.17|listed|2025-07|golden test outputs
gcp|logs|us-central1|0.5|listed|2025-07|golden test outputs
gcp|secrets|*|0.06|listed|2025-07|golden test outputs
gcp|object-retrieval-cool|*|0.01|assumed|2025|list price, not re-read
gcp|object-reads-cool|*|1|assumed|2025|list price, not re-read
gcp|object-writes-cool|*|10|assumed|2025|list price, not re-read
gcp|object-retrieval-cold|*|0.02|listed|2025-07|golden test outputs
gcp|object-reads-cold|*|5|listed|2025-07|golden test outputs
gcp|object-writes-cold|*|10|listed|2025-07|golden test outputs
gcp|object-retrieval-archive|*|0.05|assumed|2025|list price, not re-read
gcp|object-reads-archive|*|50|assumed|2025|list price, not re-read
gcp|object-writes-archive|*|50|assumed|2025|list price, not re-read
gcp|dns-zone|*|0.2|listed|2025-07|golden test outputs
gcp|zone-traffic|*|0.01|assumed|2025|list price, not re-read
azure|block-storage|eastus|0.154|listed|2025-07|golden test outputs
azure|object-storage|eastus|0.0208|assumed|2025|list price, not re-read
azure|object-writes|eastus|5.5|assumed|2025|list price, not re-read
azure|object-reads|eastus|0.44|assumed|2025|list price, not re-read
azure|object-storage-cool|eastus|0.0115|listed|2025-07|golden test outputs
azure|object-retrieval-cool|eastus|0.01|listed|2025-07|golden test outputs
azure|object-reads-cool|eastus|1|listed|2025-07|golden test outputs
azure|object-writes-cool|eastus|10|listed|2025-07|golden test outputs
azure|load-balancer|eastus|0.025|assumed|2025|list price, not re-read
azure|load-balancer-data|eastus|0.005|listed|2025-07|golden test outputs
azure|nat-gateway|eastus|0.045|listed|2025-07|golden test outputs
azure|nat-traffic|eastus|0.045|listed|2025-07|golden test outputs
azure|public-address|*|0.005|listed|2025-07|golden test outputs
azure|control-plane|eastus|0.1|listed|2025-07|golden test outputs
azure|function-requests|eastus|0.2|listed|2024-07|golden test outputs
azure|function-duration|eastus|0.000016|listed|2024-07|golden test outputs
azure|stream-shard|eastus|0.03|listed|2024-07|golden test outputs, 21.90 a month
azure|stream-writes|eastus|0.028|listed|2024-07|golden test outputs
azure|database-storage|eastus|0.138|listed|2025-07|golden test outputs
azure|backup-storage|eastus|0.095|listed|2025-07|golden test outputs
azure|key-value-storage|westus|0.25|listed|2025-07|golden test outputs
azure|dns-zone|*|0.5|listed|2025-07|golden test outputs
azure|zone-traffic|*|0|assumed|2025|no charge stated
cloudflare|edge-function-base|*|5|listed|2026|published page
cloudflare|edge-function-requests|*|0.3|listed|2026|published page
cloudflare|edge-function-cpu|*|0.02|listed|2026|published page
cloudflare|object-storage|*|0.015|listed|2026|published page
cloudflare|object-writes|*|4.5|listed|2026|published page
cloudflare|object-reads|*|0.36|listed|2026|published page
cloudflare|container-cpu|*|0.072|listed|2026|published page
cloudflare|container-memory|*|0.009|listed|2026|published page
cloudflare|cdn-traffic|*|0|listed|2026|published page
gcp|backup-storage|africa-south1|0.054894|listed|2026-07-30|price list by region
gcp|backup-storage|asia-east1|0.05|listed|2026-07-30|price list by region
gcp|backup-storage|asia-east2|0.07|listed|2026-07-30|price list by region
gcp|backup-storage|asia-northeast1|0.064|listed|2026-07-30|price list by region
gcp|backup-storage|asia-northeast2|0.064|listed|2026-07-30|price list by region
gcp|backup-storage|asia-northeast3|0.064|listed|2026-07-30|price list by region
gcp|backup-storage|asia-south1|0.052|listed|2026-07-30|price list by region
gcp|backup-storage|asia-south2|0.06|listed|2026-07-30|price list by region
gcp|backup-storage|asia-southeast1|0.061|listed|2026-07-30|price list by region
gcp|backup-storage|asia-southeast2|0.067|listed|2026-07-30|price list by region
gcp|backup-storage|asia-southeast3|0.0525|listed|2026-07-30|price list by region
gcp|backup-storage|australia-southeast1|0.062|listed|2026-07-30|price list by region
gcp|backup-storage|australia-southeast2|0.065|listed|2026-07-30|price list by region
gcp|backup-storage|europe-central2|0.065|listed|2026-07-30|price list by region
gcp|backup-storage|europe-north1|0.055|listed|2026-07-30|price list by region
gcp|backup-storage|europe-north2|0.05|listed|2026-07-30|price list by region
gcp|backup-storage|europe-southwest1|0.059|listed|2026-07-30|price list by region
gcp|backup-storage|europe-west10|0.077|listed|2026-07-30|price list by region
gcp|backup-storage|europe-west12|0.0312|listed|2026-07-30|price list by region
gcp|backup-storage|europe-west1|0.05|listed|2026-07-30|price list by region
gcp|backup-storage|europe-west2|0.057|listed|2026-07-30|price list by region
gcp|backup-storage|europe-west3|0.059|listed|2026-07-30|price list by region
gcp|backup-storage|europe-west4|0.053|listed|2026-07-30|price list by region
gcp|backup-storage|europe-west6|0.07|listed|2026-07-30|price list by region
gcp|backup-storage|europe-west8|0.058|listed|2026-07-30|price list by region
gcp|backup-storage|europe-west9|0.058|listed|2026-07-30|price list by region
gcp|backup-storage|me-central1|0.03159|listed|2026-07-30|price list by region
gcp|backup-storage|me-central2|0.08|listed|2026-07-30|price list by region
gcp|backup-storage|me-west1|0.0286|listed|2026-07-30|price list by region
gcp|backup-storage|northamerica-northeast1|0.055|listed|2026-07-30|price list by region
gcp|backup-storage|northamerica-northeast2|0.055|listed|2026-07-30|price list by region
gcp|backup-storage|northamerica-south1|0.0545|listed|2026-07-30|price list by region
gcp|backup-storage|southamerica-east1|0.08|listed|2026-07-30|price list by region
gcp|backup-storage|southamerica-west1|0.071|listed|2026-07-30|price list by region
gcp|backup-storage|us-central1|0.05|listed|2026-07-30|price list by region
gcp|backup-storage|us-east1|0.05|listed|2026-07-30|price list by region
gcp|backup-storage|us-east4|0.05|listed|2026-07-30|price list by region
gcp|backup-storage|us-east5|0.026|listed|2026-07-30|price list by region
gcp|backup-storage|us-south1|0.06|listed|2026-07-30|price list by region
gcp|backup-storage|us-west1|0.05|listed|2026-07-30|price list by region
gcp|backup-storage|us-west2|0.06|listed|2026-07-30|price list by region
gcp|backup-storage|us-west3|0.06|listed|2026-07-30|price list by region
gcp|backup-storage|us-west4|0.056|listed|2026-07-30|price list by region
gcp|block-storage|africa-south1|0.109788|listed|2026-07-30|price list by region
gcp|block-storage|asia-east1|0.1|listed|2026-07-30|price list by region
gcp|block-storage|asia-east2|0.11|listed|2026-07-30|price list by region
gcp|block-storage|asia-northeast1|0.13|listed|2026-07-30|price list by region
gcp|block-storage|asia-northeast2|0.13|listed|2026-07-30|price list by region
gcp|block-storage|asia-northeast3|0.13|listed|2026-07-30|price list by region
gcp|block-storage|asia-south1|0.12|listed|2026-07-30|price list by region
gcp|block-storage|asia-south2|0.12|listed|2026-07-30|price list by region
gcp|block-storage|asia-southeast1|0.11|listed|2026-07-30|price list by region
gcp|block-storage|asia-southeast2|0.13|listed|2026-07-30|price list by region
gcp|block-storage|asia-southeast3|0.105|listed|2026-07-30|price list by region
gcp|block-storage|australia-southeast1|0.135|listed|2026-07-30|price list by region
gcp|block-storage|australia-southeast2|0.135|listed|2026-07-30|price list by region
gcp|block-storage|europe-central2|0.13|listed|2026-07-30|price list by region
gcp|block-storage|europe-north1|0.11|listed|2026-07-30|price list by region
gcp|block-storage|europe-north2|0.1|listed|2026-07-30|price list by region
gcp|block-storage|europe-southwest1|0.12|listed|2026-07-30|price list by region
gcp|block-storage|europe-west10|0.154|listed|2026-07-30|price list by region
gcp|block-storage|europe-west12|0.12|listed|2026-07-30|price list by region
gcp|block-storage|europe-west1|0.1|listed|2026-07-30|price list by region
gcp|block-storage|europe-west2|0.12|listed|2026-07-30|price list by region
gcp|block-storage|europe-west3|0.12|listed|2026-07-30|price list by region
gcp|block-storage|europe-west4|0.11|listed|2026-07-30|price list by region
gcp|block-storage|europe-west6|0.13|listed|2026-07-30|price list by region
gcp|block-storage|europe-west8|0.116|listed|2026-07-30|price list by region
gcp|block-storage|europe-west9|0.116|listed|2026-07-30|price list by region
gcp|block-storage|me-central1|0.1215|listed|2026-07-30|price list by region
gcp|block-storage|me-central2|0.16|listed|2026-07-30|price list by region
gcp|block-storage|me-west1|0.11|listed|2026-07-30|price list by region
gcp|block-storage|northamerica-northeast1|0.11|listed|2026-07-30|price list by region
gcp|block-storage|northamerica-northeast2|0.11|listed|2026-07-30|price list by region
gcp|block-storage|northamerica-south1|0.109|listed|2026-07-30|price list by region
gcp|block-storage|southamerica-east1|0.15|listed|2026-07-30|price list by region
gcp|block-storage|southamerica-west1|0.143|listed|2026-07-30|price list by region
gcp|block-storage|us-central1|0.1|listed|2026-07-30|price list by region
gcp|block-storage|us-east1|0.1|listed|2026-07-30|price list by region
gcp|block-storage|us-east4|0.11|listed|2026-07-30|price list by region
gcp|block-storage|us-east5|0.1|listed|2026-07-30|price list by region
gcp|block-storage|us-south1|0.12|listed|2026-07-30|price list by region
gcp|block-storage|us-west1|0.1|listed|2026-07-30|price list by region
gcp|block-storage|us-west2|0.12|listed|2026-07-30|price list by region
gcp|block-storage|us-west3|0.12|listed|2026-07-30|price list by region
gcp|block-storage|us-west4|0.11|listed|2026-07-30|price list by region
gcp|nat-gateway|africa-south1|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|asia-east1|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|asia-east2|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|asia-northeast1|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|asia-northeast2|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|asia-northeast3|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|asia-south1|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|asia-south2|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|asia-southeast1|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|asia-southeast2|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|asia-southeast3|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|australia-southeast1|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|australia-southeast2|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|europe-central2|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|europe-north1|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|europe-north2|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|europe-southwest1|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|europe-west10|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|europe-west12|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|europe-west1|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|europe-west2|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|europe-west3|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|europe-west4|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|europe-west6|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|europe-west8|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|europe-west9|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|me-central1|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|me-central2|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|me-west1|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|northamerica-northeast1|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|northamerica-northeast2|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|northamerica-south1|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|southamerica-east1|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|southamerica-west1|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|us-central1|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|us-east1|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|us-east4|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|us-east5|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|us-south1|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|us-west1|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|us-west2|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|us-west3|0.0448|listed|2026-07-30|price list by region
gcp|nat-gateway|us-west4|0.0448|listed|2026-07-30|price list by region
gcp|nat-traffic|africa-south1|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|asia-east1|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|asia-east2|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|asia-northeast1|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|asia-northeast2|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|asia-northeast3|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|asia-south1|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|asia-south2|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|asia-southeast1|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|asia-southeast2|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|asia-southeast3|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|australia-southeast1|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|australia-southeast2|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|europe-central2|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|europe-north1|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|europe-north2|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|europe-southwest1|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|europe-west10|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|europe-west12|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|europe-west1|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|europe-west2|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|europe-west3|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|europe-west4|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|europe-west6|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|europe-west8|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|europe-west9|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|me-central1|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|me-central2|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|me-west1|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|northamerica-northeast1|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|northamerica-northeast2|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|northamerica-south1|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|southamerica-east1|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|southamerica-west1|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|us-central1|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|us-east1|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|us-east4|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|us-east5|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|us-south1|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|us-west1|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|us-west2|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|us-west3|0.045|listed|2026-07-30|price list by region
gcp|nat-traffic|us-west4|0.045|listed|2026-07-30|price list by region
gcp|object-storage-archive|africa-south1|0.0012|listed|2026-07-30|price list by region
gcp|object-storage-archive|asia-east1|0.0015|listed|2026-07-30|price list by region
gcp|object-storage-archive|asia-east2|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|asia-northeast1|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|asia-northeast2|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|asia-northeast3|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|asia-south1|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|asia-south2|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|asia-southeast1|0.0015|listed|2026-07-30|price list by region
gcp|object-storage-archive|asia-southeast2|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|asia-southeast3|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|australia-southeast1|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|australia-southeast2|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|europe-central2|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|europe-north1|0.0012|listed|2026-07-30|price list by region
gcp|object-storage-archive|europe-north2|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|europe-southwest1|0.0021|listed|2026-07-30|price list by region
gcp|object-storage-archive|europe-west10|0.002499996|listed|2026-07-30|price list by region
gcp|object-storage-archive|europe-west12|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|europe-west1|0.0012|listed|2026-07-30|price list by region
gcp|object-storage-archive|europe-west2|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|europe-west3|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|europe-west4|0.0012|listed|2026-07-30|price list by region
gcp|object-storage-archive|europe-west6|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|europe-west8|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|europe-west9|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|me-central1|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|me-central2|0.0027|listed|2026-07-30|price list by region
gcp|object-storage-archive|me-west1|0.0012|listed|2026-07-30|price list by region
gcp|object-storage-archive|northamerica-northeast1|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|northamerica-northeast2|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|northamerica-south1|0.0027|listed|2026-07-30|price list by region
gcp|object-storage-archive|southamerica-east1|0.003|listed|2026-07-30|price list by region
gcp|object-storage-archive|southamerica-west1|0.0027|listed|2026-07-30|price list by region
gcp|object-storage-archive|us-central1|0.0012|listed|2026-07-30|price list by region
gcp|object-storage-archive|us-east1|0.0012|listed|2026-07-30|price list by region
gcp|object-storage-archive|us-east4|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|us-east5|0.0012|listed|2026-07-30|price list by region
gcp|object-storage-archive|us-south1|0.0012|listed|2026-07-30|price list by region
gcp|object-storage-archive|us-west1|0.0012|listed|2026-07-30|price list by region
gcp|object-storage-archive|us-west2|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|us-west3|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-archive|us-west4|0.0025|listed|2026-07-30|price list by region
gcp|object-storage-cold|africa-south1|0.004|listed|2026-07-30|price list by region
gcp|object-storage-cold|asia-east1|0.005|listed|2026-07-30|price list by region
gcp|object-storage-cold|asia-east2|0.007|listed|2026-07-30|price list by region
gcp|object-storage-cold|asia-northeast1|0.006|listed|2026-07-30|price list by region
gcp|object-storage-cold|asia-northeast2|0.006|listed|2026-07-30|price list by region
gcp|object-storage-cold|asia-northeast3|0.006|listed|2026-07-30|price list by region
gcp|object-storage-cold|asia-south1|0.006|listed|2026-07-30|price list by region
gcp|object-storage-cold|asia-south2|0.006|listed|2026-07-30|price list by region
gcp|object-storage-cold|asia-southeast1|0.005|listed|2026-07-30|price list by region
gcp|object-storage-cold|asia-southeast2|0.006|listed|2026-07-30|price list by region
gcp|object-storage-cold|asia-southeast3|0.0055|listed|2026-07-30|price list by region
gcp|object-storage-cold|australia-southeast1|0.006|listed|2026-07-30|price list by region
gcp|object-storage-cold|australia-southeast2|0.006|listed|2026-07-30|price list by region
gcp|object-storage-cold|europe-central2|0.006|listed|2026-07-30|price list by region
gcp|object-storage-cold|europe-north1|0.004|listed|2026-07-30|price list by region
gcp|object-storage-cold|europe-north2|0.006|listed|2026-07-30|price list by region
gcp|object-storage-cold|europe-southwest1|0.0052|listed|2026-07-30|price list by region
gcp|object-storage-cold|europe-west10|0.007|listed|2026-07-30|price list by region
gcp|object-storage-cold|europe-west12|0.006|listed|2026-07-30|price list by region
gcp|object-storage-cold|europe-west1|0.004|listed|2026-07-30|price list by region
gcp|object-storage-cold|europe-west2|0.007|listed|2026-07-30|price list by region
gcp|object-storage-cold|europe-west3|0.006|listed|2026-07-30|price list by region
gcp|object-storage-cold|europe-west4|0.004|listed|2026-07-30|price list by region
gcp|object-storage-cold|europe-west6|0.007|listed|2026-07-30|price list by region
gcp|object-storage-cold|europe-west8|0.006|listed|2026-07-30|price list by region
gcp|object-storage-cold|europe-west9|0.006|listed|2026-07-30|price list by region
gcp|object-storage-cold|me-central1|0.006|listed|2026-07-30|price list by region
gcp|object-storage-cold|me-central2|0.006|listed|2026-07-30|price list by region
gcp|object-storage-cold|me-west1|0.004|listed|2026-07-30|price list by region
gcp|object-storage-cold|northamerica-northeast1|0.007|listed|2026-07-30|price list by region
gcp|object-storage-cold|northamerica-northeast2|0.007|listed|2026-07-30|price list by region
gcp|object-storage-cold|northamerica-south1|0.006|listed|2026-07-30|price list by region
gcp|object-storage-cold|southamerica-east1|0.007|listed|2026-07-30|price list by region
gcp|object-storage-cold|southamerica-west1|0.006|listed|2026-07-30|price list by region
gcp|object-storage-cold|us-central1|0.004|listed|2026-07-30|price list by region
gcp|object-storage-cold|us-east1|0.004|listed|2026-07-30|price list by region
gcp|object-storage-cold|us-east4|0.006|listed|2026-07-30|price list by region
gcp|object-storage-cold|us-east5|0.004|listed|2026-07-30|price list by region
gcp|object-storage-cold|us-south1|0.004|listed|2026-07-30|price list by region
gcp|object-storage-cold|us-west1|0.004|listed|2026-07-30|price list by region
gcp|object-storage-cold|us-west2|0.007|listed|2026-07-30|price list by region
gcp|object-storage-cold|us-west3|0.007|listed|2026-07-30|price list by region
gcp|object-storage-cold|us-west4|0.006|listed|2026-07-30|price list by region
gcp|object-storage-cool|africa-south1|0.01|listed|2026-07-30|price list by region
gcp|object-storage-cool|asia-east1|0.01|listed|2026-07-30|price list by region
gcp|object-storage-cool|asia-east2|0.016|listed|2026-07-30|price list by region
gcp|object-storage-cool|asia-northeast1|0.016|listed|2026-07-30|price list by region
gcp|object-storage-cool|asia-northeast2|0.016|listed|2026-07-30|price list by region
gcp|object-storage-cool|asia-northeast3|0.016|listed|2026-07-30|price list by region
gcp|object-storage-cool|asia-south1|0.016|listed|2026-07-30|price list by region
gcp|object-storage-cool|asia-south2|0.016|listed|2026-07-30|price list by region
gcp|object-storage-cool|asia-southeast1|0.01|listed|2026-07-30|price list by region
gcp|object-storage-cool|asia-southeast2|0.016|listed|2026-07-30|price list by region
gcp|object-storage-cool|asia-southeast3|0.013|listed|2026-07-30|price list by region
gcp|object-storage-cool|australia-southeast1|0.016|listed|2026-07-30|price list by region
gcp|object-storage-cool|australia-southeast2|0.016|listed|2026-07-30|price list by region
gcp|object-storage-cool|europe-central2|0.013|listed|2026-07-30|price list by region
gcp|object-storage-cool|europe-north1|0.01|listed|2026-07-30|price list by region
gcp|object-storage-cool|europe-north2|0.013|listed|2026-07-30|price list by region
gcp|object-storage-cool|europe-southwest1|0.0115|listed|2026-07-30|price list by region
gcp|object-storage-cool|europe-west10|0.014|listed|2026-07-30|price list by region
gcp|object-storage-cool|europe-west12|0.013|listed|2026-07-30|price list by region
gcp|object-storage-cool|europe-west1|0.01|listed|2026-07-30|price list by region
gcp|object-storage-cool|europe-west2|0.013|listed|2026-07-30|price list by region
gcp|object-storage-cool|europe-west3|0.013|listed|2026-07-30|price list by region
gcp|object-storage-cool|europe-west4|0.01|listed|2026-07-30|price list by region
gcp|object-storage-cool|europe-west6|0.014|listed|2026-07-30|price list by region
gcp|object-storage-cool|europe-west8|0.013|listed|2026-07-30|price list by region
gcp|object-storage-cool|europe-west9|0.013|listed|2026-07-30|price list by region
gcp|object-storage-cool|me-central1|0.013|listed|2026-07-30|price list by region
gcp|object-storage-cool|me-central2|0.018|listed|2026-07-30|price list by region
gcp|object-storage-cool|me-west1|0.0125|listed|2026-07-30|price list by region
gcp|object-storage-cool|northamerica-northeast1|0.013|listed|2026-07-30|price list by region
gcp|object-storage-cool|northamerica-northeast2|0.013|listed|2026-07-30|price list by region
gcp|object-storage-cool|northamerica-south1|0.018|listed|2026-07-30|price list by region
gcp|object-storage-cool|southamerica-east1|0.02|listed|2026-07-30|price list by region
gcp|object-storage-cool|southamerica-west1|0.018|listed|2026-07-30|price list by region
gcp|object-storage-cool|us-central1|0.01|listed|2026-07-30|price list by region
gcp|object-storage-cool|us-east1|0.01|listed|2026-07-30|price list by region
gcp|object-storage-cool|us-east4|0.013|listed|2026-07-30|price list by region
gcp|object-storage-cool|us-east5|0.01|listed|2026-07-30|price list by region
gcp|object-storage-cool|us-south1|0.01|listed|2026-07-30|price list by region
gcp|object-storage-cool|us-west1|0.01|listed|2026-07-30|price list by region
gcp|object-storage-cool|us-west2|0.016|listed|2026-07-30|price list by region
gcp|object-storage-cool|us-west3|0.016|listed|2026-07-30|price list by region
gcp|object-storage-cool|us-west4|0.013|listed|2026-07-30|price list by region
gcp|object-storage|africa-south1|0.02|listed|2026-07-30|price list by region
gcp|object-storage|asia-east1|0.02|listed|2026-07-30|price list by region
gcp|object-storage|asia-east2|0.023|listed|2026-07-30|price list by region
gcp|object-storage|asia-northeast1|0.023|listed|2026-07-30|price list by region
gcp|object-storage|asia-northeast2|0.023|listed|2026-07-30|price list by region
gcp|object-storage|asia-northeast3|0.023|listed|2026-07-30|price list by region
gcp|object-storage|asia-south1|0.023|listed|2026-07-30|price list by region
gcp|object-storage|asia-south2|0.023|listed|2026-07-30|price list by region
gcp|object-storage|asia-southeast1|0.02|listed|2026-07-30|price list by region
gcp|object-storage|asia-southeast2|0.023|listed|2026-07-30|price list by region
gcp|object-storage|asia-southeast3|0.021|listed|2026-07-30|price list by region
gcp|object-storage|australia-southeast1|0.023|listed|2026-07-30|price list by region
gcp|object-storage|australia-southeast2|0.023|listed|2026-07-30|price list by region
gcp|object-storage|europe-central2|0.023|listed|2026-07-30|price list by region
gcp|object-storage|europe-north1|0.02|listed|2026-07-30|price list by region
gcp|object-storage|europe-north2|0.023|listed|2026-07-30|price list by region
gcp|object-storage|europe-southwest1|0.023|listed|2026-07-30|price list by region
gcp|object-storage|europe-west10|0.025|listed|2026-07-30|price list by region
gcp|object-storage|europe-west12|0.023|listed|2026-07-30|price list by region
gcp|object-storage|europe-west1|0.02|listed|2026-07-30|price list by region
gcp|object-storage|europe-west2|0.023|listed|2026-07-30|price list by region
gcp|object-storage|europe-west3|0.023|listed|2026-07-30|price list by region
gcp|object-storage|europe-west4|0.02|listed|2026-07-30|price list by region
gcp|object-storage|europe-west6|0.025|listed|2026-07-30|price list by region
gcp|object-storage|europe-west8|0.023|listed|2026-07-30|price list by region
gcp|object-storage|europe-west9|0.023|listed|2026-07-30|price list by region
gcp|object-storage|me-central1|0.023|listed|2026-07-30|price list by region
gcp|object-storage|me-central2|0.03|listed|2026-07-30|price list by region
gcp|object-storage|me-west1|0.021|listed|2026-07-30|price list by region
gcp|object-storage|northamerica-northeast1|0.023|listed|2026-07-30|price list by region
gcp|object-storage|northamerica-northeast2|0.023|listed|2026-07-30|price list by region
gcp|object-storage|northamerica-south1|0.026|listed|2026-07-30|price list by region
gcp|object-storage|southamerica-east1|0.035|listed|2026-07-30|price list by region
gcp|object-storage|southamerica-west1|0.03|listed|2026-07-30|price list by region
gcp|object-storage|us-central1|0.02|listed|2026-07-30|price list by region
gcp|object-storage|us-east1|0.02|listed|2026-07-30|price list by region
gcp|object-storage|us-east4|0.023|listed|2026-07-30|price list by region
gcp|object-storage|us-east5|0.02|listed|2026-07-30|price list by region
gcp|object-storage|us-south1|0.02|listed|2026-07-30|price list by region
gcp|object-storage|us-west1|0.02|listed|2026-07-30|price list by region
gcp|object-storage|us-west2|0.023|listed|2026-07-30|price list by region
gcp|object-storage|us-west3|0.023|listed|2026-07-30|price list by region
gcp|object-storage|us-west4|0.023|listed|2026-07-30|price list by region
gcp|public-address|africa-south1|0.005|listed|2026-07-30|price list by region
gcp|public-address|asia-east1|0.005|listed|2026-07-30|price list by region
gcp|public-address|asia-east2|0.005|listed|2026-07-30|price list by region
gcp|public-address|asia-northeast1|0.005|listed|2026-07-30|price list by region
gcp|public-address|asia-northeast2|0.005|listed|2026-07-30|price list by region
gcp|public-address|asia-northeast3|0.005|listed|2026-07-30|price list by region
gcp|public-address|asia-south1|0.005|listed|2026-07-30|price list by region
gcp|public-address|asia-south2|0.005|listed|2026-07-30|price list by region
gcp|public-address|asia-southeast1|0.005|listed|2026-07-30|price list by region
gcp|public-address|asia-southeast2|0.005|listed|2026-07-30|price list by region
gcp|public-address|asia-southeast3|0.005|listed|2026-07-30|price list by region
gcp|public-address|australia-southeast1|0.005|listed|2026-07-30|price list by region
gcp|public-address|australia-southeast2|0.005|listed|2026-07-30|price list by region
gcp|public-address|europe-central2|0.005|listed|2026-07-30|price list by region
gcp|public-address|europe-north1|0.005|listed|2026-07-30|price list by region
gcp|public-address|europe-north2|0.005|listed|2026-07-30|price list by region
gcp|public-address|europe-southwest1|0.005|listed|2026-07-30|price list by region
gcp|public-address|europe-west10|0.005|listed|2026-07-30|price list by region
gcp|public-address|europe-west12|0.005|listed|2026-07-30|price list by region
gcp|public-address|europe-west1|0.005|listed|2026-07-30|price list by region
gcp|public-address|europe-west2|0.005|listed|2026-07-30|price list by region
gcp|public-address|europe-west3|0.005|listed|2026-07-30|price list by region
gcp|public-address|europe-west4|0.005|listed|2026-07-30|price list by region
gcp|public-address|europe-west6|0.005|listed|2026-07-30|price list by region
gcp|public-address|europe-west8|0.005|listed|2026-07-30|price list by region
gcp|public-address|europe-west9|0.005|listed|2026-07-30|price list by region
gcp|public-address|me-central1|0.005|listed|2026-07-30|price list by region
gcp|public-address|me-central2|0.005|listed|2026-07-30|price list by region
gcp|public-address|me-west1|0.005|listed|2026-07-30|price list by region
gcp|public-address|northamerica-northeast1|0.005|listed|2026-07-30|price list by region
gcp|public-address|northamerica-northeast2|0.005|listed|2026-07-30|price list by region
gcp|public-address|northamerica-south1|0.005|listed|2026-07-30|price list by region
gcp|public-address|southamerica-east1|0.005|listed|2026-07-30|price list by region
gcp|public-address|southamerica-west1|0.005|listed|2026-07-30|price list by region
gcp|public-address|us-central1|0.005|listed|2026-07-30|price list by region
gcp|public-address|us-east1|0.005|listed|2026-07-30|price list by region
gcp|public-address|us-east4|0.005|listed|2026-07-30|price list by region
gcp|public-address|us-east5|0.005|listed|2026-07-30|price list by region
gcp|public-address|us-south1|0.005|listed|2026-07-30|price list by region
gcp|public-address|us-west1|0.005|listed|2026-07-30|price list by region
gcp|public-address|us-west2|0.005|listed|2026-07-30|price list by region
gcp|public-address|us-west3|0.005|listed|2026-07-30|price list by region
gcp|public-address|us-west4|0.005|listed|2026-07-30|price list by region
"""#
}
