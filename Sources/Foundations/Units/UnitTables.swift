/// The units of each dimension.
extension Dimension {
  /// One way to write the unit: symbols, and its size in SI as a fraction.
  package struct Unit: Sendable, Hashable {
    package let symbols: [String]
    package let numerator: Int
    package let denominator: Int

    init(_ symbols: String..., is numerator: Int, over denominator: Int = 1) {
      self.symbols = symbols
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  /// The units, the ones to propose first. Those of money stand behind the currency.
  package var units: [Unit] {
    switch self {
    case .time: Dimension.times
    case .size: Dimension.sizes
    case .rate: Dimension.rates
    case .dataRate: Dimension.dataRates
    case .ratio: [Unit("%", is: 1, over: 100)]
    case .power: [Unit("W", is: 1), Unit("kW", is: 1000), Unit("mW", is: 1, over: 1000)]
    case .cores: [Unit("cores", "core", "vCPU", "vCPUs", is: 1)]
    case .count: []
    case .factor: [Unit("x", is: 1)]
    case .carbon: [Unit("kg/month", "kg", is: 1), Unit("t/month", is: 1000)]
    case .carbonIntensity: [Unit("kg/kWh", is: 1), Unit("g/kWh", is: 1, over: 1000)]
    case .tokens: [Unit("tok", "tokens", is: 1), Unit("ktok", is: 1000), Unit("Mtok", is: 1_000_000)]
    case .tokenRate:
      [
        Unit("tok/s", is: 1), Unit("ktok/min", is: 1000, over: 60), Unit("Mtok/min", is: 1_000_000, over: 60),
        Unit("tok/min", is: 1, over: 60),
      ]
    case .money: [Unit("", is: 1)]
    case .monthlyMoney: [Unit("/month", "", is: 1), Unit("/year", is: 1, over: 12)]
    case .moneyPerMonth: [Unit("/month", is: 1), Unit("/year", is: 1, over: 12)]
    case .moneyPerYear: [Unit("/year", is: 1), Unit("/month", is: 12)]
    case .moneyPerMinute: [Unit("/min", is: 1), Unit("/h", is: 1, over: 60), Unit("/s", is: 60)]
    case .moneyPerHour: [Unit("/h", is: 1), Unit("/month", is: 1, over: 730)]
    case .moneyPerRequest: [Unit("/request", "", is: 1)]
    case .moneyPerMtok: [Unit("/Mtok", is: 1), Unit("/ktok", is: 1000)]
    case .moneyPerKWh: [Unit("/kWh", is: 1)]
    case .moneyPerGB: [Unit("/GB", is: 1), Unit("/MB", is: 1000), Unit("/TB", is: 1, over: 1000)]
    case .energy: [Unit("Wh", is: 3600), Unit("kWh", is: 3_600_000), Unit("J", is: 1)]
    }
  }

  /// Units that people write and that are not in the language, with those they mean.
  static let slips: [(written: String, meant: String)] = [
    ("sec", "s"), ("secs", "s"), ("m", "min"), ("mins", "min"), ("hr", "h"), ("hrs", "h"), ("D", "d"), ("mo", "month"),
    ("yr", "year"), ("yrs", "year"), ("y", "year"), ("millis", "ms"), ("msec", "ms"), ("micros", "us"), ("usec", "us"),
    ("K", "KB"), ("k", "KB"), ("M", "MB"), ("G", "GB"), ("T", "TB"), ("Ki", "KiB"), ("Mi", "MiB"), ("Gi", "GiB"),
    ("Ti", "TiB"), ("rps", "/s"), ("qps", "/s"), ("tps", "/s"), ("req/s", "/s"), ("requests/s", "/s"), ("Hz", "/s"),
    ("events/s", "/s"), ("/sec", "/s"), ("1/s", "/s"), ("rpm", "/min"), ("req/min", "/min"), ("/hr", "/h"),
    ("/mo", "/month"), ("/yr", "/year"), ("/m", "/min"), ("s", "/s"), ("day", "/day"), ("month", "/month"),
    ("h", "/h"), ("min", "/min"), ("week", "/week"), ("Mbps", "Mbit/s"), ("mbps", "Mbit/s"), ("Gbps", "Gbit/s"),
    ("kbps", "kbit/s"), ("MBps", "MB/s"), ("Mbit", "Mbit/s"), ("Gbit", "Gbit/s"), ("Mb", "Mbit"), ("percent", "%"),
    ("pct", "%"), ("CPU", "cores"), ("CPUs", "cores"), ("vcpu", "vCPU"), ("watts", "W"), ("watt", "W"), ("X", "x"),
    ("times", "x"), ("tokens/s", "tok/s"),
  ]

  private static let times: [Unit] = [
    Unit("ms", is: 1, over: 1000), Unit("s", "second", "seconds", is: 1), Unit("min", "minute", "minutes", is: 60),
    Unit("h", "hour", "hours", is: 3600), Unit("d", "day", "days", is: 86_400),
    Unit("w", "week", "weeks", is: 604_800), Unit("month", "months", is: 2_628_000),
    Unit("year", "years", is: 31_536_000), Unit("us", "\u{B5}s", "\u{3BC}s", is: 1, over: 1_000_000),
    Unit("ns", is: 1, over: 1_000_000_000),
  ]

  private static let sizes: [Unit] = [
    Unit("B", "byte", "bytes", is: 1), Unit("KB", "kB", is: 1000), Unit("MB", is: 1_000_000),
    Unit("GB", is: 1_000_000_000), Unit("TB", is: 1_000_000_000_000), Unit("PB", is: 1_000_000_000_000_000),
    Unit("KiB", is: 1 << 10), Unit("MiB", is: 1 << 20), Unit("GiB", is: 1 << 30), Unit("TiB", is: 1 << 40),
    Unit("PiB", is: 1 << 50), Unit("bit", "bits", is: 1, over: 8), Unit("kbit", is: 125), Unit("Mbit", is: 125_000),
    Unit("Gbit", is: 125_000_000),
  ]

  private static let rates: [Unit] = [
    Unit("/s", "/second", is: 1), Unit("/min", "/minute", is: 1, over: 60), Unit("/h", "/hour", is: 1, over: 3600),
    Unit("/day", "/d", is: 1, over: 86_400), Unit("/week", "/w", is: 1, over: 604_800),
    Unit("/month", is: 1, over: 2_628_000), Unit("/year", is: 1, over: 31_536_000),
  ]

  private static let dataRates: [Unit] = [
    Unit("Mbit/s", is: 125_000), Unit("Gbit/s", is: 125_000_000), Unit("kbit/s", is: 125),
    Unit("bit/s", is: 1, over: 8), Unit("B/s", is: 1), Unit("KB/s", "kB/s", is: 1000), Unit("MB/s", is: 1_000_000),
    Unit("GB/s", is: 1_000_000_000), Unit("MiB/s", is: 1 << 20), Unit("GiB/s", is: 1 << 30),
  ]
}
