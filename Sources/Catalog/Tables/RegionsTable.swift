// Written by catalog-builder; edit the builder, not this file.

extension Tables {
  static let regionsText: StaticString = #"""
aws|af-south-1|region|Cape Town|ZA|-33.9249|18.4241|0|928|p|1.32292|
aws|af-south-1-los-1|local-zone|Lagos|NG|6.5244|3.3792|1|||1.52148|af-south-1
aws|ap-east-1|region|Hong Kong|HK|22.3193|114.1694|0|810|p|1.375|
aws|ap-east-2|region||TW|||0|439.29|c|1.1625|
aws|ap-northeast-1|region|Tokyo|JP|35.6762|139.6503|0|506|p|1.29167|
aws|ap-northeast-1-tpe-1|local-zone|Taipei|TW|25.0330|121.5654|1|439.29|c|1.59406|ap-northeast-1
aws|ap-northeast-1-wl1-kix1|wavelength|Osaka|JP|34.6937|135.5023|1|479.43|c|1.76502|ap-northeast-1
aws|ap-northeast-1-wl1-nrt1|wavelength|Tokyo|JP|35.6762|139.6503|1|479.43|c|1.76502|ap-northeast-1
aws|ap-northeast-2|region|Seoul|KR|37.5665|126.978|0|500|p|1.22917|
aws|ap-northeast-2-wl1-cjj1|wavelength|Daejeon|KR|36.3504|127.3845|1|428.29|c|1.5625|ap-northeast-2
aws|ap-northeast-2-wl1-sel1|wavelength|Seoul|KR|37.5665|126.9780|1|428.29|c|1.5625|ap-northeast-2
aws|ap-northeast-3|region|Osaka|JP|34.6937|135.5023|0|506|p|1.29167|
aws|ap-south-1|region|Mumbai|IN|19.076|72.8777|0|708|p|1.05208|
aws|ap-south-1-ccu-1|local-zone|Kolkata|IN|22.5726|88.3639|1|708|c|1.41927|ap-south-1
aws|ap-south-1-del-1|local-zone|Delhi|IN|28.7041|77.1025|1|708|c|1.41927|ap-south-1
aws|ap-south-2|region|Hyderabad|IN|17.385|78.4867|0|708|c|1.05208|
aws|ap-southeast-1|region|Singapore|SG|1.3521|103.8198|0|408.5|p|1.25|
aws|ap-southeast-1-bkk-1|local-zone|Bangkok|TH|13.7563|100.5018|1|||1.68849|ap-southeast-1
aws|ap-southeast-1-mnl-1|local-zone|Manila|PH|14.5995|120.9842|1|||1.448|ap-southeast-1
aws|ap-southeast-2|region|Sydney|AU|-33.8688|151.2093|0|790|p|1.25|
aws|ap-southeast-2-akl-1|local-zone|Auckland|NZ|-36.8509|174.7645|1|||1.71334|ap-southeast-2
aws|ap-southeast-2-per-1|local-zone|Perth|AU|-31.9523|115.8613|1|497.5|c|1.6875|ap-southeast-2
aws|ap-southeast-3|region|Jakarta|ID|-6.2088|106.8456|0|560.55|c|1.25|
aws|ap-southeast-4|region|Melbourne|AU|-37.8136|144.9631|0|497.5|c|1.25|
aws|ap-southeast-5|region|Kuala Lumpur|MY|3.139|101.6869|0|||1.0625|
aws|ap-southeast-6|region||NZ|||0|||1.3125|
aws|ap-southeast-7|region|Bangkok|TH|13.7563|100.5018|0|||1.0625|
aws|ca-central-1|region|Montreal|CA|45.5017|-73.5673|0|130|p|1.11458|
aws|ca-central-1-wl1-yto1|wavelength|Toronto|CA|43.6532|-79.3832|1|58.56|c|1.50541|ca-central-1
aws|ca-west-1|region|Calgary|CA|51.0447|-114.0719|0|58.56|c|1.11458|
aws|eu-central-1|region|Frankfurt|DE|50.1109|8.6821|0|338|p|1.19792|
aws|eu-central-1-ham-1|local-zone|Hamburg|DE|53.5511|9.9937|1|275.82|c|1.58744|eu-central-1
aws|eu-central-1-ist-1|local-zone|Istanbul|TR|41.0082|28.9784|1|||1.25784|eu-central-1
aws|eu-central-1-waw-1|local-zone|Warsaw|PL|52.2297|21.0122|1|642.88|c|1.32692|eu-central-1
aws|eu-central-1-wl1-ber1|wavelength|Berlin|DE|52.5200|13.4050|1|275.82|c|1.47512|eu-central-1
aws|eu-central-1-wl1-dtm1|wavelength|Dortmund|DE|51.5136|7.4653|1|275.82|c|1.47512|eu-central-1
aws|eu-central-1-wl1-muc1|wavelength|Munich|DE|48.1351|11.5820|1|275.82|c|1.47512|eu-central-1
aws|eu-central-2|region|Zurich|CH|47.3769|8.5417|0|15.05|c|1.31771|
aws|eu-north-1|region|Stockholm|SE|59.3293|18.0686|0|8|p|1.0625|
aws|eu-north-1-cph-1|local-zone|Copenhagen|DK|55.6761|12.5683|1|||1.43601|eu-north-1
aws|eu-north-1-hel-1|local-zone|Helsinki|FI|60.1699|24.9384|1|39.32|c|1.22272|eu-north-1
aws|eu-south-1|region|Milan|IT|45.4642|9.19|0|233|p|1.16667|
aws|eu-south-2|region|Madrid|ES|40.4168|-3.7038|0|89.04|c|1.11397|
aws|eu-west-1|region|Dublin|IE|53.3498|-6.2603|0|316|p|1.11458|
aws|eu-west-2|region|London|GB|51.5074|-0.1278|0|228|p|1.15625|
aws|eu-west-2-wl1-lon1|wavelength|London|GB|51.5074|-0.1278|1|228|c|1.44326|eu-west-2
aws|eu-west-2-wl1-man1|wavelength|Manchester|GB|53.4808|-2.2426|1|228|c|1.44326|eu-west-2
aws|eu-west-2-wl2-man1|wavelength|Manchester|GB|53.4808|-2.2426|1|228|c|1.44326|eu-west-2
aws|eu-west-3|region|Paris|FR|48.8566|2.3522|0|52|p|1.16667|
aws|eu-west-3-wl1-cmn1|wavelength|Casablanca|MA|33.5731|-7.5898|1|||1.34127|eu-west-3
aws|eu-west-3-wl1-dss1|wavelength|Dakar|SN|14.7167|-17.4677|1|||1.33777|eu-west-3
aws|il-central-1|region|Tel Aviv|IL|32.0853|34.7818|0|433.75|c|1.17031|
aws|me-central-1|region|Dubai|AE|25.2048|55.2708|0|||1.22604|
aws|me-south-1|region|Manama|BH|26.2285|50.586|0|732|p|1.375|
aws|me-south-1-mct-1|local-zone|Muscat|OM|23.5880|58.3829|1|||1.41518|me-south-1
aws|mx-central-1|region|Mexico City|MX|19.4326|-99.1332|0|305|c|1.05|
aws|sa-east-1|region|São Paulo|BR|-23.5558|-46.6396|0|74|p|1.59375|
aws|us-east-1|region|Ashburn|US|39.0458|-77.4874|0|415.76|p|1|
aws|us-east-1-atl-1|local-zone|Atlanta|US|33.7490|-84.3880|1|354.08|c|1.25|us-east-1
aws|us-east-1-bos-1|local-zone|Boston|US|42.3601|-71.0589|1|354.08|c|1.25|us-east-1
aws|us-east-1-bue-1|local-zone|Buenos Aires|AR|-34.6037|-58.3816|1|||1.83333|us-east-1
aws|us-east-1-chi-1|local-zone|Chicago|US|41.8781|-87.6298|1|354.08|c|1.25|us-east-1
aws|us-east-1-dfw-1|local-zone|Dallas|US|32.7767|-96.7970|1|354.08|c|1.25|us-east-1
aws|us-east-1-iah-1|local-zone|Houston|US|29.7604|-95.3698|1|354.08|c|1.25|us-east-1
aws|us-east-1-lim-1|local-zone|Lima|PE|-12.0464|-77.0428|1|||1.99405|us-east-1
aws|us-east-1-mci-1|local-zone|Kansas City|US|39.0997|-94.5786|1|354.08|c|1.25|us-east-1
aws|us-east-1-mia-1|local-zone|Miami|US|25.7617|-80.1918|1|354.08|c|1.25|us-east-1
aws|us-east-1-msp-1|local-zone|Minneapolis|US|44.9778|-93.2650|1|354.08|c|1.25|us-east-1
aws|us-east-1-nyc-1|local-zone|New York|US|40.7128|-74.0060|1|354.08|c|1.25|us-east-1
aws|us-east-1-phl-1|local-zone|Philadelphia|US|39.9526|-75.1652|1|354.08|c|1.25|us-east-1
aws|us-east-1-qro-1|local-zone|Queretaro|MX|20.5888|-100.3899|1|305|c|1.35|us-east-1
aws|us-east-1-scl-1|local-zone|Santiago|CL|-33.4489|-70.6693|1|238|c|1.67361|us-east-1
aws|us-east-1-wl1|wavelength|Boston|US|42.3601|-71.0589|1|354.08|c|1.34768|us-east-1
aws|us-east-1-wl1-atl1|wavelength|Atlanta|US|33.7490|-84.3880|1|354.08|c|1.34768|us-east-1
aws|us-east-1-wl1-bna1|wavelength|Nashville|US|36.1627|-86.7816|1|354.08|c|1.34983|us-east-1
aws|us-east-1-wl1-chi1|wavelength|Chicago|US|41.8781|-87.6298|1|354.08|c|1.34768|us-east-1
aws|us-east-1-wl1-clt1|wavelength|Charlotte|US|35.2271|-80.8431|1|354.08|c|1.34983|us-east-1
aws|us-east-1-wl1-dfw1|wavelength|Dallas|US|32.7767|-96.7970|1|354.08|c|1.34768|us-east-1
aws|us-east-1-wl1-dtw1|wavelength|Detroit|US|42.3314|-83.0458|1|354.08|c|1.34768|us-east-1
aws|us-east-1-wl1-foe1|wavelength|Topeka|US|39.0473|-95.6752|1|354.08|c|1.34983|us-east-1
aws|us-east-1-wl1-iah1|wavelength|Houston|US|29.7604|-95.3698|1|354.08|c|1.34768|us-east-1
aws|us-east-1-wl1-mia1|wavelength|Miami|US|25.7617|-80.1918|1|354.08|c|1.34768|us-east-1
aws|us-east-1-wl1-msp1|wavelength|Minneapolis|US|44.9778|-93.2650|1|354.08|c|1.34768|us-east-1
aws|us-east-1-wl1-nyc1|wavelength|New York|US|40.7128|-74.0060|1|354.08|c|1.34768|us-east-1
aws|us-east-1-wl1-tpa1|wavelength|Tampa|US|27.9506|-82.4572|1|354.08|c|1.34768|us-east-1
aws|us-east-1-wl1-was1|wavelength|Washington|US|38.9072|-77.0369|1|354.08|c|1.34983|us-east-1
aws|us-east-2|region|Columbus|US|39.9612|-82.9988|0|440.19|p|1|
aws|us-gov-east-1|government||US|||0|415.76|p|1.26042|
aws|us-gov-west-1|government||US|||0|350.86|p|1.26042|
aws|us-west-1|region|San Francisco|US|37.7749|-122.4194|0|350.86|p|1.16667|
aws|us-west-2|region|Boardman/Umatilla OR|US|45.84|-119.7|0|350.86|p|1|
aws|us-west-2-den-1|local-zone|Denver|US|39.7392|-104.9903|1|354.08|c|1.25|us-west-2
aws|us-west-2-hnl-1|local-zone|Honolulu|US|21.3069|-157.8583|1|354.08|c|1.54991|us-west-2
aws|us-west-2-las-1|local-zone|Las Vegas|US|36.1699|-115.1398|1|354.08|c|1.25|us-west-2
aws|us-west-2-lax-1|local-zone|Los Angeles|US|34.0522|-118.2437|1|354.08|c|1.19792|us-west-2
aws|us-west-2-pdx-1|local-zone|Portland|US|45.5152|-122.6784|1|354.08|c|1.25|us-west-2
aws|us-west-2-phx-1|local-zone|Phoenix|US|33.4484|-112.0740|1|354.08|c|1.2|us-west-2
aws|us-west-2-sea-1|local-zone|Seattle|US|47.6062|-122.3321|1|354.08|c|1.25|us-west-2
aws|us-west-2-wl1|wavelength|San Francisco|US|37.7749|-122.4194|1|354.08|c|1.34768|us-west-2
aws|us-west-2-wl1-den1|wavelength|Denver|US|39.7392|-104.9903|1|354.08|c|1.34768|us-west-2
aws|us-west-2-wl1-las1|wavelength|Las Vegas|US|36.1699|-115.1398|1|354.08|c|1.34768|us-west-2
aws|us-west-2-wl1-lax1|wavelength|Los Angeles|US|34.0522|-118.2437|1|354.08|c|1.34768|us-west-2
aws|us-west-2-wl1-phx1|wavelength|Phoenix|US|33.4484|-112.0740|1|354.08|c|1.34768|us-west-2
aws|us-west-2-wl1-sea1|wavelength|Seattle|US|47.6062|-122.3321|1|354.08|c|1.34768|us-west-2
azure|australiacentral|region|Canberra|AU|-35.3075|149.1244|1|497.5|c|1.25|
azure|australiacentral2|region|Canberra|AU|-35.3075|149.1244|1|497.5|c|1.25|
azure|australiaeast|region|New South Wales|AU|-33.86|151.2094|3|497.5|c|1.25|
azure|australiasoutheast|region|Victoria|AU|-37.8136|144.9631|1|497.5|c|1.30208|
azure|austriaeast|region|Vienna|AT|48.2092056|16.3727779|0|||1.19792|
azure|brazilsouth|region|Sao Paulo State|BR|-23.55|-46.633|3|70.66|c|1.59375|
azure|brazilsoutheast|region|Rio|BR|-22.9028|-43.2075|1|70.66|c|2.07292|
azure|canadacentral|region|Toronto|CA|43.653|-79.383|3|58.56|c|1.11458|
azure|canadaeast|region|Quebec|CA|46.817|-71.217|1|58.56|c|1.11458|
azure|centralindia|region|Pune|IN|18.5822|73.9197|3|708|p|1.05208|
azure|centralus|region|Iowa|US|41.5908|-93.6208|3|472.23|p|1.13021|
azure|chilecentral|region|Santiago|CL|-33.447487|-70.673676|0|238|c|1.40104|
azure|eastasia|region|Hong Kong|HK|22.267|114.188|3|810|p|1.375|
azure|eastus|region|Virginia|US|39.0438|-77.4874|3|415.76|p|1|
azure|eastus2|region|Virginia|US|36.6681|-78.3889|3|415.76|p|1|
azure|francecentral|region|Paris|FR|48.8566|2.3522|3|67|p|1.16667|
azure|francesouth|region|Marseille|FR|43.8345|2.1972|1|52|c|1.51563|
azure|germanynorth|region|Berlin|DE|52.52|13.405|1|275.82|c|1.55729|
azure|germanywestcentral|region|Frankfurt|DE|50.1109|8.6821|3|275.82|c|1.19792|
azure|indonesiacentral|region|Jakarta|ID|-6.2|106.816666|0|560.55|c|1.125|
azure|israelcentral|region|Israel|IL|31.95|34.8|3|433.75|c|1.16667|
azure|italynorth|region|Milan|IT|45.4689|9.1811|3|201.69|c|1.16667|
azure|japaneast|region|Tokyo|JP|35.68|139.77|3|479.43|c|1.29167|
azure|japanwest|region|Osaka|JP|34.6939|135.5022|1|479.43|c|1.29167|
azure|jioindiacentral|region|Nagpur|IN|21.1466|79.0889|1|708|c|1.05208|
azure|jioindiawest|region|Jamnagar|IN|22.4707|70.0577|1|708|c|1.05208|
azure|koreacentral|region|Seoul|KR|37.5665|126.978|3|428.29|c|1.22917|
azure|koreasouth|region|Busan|KR|35.1796|129.0756|1|428.29|c|1.15104|
azure|malaysiawest|region|Kuala Lumpur|MY|3.140853|101.693207|0|||1.125|
azure|mexicocentral|region|Querétaro State|MX|20.5888|-100.3899|3|305|c|1.09896|
azure|newzealandnorth|region|Auckland|NZ|-36.8485|174.7635|3|||1.3125|
azure|northcentralus|region|Illinois|US|41.8819|-87.6278|1|440.19|p|1|
azure|northeurope|region|Ireland|IE|53.3478|-6.2597|3|316|p|1.11458|
azure|norwayeast|region|Norway|NO|59.9139|10.7522|3|||1.31771|
azure|norwaywest|region|Norway|NO|58.97|5.7331|1|||1.71354|
azure|polandcentral|region|Warsaw|PL|52.2333|21.0167|3|642.88|c|1.19792|
azure|qatarcentral|region|Doha|QA|25.5515|51.4393|3|366|c|1.22396|
azure|southafricanorth|region|Johannesburg|ZA|-25.7313|28.2184|3|792.43|c|1.32292|
azure|southafricawest|region|Cape Town|ZA|-34.0757|18.8433|1|792.43|c|1.71875|
azure|southcentralus|region|Texas|US|29.4167|-98.5|3|396.29|p|1.19792|
azure|southeastasia|region|Singapore|SG|1.283|103.833|3|408.5|p|1.25|
azure|southindia|region|Chennai|IN|12.9822|80.1636|1|708|p|1.41146|
azure|spaincentral|region|Madrid|ES|40.4259|-3.4209|3|89.04|c|1.11458|
azure|swedencentral|region|Gävle|SE|60.6749|17.1413|3|9|p|1.0625|
azure|swedensouth|region||SE|||0|8|c|1.38021|
azure|switzerlandnorth|region|Zurich|CH|47.4515|8.5646|3|15.05|c|1.31771|
azure|switzerlandwest|region|Geneva|CH|46.2044|6.1432|1|15.05|c|1.71354|
azure|uaecentral|region|Abu Dhabi|AE|24.4667|54.3667|1|||1.59375|
azure|uaenorth|region|Dubai|AE|25.2667|55.3167|3|||1.22396|
azure|uksouth|region|London|GB|51.5074|-0.1278|3|228|p|1.15625|
azure|ukwest|region|Cardiff|GB|51.4816|-3.1791|1|228|p|1.20833|
azure|westcentralus|region|Wyoming|US|41.14|-104.8202|1|350.86|p|1.19792|
azure|westeurope|region|Netherlands|NL|52.3667|4.9|3|390|p|1.19792|
azure|westindia|region|Mumbai|IN|19.088|72.868|1|708|p|1.28125|
azure|westus|region|California|US|37.783|-122.417|1|350.86|p|1.16667|
azure|westus2|region|Washington|US|47.233|-119.852|3|350.86|p|1|
azure|westus3|region|Phoenix|US|33.4484|-112.074|3|350.86|p|1|
gcp|africa-south1|region|Johannesburg|ZA|-26.2103|28.0297|3|656.85|p|1.10004|
gcp|asia-east1|region|Changhua County|TW|24.1535|120.6606|3|439.29|p|1.15789|
gcp|asia-east2|region|Hong Kong|HK|22.3241|114.1655|3|505.02|p|1.39918|
gcp|asia-northeast1|region|Tokyo|JP|35.6874|139.7655|3|452.85|p|1.28285|
gcp|asia-northeast2|region|Osaka|JP|34.6674|135.5022|3|296.19|p|1.28419|
gcp|asia-northeast3|region|Seoul|KR|37.5615|126.9934|3|356.57|p|1.28419|
gcp|asia-south1|region|Mumbai|IN|19.076|72.8777|3|678.76|p|1.20105|
gcp|asia-south2|region|Delhi|IN|28.7041|77.1025|3|531.83|p|1.20105|
gcp|asia-southeast1|region|Jurong West|SG|1.3403|103.7059|3|366.85|p|1.23361|
gcp|asia-southeast2|region|Jakarta|ID|-6.2113|106.8288|3|560.55|p|1.34464|
gcp|asia-southeast3|region||TH|||0|||1.04997|
gcp|australia-southeast1|region|Sydney|AU|-33.8662|151.1942|3|497.5|p|1.41889|
gcp|australia-southeast2|region|Melbourne|AU|-37.8108|144.9514|3|454.37|p|1.20604|
gcp|europe-central2|region|Warsaw|PL|52.2265|20.9918|3|642.88|p|1.21003|
gcp|europe-north1|region|Hamina|FI|60.5692|27.1871|3|39.32|p|1.10097|
gcp|europe-north2|region||SE|||0|2.73|p|1.05|
gcp|europe-southwest1|region|Madrid|ES|40.4143|-3.7152|3|89.04|p|1.18|
gcp|europe-west1|region|St. Ghislain|BE|50.4717|3.8096|3|103.37|p|1.10004|
gcp|europe-west10|region|Berlin|DE|52.52|13.405|3|275.82|p|1.28841|
gcp|europe-west12|region|Turin|IT|45.0689|7.6838|3|201.69|p|1.29|
gcp|europe-west2|region|London|GB|51.4998|-0.0877|3|105.94|p|1.28837|
gcp|europe-west3|region|Frankfurt|DE|50.1119|8.6599|3|275.82|p|1.28837|
gcp|europe-west4|region|Eemshaven|NL|53.4387|6.8321|3|208.81|p|1.10089|
gcp|europe-west6|region|Zurich|CH|47.3741|8.5723|3|15.05|p|1.31001|
gcp|europe-west8|region|Milan|IT|45.4649|9.1939|3|201.69|p|1.16|
gcp|europe-west9|region|Paris|FR|48.857|2.3556|3|16.3|p|1.16|
gcp|me-central1|region|Doha|QA|25.2854|51.531|3|366|p|1.215|
gcp|me-central2|region|Dammam|SA|26.4393|50.0945|3|382.23|p|1.6|
gcp|me-west1|region|Tel Aviv|IL|32.0863|34.7669|3|433.75|p|1.1|
gcp|northamerica-northeast1|region|Montréal|CA|45.5014|-73.5897|3|5.48|p|1.10089|
gcp|northamerica-northeast2|region|Toronto|CA|43.6511|-79.3891|3|58.56|p|1.10089|
gcp|northamerica-south1|region|Queretaro|MX|20.5807|-100.4182|3|305|p|1.09|
gcp|southamerica-east1|region|Osasco|BR|-23.5319|-46.791|3|67.32|p|1.58735|
gcp|southamerica-west1|region|Santiago|CL|-33.4486|-70.6731|3|238|p|1.43|
gcp|us-central1|region|Council Bluffs|US|41.2621|-95.8652|4|412.72|p|1|
gcp|us-east1|region|Moncks Corner|US|33.1956|-80.0132|3|575.77|p|1|
gcp|us-east4|region|Ashburn|US|39.0436|-77.489|3|323.05|p|1.12624|
gcp|us-east5|region|Columbus|US|39.9639|-82.9908|3|323.05|p|1|
gcp|us-south1|region|Dallas|US|32.775|-96.8016|3|302.95|p|1.18|
gcp|us-west1|region|The Dalles|US|45.5943|-121.1819|3|79.23|p|1|
gcp|us-west2|region|Los Angeles|US|34.0498|-118.2566|3|169.28|p|1.20114|
gcp|us-west3|region|Salt Lake City|US|40.7597|-111.8944|3|555.17|p|1.20114|
gcp|us-west4|region|Las Vegas|US|36.1715|-115.1304|3|357.3|p|1.1262|
lambda|asia-northeast-1|region|Osaka|JP|34.6937|135.5023|1|479.43|c|1|
lambda|asia-northeast-2|region|Tokyo|JP|35.6762|139.6503|1|479.43|c|1|
lambda|asia-south-1|region|Mumbai|IN|19.0760|72.8777|1|708|c|1|
lambda|europe-central-1|region|Frankfurt|DE|50.1109|8.6821|1|275.82|c|1|
lambda|me-west-1|region|Tel Aviv|IL|32.0853|34.7818|1|433.75|c|1|
lambda|us-east-1|region|Ashburn|US|39.0458|-77.4874|1|354.08|c|1|
lambda|us-midwest-1|region|Chicago|US|41.8781|-87.6298|1|354.08|c|1|
lambda|us-south-1|region|Dallas|US|32.7767|-96.7970|1|354.08|c|1|
lambda|us-west-1|region|San Jose|US|37.3382|-121.8863|1|354.08|c|1|
lambda|us-west-2|region|Phoenix|US|33.4484|-112.0740|1|354.08|c|1|
lambda|us-west-3|region|Salt Lake City|US|40.7608|-111.8910|1|354.08|c|1|
"""#
}
