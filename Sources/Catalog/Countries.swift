/// Countries by ISO 3166-1 alpha-2 code: name, continent, membership of the EU and the EEA.
package enum Countries {
  private static let eu: Set<String> = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
    "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
  ]

  /// Member of the European Union.
  package static func isEU(_ code: String) -> Bool { eu.contains(code) }

  /// Member of the European Economic Area: the EU, Iceland, Liechtenstein and Norway.
  package static func isEEA(_ code: String) -> Bool { isEU(code) || ["IS", "LI", "NO"].contains(code) }

  /// The English name; `nil` for a code that is not in the table.
  package static func name(_ code: String) -> String? { table[code]?.0 }

  /// `NA`, `SA`, `EU`, `AS`, `ME`, `AF` or `OC`, as traffic is priced; `nil` for an unknown code.
  package static func continent(_ code: String) -> String? { table[code]?.1 }

  /// All codes, sorted.
  package static var codes: [String] { table.keys.sorted() }

  /// Whether a word may stand in a list of residencies: `EU`, `EEA` or a country's code.
  package static func isResidency(_ word: String) -> Bool { word == "EU" || word == "EEA" || table[word] != nil }

  /// Whether a country satisfies one residency.
  package static func matches(_ code: String, residency: String) -> Bool {
    switch residency {
    case "EU": isEU(code)
    case "EEA": isEEA(code)
    default: code == residency && !code.isEmpty
    }
  }

  private static let table: [String: (String, String)] = [
    "AE": ("United Arab Emirates", "ME"), "AL": ("Albania", "EU"), "AM": ("Armenia", "AS"), "AO": ("Angola", "AF"),
    "AR": ("Argentina", "SA"), "AT": ("Austria", "EU"), "AU": ("Australia", "OC"), "AZ": ("Azerbaijan", "AS"),
    "BA": ("Bosnia and Herzegovina", "EU"), "BD": ("Bangladesh", "AS"), "BE": ("Belgium", "EU"),
    "BG": ("Bulgaria", "EU"), "BH": ("Bahrain", "ME"), "BO": ("Bolivia", "SA"), "BR": ("Brazil", "SA"),
    "BY": ("Belarus", "EU"), "CA": ("Canada", "NA"), "CD": ("DR Congo", "AF"), "CH": ("Switzerland", "EU"),
    "CI": ("Ivory Coast", "AF"), "CL": ("Chile", "SA"), "CM": ("Cameroon", "AF"), "CN": ("China", "AS"),
    "CO": ("Colombia", "SA"), "CR": ("Costa Rica", "NA"), "CU": ("Cuba", "NA"), "CY": ("Cyprus", "EU"),
    "CZ": ("Czechia", "EU"), "DE": ("Germany", "EU"), "DK": ("Denmark", "EU"), "DO": ("Dominican Republic", "NA"),
    "DZ": ("Algeria", "AF"), "EC": ("Ecuador", "SA"), "EE": ("Estonia", "EU"), "EG": ("Egypt", "AF"),
    "ES": ("Spain", "EU"), "ET": ("Ethiopia", "AF"), "FI": ("Finland", "EU"), "FR": ("France", "EU"),
    "GB": ("United Kingdom", "EU"), "GE": ("Georgia", "AS"), "GH": ("Ghana", "AF"), "GR": ("Greece", "EU"),
    "GT": ("Guatemala", "NA"), "HK": ("Hong Kong", "AS"), "HN": ("Honduras", "NA"), "HR": ("Croatia", "EU"),
    "HU": ("Hungary", "EU"), "ID": ("Indonesia", "AS"), "IE": ("Ireland", "EU"), "IL": ("Israel", "ME"),
    "IN": ("India", "AS"), "IQ": ("Iraq", "ME"), "IR": ("Iran", "ME"), "IS": ("Iceland", "EU"),
    "IT": ("Italy", "EU"), "JM": ("Jamaica", "NA"), "JO": ("Jordan", "ME"), "JP": ("Japan", "AS"),
    "KE": ("Kenya", "AF"), "KH": ("Cambodia", "AS"), "KR": ("South Korea", "AS"), "KW": ("Kuwait", "ME"),
    "KZ": ("Kazakhstan", "AS"), "LA": ("Laos", "AS"), "LB": ("Lebanon", "ME"), "LI": ("Liechtenstein", "EU"),
    "LK": ("Sri Lanka", "AS"), "LT": ("Lithuania", "EU"), "LU": ("Luxembourg", "EU"), "LV": ("Latvia", "EU"),
    "MA": ("Morocco", "AF"), "MC": ("Monaco", "EU"), "MD": ("Moldova", "EU"), "ME": ("Montenegro", "EU"),
    "MG": ("Madagascar", "AF"), "MK": ("North Macedonia", "EU"), "MM": ("Myanmar", "AS"), "MN": ("Mongolia", "AS"),
    "MT": ("Malta", "EU"), "MU": ("Mauritius", "AF"), "MX": ("Mexico", "NA"), "MY": ("Malaysia", "AS"),
    "MZ": ("Mozambique", "AF"), "NA": ("Namibia", "AF"), "NG": ("Nigeria", "AF"), "NI": ("Nicaragua", "NA"),
    "NL": ("Netherlands", "EU"), "NO": ("Norway", "EU"), "NP": ("Nepal", "AS"), "NZ": ("New Zealand", "OC"),
    "OM": ("Oman", "ME"), "PA": ("Panama", "NA"), "PE": ("Peru", "SA"), "PG": ("Papua New Guinea", "OC"),
    "PH": ("Philippines", "AS"), "PK": ("Pakistan", "AS"), "PL": ("Poland", "EU"), "PR": ("Puerto Rico", "NA"),
    "PT": ("Portugal", "EU"), "PY": ("Paraguay", "SA"), "QA": ("Qatar", "ME"), "RO": ("Romania", "EU"),
    "RS": ("Serbia", "EU"), "RU": ("Russia", "EU"), "RW": ("Rwanda", "AF"), "SA": ("Saudi Arabia", "ME"),
    "SE": ("Sweden", "EU"), "SG": ("Singapore", "AS"), "SI": ("Slovenia", "EU"), "SK": ("Slovakia", "EU"),
    "SN": ("Senegal", "AF"), "SV": ("El Salvador", "NA"), "TH": ("Thailand", "AS"), "TN": ("Tunisia", "AF"),
    "TR": ("Turkey", "ME"), "TT": ("Trinidad and Tobago", "NA"), "TW": ("Taiwan", "AS"), "TZ": ("Tanzania", "AF"),
    "UA": ("Ukraine", "EU"), "UG": ("Uganda", "AF"), "US": ("United States", "NA"), "UY": ("Uruguay", "SA"),
    "UZ": ("Uzbekistan", "AS"), "VE": ("Venezuela", "SA"), "VN": ("Vietnam", "AS"), "XK": ("Kosovo", "EU"),
    "ZA": ("South Africa", "AF"), "ZM": ("Zambia", "AF"), "ZW": ("Zimbabwe", "AF"),
  ]
}
