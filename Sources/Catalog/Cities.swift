/// A city that a spec may name as a place.
package struct City: Sendable, Hashable {
  /// English name.
  package var name: String
  /// ISO 3166-1 alpha-2.
  package var country: String
  /// Degrees of the centre.
  package var latitude: Double
  package var longitude: Double
}

/// The list of cities, by name.
package enum Cities {
  /// All cities, sorted by name.
  package static let all: [City] = {
    var cities: [City] = []
    for line in list.description.split(separator: "\n") {
      let cells = line.split(separator: "|").map(String.init)
      guard cells.count == 4, let latitude = Double(cells[2]), let longitude = Double(cells[3]) else { continue }
      cities.append(City(name: cells[0], country: cells[1], latitude: latitude, longitude: longitude))
    }
    return cities.sorted { $0.name < $1.name }
  }()

  /// All names, sorted.
  package static var names: [String] { all.map(\.name) }

  /// A city by its English or local name, without regard to case and accents; `Name, CC` where names repeat.
  package static func find(_ name: String) -> City? {
    let parts = name.split(separator: ",", maxSplits: 1).map { plain(String($0)) }
    guard let first = parts.first else { return nil }
    let wanted = local[first] ?? first
    return all.first { city in
      plain(city.name) == wanted && (parts.count == 1 || city.country.lowercased() == parts[1])
    }
  }

  /// Lower case, accents folded, without blanks, dots and hyphens.
  private static func plain(_ text: String) -> String {
    let folded: [Character: String] = [
      "ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "è": "e", "ã": "a", "á": "a", "à": "a", "å": "a", "ó": "o",
      "ø": "o", "í": "i", "ł": "l", "ñ": "n", "ç": "c", "ú": "u", "ş": "s", "ı": "i", "ğ": "g",
    ]
    var result = ""
    for character in text.lowercased() where !" .-'’".contains(character) {
      result += folded[character] ?? String(character)
    }
    return result
  }

  /// Local names, as `plain` writes them.
  private static let local = [
    "munchen": "munich", "muenchen": "munich", "koln": "cologne", "koeln": "cologne", "wien": "vienna",
    "zuerich": "zurich", "geneve": "geneva", "genf": "geneva", "milano": "milan", "roma": "rome", "torino": "turin",
    "napoli": "naples", "praha": "prague", "warszawa": "warsaw", "lisboa": "lisbon", "kobenhavn": "copenhagen",
    "goteborg": "gothenburg", "bruxelles": "brussels", "athina": "athens", "bucuresti": "bucharest", "moskva": "moscow",
    "newyorkcity": "newyork", "nyc": "newyork", "sf": "sanfrancisco", "washingtondc": "washington",
    "mexico": "mexicocity", "bombay": "mumbai", "bengaluru": "bangalore", "calcutta": "kolkata", "madras": "chennai",
    "saigon": "hochiminhcity", "nurnberg": "nuremberg", "frankfurtammain": "frankfurt", "hannover": "hanover",
    "antwerpen": "antwerp", "thehague": "denhaag", "sevilla": "seville",
  ]

  private static let list: StaticString = """
    Aarhus|DK|56.1629|10.2039
    Abidjan|CI|5.3600|-4.0083
    Abu Dhabi|AE|24.4539|54.3773
    Accra|GH|5.6037|-0.1870
    Addis Ababa|ET|9.0300|38.7400
    Adelaide|AU|-34.9285|138.6007
    Ahmedabad|IN|23.0225|72.5714
    Algiers|DZ|36.7538|3.0588
    Almaty|KZ|43.2220|76.8512
    Amman|JO|31.9539|35.9106
    Amsterdam|NL|52.3676|4.9041
    Ankara|TR|39.9334|32.8597
    Antwerp|BE|51.2194|4.4025
    Ashburn|US|39.0438|-77.4874
    Athens|GR|37.9838|23.7275
    Atlanta|US|33.7490|-84.3880
    Auckland|NZ|-36.8509|174.7645
    Austin|US|30.2672|-97.7431
    Baku|AZ|40.4093|49.8671
    Baltimore|US|39.2904|-76.6122
    Bangalore|IN|12.9716|77.5946
    Bangkok|TH|13.7563|100.5018
    Barcelona|ES|41.3874|2.1686
    Basel|CH|47.5596|7.5886
    Beijing|CN|39.9042|116.4074
    Beirut|LB|33.8938|35.5018
    Belgrade|RS|44.7866|20.4489
    Belo Horizonte|BR|-19.9167|-43.9345
    Bergen|NO|60.3913|5.3221
    Berlin|DE|52.5200|13.4050
    Bern|CH|46.9480|7.4474
    Bilbao|ES|43.2630|-2.9350
    Birmingham|GB|52.4862|-1.8904
    Bogota|CO|4.7110|-74.0721
    Bologna|IT|44.4949|11.3426
    Bordeaux|FR|44.8378|-0.5792
    Boston|US|42.3601|-71.0589
    Brasilia|BR|-15.7939|-47.8828
    Bratislava|SK|48.1486|17.1077
    Bremen|DE|53.0793|8.8017
    Brisbane|AU|-27.4698|153.0251
    Bristol|GB|51.4545|-2.5879
    Brussels|BE|50.8503|4.3517
    Bucharest|RO|44.4268|26.1025
    Budapest|HU|47.4979|19.0402
    Buenos Aires|AR|-34.6037|-58.3816
    Busan|KR|35.1796|129.0756
    Cairo|EG|30.0444|31.2357
    Calgary|CA|51.0447|-114.0719
    Canberra|AU|-35.2809|149.1300
    Cape Town|ZA|-33.9249|18.4241
    Caracas|VE|10.4806|-66.9036
    Cardiff|GB|51.4816|-3.1791
    Casablanca|MA|33.5731|-7.5898
    Charlotte|US|35.2271|-80.8431
    Chengdu|CN|30.5728|104.0668
    Chennai|IN|13.0827|80.2707
    Chicago|US|41.8781|-87.6298
    Cincinnati|US|39.1031|-84.5120
    Cleveland|US|41.4993|-81.6944
    Cologne|DE|50.9375|6.9603
    Colombo|LK|6.9271|79.8612
    Columbus|US|39.9612|-82.9988
    Copenhagen|DK|55.6761|12.5683
    Cork|IE|51.8985|-8.4756
    Dakar|SN|14.7167|-17.4677
    Dallas|US|32.7767|-96.7970
    Dar es Salaam|TZ|-6.7924|39.2083
    Delhi|IN|28.7041|77.1025
    Den Haag|NL|52.0705|4.3007
    Denver|US|39.7392|-104.9903
    Detroit|US|42.3314|-83.0458
    Dhaka|BD|23.8103|90.4125
    Doha|QA|25.2854|51.5310
    Dortmund|DE|51.5136|7.4653
    Dresden|DE|51.0504|13.7373
    Dubai|AE|25.2048|55.2708
    Dublin|IE|53.3498|-6.2603
    Durban|ZA|-29.8587|31.0218
    Dusseldorf|DE|51.2277|6.7735
    Edinburgh|GB|55.9533|-3.1883
    Eindhoven|NL|51.4416|5.4697
    Essen|DE|51.4556|7.0116
    Florence|IT|43.7696|11.2558
    Fortaleza|BR|-3.7319|-38.5267
    Frankfurt|DE|50.1109|8.6821
    Fukuoka|JP|33.5904|130.4017
    Gdansk|PL|54.3520|18.6466
    Geneva|CH|46.2044|6.1432
    Genoa|IT|44.4056|8.9463
    Ghent|BE|51.0543|3.7174
    Glasgow|GB|55.8642|-4.2518
    Gothenburg|SE|57.7089|11.9746
    Graz|AT|47.0707|15.4395
    Guadalajara|MX|20.6597|-103.3496
    Guangzhou|CN|23.1291|113.2644
    Guatemala City|GT|14.6349|-90.5069
    Hamburg|DE|53.5511|9.9937
    Hangzhou|CN|30.2741|120.1551
    Hanoi|VN|21.0278|105.8342
    Hanover|DE|52.3759|9.7320
    Harare|ZW|-17.8252|31.0335
    Helsinki|FI|60.1699|24.9384
    Ho Chi Minh City|VN|10.8231|106.6297
    Hong Kong|HK|22.3193|114.1694
    Honolulu|US|21.3069|-157.8583
    Houston|US|29.7604|-95.3698
    Hyderabad|IN|17.3850|78.4867
    Indianapolis|US|39.7684|-86.1581
    Istanbul|TR|41.0082|28.9784
    Izmir|TR|38.4237|27.1428
    Jacksonville|US|30.3322|-81.6557
    Jakarta|ID|-6.2088|106.8456
    Jeddah|SA|21.4858|39.1925
    Johannesburg|ZA|-26.2041|28.0473
    Kampala|UG|0.3476|32.5825
    Kansas City|US|39.0997|-94.5786
    Karachi|PK|24.8607|67.0011
    Karlsruhe|DE|49.0069|8.4037
    Kathmandu|NP|27.7172|85.3240
    Kigali|RW|-1.9441|30.0619
    Kolkata|IN|22.5726|88.3639
    Krakow|PL|50.0647|19.9450
    Kuala Lumpur|MY|3.1390|101.6869
    Kuwait City|KW|29.3759|47.9774
    Kyiv|UA|50.4501|30.5234
    Kyoto|JP|35.0116|135.7681
    Lagos|NG|6.5244|3.3792
    Lahore|PK|31.5204|74.3587
    Las Vegas|US|36.1699|-115.1398
    Lausanne|CH|46.5197|6.6323
    Leeds|GB|53.8008|-1.5491
    Leipzig|DE|51.3397|12.3731
    Lille|FR|50.6292|3.0573
    Lima|PE|-12.0464|-77.0428
    Linz|AT|48.3069|14.2858
    Lisbon|PT|38.7223|-9.1393
    Liverpool|GB|53.4084|-2.9916
    Ljubljana|SI|46.0569|14.5058
    London|GB|51.5074|-0.1278
    Los Angeles|US|34.0522|-118.2437
    Luanda|AO|-8.8390|13.2894
    Luxembourg|LU|49.6116|6.1319
    Lyon|FR|45.7640|4.8357
    Madrid|ES|40.4168|-3.7038
    Malaga|ES|36.7213|-4.4214
    Malmo|SE|55.6050|13.0038
    Manama|BH|26.2285|50.5860
    Manchester|GB|53.4808|-2.2426
    Manila|PH|14.5995|120.9842
    Mannheim|DE|49.4875|8.4660
    Marseille|FR|43.2965|5.3698
    Medellin|CO|6.2442|-75.5812
    Melbourne|AU|-37.8136|144.9631
    Memphis|US|35.1495|-90.0490
    Mexico City|MX|19.4326|-99.1332
    Miami|US|25.7617|-80.1918
    Milan|IT|45.4642|9.1900
    Milwaukee|US|43.0389|-87.9065
    Minneapolis|US|44.9778|-93.2650
    Minsk|BY|53.9006|27.5590
    Monterrey|MX|25.6866|-100.3161
    Montevideo|UY|-34.9011|-56.1645
    Montreal|CA|45.5017|-73.5673
    Moscow|RU|55.7558|37.6173
    Mumbai|IN|19.0760|72.8777
    Munich|DE|48.1351|11.5820
    Muscat|OM|23.5880|58.3829
    Nagoya|JP|35.1815|136.9066
    Nairobi|KE|-1.2921|36.8219
    Nantes|FR|47.2184|-1.5536
    Naples|IT|40.8518|14.2681
    Nashville|US|36.1627|-86.7816
    New Orleans|US|29.9511|-90.0715
    New York|US|40.7128|-74.0060
    Newcastle|GB|54.9783|-1.6178
    Nice|FR|43.7102|7.2620
    Nuremberg|DE|49.4521|11.0767
    Oklahoma City|US|35.4676|-97.5164
    Orlando|US|28.5383|-81.3792
    Osaka|JP|34.6937|135.5023
    Oslo|NO|59.9139|10.7522
    Ottawa|CA|45.4215|-75.6972
    Panama City|PA|8.9824|-79.5199
    Paris|FR|48.8566|2.3522
    Perth|AU|-31.9523|115.8613
    Philadelphia|US|39.9526|-75.1652
    Phnom Penh|KH|11.5564|104.9282
    Phoenix|US|33.4484|-112.0740
    Pittsburgh|US|40.4406|-79.9959
    Portland|US|45.5152|-122.6784
    Porto|PT|41.1579|-8.6291
    Porto Alegre|BR|-30.0346|-51.2177
    Poznan|PL|52.4064|16.9252
    Prague|CZ|50.0755|14.4378
    Pune|IN|18.5204|73.8567
    Quebec|CA|46.8139|-71.2080
    Queretaro|MX|20.5888|-100.3899
    Quito|EC|-0.1807|-78.4678
    Raleigh|US|35.7796|-78.6382
    Recife|BR|-8.0476|-34.8770
    Reykjavik|IS|64.1466|-21.9426
    Riga|LV|56.9496|24.1052
    Rio de Janeiro|BR|-22.9068|-43.1729
    Riyadh|SA|24.7136|46.6753
    Rome|IT|41.9028|12.4964
    Rotterdam|NL|51.9244|4.4777
    Sacramento|US|38.5816|-121.4944
    Salt Lake City|US|40.7608|-111.8910
    Salzburg|AT|47.8095|13.0550
    San Antonio|US|29.4241|-98.4936
    San Diego|US|32.7157|-117.1611
    San Francisco|US|37.7749|-122.4194
    San Jose|US|37.3382|-121.8863
    San Juan|PR|18.4655|-66.1057
    Santiago|CL|-33.4489|-70.6693
    Santo Domingo|DO|18.4861|-69.9312
    Sao Paulo|BR|-23.5505|-46.6333
    Sapporo|JP|43.0618|141.3545
    Sarajevo|BA|43.8563|18.4131
    Seattle|US|47.6062|-122.3321
    Seoul|KR|37.5665|126.9780
    Seville|ES|37.3891|-5.9845
    Shanghai|CN|31.2304|121.4737
    Shenzhen|CN|22.5431|114.0579
    Singapore|SG|1.3521|103.8198
    Skopje|MK|41.9981|21.4254
    Sofia|BG|42.6977|23.3219
    St. Louis|US|38.6270|-90.1994
    Stavanger|NO|58.9700|5.7331
    Stockholm|SE|59.3293|18.0686
    Strasbourg|FR|48.5734|7.7521
    Stuttgart|DE|48.7758|9.1829
    Surabaya|ID|-7.2575|112.7521
    Sydney|AU|-33.8688|151.2093
    Taipei|TW|25.0330|121.5654
    Tallinn|EE|59.4370|24.7536
    Tampa|US|27.9506|-82.4572
    Tampere|FI|61.4978|23.7610
    Tashkent|UZ|41.2995|69.2401
    Tbilisi|GE|41.7151|44.8271
    Tel Aviv|IL|32.0853|34.7818
    Thessaloniki|GR|40.6401|22.9444
    Tirana|AL|41.3275|19.8187
    Tokyo|JP|35.6762|139.6503
    Toronto|CA|43.6532|-79.3832
    Toulouse|FR|43.6047|1.4442
    Tunis|TN|36.8065|10.1815
    Turin|IT|45.0703|7.6869
    Turku|FI|60.4518|22.2666
    Utrecht|NL|52.0907|5.1214
    Valencia|ES|39.4699|-0.3763
    Vancouver|CA|49.2827|-123.1207
    Vienna|AT|48.2082|16.3738
    Vilnius|LT|54.6872|25.2797
    Warsaw|PL|52.2297|21.0122
    Washington|US|38.9072|-77.0369
    Wellington|NZ|-41.2865|174.7762
    Winnipeg|CA|49.8951|-97.1384
    Wroclaw|PL|51.1079|17.0385
    Wuhan|CN|30.5928|114.3055
    Yerevan|AM|40.1792|44.4991
    Zagreb|HR|45.8150|15.9819
    Zurich|CH|47.3769|8.5417
    """
}
