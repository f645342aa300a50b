/// Where regions stand, by hand: countries of all, coordinates of those the sources leave out.
enum Places {
  /// ISO 3166-1 country of AWS regions.
  static let awsCountries: [String: String] = [
    "af-south-1": "ZA", "ap-east-1": "HK", "ap-east-2": "TW", "ap-northeast-1": "JP", "ap-northeast-2": "KR",
    "ap-northeast-3": "JP", "ap-south-1": "IN", "ap-south-2": "IN", "ap-southeast-1": "SG",
    "ap-southeast-2": "AU", "ap-southeast-3": "ID", "ap-southeast-4": "AU", "ap-southeast-5": "MY",
    "ap-southeast-6": "NZ", "ap-southeast-7": "TH", "ca-central-1": "CA", "ca-west-1": "CA",
    "cn-north-1": "CN", "cn-northwest-1": "CN", "eu-central-1": "DE", "eu-central-2": "CH",
    "eu-north-1": "SE", "eu-south-1": "IT", "eu-south-2": "ES", "eu-west-1": "IE", "eu-west-2": "GB",
    "eu-west-3": "FR", "il-central-1": "IL", "me-central-1": "AE", "me-south-1": "BH", "mx-central-1": "MX",
    "sa-east-1": "BR", "us-east-1": "US", "us-east-2": "US", "us-gov-east-1": "US", "us-gov-west-1": "US",
    "us-west-1": "US", "us-west-2": "US",
  ]

  static let gcpCountries: [String: String] = [
    "africa-south1": "ZA", "asia-east1": "TW", "asia-east2": "HK", "asia-northeast1": "JP",
    "asia-northeast2": "JP", "asia-northeast3": "KR", "asia-south1": "IN", "asia-south2": "IN",
    "asia-southeast1": "SG", "asia-southeast2": "ID", "asia-southeast3": "TH", "australia-southeast1": "AU",
    "australia-southeast2": "AU", "europe-central2": "PL", "europe-north1": "FI", "europe-north2": "SE",
    "europe-southwest1": "ES", "europe-west1": "BE", "europe-west10": "DE", "europe-west12": "IT",
    "europe-west2": "GB", "europe-west3": "DE", "europe-west4": "NL", "europe-west6": "CH",
    "europe-west8": "IT", "europe-west9": "FR", "me-central1": "QA", "me-central2": "SA", "me-west1": "IL",
    "northamerica-northeast1": "CA", "northamerica-northeast2": "CA", "northamerica-south1": "MX",
    "southamerica-east1": "BR", "southamerica-west1": "CL", "us-central1": "US", "us-east1": "US",
    "us-east4": "US", "us-east5": "US", "us-south1": "US", "us-west1": "US", "us-west2": "US",
    "us-west3": "US", "us-west4": "US",
  ]

  static let azureCountries: [String: String] = [
    "australiacentral": "AU", "australiacentral2": "AU", "australiaeast": "AU", "australiasoutheast": "AU",
    "austriaeast": "AT", "belgiumcentral": "BE", "brazilsouth": "BR", "brazilsoutheast": "BR",
    "canadacentral": "CA", "canadaeast": "CA", "centralindia": "IN", "centralus": "US", "chilecentral": "CL",
    "denmarkeast": "DK", "eastasia": "HK", "eastus": "US", "eastus2": "US", "francecentral": "FR",
    "francesouth": "FR", "germanynorth": "DE", "germanywestcentral": "DE", "indonesiacentral": "ID",
    "israelcentral": "IL", "italynorth": "IT", "japaneast": "JP", "japanwest": "JP",
    "jioindiacentral": "IN", "jioindiawest": "IN", "koreacentral": "KR", "koreasouth": "KR",
    "malaysiawest": "MY", "mexicocentral": "MX", "newzealandnorth": "NZ", "northcentralus": "US",
    "northeurope": "IE", "norwayeast": "NO", "norwaywest": "NO", "polandcentral": "PL",
    "qatarcentral": "QA", "southafricanorth": "ZA", "southafricawest": "ZA", "southcentralus": "US",
    "southeastasia": "SG", "southindia": "IN", "spaincentral": "ES", "swedencentral": "SE",
    "swedensouth": "SE", "switzerlandnorth": "CH", "switzerlandwest": "CH", "uaecentral": "AE",
    "uaenorth": "AE", "uksouth": "GB", "ukwest": "GB", "westcentralus": "US", "westeurope": "NL",
    "westindia": "IN", "westus": "US", "westus2": "US", "westus3": "US",
  ]

  /// A place by hand; coordinates of the city's centre.
  struct Place {
    var region: String
    var city: String
    var country: String
    var latitude: String
    var longitude: String

