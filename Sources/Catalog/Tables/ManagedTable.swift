// Written by catalog-builder; edit the builder, not this file.

extension Tables {
  static let managedText: StaticString = #"""
aws|database|db.t3.micro|postgres|2000|1024|6030|us-east-1|0.018125|2025-07|derived|in proportion to db.t3.large
aws|database|db.t3.micro|mysql|2000|1024|6030|us-east-1|0.017|2025-07|derived|in proportion to db.t3.large
aws|database|db.t3.small|postgres|2000|2048|6030|us-east-1|0.03625|2025-07|derived|in proportion to db.t3.large
aws|database|db.t3.small|mysql|2000|2048|6030|us-east-1|0.034|2025-07|derived|in proportion to db.t3.large
aws|database|db.t3.medium|postgres|2000|4096|6030|us-east-1|0.0725|2025-07|derived|in proportion to db.t3.large
aws|database|db.t3.medium|mysql|2000|4096|6030|us-east-1|0.068|2025-07|derived|in proportion to db.t3.large
aws|database|db.t3.large|postgres|2000|8192|6030|us-east-1|0.145|2025-07|listed|golden test outputs
aws|database|db.t3.large|mysql|2000|8192|6030|us-east-1|0.136|2025-07|listed|golden test outputs
aws|database|db.t3.xlarge|postgres|4000|16384|6030|us-east-1|0.29|2025-07|derived|in proportion to db.t3.large
aws|database|db.t3.xlarge|mysql|4000|16384|6030|us-east-1|0.272|2025-07|derived|in proportion to db.t3.large
aws|database|db.t3.2xlarge|postgres|8000|32768|6030|us-east-1|0.58|2025-07|derived|in proportion to db.t3.large
aws|database|db.t3.2xlarge|mysql|8000|32768|6030|us-east-1|0.544|2025-07|derived|in proportion to db.t3.large
aws|database|db.m6g.large|postgres|2000|8192|7400|us-east-1|0.134211|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.m6g.large|redis|2000|6554|7400|us-east-1|0.148225|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|m6g.large.search|opensearch|2000|8192|7400|us-east-1|0.113575|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.m6g.xlarge|postgres|4000|16384|7400|us-east-1|0.268422|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.m6g.xlarge|redis|4000|13107|7400|us-east-1|0.29645|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|m6g.xlarge.search|opensearch|4000|16384|7400|us-east-1|0.22715|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.m6g.2xlarge|postgres|8000|32768|7400|us-east-1|0.536844|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.m6g.2xlarge|redis|8000|26214|7400|us-east-1|0.5929|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|m6g.2xlarge.search|opensearch|8000|32768|7400|us-east-1|0.4543|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.m6g.4xlarge|postgres|16000|65536|7400|us-east-1|1.073688|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.m6g.4xlarge|redis|16000|52429|7400|us-east-1|1.1858|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|m6g.4xlarge.search|opensearch|16000|65536|7400|us-east-1|0.9086|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.m6g.8xlarge|postgres|32000|131072|7400|us-east-1|2.147376|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.m6g.8xlarge|redis|32000|104858|7400|us-east-1|2.3716|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|m6g.8xlarge.search|opensearch|32000|131072|7400|us-east-1|1.8172|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.m6g.16xlarge|postgres|64000|262144|7400|us-east-1|4.294752|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.m6g.16xlarge|redis|64000|209715|7400|us-east-1|4.7432|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|m6g.16xlarge.search|opensearch|64000|262144|7400|us-east-1|3.6344|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.m6i.large|postgres|2000|8192|7350|us-east-1|0.167328|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.m6i.large|redis|2000|6554|7350|us-east-1|0.1848|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|m6i.large.search|opensearch|2000|8192|7350|us-east-1|0.1416|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.m6i.xlarge|postgres|4000|16384|7350|us-east-1|0.334656|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.m6i.xlarge|redis|4000|13107|7350|us-east-1|0.3696|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|m6i.xlarge.search|opensearch|4000|16384|7350|us-east-1|0.2832|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.m6i.2xlarge|postgres|8000|32768|7350|us-east-1|0.669312|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.m6i.2xlarge|redis|8000|26214|7350|us-east-1|0.7392|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|m6i.2xlarge.search|opensearch|8000|32768|7350|us-east-1|0.5664|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.m6i.4xlarge|postgres|16000|65536|7350|us-east-1|1.338624|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.m6i.4xlarge|redis|16000|52429|7350|us-east-1|1.4784|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|m6i.4xlarge.search|opensearch|16000|65536|7350|us-east-1|1.1328|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.m6i.8xlarge|postgres|32000|131072|7350|us-east-1|2.677248|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.m6i.8xlarge|redis|32000|104858|7350|us-east-1|2.9568|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|m6i.8xlarge.search|opensearch|32000|131072|7350|us-east-1|2.2656|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.m6i.16xlarge|postgres|64000|262144|7350|us-east-1|5.354496|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.m6i.16xlarge|redis|64000|209715|7350|us-east-1|5.9136|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|m6i.16xlarge.search|opensearch|64000|262144|7350|us-east-1|4.5312|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.r6g.large|postgres|2000|16384|7400|us-east-1|0.175694|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.r6g.large|redis|2000|13107|7400|us-east-1|0.19404|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|r6g.large.search|opensearch|2000|16384|7400|us-east-1|0.14868|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.r6g.xlarge|postgres|4000|32768|7400|us-east-1|0.351389|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.r6g.xlarge|redis|4000|26214|7400|us-east-1|0.38808|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|r6g.xlarge.search|opensearch|4000|32768|7400|us-east-1|0.29736|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.r6g.2xlarge|postgres|8000|65536|7400|us-east-1|0.702778|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.r6g.2xlarge|redis|8000|52429|7400|us-east-1|0.77616|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|r6g.2xlarge.search|opensearch|8000|65536|7400|us-east-1|0.59472|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.r6g.4xlarge|postgres|16000|131072|7400|us-east-1|1.405555|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.r6g.4xlarge|redis|16000|104858|7400|us-east-1|1.55232|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|r6g.4xlarge.search|opensearch|16000|131072|7400|us-east-1|1.18944|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.r6g.8xlarge|postgres|32000|262144|7400|us-east-1|2.81111|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.r6g.8xlarge|redis|32000|209715|7400|us-east-1|3.10464|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|r6g.8xlarge.search|opensearch|32000|262144|7400|us-east-1|2.37888|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.r6g.16xlarge|postgres|64000|524288|7400|us-east-1|5.622221|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.r6g.16xlarge|redis|64000|419430|7400|us-east-1|6.20928|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|r6g.16xlarge.search|opensearch|64000|524288|7400|us-east-1|4.75776|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.r6i.large|postgres|2000|16384|7350|us-east-1|0.219618|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.r6i.large|redis|2000|13107|7350|us-east-1|0.24255|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|r6i.large.search|opensearch|2000|16384|7350|us-east-1|0.18585|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.r6i.xlarge|postgres|4000|32768|7350|us-east-1|0.439236|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.r6i.xlarge|redis|4000|26214|7350|us-east-1|0.4851|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|r6i.xlarge.search|opensearch|4000|32768|7350|us-east-1|0.3717|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.r6i.2xlarge|postgres|8000|65536|7350|us-east-1|0.878472|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.r6i.2xlarge|redis|8000|52429|7350|us-east-1|0.9702|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|r6i.2xlarge.search|opensearch|8000|65536|7350|us-east-1|0.7434|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.r6i.4xlarge|postgres|16000|131072|7350|us-east-1|1.756944|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.r6i.4xlarge|redis|16000|104858|7350|us-east-1|1.9404|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|r6i.4xlarge.search|opensearch|16000|131072|7350|us-east-1|1.4868|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.r6i.8xlarge|postgres|32000|262144|7350|us-east-1|3.513888|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.r6i.8xlarge|redis|32000|209715|7350|us-east-1|3.8808|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|r6i.8xlarge.search|opensearch|32000|262144|7350|us-east-1|2.9736|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.r6i.16xlarge|postgres|64000|524288|7350|us-east-1|7.027776|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.r6i.16xlarge|redis|64000|419430|7350|us-east-1|7.7616|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|r6i.16xlarge.search|opensearch|64000|524288|7350|us-east-1|5.9472|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.m7g.large|postgres|2000|8192|11000|us-east-1|0.142229|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.m7g.large|redis|2000|6554|11000|us-east-1|0.15708|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|m7g.large.search|opensearch|2000|8192|11000|us-east-1|0.12036|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.m7g.xlarge|postgres|4000|16384|11000|us-east-1|0.284458|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.m7g.xlarge|redis|4000|13107|11000|us-east-1|0.31416|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|m7g.xlarge.search|opensearch|4000|16384|11000|us-east-1|0.24072|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.m7g.2xlarge|postgres|8000|32768|11000|us-east-1|0.568915|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.m7g.2xlarge|redis|8000|26214|11000|us-east-1|0.62832|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|m7g.2xlarge.search|opensearch|8000|32768|11000|us-east-1|0.48144|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.m7g.4xlarge|postgres|16000|65536|11000|us-east-1|1.13783|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.m7g.4xlarge|redis|16000|52429|11000|us-east-1|1.25664|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|m7g.4xlarge.search|opensearch|16000|65536|11000|us-east-1|0.96288|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.m7g.8xlarge|postgres|32000|131072|11000|us-east-1|2.275661|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.m7g.8xlarge|redis|32000|104858|11000|us-east-1|2.51328|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|m7g.8xlarge.search|opensearch|32000|131072|11000|us-east-1|1.92576|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.m7g.16xlarge|postgres|64000|262144|11000|us-east-1|4.551322|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.m7g.16xlarge|redis|64000|209715|11000|us-east-1|5.02656|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|m7g.16xlarge.search|opensearch|64000|262144|11000|us-east-1|3.85152|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.r7g.large|postgres|2000|16384|11000|us-east-1|0.186675|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.r7g.large|redis|2000|13107|11000|us-east-1|0.206168|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|r7g.large.search|opensearch|2000|16384|11000|us-east-1|0.157973|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.r7g.xlarge|postgres|4000|32768|11000|us-east-1|0.373351|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.r7g.xlarge|redis|4000|26214|11000|us-east-1|0.412335|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|r7g.xlarge.search|opensearch|4000|32768|11000|us-east-1|0.315945|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.r7g.2xlarge|postgres|8000|65536|11000|us-east-1|0.746701|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.r7g.2xlarge|redis|8000|52429|11000|us-east-1|0.82467|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|r7g.2xlarge.search|opensearch|8000|65536|11000|us-east-1|0.63189|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.r7g.4xlarge|postgres|16000|131072|11000|us-east-1|1.493402|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.r7g.4xlarge|redis|16000|104858|11000|us-east-1|1.64934|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|r7g.4xlarge.search|opensearch|16000|131072|11000|us-east-1|1.26378|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.r7g.8xlarge|postgres|32000|262144|11000|us-east-1|2.986805|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.r7g.8xlarge|redis|32000|209715|11000|us-east-1|3.29868|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|r7g.8xlarge.search|opensearch|32000|262144|11000|us-east-1|2.52756|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|database|db.r7g.16xlarge|postgres|64000|524288|11000|us-east-1|5.97361|2025-07|derived|machine price x 1.743, the ratio of db.t3.large
aws|cache|cache.r7g.16xlarge|redis|64000|419430|11000|us-east-1|6.59736|2025-07|derived|machine price x 1.925, the ratio of cache.m6g.12xlarge
aws|search|r7g.16xlarge.search|opensearch|64000|524288|11000|us-east-1|5.05512|2025-07|derived|machine price x 1.475, the ratio of c4.2xlarge.search
aws|cache|cache.m6g.12xlarge|redis|48000|160891|7400|us-east-1|3.557|2025-07|listed|golden test outputs
aws|broker|kafka.t3.small|kafka|2000|2048|6000|us-east-1|0.0456|2025-07|listed|golden test outputs
aws|broker|kafka.m5.large|kafka|2000|8192|6000|us-east-1|0.21|2025-07|derived|in proportion to kafka.m5.24xlarge
aws|broker|kafka.m5.xlarge|kafka|4000|16384|6000|us-east-1|0.42|2025-07|derived|in proportion to kafka.m5.24xlarge
aws|broker|kafka.m5.2xlarge|kafka|8000|32768|6000|us-east-1|0.84|2025-07|derived|in proportion to kafka.m5.24xlarge
aws|broker|kafka.m5.4xlarge|kafka|16000|65536|6000|us-east-1|1.68|2025-07|derived|in proportion to kafka.m5.24xlarge
aws|broker|kafka.m5.8xlarge|kafka|32000|131072|6000|us-east-1|3.36|2025-07|derived|in proportion to kafka.m5.24xlarge
aws|broker|kafka.m5.24xlarge|kafka|96000|393216|6000|us-east-1|10.08|2025-07|listed|golden test outputs
gcp|database|db-custom-1-3840|postgres|1000|3840|6000|us-central1|0.06755|2025-07|derived|golden test outputs
gcp|database|db-custom-1-3840|mysql|1000|3840|6000|us-central1|0.06755|2025-07|listed|golden test outputs
gcp|database|db-custom-2-7680|postgres|2000|7680|6000|us-central1|0.1351|2025-07|derived|golden test outputs
gcp|database|db-custom-2-7680|mysql|2000|7680|6000|us-central1|0.1351|2025-07|listed|golden test outputs
gcp|database|db-custom-4-15360|postgres|4000|15360|6000|us-central1|0.2702|2025-07|derived|golden test outputs
gcp|database|db-custom-4-15360|mysql|4000|15360|6000|us-central1|0.2702|2025-07|listed|golden test outputs
gcp|database|db-custom-8-30720|postgres|8000|30720|6000|us-central1|0.5404|2025-07|derived|golden test outputs
gcp|database|db-custom-8-30720|mysql|8000|30720|6000|us-central1|0.5404|2025-07|listed|golden test outputs
gcp|database|db-custom-16-61440|postgres|16000|61440|6000|us-central1|1.0808|2025-07|derived|golden test outputs
gcp|database|db-custom-16-61440|mysql|16000|61440|6000|us-central1|1.0808|2025-07|listed|golden test outputs
gcp|database|db-custom-32-122880|postgres|32000|122880|6000|us-central1|2.1616|2025-07|derived|golden test outputs
gcp|database|db-custom-32-122880|mysql|32000|122880|6000|us-central1|2.1616|2025-07|listed|golden test outputs
gcp|database|db-custom-64-245760|postgres|64000|245760|6000|us-central1|4.3232|2025-07|derived|golden test outputs
gcp|database|db-custom-64-245760|mysql|64000|245760|6000|us-central1|4.3232|2025-07|listed|golden test outputs
gcp|database|db-custom-96-368640|postgres|96000|368640|6000|us-central1|6.4848|2025-07|derived|golden test outputs
gcp|database|db-custom-96-368640|mysql|96000|368640|6000|us-central1|6.4848|2025-07|listed|golden test outputs
gcp|database|db-highmem-4|mysql|4000|26624|6000|us-central1|0.3472|2025-07|listed|golden test outputs
gcp|database|db-highmem-8|mysql|8000|53248|6000|us-central1|0.6944|2025-07|listed|golden test outputs
gcp|database|db-highmem-16|mysql|16000|106496|6000|us-central1|1.3888|2025-07|listed|golden test outputs
gcp|cache|basic-M1|redis|1000|1024|6000|us-central1|0.049|2025-07|listed|golden test outputs
gcp|cache|basic-M2|redis|1000|5120|6000|us-central1|0.135|2025-07|listed|golden test outputs
gcp|cache|basic-M3|redis|1000|25600|6000|us-central1|0.575|2025-07|listed|golden test outputs
gcp|cache|basic-M4|redis|1000|46080|6000|us-central1|0.855|2025-07|listed|golden test outputs
gcp|cache|basic-M5|redis|1000|107520|6000|us-central1|1.68|2025-07|listed|golden test outputs
azure|database|GP_Standard_D2s_v3|postgres|2000|8192|6000|eastus|0.195|2025-07|derived|golden test outputs
azure|database|MO_Standard_E2s_v3|postgres|2000|16384|6000|eastus|0.2622|2025-07|derived|golden test outputs
azure|database|GP_Standard_D2s_v3|mysql|2000|8192|6000|eastus|0.195|2025-07|derived|golden test outputs
azure|database|MO_Standard_E2s_v3|mysql|2000|16384|6000|eastus|0.2622|2025-07|derived|golden test outputs
azure|database|GP_Standard_D4s_v3|postgres|4000|16384|6000|eastus|0.39|2025-07|listed|golden test outputs
azure|database|MO_Standard_E4s_v3|postgres|4000|32768|6000|eastus|0.5244|2025-07|listed|golden test outputs
azure|database|GP_Standard_D4s_v3|mysql|4000|16384|6000|eastus|0.39|2025-07|derived|golden test outputs
azure|database|MO_Standard_E4s_v3|mysql|4000|32768|6000|eastus|0.5244|2025-07|derived|golden test outputs
azure|database|GP_Standard_D8s_v3|postgres|8000|32768|6000|eastus|0.78|2025-07|derived|golden test outputs
azure|database|MO_Standard_E8s_v3|postgres|8000|65536|6000|eastus|1.0488|2025-07|derived|golden test outputs
azure|database|GP_Standard_D8s_v3|mysql|8000|32768|6000|eastus|0.78|2025-07|derived|golden test outputs
azure|database|MO_Standard_E8s_v3|mysql|8000|65536|6000|eastus|1.0488|2025-07|derived|golden test outputs
azure|database|GP_Standard_D16s_v3|postgres|16000|65536|6000|eastus|1.56|2025-07|listed|golden test outputs
azure|database|MO_Standard_E16s_v3|postgres|16000|131072|6000|eastus|2.0976|2025-07|derived|golden test outputs
azure|database|GP_Standard_D16s_v3|mysql|16000|65536|6000|eastus|1.56|2025-07|derived|golden test outputs
azure|database|MO_Standard_E16s_v3|mysql|16000|131072|6000|eastus|2.0976|2025-07|derived|golden test outputs
azure|database|B_Standard_B1ms|postgres|1000|2048|6000|eastus|0.017|2025-07|listed|golden test outputs
azure|cache|Standard_C3|redis|2000|6144|6000|eastus|0.225|2025-07|listed|golden test outputs
azure|cache|Premium_P1|redis|2000|6144|6000|eastus|0.277|2025-07|listed|golden test outputs
azure|cache|Premium_P2|redis|2000|13312|6000|eastus|0.555|2025-07|listed|golden test outputs
azure|cache|Premium_P3|redis|2000|26624|6000|eastus|1.109|2025-07|listed|golden test outputs
"""#
}