    init(_ region: String, _ city: String, _ country: String, _ latitude: String, _ longitude: String) {
      self.region = region
      self.city = city
      self.country = country
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  /// Lambda's regions, at the centre of the state's or country's main site.
  static let lambda = [
    Place("asia-northeast-1", "Osaka", "JP", "34.6937", "135.5023"),
    Place("asia-northeast-2", "Tokyo", "JP", "35.6762", "139.6503"),
    Place("asia-south-1", "Mumbai", "IN", "19.0760", "72.8777"),
    Place("europe-central-1", "Frankfurt", "DE", "50.1109", "8.6821"),
    Place("me-west-1", "Tel Aviv", "IL", "32.0853", "34.7818"),
    Place("us-east-1", "Ashburn", "US", "39.0458", "-77.4874"),
    Place("us-midwest-1", "Chicago", "US", "41.8781", "-87.6298"),
    Place("us-south-1", "Dallas", "US", "32.7767", "-96.7970"),
    Place("us-west-1", "San Jose", "US", "37.3382", "-121.8863"),
    Place("us-west-2", "Phoenix", "US", "33.4484", "-112.0740"),
    Place("us-west-3", "Salt Lake City", "US", "40.7608", "-111.8910"),
  ]

  /// Cities of AWS Local Zones and Wavelength Zones by the letters of their code.
  static let zones = [
    Place("akl", "Auckland", "NZ", "-36.8509", "174.7645"), Place("atl", "Atlanta", "US", "33.7490", "-84.3880"),
    Place("ber", "Berlin", "DE", "52.5200", "13.4050"), Place("bkk", "Bangkok", "TH", "13.7563", "100.5018"),
    Place("bna", "Nashville", "US", "36.1627", "-86.7816"), Place("bos", "Boston", "US", "42.3601", "-71.0589"),
    Place("bue", "Buenos Aires", "AR", "-34.6037", "-58.3816"), Place("ccu", "Kolkata", "IN", "22.5726", "88.3639"),
    Place("chi", "Chicago", "US", "41.8781", "-87.6298"), Place("cjj", "Daejeon", "KR", "36.3504", "127.3845"),
    Place("clt", "Charlotte", "US", "35.2271", "-80.8431"), Place("cmn", "Casablanca", "MA", "33.5731", "-7.5898"),
    Place("cph", "Copenhagen", "DK", "55.6761", "12.5683"), Place("del", "Delhi", "IN", "28.7041", "77.1025"),
    Place("den", "Denver", "US", "39.7392", "-104.9903"), Place("dfw", "Dallas", "US", "32.7767", "-96.7970"),
    Place("dss", "Dakar", "SN", "14.7167", "-17.4677"), Place("dtm", "Dortmund", "DE", "51.5136", "7.4653"),
    Place("dtw", "Detroit", "US", "42.3314", "-83.0458"), Place("foe", "Topeka", "US", "39.0473", "-95.6752"),
    Place("ham", "Hamburg", "DE", "53.5511", "9.9937"), Place("hel", "Helsinki", "FI", "60.1699", "24.9384"),
    Place("hnl", "Honolulu", "US", "21.3069", "-157.8583"), Place("iah", "Houston", "US", "29.7604", "-95.3698"),
    Place("ist", "Istanbul", "TR", "41.0082", "28.9784"), Place("kix", "Osaka", "JP", "34.6937", "135.5023"),
    Place("las", "Las Vegas", "US", "36.1699", "-115.1398"), Place("lax", "Los Angeles", "US", "34.0522", "-118.2437"),
    Place("lim", "Lima", "PE", "-12.0464", "-77.0428"), Place("lon", "London", "GB", "51.5074", "-0.1278"),
    Place("los", "Lagos", "NG", "6.5244", "3.3792"), Place("man", "Manchester", "GB", "53.4808", "-2.2426"),
    Place("mci", "Kansas City", "US", "39.0997", "-94.5786"), Place("mct", "Muscat", "OM", "23.5880", "58.3829"),
    Place("mia", "Miami", "US", "25.7617", "-80.1918"), Place("mnl", "Manila", "PH", "14.5995", "120.9842"),
    Place("msp", "Minneapolis", "US", "44.9778", "-93.2650"), Place("muc", "Munich", "DE", "48.1351", "11.5820"),
    Place("nrt", "Tokyo", "JP", "35.6762", "139.6503"), Place("nyc", "New York", "US", "40.7128", "-74.0060"),
    Place("pdx", "Portland", "US", "45.5152", "-122.6784"), Place("per", "Perth", "AU", "-31.9523", "115.8613"),
    Place("phl", "Philadelphia", "US", "39.9526", "-75.1652"), Place("phx", "Phoenix", "US", "33.4484", "-112.0740"),
    Place("qro", "Queretaro", "MX", "20.5888", "-100.3899"), Place("scl", "Santiago", "CL", "-33.4489", "-70.6693"),
    Place("sea", "Seattle", "US", "47.6062", "-122.3321"), Place("sel", "Seoul", "KR", "37.5665", "126.9780"),
    Place("tpa", "Tampa", "US", "27.9506", "-82.4572"), Place("tpe", "Taipei", "TW", "25.0330", "121.5654"),
    Place("was", "Washington", "US", "38.9072", "-77.0369"), Place("waw", "Warsaw", "PL", "52.2297", "21.0122"),
    Place("yto", "Toronto", "CA", "43.6532", "-79.3832"),
  ]

  /// The place of a zone such as `us-west-2-lax-1` or `eu-central-1-wl1-muc1`, and its parent region.
  static func zone(_ code: String) -> (place: Place?, parent: String) {
    let parts = code.parts("-")
    let parent = parts.prefix(3).joined(separator: "-")
    if code == "us-east-1-wl1" { return (zones.first { $0.region == "bos" }, parent) }
    if code == "us-west-2-wl1" {
      return (Place("sfo", "San Francisco", "US", "37.7749", "-122.4194"), parent)
    }
    let rest = parts.dropFirst(3).filter { !$0.hasPrefix("wl") }
    let letters = String((rest.first ?? "").prefix { $0.isLetter })
    return (zones.first { $0.region == letters }, parent)
  }
}
