// Written by catalog-builder; edit the builder, not this file.

extension Tables {
  static let awsMachinesText: StaticString = #"""
6|af-south-1|af-south-1-los-1|ap-east-1|ap-east-2|ap-northeast-1|ap-northeast-1-tpe-1|ap-northeast-1-wl1-kix1|ap-northeast-1-wl1-nrt1|ap-northeast-2|ap-northeast-2-wl1-cjj1|ap-northeast-2-wl1-sel1|ap-northeast-3|ap-south-1|ap-south-1-ccu-1|ap-south-1-del-1|ap-south-2|ap-southeast-1|ap-southeast-1-bkk-1|ap-southeast-1-mnl-1|ap-southeast-2|ap-southeast-2-akl-1|ap-southeast-2-per-1|ap-southeast-3|ap-southeast-4|ap-southeast-5|ap-southeast-6|ap-southeast-7|ca-central-1|ca-central-1-wl1-yto1|ca-west-1|eu-central-1|eu-central-1-ham-1|eu-central-1-ist-1|eu-central-1-waw-1|eu-central-1-wl1-ber1|eu-central-1-wl1-dtm1|eu-central-1-wl1-muc1|eu-central-2|eu-north-1|eu-north-1-cph-1|eu-north-1-hel-1|eu-south-1|eu-south-2|eu-west-1|eu-west-2|eu-west-2-wl1-lon1|eu-west-2-wl1-man1|eu-west-2-wl2-man1|eu-west-3|eu-west-3-wl1-cmn1|eu-west-3-wl1-dss1|il-central-1|me-central-1|me-south-1|me-south-1-mct-1|mx-central-1|sa-east-1|us-east-1|us-east-1-atl-1|us-east-1-bos-1|us-east-1-bue-1|us-east-1-chi-1|us-east-1-dfw-1|us-east-1-iah-1|us-east-1-lim-1|us-east-1-mci-1|us-east-1-mia-1|us-east-1-msp-1|us-east-1-nyc-1|us-east-1-phl-1|us-east-1-qro-1|us-east-1-scl-1|us-east-1-wl1|us-east-1-wl1-atl1|us-east-1-wl1-bna1|us-east-1-wl1-chi1|us-east-1-wl1-clt1|us-east-1-wl1-dfw1|us-east-1-wl1-dtw1|us-east-1-wl1-foe1|us-east-1-wl1-iah1|us-east-1-wl1-mia1|us-east-1-wl1-msp1|us-east-1-wl1-nyc1|us-east-1-wl1-tpa1|us-east-1-wl1-was1|us-east-2|us-gov-east-1|us-gov-west-1|us-west-1|us-west-2|us-west-2-den-1|us-west-2-hnl-1|us-west-2-las-1|us-west-2-lax-1|us-west-2-pdx-1|us-west-2-phx-1|us-west-2-sea-1|us-west-2-wl1|us-west-2-wl1-den1|us-west-2-wl1-las1|us-west-2-wl1-lax1|us-west-2-wl1-phx1|us-west-2-wl1-sea1
a1.2xlarge,8000,16384,5085,m,CoreMark,2500,,,a
a1.4xlarge,16000,32768,5081,m,CoreMark,5000,,,a
a1.large,2000,4096,5014,m,CoreMark,750,,,a
a1.medium,1000,2048,5078,m,CoreMark,500,,,a
a1.metal,16000,32768,5145,m,CoreMark,5000,,,a
a1.xlarge,4000,8192,5090,m,CoreMark,1250,,,a
c1.medium,2000,1741,4250,m,CoreMark,,,,x
c1.xlarge,8000,7168,5146,m,CoreMark,,,,x
c3.2xlarge,8000,15360,6345,m,CoreMark,,,,x
c3.4xlarge,16000,30720,6359,m,CoreMark,,,,x
c3.8xlarge,32000,61440,6466,m,CoreMark,10000,,,x
c3.large,2000,3840,6310,m,CoreMark,,,,x
c3.xlarge,4000,7680,6263,m,CoreMark,,,,x
c4.2xlarge,8000,15360,7365,m,CoreMark,,,,x
c4.4xlarge,16000,30720,7161,m,CoreMark,,,,x
c4.8xlarge,36000,61440,7096,m,CoreMark,10000,,,x
c4.large,2000,3840,6772,m,CoreMark,,,,x
c4.xlarge,4000,7680,7199,m,CoreMark,,,,x
c5.12xlarge,48000,98304,7030,m,CoreMark,12000,,,x
c5.18xlarge,72000,147456,6783,m,CoreMark,25000,,,x
c5.24xlarge,96000,196608,7245,m,CoreMark,25000,,,x
c5.2xlarge,8000,16384,7090,m,CoreMark,2500,,,x
c5.4xlarge,16000,32768,7003,m,CoreMark,5000,,,x
c5.9xlarge,36000,73728,6804,m,CoreMark,12000,,,x
c5.large,2000,4096,7076,m,CoreMark,750,,,x
c5.metal,96000,196608,7168,m,CoreMark,25000,,,x
c5.xlarge,4000,8192,7769,m,CoreMark,1250,,,x
c5a.12xlarge,48000,98304,7938,m,CoreMark,12000,,,x
c5a.16xlarge,64000,131072,8002,m,CoreMark,20000,,,x
c5a.24xlarge,96000,196608,7936,m,CoreMark,20000,,,x
c5a.2xlarge,8000,16384,7768,m,CoreMark,2500,,,x
c5a.4xlarge,16000,32768,7764,m,CoreMark,5000,,,x
c5a.8xlarge,32000,65536,7844,m,CoreMark,10000,,,x
c5a.large,2000,4096,7916,m,CoreMark,750,,,x
c5a.xlarge,4000,8192,7327,m,CoreMark,1250,,,x
c5ad.12xlarge,48000,98304,7973,d,same processor,12000,,,x
c5ad.16xlarge,64000,131072,7973,d,same processor,20000,,,x
c5ad.24xlarge,96000,196608,7973,d,same processor,20000,,,x
c5ad.2xlarge,8000,16384,7973,d,same processor,2500,,,x
c5ad.4xlarge,16000,32768,7973,d,same processor,5000,,,x
c5ad.8xlarge,32000,65536,7973,d,same processor,10000,,,x
c5ad.large,2000,4096,7973,d,same processor,750,,,x
c5ad.xlarge,4000,8192,7973,d,same processor,1250,,,x
c5d.12xlarge,48000,98304,7007,m,CoreMark,12000,,,x
c5d.18xlarge,72000,147456,6915,m,CoreMark,25000,,,x
c5d.24xlarge,96000,196608,6885,m,CoreMark,25000,,,x
c5d.2xlarge,8000,16384,7214,m,CoreMark,2500,,,x
c5d.4xlarge,16000,32768,6692,m,CoreMark,5000,,,x
c5d.9xlarge,36000,73728,6585,m,CoreMark,12000,,,x
c5d.large,2000,4096,7115,m,CoreMark,750,,,x
c5d.metal,96000,196608,7791,m,CoreMark,25000,,,x
c5d.xlarge,4000,8192,6819,m,CoreMark,1250,,,x
c5n.18xlarge,72000,196608,6893,m,CoreMark,100000,,,x
c5n.2xlarge,8000,21504,6556,m,CoreMark,10000,,,x
c5n.4xlarge,16000,43008,6772,m,CoreMark,15000,,,x
c5n.9xlarge,36000,98304,6976,m,CoreMark,50000,,,x
c5n.large,2000,5376,6705,m,CoreMark,3000,,,x
c5n.metal,72000,196608,7133,m,CoreMark,100000,,,x
c5n.xlarge,4000,10752,7036,m,CoreMark,5000,,,x
c6a.12xlarge,48000,98304,9033,m,CoreMark,18750,,,x
c6a.16xlarge,64000,131072,8901,m,CoreMark,25000,,,x
c6a.24xlarge,96000,196608,8210,m,CoreMark,37500,,,x
c6a.2xlarge,8000,16384,9714,m,CoreMark,3125,,,x
c6a.32xlarge,128000,262144,9125,m,CoreMark,50000,,,x
c6a.48xlarge,192000,393216,7982,m,CoreMark,50000,,,x
c6a.4xlarge,16000,32768,8883,m,CoreMark,6250,,,x
c6a.8xlarge,32000,65536,8350,m,CoreMark,12500,,,x
c6a.large,2000,4096,9236,m,CoreMark,781,,,x
c6a.metal,192000,393216,7567,m,CoreMark,50000,,,x
c6a.xlarge,4000,8192,9209,m,CoreMark,1562,,,x
c6g.12xlarge,48000,98304,8201,m,CoreMark,20000,,,a
c6g.16xlarge,64000,131072,8491,m,CoreMark,25000,,,a
c6g.2xlarge,8000,16384,8150,m,CoreMark,2500,,,a
c6g.4xlarge,16000,32768,8597,m,CoreMark,5000,,,a
c6g.8xlarge,32000,65536,8646,m,CoreMark,12000,,,a
c6g.large,2000,4096,8615,m,CoreMark,750,,,a
c6g.medium,1000,2048,8441,m,CoreMark,500,,,a
c6g.metal,64000,131072,8409,m,CoreMark,25000,,,a
c6g.xlarge,4000,8192,8498,m,CoreMark,1250,,,a
c6gd.12xlarge,48000,98304,8269,m,CoreMark,20000,,,a
c6gd.16xlarge,64000,131072,8308,m,CoreMark,25000,,,a
c6gd.2xlarge,8000,16384,8445,m,CoreMark,2500,,,a
c6gd.4xlarge,16000,32768,8321,m,CoreMark,5000,,,a
c6gd.8xlarge,32000,65536,8361,m,CoreMark,12000,,,a
c6gd.large,2000,4096,8544,m,CoreMark,750,,,a
c6gd.medium,1000,2048,8165,m,CoreMark,500,,,a
c6gd.metal,64000,131072,8332,m,CoreMark,25000,,,a
c6gd.xlarge,4000,8192,8382,m,CoreMark,1250,,,a
c6gn.12xlarge,48000,98304,8308,m,CoreMark,75000,,,a
c6gn.16xlarge,64000,131072,8505,m,CoreMark,100000,,,a
c6gn.2xlarge,8000,16384,8561,m,CoreMark,12500,,,a
c6gn.4xlarge,16000,32768,8188,m,CoreMark,25000,,,a
c6gn.8xlarge,32000,65536,8282,m,CoreMark,50000,,,a
c6gn.large,2000,4096,8602,m,CoreMark,3000,,,a
c6gn.medium,1000,2048,8181,m,CoreMark,1600,,,a
c6gn.metal,64000,131072,8385,d,family c6gn,,,,a
c6gn.xlarge,4000,8192,8461,m,CoreMark,6300,,,a
c6i.12xlarge,48000,98304,7545,m,CoreMark,18750,,,x
c6i.16xlarge,64000,131072,7180,m,CoreMark,25000,,,x
c6i.24xlarge,96000,196608,7208,m,CoreMark,37500,,,x
c6i.2xlarge,8000,16384,7313,m,CoreMark,3125,,,x
c6i.32xlarge,128000,262144,7555,m,CoreMark,50000,,,x
c6i.4xlarge,16000,32768,7398,m,CoreMark,6250,,,x
c6i.8xlarge,32000,65536,7224,m,CoreMark,12500,,,x
c6i.large,2000,4096,7550,m,CoreMark,781,,,x
c6i.metal,128000,262144,7570,m,CoreMark,50000,,,x
c6i.xlarge,4000,8192,7515,m,CoreMark,1562,,,x
c6id.12xlarge,48000,98304,7303,d,same processor,18750,,,x
c6id.16xlarge,64000,131072,7303,d,same processor,25000,,,x
c6id.24xlarge,96000,196608,7303,d,same processor,37500,,,x
c6id.2xlarge,8000,16384,7303,d,same processor,3125,,,x
c6id.32xlarge,128000,262144,7303,d,same processor,50000,,,x
c6id.4xlarge,16000,32768,7303,d,same processor,6250,,,x
c6id.8xlarge,32000,65536,7303,d,same processor,12500,,,x
c6id.large,2000,4096,7303,d,same processor,781,,,x
c6id.metal,128000,262144,7303,d,same processor,50000,,,x
c6id.xlarge,4000,8192,7303,d,same processor,1562,,,x
c6in.12xlarge,48000,98304,7083,m,CoreMark,75000,,,x
c6in.16xlarge,64000,131072,7089,m,CoreMark,100000,,,x
c6in.24xlarge,96000,196608,7269,m,CoreMark,150000,,,x
c6in.2xlarge,8000,16384,7269,m,CoreMark,12500,,,x
c6in.32xlarge,128000,262144,7157,m,CoreMark,200000,,,x
c6in.4xlarge,16000,32768,7210,m,CoreMark,25000,,,x
c6in.8xlarge,32000,65536,7276,m,CoreMark,50000,,,x
c6in.large,2000,4096,7218,m,CoreMark,3125,,,x
c6in.metal,128000,262144,7684,m,CoreMark,200000,,,x
c6in.xlarge,4000,8192,7340,m,CoreMark,6250,,,x
c7a.12xlarge,48000,98304,12614,m,CoreMark,18750,,,x
c7a.16xlarge,64000,131072,13462,m,CoreMark,25000,,,x
c7a.24xlarge,96000,196608,12761,m,CoreMark,37500,,,x
c7a.2xlarge,8000,16384,13762,m,CoreMark,3125,,,x
c7a.32xlarge,128000,262144,13535,m,CoreMark,50000,,,x
c7a.48xlarge,192000,393216,13056,m,CoreMark,50000,,,x
c7a.4xlarge,16000,32768,13748,m,CoreMark,6250,,,x
c7a.8xlarge,32000,65536,14175,m,CoreMark,12500,,,x
c7a.large,2000,4096,14394,m,CoreMark,781,,,x
c7a.medium,1000,2048,14093,m,CoreMark,390,,,x
c7a.metal-48xl,192000,393216,13618,m,CoreMark,50000,,,x
c7a.xlarge,4000,8192,14224,m,CoreMark,1562,,,x
c7g.12xlarge,48000,98304,11152,m,CoreMark,22500,,,a
c7g.16xlarge,64000,131072,10767,m,CoreMark,30000,,,a
c7g.2xlarge,8000,16384,10640,m,CoreMark,3750,,,a
c7g.4xlarge,16000,32768,11044,m,CoreMark,7500,,,a
c7g.8xlarge,32000,65536,10793,m,CoreMark,15000,,,a
c7g.large,2000,4096,11092,m,CoreMark,937,,,a
c7g.medium,1000,2048,10615,m,CoreMark,520,,,a
c7g.metal,64000,131072,10246,m,CoreMark,30000,,,a
c7g.xlarge,4000,8192,10665,m,CoreMark,1876,,,a
c7gd.12xlarge,48000,98304,10789,m,CoreMark,22500,,,a
c7gd.16xlarge,64000,131072,10551,m,CoreMark,30000,,,a
c7gd.2xlarge,8000,16384,11047,m,CoreMark,3750,,,a
c7gd.4xlarge,16000,32768,10746,m,CoreMark,7500,,,a
c7gd.8xlarge,32000,65536,10954,m,CoreMark,15000,,,a
c7gd.large,2000,4096,10839,m,CoreMark,937,,,a
c7gd.medium,1000,2048,10653,m,CoreMark,520,,,a
c7gd.metal,64000,131072,10890,m,CoreMark,30000,,,a
c7gd.xlarge,4000,8192,10740,m,CoreMark,1876,,,a
c7gn.12xlarge,48000,98304,10894,d,same processor,150000,,,a
c7gn.16xlarge,64000,131072,10894,d,same processor,200000,,,a
c7gn.2xlarge,8000,16384,10894,d,same processor,25000,,,a
c7gn.4xlarge,16000,32768,10894,d,same processor,50000,,,a
c7gn.8xlarge,32000,65536,10894,d,same processor,100000,,,a
c7gn.large,2000,4096,10894,d,same processor,6250,,,a
c7gn.medium,1000,2048,10894,d,same processor,3125,,,a
c7gn.metal,64000,131072,10894,d,same processor,200000,,,a
c7gn.xlarge,4000,8192,10894,d,same processor,12500,,,a
c7i-flex.12xlarge,48000,98304,9881,m,CoreMark,9375,,,x
c7i-flex.16xlarge,64000,131072,8662,m,CoreMark,12500,,,x
c7i-flex.2xlarge,8000,16384,9688,m,CoreMark,1562,,,x
c7i-flex.4xlarge,16000,32768,10009,m,CoreMark,3125,,,x
c7i-flex.8xlarge,32000,65536,9178,m,CoreMark,6250,,,x
c7i-flex.large,2000,4096,8628,m,CoreMark,390,,,x
c7i-flex.xlarge,4000,8192,8662,m,CoreMark,781,,,x
c7i.12xlarge,48000,98304,9928,m,CoreMark,18750,,,x
c7i.16xlarge,64000,131072,9760,m,CoreMark,25000,,,x
c7i.24xlarge,96000,196608,8840,m,CoreMark,37500,,,x
c7i.2xlarge,8000,16384,8508,m,CoreMark,3125,,,x
c7i.48xlarge,192000,393216,8740,m,CoreMark,50000,,,x
c7i.4xlarge,16000,32768,10228,m,CoreMark,6250,,,x
c7i.8xlarge,32000,65536,10245,m,CoreMark,12500,,,x
c7i.large,2000,4096,8440,m,CoreMark,781,,,x
c7i.metal-24xl,96000,196608,8939,m,CoreMark,37500,,,x
c7i.metal-48xl,192000,393216,9307,m,CoreMark,50000,,,x
c7i.xlarge,4000,8192,10437,m,CoreMark,1562,,,x
c8a.12xlarge,48000,98304,18198,m,CoreMark,22500,,,x
c8a.16xlarge,64000,131072,17374,m,CoreMark,30000,,,x
c8a.24xlarge,96000,196608,17787,m,CoreMark,40000,,,x
c8a.2xlarge,8000,16384,18965,m,CoreMark,3750,,,x
c8a.48xlarge,192000,393216,15218,m,CoreMark,75000,,,x
c8a.4xlarge,16000,32768,19548,m,CoreMark,7500,,,x
c8a.8xlarge,32000,65536,17373,m,CoreMark,15000,,,x
c8a.large,2000,4096,20150,m,CoreMark,937,,,x
c8a.medium,1000,2048,18015,m,CoreMark,520,,,x
c8a.metal-24xl,96000,196608,17585,m,CoreMark,40000,,,x
c8a.metal-48xl,192000,393216,17660,m,CoreMark,75000,,,x
c8a.xlarge,4000,8192,20109,m,CoreMark,1875,,,x
c8g.12xlarge,48000,98304,12218,m,CoreMark,22500,,,a
c8g.16xlarge,64000,131072,13329,m,CoreMark,30000,,,a
c8g.24xlarge,96000,196608,13029,m,CoreMark,40000,,,a
c8g.2xlarge,8000,16384,12660,m,CoreMark,3750,,,a
c8g.48xlarge,192000,393216,11914,m,CoreMark,50000,,,a
c8g.4xlarge,16000,32768,13008,m,CoreMark,7500,,,a
c8g.8xlarge,32000,65536,13682,m,CoreMark,15000,,,a
c8g.large,2000,4096,12431,m,CoreMark,937,,,a
c8g.medium,1000,2048,12895,m,CoreMark,520,,,a
c8g.metal-24xl,96000,196608,13375,m,CoreMark,40000,,,a
c8g.metal-48xl,192000,393216,12213,m,CoreMark,50000,,,a
c8g.xlarge,4000,8192,13364,m,CoreMark,1875,,,a
c8gb.12xlarge,48000,98304,12863,m,CoreMark,100000,,,a
c8gb.16xlarge,64000,131072,12510,m,CoreMark,133330,,,a
c8gb.24xlarge,96000,196608,12254,m,CoreMark,200000,,,a
c8gb.2xlarge,8000,16384,13640,m,CoreMark,16666,,,a
c8gb.48xlarge,192000,393216,12254,m,CoreMark,400000,,,a
c8gb.4xlarge,16000,32768,12752,m,CoreMark,33330,,,a
c8gb.8xlarge,32000,65536,13145,m,CoreMark,66660,,,a
c8gb.large,2000,4096,12861,m,CoreMark,4166,,,a
c8gb.medium,1000,2048,12664,m,CoreMark,2083,,,a
c8gb.metal-24xl,96000,196608,12745,m,CoreMark,200000,,,a
c8gb.metal-48xl,192000,393216,8295,m,CoreMark,400000,,,a
c8gb.xlarge,4000,8192,12899,m,CoreMark,8333,,,a
c8gd.12xlarge,48000,98304,12870,d,same processor,22500,,,a
c8gd.16xlarge,64000,131072,12870,d,same processor,30000,,,a
c8gd.24xlarge,96000,196608,12870,d,same processor,40000,,,a
c8gd.2xlarge,8000,16384,12870,d,same processor,3750,,,a
c8gd.48xlarge,192000,393216,12870,d,same processor,50000,,,a
c8gd.4xlarge,16000,32768,12870,d,same processor,7500,,,a
c8gd.8xlarge,32000,65536,12870,d,same processor,15000,,,a
c8gd.large,2000,4096,12870,d,same processor,937,,,a
c8gd.medium,1000,2048,12870,d,same processor,520,,,a
c8gd.metal-24xl,96000,196608,12870,d,same processor,40000,,,a
c8gd.metal-48xl,192000,393216,12870,d,same processor,50000,,,a
c8gd.xlarge,4000,8192,12870,d,same processor,1875,,,a
c8gn.12xlarge,48000,98304,12407,m,CoreMark,150000,,,a
c8gn.16xlarge,64000,131072,12283,m,CoreMark,200000,,,a
c8gn.24xlarge,96000,196608,12880,m,CoreMark,300000,,,a
c8gn.2xlarge,8000,16384,12652,m,CoreMark,25000,,,a
c8gn.48xlarge,192000,393216,11624,m,CoreMark,600000,,,a
c8gn.4xlarge,16000,32768,12578,m,CoreMark,50000,,,a
c8gn.8xlarge,32000,65536,13031,m,CoreMark,100000,,,a
c8gn.large,2000,4096,12966,m,CoreMark,6250,,,a
c8gn.medium,1000,2048,12485,m,CoreMark,3125,,,a
c8gn.metal-24xl,96000,196608,12615,d,family c8gn,300000,,,a
c8gn.metal-48xl,192000,393216,12615,d,family c8gn,600000,,,a
c8gn.xlarge,4000,8192,13057,m,CoreMark,12500,,,a
c8i-flex.12xlarge,48000,98304,10445,m,CoreMark,11250,,,x
c8i-flex.16xlarge,64000,131072,10458,m,CoreMark,15000,,,x
c8i-flex.2xlarge,8000,16384,10050,m,CoreMark,1875,,,x
c8i-flex.4xlarge,16000,32768,9786,m,CoreMark,3750,,,x
c8i-flex.8xlarge,32000,65536,10313,m,CoreMark,7500,,,x
c8i-flex.large,2000,4096,10368,m,CoreMark,468,,,x
c8i-flex.xlarge,4000,8192,10163,m,CoreMark,937,,,x
c8i.12xlarge,48000,98304,10137,m,CoreMark,22500,,,x
c8i.16xlarge,64000,131072,10578,m,CoreMark,30000,,,x
c8i.24xlarge,96000,196608,10089,m,CoreMark,40000,,,x
c8i.2xlarge,8000,16384,10132,m,CoreMark,3750,,,x
c8i.32xlarge,128000,262144,10026,m,CoreMark,50000,,,x
c8i.48xlarge,192000,393216,9906,m,CoreMark,75000,,,x
c8i.4xlarge,16000,32768,10333,m,CoreMark,7500,,,x
c8i.8xlarge,32000,65536,10178,m,CoreMark,15000,,,x
c8i.96xlarge,384000,786432,9807,m,CoreMark,100000,,,x
c8i.large,2000,4096,9170,m,CoreMark,937,,,x
c8i.metal-48xl,192000,393216,10093,m,CoreMark,75000,,,x
c8i.metal-96xl,384000,786432,10189,m,CoreMark,100000,,,x
c8i.xlarge,4000,8192,10080,m,CoreMark,1875,,,x
c8ib.12xlarge,48000,98304,10129,d,same processor,50000,,,x
c8ib.16xlarge,64000,131072,10129,d,same processor,66660,,,x
c8ib.24xlarge,96000,196608,10129,d,same processor,100000,,,x
c8ib.2xlarge,8000,16384,10129,d,same processor,8333,,,x
c8ib.32xlarge,128000,262144,10129,d,same processor,133330,,,x
c8ib.48xlarge,192000,393216,10129,d,same processor,200000,,,x
c8ib.4xlarge,16000,32768,10129,d,same processor,16666,,,x
c8ib.8xlarge,32000,65536,10129,d,same processor,33330,,,x
c8ib.96xlarge,384000,786432,10129,d,same processor,400000,,,x
c8ib.large,2000,4096,10129,d,same processor,2083,,,x
c8ib.metal-48xl,192000,393216,10129,d,same processor,200000,,,x
c8ib.metal-96xl,384000,786432,10129,d,same processor,400000,,,x
c8ib.xlarge,4000,8192,10129,d,same processor,4166,,,x
c8id.12xlarge,48000,98304,10129,d,same processor,22500,,,x
c8id.16xlarge,64000,131072,10129,d,same processor,30000,,,x
c8id.24xlarge,96000,196608,10129,d,same processor,40000,,,x
c8id.2xlarge,8000,16384,10129,d,same processor,3750,,,x
c8id.32xlarge,128000,262144,10129,d,same processor,50000,,,x
c8id.48xlarge,192000,393216,10129,d,same processor,75000,,,x
c8id.4xlarge,16000,32768,10129,d,same processor,7500,,,x
c8id.8xlarge,32000,65536,10129,d,same processor,15000,,,x
c8id.96xlarge,384000,786432,10129,d,same processor,100000,,,x
c8id.large,2000,4096,10129,d,same processor,937,,,x
c8id.metal-48xl,192000,393216,10129,d,same processor,75000,,,x
c8id.metal-96xl,384000,786432,10129,d,same processor,100000,,,x
c8id.xlarge,4000,8192,10129,d,same processor,1875,,,x
c8in.12xlarge,48000,98304,10129,d,same processor,75000,,,x
c8in.16xlarge,64000,131072,10129,d,same processor,100000,,,x
c8in.24xlarge,96000,196608,10129,d,same processor,150000,,,x
c8in.2xlarge,8000,16384,10129,d,same processor,12500,,,x
c8in.32xlarge,128000,262144,10129,d,same processor,200000,,,x
c8in.48xlarge,192000,393216,10129,d,same processor,300000,,,x
c8in.4xlarge,16000,32768,10129,d,same processor,25000,,,x
c8in.8xlarge,32000,65536,10129,d,same processor,50000,,,x
c8in.96xlarge,384000,786432,10129,d,same processor,600000,,,x
c8in.large,2000,4096,10129,d,same processor,3125,,,x
c8in.metal-48xl,192000,393216,10129,d,same processor,300000,,,x
c8in.metal-96xl,384000,786432,10129,d,same processor,600000,,,x
c8in.xlarge,4000,8192,10129,d,same processor,6250,,,x
c8ine.12xlarge,48000,98304,10494,m,CoreMark,75000,,,x
c8ine.2xlarge,8000,16384,10615,m,CoreMark,12500,,,x
c8ine.4xlarge,16000,32768,10460,m,CoreMark,25000,,,x
c8ine.8xlarge,32000,65536,10646,m,CoreMark,50000,,,x
c8ine.large,2000,4096,10182,m,CoreMark,3125,,,x
c8ine.xlarge,4000,8192,9921,m,CoreMark,6250,,,x
cc2.8xlarge,32000,61952,,,,,,,x
cr1.8xlarge,32000,249856,,,,,,,x
d2.2xlarge,8000,62464,6226,m,CoreMark,,,,x
d2.4xlarge,16000,124928,6226,m,CoreMark,,,,x
d2.8xlarge,36000,249856,6451,m,CoreMark,10000,,,x
d2.xlarge,4000,31232,6219,m,CoreMark,,,,x
d3.2xlarge,8000,65536,6338,m,CoreMark,6000,,,x
d3.4xlarge,16000,131072,6081,m,CoreMark,12500,,,x
d3.8xlarge,32000,262144,6254,m,CoreMark,25000,,,x
d3.xlarge,4000,32768,5974,m,CoreMark,3000,,,x
d3en.12xlarge,48000,196608,6159,m,CoreMark,75000,,,x
d3en.2xlarge,8000,32768,6343,m,CoreMark,12500,,,x
d3en.4xlarge,16000,65536,6703,m,CoreMark,25000,,,x
d3en.6xlarge,24000,98304,6262,m,CoreMark,40000,,,x
d3en.8xlarge,32000,131072,6435,m,CoreMark,50000,,,x
d3en.xlarge,4000,16384,6279,m,CoreMark,6000,,,x
dl1.24xlarge,96000,786432,7095,m,CoreMark,400000,,,x
dl2q.24xlarge,96000,786432,5769,m,CoreMark,100000,-AI100,8000,x
f1.16xlarge,64000,999424,6384,d,same processor,,,,x
f1.2xlarge,8000,124928,6384,d,same processor,,,,x
f1.4xlarge,16000,249856,6384,d,same processor,,,,x
f2.12xlarge,48000,524288,8478,m,CoreMark,25000,,,x
f2.48xlarge,192000,2097152,8566,d,family f2,100000,,,x
f2.6xlarge,24000,262144,8654,m,CoreMark,12500,,,x
g2.2xlarge,8000,15360,,,,,-K520,1000,x
g2.8xlarge,32000,61440,,,,,-K520,4000,x
g3.16xlarge,64000,499712,6384,d,same processor,25000,-M60,4000,x
g3.4xlarge,16000,124928,6384,d,same processor,5000,-M60,1000,x
g3.8xlarge,32000,249856,6384,d,same processor,10000,-M60,2000,x
g3s.xlarge,4000,31232,6384,d,same processor,,-M60,1000,x
g4ad.16xlarge,64000,262144,8357,m,CoreMark,25000,-V520,4000,x
g4ad.2xlarge,8000,32768,7979,m,CoreMark,4167,-V520,1000,x
g4ad.4xlarge,16000,65536,8063,m,CoreMark,8333,-V520,1000,x
g4ad.8xlarge,32000,131072,8149,m,CoreMark,15000,-V520,2000,x
g4ad.xlarge,4000,16384,7985,m,CoreMark,2000,-V520,1000,x
g4dn.12xlarge,48000,196608,6375,m,CoreMark,50000,+T4,4000,x
g4dn.16xlarge,64000,262144,6111,m,CoreMark,50000,+T4,1000,x
g4dn.2xlarge,8000,32768,6211,m,CoreMark,10000,+T4,1000,x
g4dn.4xlarge,16000,65536,6172,m,CoreMark,20000,+T4,1000,x
g4dn.8xlarge,32000,131072,6124,m,CoreMark,50000,+T4,1000,x
g4dn.metal,96000,393216,5733,m,CoreMark,100000,+T4,8000,x
g4dn.xlarge,4000,16384,5928,m,CoreMark,5000,+T4,1000,x
g5.12xlarge,48000,196608,7973,m,CoreMark,40000,+A10G,4000,x
g5.16xlarge,64000,262144,8329,m,CoreMark,25000,+A10G,1000,x
g5.24xlarge,96000,393216,7188,m,CoreMark,50000,+A10G,4000,x
g5.2xlarge,8000,32768,7718,m,CoreMark,5000,+A10G,1000,x
g5.48xlarge,192000,786432,8048,m,CoreMark,100000,+A10G,8000,x
g5.4xlarge,16000,65536,8350,m,CoreMark,10000,+A10G,1000,x
g5.8xlarge,32000,131072,8309,m,CoreMark,25000,+A10G,1000,x
g5.xlarge,4000,16384,7443,m,CoreMark,2500,+A10G,1000,x
g5g.16xlarge,64000,131072,8573,m,CoreMark,25000,-T4G,2000,a
g5g.2xlarge,8000,16384,8433,m,CoreMark,2500,-T4G,1000,a
g5g.4xlarge,16000,32768,8414,m,CoreMark,5000,-T4G,1000,a
g5g.8xlarge,32000,65536,8313,m,CoreMark,12000,-T4G,1000,a
g5g.metal,64000,131072,8432,m,CoreMark,25000,-T4G,2000,a
g5g.xlarge,4000,8192,8284,m,CoreMark,1250,-T4G,1000,a
g6.12xlarge,48000,196608,9413,m,CoreMark,40000,+L4,4000,x
g6.16xlarge,64000,262144,9224,m,CoreMark,25000,+L4,1000,x
g6.24xlarge,96000,393216,8391,m,CoreMark,50000,+L4,4000,x
g6.2xlarge,8000,32768,8943,m,CoreMark,5000,+L4,1000,x
g6.48xlarge,192000,786432,8556,m,CoreMark,100000,+L4,8000,x
g6.4xlarge,16000,65536,8885,m,CoreMark,10000,+L4,1000,x
g6.8xlarge,32000,131072,9217,m,CoreMark,25000,+L4,1000,x
g6.xlarge,4000,16384,8958,m,CoreMark,2500,+L4,1000,x
g6e.12xlarge,48000,393216,9459,m,CoreMark,100000,+L40S,4000,x
g6e.16xlarge,64000,524288,9001,m,CoreMark,35000,+L40S,1000,x
g6e.24xlarge,96000,786432,7987,m,CoreMark,200000,+L40S,4000,x
g6e.2xlarge,8000,65536,8763,m,CoreMark,5000,+L40S,1000,x
g6e.48xlarge,192000,1572864,8095,m,CoreMark,400000,+L40S,8000,x
g6e.4xlarge,16000,131072,9175,m,CoreMark,20000,+L40S,1000,x
g6e.8xlarge,32000,262144,9255,m,CoreMark,25000,+L40S,1000,x
g6e.xlarge,4000,32768,8486,m,CoreMark,2500,+L40S,1000,x
g6f.2xlarge,8000,32768,9303,m,CoreMark,5000,+L4,250,x
g6f.4xlarge,16000,65536,9319,m,CoreMark,10000,+L4,500,x
g6f.large,2000,8192,8695,m,CoreMark,1500,+L4,125,x
g6f.xlarge,4000,16384,7586,m,CoreMark,2500,+L4,125,x
g7e.12xlarge,48000,524288,10681,m,CoreMark,400000,-RTX-PRO-6000,2000,x
g7e.24xlarge,96000,1048576,9089,m,CoreMark,800000,-RTX-PRO-6000,4000,x
g7e.2xlarge,8000,65536,11725,m,CoreMark,50000,-RTX-PRO-6000,1000,x
g7e.48xlarge,192000,2097152,9123,m,CoreMark,1600000,-RTX-PRO-6000,8000,x
g7e.4xlarge,16000,131072,10248,m,CoreMark,50000,-RTX-PRO-6000,1000,x
g7e.8xlarge,32000,262144,11395,m,CoreMark,100000,-RTX-PRO-6000,1000,x
gr6.4xlarge,16000,131072,8735,m,CoreMark,10000,+L4,1000,x
gr6.8xlarge,32000,262144,8608,m,CoreMark,25000,+L4,1000,x
gr6f.4xlarge,16000,131072,8856,m,CoreMark,10000,+L4,500,x
h1.16xlarge,64000,262144,7378,m,CoreMark,25000,,,x
h1.2xlarge,8000,32768,6402,m,CoreMark,2500,,,x
h1.4xlarge,16000,65536,7246,m,CoreMark,5000,,,x
h1.8xlarge,32000,131072,7476,m,CoreMark,10000,,,x
hpc6a.48xlarge,96000,393216,12043,m,CoreMark,100000,,,x
hpc6id.32xlarge,64000,1048576,10986,m,CoreMark,200000,,,x
hpc7a.12xlarge,24000,786432,13858,m,CoreMark,300000,,,x
hpc7a.24xlarge,48000,786432,14796,m,CoreMark,300000,,,x
hpc7a.48xlarge,96000,786432,14430,m,CoreMark,300000,,,x
hpc7a.96xlarge,192000,786432,15136,m,CoreMark,300000,,,x
hpc7g.16xlarge,64000,131072,10533,m,CoreMark,200000,,,a
hpc7g.4xlarge,16000,131072,10846,m,CoreMark,200000,,,a
hpc7g.8xlarge,32000,131072,10946,m,CoreMark,200000,,,a
hpc8a.96xlarge,192000,786432,19031,d,same processor,300000,,,x
hs1.8xlarge,16000,119808,,,,,,,x
i2.2xlarge,8000,62464,6825,m,CoreMark,,,,x
i2.4xlarge,16000,124928,6589,m,CoreMark,,,,x
i2.8xlarge,32000,249856,6781,m,CoreMark,10000,,,x
i2.xlarge,4000,31232,6937,m,CoreMark,,,,x
i3.16xlarge,64000,499712,5701,m,CoreMark,25000,,,x
i3.2xlarge,8000,62464,7272,m,CoreMark,2500,,,x
i3.4xlarge,16000,124928,5580,m,CoreMark,5000,,,x
i3.8xlarge,32000,249856,5682,m,CoreMark,10000,,,x
i3.large,2000,15616,6488,m,CoreMark,750,,,x
i3.metal,64000,499712,5692,d,family i3,25000,,,x
i3.xlarge,4000,31232,5635,m,CoreMark,1250,,,x
i3en.12xlarge,48000,393216,6241,m,CoreMark,50000,,,x
i3en.24xlarge,96000,786432,6077,m,CoreMark,100000,,,x
i3en.2xlarge,8000,65536,6798,m,CoreMark,8400,,,x
i3en.3xlarge,12000,98304,6573,m,CoreMark,12500,,,x
i3en.6xlarge,24000,196608,6335,m,CoreMark,25000,,,x
i3en.large,2000,16384,5797,m,CoreMark,2100,,,x
i3en.metal,96000,786432,5878,m,CoreMark,100000,,,x
i3en.xlarge,4000,32768,5863,m,CoreMark,4200,,,x
i3p.16xlarge,64000,499712,6384,d,same processor,,,,x
i4g.16xlarge,64000,524288,8492,m,CoreMark,37500,,,a
i4g.2xlarge,8000,65536,8284,m,CoreMark,4687,,,a
i4g.4xlarge,16000,131072,8318,m,CoreMark,9375,,,a
i4g.8xlarge,32000,262144,8587,m,CoreMark,18750,,,a
i4g.large,2000,16384,8090,m,CoreMark,781,,,a
i4g.xlarge,4000,32768,8390,m,CoreMark,1875,,,a
i4i.12xlarge,48000,393216,7285,m,CoreMark,28120,,,x
i4i.16xlarge,64000,524288,7365,m,CoreMark,37500,,,x
i4i.24xlarge,96000,786432,7633,m,CoreMark,56250,,,x
i4i.2xlarge,8000,65536,7421,m,CoreMark,4687,,,x
i4i.32xlarge,128000,1048576,7353,m,CoreMark,75000,,,x
i4i.4xlarge,16000,131072,7195,m,CoreMark,9375,,,x
i4i.8xlarge,32000,262144,7383,m,CoreMark,18750,,,x
i4i.large,2000,16384,7278,m,CoreMark,781,,,x
i4i.metal,128000,1048576,7870,m,CoreMark,75000,,,x
i4i.xlarge,4000,32768,7138,m,CoreMark,1875,,,x
i7i.12xlarge,48000,393216,9382,m,CoreMark,28120,,,x
i7i.16xlarge,64000,524288,9379,m,CoreMark,37500,,,x
i7i.24xlarge,96000,786432,9180,m,CoreMark,56250,,,x
i7i.2xlarge,8000,65536,8459,m,CoreMark,4687,,,x
i7i.48xlarge,192000,1572864,8661,m,CoreMark,100000,,,x
i7i.4xlarge,16000,131072,9759,m,CoreMark,9375,,,x
i7i.8xlarge,32000,262144,10745,m,CoreMark,25000,,,x
i7i.large,2000,16384,10374,m,CoreMark,1171,,,x
i7i.metal-24xl,96000,786432,9316,m,CoreMark,56250,,,x
i7i.metal-48xl,192000,1572864,9224,m,CoreMark,100000,,,x
i7i.xlarge,4000,32768,10633,m,CoreMark,2343,,,x
i7ie.12xlarge,48000,393216,10060,m,CoreMark,25000,,,x
i7ie.18xlarge,72000,589824,10061,m,CoreMark,37500,,,x
i7ie.24xlarge,96000,786432,8939,m,CoreMark,50000,,,x
i7ie.2xlarge,8000,65536,10650,m,CoreMark,8333,,,x
i7ie.3xlarge,12000,98304,9641,m,CoreMark,12500,,,x
i7ie.48xlarge,192000,1572864,8987,m,CoreMark,100000,,,x
i7ie.6xlarge,24000,196608,11520,m,CoreMark,12500,,,x
i7ie.large,2000,16384,8877,m,CoreMark,2083,,,x
i7ie.metal-24xl,96000,786432,9461,m,CoreMark,50000,,,x
i7ie.metal-48xl,192000,1572864,9389,m,CoreMark,100000,,,x
i7ie.xlarge,4000,32768,8653,m,CoreMark,4166,,,x
i8g.12xlarge,48000,393216,12845,m,CoreMark,28120,,,a
i8g.16xlarge,64000,524288,12934,m,CoreMark,37500,,,a
i8g.24xlarge,96000,786432,13224,m,CoreMark,56250,,,a
i8g.2xlarge,8000,65536,13228,m,CoreMark,4688,,,a
i8g.48xlarge,192000,1572864,11821,m,CoreMark,100000,,,a
i8g.4xlarge,16000,131072,12242,m,CoreMark,9375,,,a
i8g.8xlarge,32000,262144,12991,m,CoreMark,25000,,,a
i8g.large,2000,16384,13232,m,CoreMark,1172,,,a
i8g.metal-24xl,96000,786432,13682,m,CoreMark,56250,,,a
i8g.metal-48xl,192000,1572864,13107,d,family i8g,90000,,,a
i8g.xlarge,4000,32768,13226,m,CoreMark,2344,,,a
i8ge.12xlarge,48000,393216,12581,m,CoreMark,75000,,,a
i8ge.18xlarge,72000,589824,12832,m,CoreMark,112500,,,a
i8ge.24xlarge,96000,786432,12368,m,CoreMark,150000,,,a
i8ge.2xlarge,8000,65536,12852,m,CoreMark,8400,,,a
i8ge.3xlarge,12000,98304,13350,m,CoreMark,12500,,,a
i8ge.48xlarge,192000,1572864,12218,m,CoreMark,180000,,,a
i8ge.6xlarge,24000,196608,12935,m,CoreMark,37500,,,a
i8ge.large,2000,16384,12668,m,CoreMark,2100,,,a
i8ge.metal-24xl,96000,786432,14627,m,CoreMark,150000,,,a
i8ge.metal-48xl,192000,1572864,12421,m,CoreMark,180000,,,a
i8ge.xlarge,4000,32768,13158,m,CoreMark,4200,,,a
im4gn.16xlarge,64000,262144,8367,m,CoreMark,100000,,,a
im4gn.2xlarge,8000,32768,8636,m,CoreMark,12500,,,a
im4gn.4xlarge,16000,65536,8502,m,CoreMark,25000,,,a
im4gn.8xlarge,32000,131072,8222,m,CoreMark,50000,,,a
im4gn.large,2000,8192,8270,m,CoreMark,3125,,,a
im4gn.xlarge,4000,16384,8243,m,CoreMark,6250,,,a
inf1.24xlarge,96000,196608,6858,m,CoreMark,100000,-Inferentia1,16000,x
inf1.2xlarge,8000,16384,7034,m,CoreMark,5000,-Inferentia1,1000,x
inf1.6xlarge,24000,49152,6816,m,CoreMark,25000,-Inferentia1,4000,x
inf1.xlarge,4000,8192,7030,m,CoreMark,5000,-Inferentia1,1000,x
inf2.24xlarge,96000,393216,8527,m,CoreMark,50000,+Inferentia2,6000,x
inf2.48xlarge,192000,786432,8527,d,family inf2,100000,+Inferentia2,12000,x
inf2.8xlarge,32000,131072,9250,m,CoreMark,16667,+Inferentia2,1000,x
inf2.xlarge,4000,16384,8514,m,CoreMark,2083,+Inferentia2,1000,x
is4gen.2xlarge,8000,49152,8450,m,CoreMark,12500,,,a
is4gen.4xlarge,16000,98304,8356,m,CoreMark,25000,,,a
is4gen.8xlarge,32000,196608,8463,m,CoreMark,50000,,,a
is4gen.large,2000,12288,8446,m,CoreMark,3125,,,a
is4gen.medium,1000,6144,8457,m,CoreMark,1562,,,a
is4gen.xlarge,4000,24576,8466,m,CoreMark,6250,,,a
m1.large,2000,7680,5252,m,CoreMark,,,,x
m1.medium,1000,3840,7220,m,CoreMark,,,,x
m1.small,1000,1741,7217,m,CoreMark,,,,x
m1.xlarge,4000,15360,5200,m,CoreMark,,,,x
m2.2xlarge,4000,35021,6280,m,CoreMark,,,,x
m2.4xlarge,8000,70042,5949,m,CoreMark,,,,x
m2.xlarge,2000,17510,6072,m,CoreMark,,,,x
m3.2xlarge,8000,30720,6240,m,CoreMark,,,,x
m3.large,2000,7680,6259,m,CoreMark,,,,x
m3.medium,1000,3840,9791,m,CoreMark,,,,x
m3.xlarge,4000,15360,6261,m,CoreMark,,,,x
m4.10xlarge,40000,163840,6141,m,CoreMark,10000,,,x
m4.16xlarge,64000,262144,7457,m,CoreMark,25000,,,x
m4.2xlarge,8000,32768,5631,m,CoreMark,,,,x
m4.4xlarge,16000,65536,6713,m,CoreMark,,,,x
m4.large,2000,8192,5739,m,CoreMark,,,,x
m4.xlarge,4000,16384,6252,m,CoreMark,,,,x
m5.12xlarge,48000,196608,6059,m,CoreMark,12000,,,x
m5.16xlarge,64000,262144,6254,m,CoreMark,20000,,,x
m5.24xlarge,96000,393216,6122,m,CoreMark,25000,,,x
m5.2xlarge,8000,32768,6188,m,CoreMark,2500,,,x
m5.4xlarge,16000,65536,6287,m,CoreMark,5000,,,x
m5.8xlarge,32000,131072,5917,m,CoreMark,10000,,,x
m5.large,2000,8192,6086,m,CoreMark,750,,,x
m5.metal,96000,393216,5871,m,CoreMark,25000,,,x
m5.xlarge,4000,16384,6319,m,CoreMark,1250,,,x
m5a.12xlarge,48000,196608,5618,m,CoreMark,10000,,,x
m5a.16xlarge,64000,262144,5415,m,CoreMark,12000,,,x
m5a.24xlarge,96000,393216,5369,m,CoreMark,20000,,,x
m5a.2xlarge,8000,32768,5412,m,CoreMark,2500,,,x
m5a.4xlarge,16000,65536,5526,m,CoreMark,5000,,,x
m5a.8xlarge,32000,131072,5603,m,CoreMark,7500,,,x
m5a.large,2000,8192,5668,m,CoreMark,750,,,x
m5a.xlarge,4000,16384,5646,m,CoreMark,1250,,,x
m5ad.12xlarge,48000,196608,5523,m,CoreMark,10000,,,x
m5ad.16xlarge,64000,262144,5468,m,CoreMark,12000,,,x
m5ad.24xlarge,96000,393216,5561,m,CoreMark,20000,,,x
m5ad.2xlarge,8000,32768,5574,m,CoreMark,2500,,,x
m5ad.4xlarge,16000,65536,5409,m,CoreMark,5000,,,x
m5ad.8xlarge,32000,131072,5164,m,CoreMark,7500,,,x
m5ad.large,2000,8192,5557,m,CoreMark,750,,,x
m5ad.xlarge,4000,16384,5594,m,CoreMark,1250,,,x
m5d.12xlarge,48000,196608,6112,m,CoreMark,12000,,,x
m5d.16xlarge,64000,262144,6113,m,CoreMark,20000,,,x
m5d.24xlarge,96000,393216,6174,m,CoreMark,25000,,,x
m5d.2xlarge,8000,32768,6029,m,CoreMark,2500,,,x
m5d.4xlarge,16000,65536,5789,m,CoreMark,5000,,,x
m5d.8xlarge,32000,131072,6185,m,CoreMark,10000,,,x
m5d.large,2000,8192,6185,m,CoreMark,750,,,x
m5d.metal,96000,393216,6056,m,CoreMark,25000,,,x
m5d.xlarge,4000,16384,6308,m,CoreMark,1250,,,x
m5dn.12xlarge,48000,196608,6262,d,same processor,50000,,,x
m5dn.16xlarge,64000,262144,6262,d,same processor,75000,,,x
m5dn.24xlarge,96000,393216,6262,d,same processor,100000,,,x
m5dn.2xlarge,8000,32768,6262,d,same processor,8125,,,x
m5dn.4xlarge,16000,65536,6262,d,same processor,16250,,,x
m5dn.8xlarge,32000,131072,6262,d,same processor,25000,,,x
m5dn.large,2000,8192,6262,d,same processor,2100,,,x
m5dn.metal,96000,393216,6262,d,same processor,100000,,,x
m5dn.xlarge,4000,16384,6262,d,same processor,4100,,,x
m5n.12xlarge,48000,196608,6262,d,same processor,50000,,,x
m5n.16xlarge,64000,262144,6262,d,same processor,75000,,,x
m5n.24xlarge,96000,393216,6262,d,same processor,100000,,,x
m5n.2xlarge,8000,32768,6262,d,same processor,8125,,,x
m5n.4xlarge,16000,65536,6262,d,same processor,16250,,,x
m5n.8xlarge,32000,131072,6262,d,same processor,25000,,,x
m5n.large,2000,8192,6262,d,same processor,2100,,,x
m5n.metal,96000,393216,6262,d,same processor,100000,,,x
m5n.xlarge,4000,16384,6262,d,same processor,4100,,,x
m5zn.12xlarge,48000,196608,8304,m,CoreMark,100000,,,x
m5zn.2xlarge,8000,32768,8760,m,CoreMark,10000,,,x
m5zn.3xlarge,12000,49152,9003,m,CoreMark,15000,,,x
m5zn.6xlarge,24000,98304,8923,m,CoreMark,50000,,,x
m5zn.large,2000,8192,8345,m,CoreMark,3000,,,x
m5zn.metal,48000,196608,9042,m,CoreMark,100000,,,x
m5zn.xlarge,4000,16384,8807,m,CoreMark,5000,,,x
m6a.12xlarge,48000,196608,8991,m,CoreMark,18750,,,x
m6a.16xlarge,64000,262144,9465,m,CoreMark,25000,,,x
m6a.24xlarge,96000,393216,8048,m,CoreMark,37500,,,x
m6a.2xlarge,8000,32768,9037,m,CoreMark,3125,,,x
m6a.32xlarge,128000,524288,8766,m,CoreMark,50000,,,x
m6a.48xlarge,192000,786432,7993,m,CoreMark,50000,,,x
m6a.4xlarge,16000,65536,8908,m,CoreMark,6250,,,x
m6a.8xlarge,32000,131072,8667,m,CoreMark,12500,,,x
m6a.large,2000,8192,8735,m,CoreMark,781,,,x
m6a.metal,192000,786432,8531,m,CoreMark,50000,,,x
m6a.xlarge,4000,16384,8607,m,CoreMark,1562,,,x
m6g.12xlarge,48000,196608,8301,m,CoreMark,20000,,,a
m6g.16xlarge,64000,262144,8533,m,CoreMark,25000,,,a
m6g.2xlarge,8000,32768,8267,m,CoreMark,2500,,,a
m6g.4xlarge,16000,65536,8278,m,CoreMark,5000,,,a
m6g.8xlarge,32000,131072,8388,m,CoreMark,12000,,,a
m6g.large,2000,8192,7983,m,CoreMark,750,,,a
m6g.medium,1000,4096,8233,m,CoreMark,500,,,a
m6g.metal,64000,262144,8552,m,CoreMark,25000,,,a
m6g.xlarge,4000,16384,8230,m,CoreMark,1250,,,a
m6gd.12xlarge,48000,196608,8310,m,CoreMark,20000,,,a
m6gd.16xlarge,64000,262144,8611,m,CoreMark,25000,,,a
m6gd.2xlarge,8000,32768,8121,m,CoreMark,2500,,,a
m6gd.4xlarge,16000,65536,8651,m,CoreMark,5000,,,a
m6gd.8xlarge,32000,131072,8134,m,CoreMark,12000,,,a
m6gd.large,2000,8192,8604,m,CoreMark,750,,,a
m6gd.medium,1000,4096,8470,m,CoreMark,500,,,a
m6gd.metal,64000,262144,8543,m,CoreMark,25000,,,a
m6gd.xlarge,4000,16384,8134,m,CoreMark,1250,,,a
m6i.12xlarge,48000,196608,7200,m,CoreMark,18750,,,x
m6i.16xlarge,64000,262144,7146,m,CoreMark,25000,,,x
m6i.24xlarge,96000,393216,7071,m,CoreMark,37500,,,x
m6i.2xlarge,8000,32768,7419,m,CoreMark,3125,,,x
m6i.32xlarge,128000,524288,7579,m,CoreMark,50000,,,x
m6i.4xlarge,16000,65536,7108,m,CoreMark,6250,,,x
m6i.8xlarge,32000,131072,7353,m,CoreMark,12500,,,x
m6i.large,2000,8192,7494,m,CoreMark,781,,,x
m6i.metal,128000,524288,7833,m,CoreMark,50000,,,x
m6i.xlarge,4000,16384,7133,m,CoreMark,1562,,,x
m6id.12xlarge,48000,196608,7307,m,CoreMark,18750,,,x
m6id.16xlarge,64000,262144,7339,m,CoreMark,25000,,,x
m6id.24xlarge,96000,393216,7550,m,CoreMark,37500,,,x
m6id.2xlarge,8000,32768,7159,m,CoreMark,3125,,,x
m6id.32xlarge,128000,524288,7364,m,CoreMark,50000,,,x
m6id.4xlarge,16000,65536,7164,m,CoreMark,6250,,,x
m6id.8xlarge,32000,131072,7471,m,CoreMark,12500,,,x
m6id.large,2000,8192,7490,m,CoreMark,781,,,x
m6id.metal,128000,524288,7908,m,CoreMark,50000,,,x
m6id.xlarge,4000,16384,7033,m,CoreMark,1562,,,x
m6idn.12xlarge,48000,196608,7302,m,CoreMark,75000,,,x
m6idn.16xlarge,64000,262144,7360,m,CoreMark,100000,,,x
m6idn.24xlarge,96000,393216,7333,m,CoreMark,150000,,,x
m6idn.2xlarge,8000,32768,7145,m,CoreMark,12500,,,x
m6idn.32xlarge,128000,524288,7150,m,CoreMark,200000,,,x
m6idn.4xlarge,16000,65536,7451,m,CoreMark,25000,,,x
m6idn.8xlarge,32000,131072,7484,m,CoreMark,50000,,,x
m6idn.large,2000,8192,7097,m,CoreMark,3125,,,x
m6idn.metal,128000,524288,8011,m,CoreMark,200000,,,x
m6idn.xlarge,4000,16384,7342,m,CoreMark,6250,,,x
m6in.12xlarge,48000,196608,7292,m,CoreMark,75000,,,x
m6in.16xlarge,64000,262144,7284,m,CoreMark,100000,,,x
m6in.24xlarge,96000,393216,6944,m,CoreMark,150000,,,x
m6in.2xlarge,8000,32768,7296,m,CoreMark,12500,,,x
m6in.32xlarge,128000,524288,7370,m,CoreMark,200000,,,x
m6in.4xlarge,16000,65536,7131,m,CoreMark,25000,,,x
m6in.8xlarge,32000,131072,7592,m,CoreMark,50000,,,x
m6in.large,2000,8192,6930,m,CoreMark,3125,,,x
m6in.metal,128000,524288,8550,m,CoreMark,200000,,,x
m6in.xlarge,4000,16384,7350,m,CoreMark,6250,,,x
m7a.12xlarge,48000,196608,13747,m,CoreMark,18750,,,x
m7a.16xlarge,64000,262144,12911,m,CoreMark,25000,,,x
m7a.24xlarge,96000,393216,12088,m,CoreMark,37500,,,x
m7a.2xlarge,8000,32768,14046,m,CoreMark,3125,,,x
m7a.32xlarge,128000,524288,13750,m,CoreMark,50000,,,x
m7a.48xlarge,192000,786432,13073,m,CoreMark,50000,,,x
m7a.4xlarge,16000,65536,13671,m,CoreMark,6250,,,x
m7a.8xlarge,32000,131072,14524,m,CoreMark,12500,,,x
m7a.large,2000,8192,14525,m,CoreMark,781,,,x
m7a.medium,1000,4096,13882,m,CoreMark,390,,,x
m7a.metal-48xl,192000,786432,14314,m,CoreMark,50000,,,x
m7a.xlarge,4000,16384,14025,m,CoreMark,1562,,,x
m7g.12xlarge,48000,196608,11087,m,CoreMark,22500,,,a
m7g.16xlarge,64000,262144,10555,m,CoreMark,30000,,,a
m7g.2xlarge,8000,32768,10643,m,CoreMark,3750,,,a
m7g.4xlarge,16000,65536,10998,m,CoreMark,7500,,,a
m7g.8xlarge,32000,131072,10894,m,CoreMark,15000,,,a
m7g.large,2000,8192,11043,m,CoreMark,937,,,a
m7g.medium,1000,4096,10911,m,CoreMark,520,,,a
m7g.metal,64000,262144,11552,m,CoreMark,30000,,,a
m7g.xlarge,4000,16384,11016,m,CoreMark,1876,,,a
m7gd.12xlarge,48000,196608,11107,m,CoreMark,22500,,,a
m7gd.16xlarge,64000,262144,11119,m,CoreMark,30000,,,a
m7gd.2xlarge,8000,32768,10832,m,CoreMark,3750,,,a
m7gd.4xlarge,16000,65536,10826,m,CoreMark,7500,,,a
m7gd.8xlarge,32000,131072,10917,m,CoreMark,15000,,,a
m7gd.large,2000,8192,10569,m,CoreMark,937,,,a
m7gd.medium,1000,4096,10397,m,CoreMark,520,,,a
m7gd.metal,64000,262144,10177,m,CoreMark,30000,,,a
m7gd.xlarge,4000,16384,10994,m,CoreMark,1876,,,a
m7i-flex.12xlarge,48000,196608,8627,m,CoreMark,9375,,,x
m7i-flex.16xlarge,64000,262144,8874,m,CoreMark,12500,,,x
m7i-flex.2xlarge,8000,32768,8429,m,CoreMark,1562,,,x
m7i-flex.4xlarge,16000,65536,9113,m,CoreMark,3125,,,x
m7i-flex.8xlarge,32000,131072,9825,m,CoreMark,6250,,,x
m7i-flex.large,2000,8192,9355,m,CoreMark,390,,,x
m7i-flex.xlarge,4000,16384,8411,m,CoreMark,781,,,x
m7i.12xlarge,48000,196608,9513,m,CoreMark,18750,,,x
m7i.16xlarge,64000,262144,8948,m,CoreMark,25000,,,x
m7i.24xlarge,96000,393216,9062,m,CoreMark,37500,,,x
m7i.2xlarge,8000,32768,8731,m,CoreMark,3125,,,x
m7i.48xlarge,192000,786432,8483,m,CoreMark,50000,,,x
m7i.4xlarge,16000,65536,9950,m,CoreMark,6250,,,x
m7i.8xlarge,32000,131072,9346,m,CoreMark,12500,,,x
m7i.large,2000,8192,10000,m,CoreMark,781,,,x
m7i.metal-24xl,96000,393216,9153,m,CoreMark,37500,,,x
m7i.metal-48xl,192000,786432,7725,m,CoreMark,50000,,,x
m7i.xlarge,4000,16384,9531,m,CoreMark,1562,,,x
m8a.12xlarge,48000,196608,20035,m,CoreMark,22500,,,x
m8a.16xlarge,64000,262144,18834,m,CoreMark,30000,,,x
m8a.24xlarge,96000,393216,17764,m,CoreMark,40000,,,x
m8a.2xlarge,8000,32768,19655,m,CoreMark,3750,,,x
m8a.48xlarge,192000,786432,15503,m,CoreMark,75000,,,x
m8a.4xlarge,16000,65536,20602,m,CoreMark,7500,,,x
m8a.8xlarge,32000,131072,18585,m,CoreMark,15000,,,x
m8a.large,2000,8192,20168,m,CoreMark,937,,,x
m8a.medium,1000,4096,17602,m,CoreMark,520,,,x
m8a.metal-24xl,96000,393216,17821,m,CoreMark,40000,,,x
m8a.metal-48xl,192000,786432,16652,m,CoreMark,75000,,,x
m8a.xlarge,4000,16384,18642,m,CoreMark,1875,,,x
m8azn.12xlarge,48000,196608,,,,100000,,,x
m8azn.24xlarge,96000,393216,,,,200000,,,x
m8azn.3xlarge,12000,49152,,,,25000,,,x
m8azn.6xlarge,24000,98304,,,,50000,,,x
m8azn.large,2000,8192,,,,4170,,,x
m8azn.medium,1000,4096,,,,2080,,,x
m8azn.metal-12xl,48000,196608,,,,100000,,,x
m8azn.metal-24xl,96000,393216,,,,200000,,,x
m8azn.xlarge,4000,16384,,,,8330,,,x
m8g.12xlarge,48000,196608,12777,m,CoreMark,22500,,,a
m8g.16xlarge,64000,262144,12971,m,CoreMark,30000,,,a
m8g.24xlarge,96000,393216,13287,m,CoreMark,40000,,,a
m8g.2xlarge,8000,32768,12852,m,CoreMark,3750,,,a
m8g.48xlarge,192000,786432,12247,m,CoreMark,50000,,,a
m8g.4xlarge,16000,65536,13657,m,CoreMark,7500,,,a
m8g.8xlarge,32000,131072,12409,m,CoreMark,15000,,,a
m8g.large,2000,8192,13363,m,CoreMark,937,,,a
m8g.medium,1000,4096,12583,m,CoreMark,520,,,a
m8g.metal-24xl,96000,393216,12883,m,CoreMark,40000,,,a
m8g.metal-48xl,192000,786432,9910,m,CoreMark,50000,,,a
m8g.xlarge,4000,16384,13326,m,CoreMark,1875,,,a
m8gb.12xlarge,48000,196608,12433,m,CoreMark,100000,,,a
m8gb.16xlarge,64000,262144,12449,m,CoreMark,133330,,,a
m8gb.24xlarge,96000,393216,12876,m,CoreMark,200000,,,a
m8gb.2xlarge,8000,32768,13155,m,CoreMark,16666,,,a
m8gb.48xlarge,192000,786432,11764,m,CoreMark,400000,,,a
m8gb.4xlarge,16000,65536,12994,m,CoreMark,33330,,,a
m8gb.8xlarge,32000,131072,13572,m,CoreMark,66660,,,a
m8gb.large,2000,8192,13328,m,CoreMark,4166,,,a
m8gb.medium,1000,4096,12933,m,CoreMark,2083,,,a
m8gb.metal-24xl,96000,393216,12958,d,family m8gb,200000,,,a
m8gb.metal-48xl,192000,786432,12958,d,family m8gb,400000,,,a
m8gb.xlarge,4000,16384,12984,m,CoreMark,8333,,,a
m8gd.12xlarge,48000,196608,12870,d,same processor,22500,,,a
m8gd.16xlarge,64000,262144,12870,d,same processor,30000,,,a
m8gd.24xlarge,96000,393216,12870,d,same processor,40000,,,a
m8gd.2xlarge,8000,32768,12870,d,same processor,3750,,,a
m8gd.48xlarge,192000,786432,12870,d,same processor,50000,,,a
m8gd.4xlarge,16000,65536,12870,d,same processor,7500,,,a
m8gd.8xlarge,32000,131072,12870,d,same processor,15000,,,a
m8gd.large,2000,8192,12870,d,same processor,937,,,a
m8gd.medium,1000,4096,12870,d,same processor,520,,,a
m8gd.metal-24xl,96000,393216,12870,d,same processor,40000,,,a
m8gd.metal-48xl,192000,786432,12870,d,same processor,50000,,,a
m8gd.xlarge,4000,16384,12870,d,same processor,1875,,,a
m8gn.12xlarge,48000,196608,12248,m,CoreMark,150000,,,a
m8gn.16xlarge,64000,262144,12865,m,CoreMark,200000,,,a
m8gn.24xlarge,96000,393216,13045,m,CoreMark,300000,,,a
m8gn.2xlarge,8000,32768,13012,m,CoreMark,25000,,,a
m8gn.48xlarge,192000,786432,11930,m,CoreMark,600000,,,a
m8gn.4xlarge,16000,65536,12775,m,CoreMark,50000,,,a
m8gn.8xlarge,32000,131072,13334,m,CoreMark,100000,,,a
m8gn.large,2000,8192,12705,m,CoreMark,6250,,,a
m8gn.medium,1000,4096,12984,m,CoreMark,3125,,,a
m8gn.metal-24xl,96000,393216,12924,d,family m8gn,300000,,,a
m8gn.metal-48xl,192000,786432,12924,d,family m8gn,600000,,,a
m8gn.xlarge,4000,16384,13430,m,CoreMark,12500,,,a
m8i-flex.12xlarge,48000,196608,9926,m,CoreMark,11250,,,x
m8i-flex.16xlarge,64000,262144,9893,m,CoreMark,15000,,,x
m8i-flex.2xlarge,8000,32768,10237,m,CoreMark,1875,,,x
m8i-flex.4xlarge,16000,65536,9829,m,CoreMark,3750,,,x
m8i-flex.8xlarge,32000,131072,10048,m,CoreMark,7500,,,x
m8i-flex.large,2000,8192,9494,m,CoreMark,468,,,x
m8i-flex.xlarge,4000,16384,10618,m,CoreMark,937,,,x
m8i.12xlarge,48000,196608,9882,m,CoreMark,22500,,,x
m8i.16xlarge,64000,262144,10772,m,CoreMark,30000,,,x
m8i.24xlarge,96000,393216,9767,m,CoreMark,40000,,,x
m8i.2xlarge,8000,32768,10520,m,CoreMark,3750,,,x
m8i.32xlarge,128000,524288,9996,m,CoreMark,50000,,,x
m8i.48xlarge,192000,786432,9686,m,CoreMark,75000,,,x
m8i.4xlarge,16000,65536,10517,m,CoreMark,7500,,,x
m8i.8xlarge,32000,131072,10223,m,CoreMark,15000,,,x
m8i.96xlarge,384000,1572864,9705,m,CoreMark,100000,,,x
m8i.large,2000,8192,9410,m,CoreMark,937,,,x
m8i.metal-48xl,192000,786432,10433,m,CoreMark,75000,,,x
m8i.metal-96xl,384000,1572864,10267,m,CoreMark,100000,,,x
m8i.xlarge,4000,16384,9509,m,CoreMark,1875,,,x
m8ib.12xlarge,48000,196608,10328,m,CoreMark,50000,,,x
m8ib.16xlarge,64000,262144,10528,m,CoreMark,66660,,,x
m8ib.24xlarge,96000,393216,10212,m,CoreMark,100000,,,x
m8ib.2xlarge,8000,32768,10282,m,CoreMark,8333,,,x
m8ib.32xlarge,128000,524288,9912,m,CoreMark,133330,,,x
m8ib.48xlarge,192000,786432,10317,m,CoreMark,200000,,,x
m8ib.4xlarge,16000,65536,9957,m,CoreMark,16666,,,x
m8ib.8xlarge,32000,131072,10407,m,CoreMark,33330,,,x
m8ib.96xlarge,384000,1572864,9856,m,CoreMark,400000,,,x
m8ib.large,2000,8192,9807,m,CoreMark,2083,,,x
m8ib.xlarge,4000,16384,10005,m,CoreMark,4166,,,x
m8id.12xlarge,48000,196608,10129,d,same processor,22500,,,x
m8id.16xlarge,64000,262144,10129,d,same processor,30000,,,x
m8id.24xlarge,96000,393216,10129,d,same processor,40000,,,x
m8id.2xlarge,8000,32768,10129,d,same processor,3750,,,x
m8id.32xlarge,128000,524288,10129,d,same processor,50000,,,x
m8id.48xlarge,192000,786432,10129,d,same processor,75000,,,x
m8id.4xlarge,16000,65536,10129,d,same processor,7500,,,x
m8id.8xlarge,32000,131072,10129,d,same processor,15000,,,x
m8id.96xlarge,384000,1572864,10129,d,same processor,100000,,,x
m8id.large,2000,8192,10129,d,same processor,937,,,x
m8id.metal-48xl,192000,786432,10129,d,same processor,75000,,,x
m8id.metal-96xl,384000,1572864,10129,d,same processor,100000,,,x
m8id.xlarge,4000,16384,10129,d,same processor,1875,,,x
m8idb.12xlarge,48000,196608,10278,m,CoreMark,50000,,,x
m8idb.16xlarge,64000,262144,10230,m,CoreMark,66660,,,x
m8idb.24xlarge,96000,393216,9952,m,CoreMark,100000,,,x
m8idb.2xlarge,8000,32768,9981,m,CoreMark,8333,,,x
m8idb.32xlarge,128000,524288,10547,m,CoreMark,133330,,,x
m8idb.48xlarge,192000,786432,10120,m,CoreMark,200000,,,x
m8idb.4xlarge,16000,65536,10094,m,CoreMark,16666,,,x
m8idb.8xlarge,32000,131072,10414,m,CoreMark,33330,,,x
m8idb.96xlarge,384000,1572864,8926,m,CoreMark,400000,,,x
m8idb.large,2000,8192,9777,m,CoreMark,2083,,,x
m8idb.xlarge,4000,16384,10444,m,CoreMark,4166,,,x
m8idn.12xlarge,48000,196608,10301,m,CoreMark,75000,,,x
m8idn.16xlarge,64000,262144,10002,m,CoreMark,100000,,,x
m8idn.24xlarge,96000,393216,10310,m,CoreMark,150000,,,x
m8idn.2xlarge,8000,32768,10127,m,CoreMark,12500,,,x
m8idn.32xlarge,128000,524288,10347,m,CoreMark,200000,,,x
m8idn.48xlarge,192000,786432,9601,m,CoreMark,300000,,,x
m8idn.4xlarge,16000,65536,10101,m,CoreMark,25000,,,x
m8idn.8xlarge,32000,131072,10251,m,CoreMark,50000,,,x
m8idn.96xlarge,384000,1572864,9931,m,CoreMark,600000,,,x
m8idn.large,2000,8192,9109,m,CoreMark,3125,,,x
m8idn.xlarge,4000,16384,9856,m,CoreMark,6250,,,x
m8in.12xlarge,48000,196608,10419,m,CoreMark,75000,,,x
m8in.16xlarge,64000,262144,10015,m,CoreMark,100000,,,x
m8in.24xlarge,96000,393216,10036,m,CoreMark,150000,,,x
m8in.2xlarge,8000,32768,10584,m,CoreMark,12500,,,x
m8in.32xlarge,128000,524288,10574,m,CoreMark,200000,,,x
m8in.48xlarge,192000,786432,9812,m,CoreMark,300000,,,x
m8in.4xlarge,16000,65536,9930,m,CoreMark,25000,,,x
m8in.8xlarge,32000,131072,9922,m,CoreMark,50000,,,x
m8in.96xlarge,384000,1572864,9671,m,CoreMark,600000,,,x
m8in.large,2000,8192,10095,m,CoreMark,3125,,,x
m8in.xlarge,4000,16384,10389,m,CoreMark,6250,,,x
m8ine.12xlarge,48000,196608,10071,m,CoreMark,75000,,,x
m8ine.2xlarge,8000,32768,10316,m,CoreMark,12500,,,x
m8ine.4xlarge,16000,65536,10300,m,CoreMark,25000,,,x
m8ine.8xlarge,32000,131072,10672,m,CoreMark,50000,,,x
m8ine.large,2000,8192,10094,m,CoreMark,3125,,,x
m8ine.xlarge,4000,16384,10403,m,CoreMark,6250,,,x
p2.16xlarge,64000,749568,6384,d,same processor,,-K80,16000,x
p2.8xlarge,32000,499712,6384,d,same processor,,-K80,8000,x
p2.xlarge,4000,62464,6384,d,same processor,,-K80,1000,x
p3.16xlarge,64000,499712,6384,d,same processor,25000,-V100-16,8000,x
p3.2xlarge,8000,62464,6384,d,same processor,2500,-V100-16,1000,x
p3.8xlarge,32000,249856,6384,d,same processor,10000,-V100-16,4000,x
p3dn.24xlarge,96000,786432,5894,m,CoreMark,100000,+V100-32,8000,x
p4d.24xlarge,96000,1179648,7096,m,CoreMark,400000,+A100-SXM-40,8000,x
p4de.24xlarge,96000,1179648,6936,m,CoreMark,400000,+A100-SXM-80,8000,x
p5.48xlarge,192000,2097152,8685,m,CoreMark,3200000,+H100-SXM-80,8000,x
p5.4xlarge,16000,262144,8685,d,family p5,100000,+H100-SXM-80,1000,x
p5en.48xlarge,192000,2097152,9346,d,same processor,3200000,+H200-SXM-141,8000,x
p6-b200.48xlarge,192000,2097152,8885,m,CoreMark,3200000,+B200-SXM-180,8000,x
p6-b300.48xlarge,192000,4194304,9641,d,same processor,6400000,-B300,8000,x
r3.2xlarge,8000,62464,6375,m,CoreMark,,,,x
r3.4xlarge,16000,124928,6337,m,CoreMark,,,,x
r3.8xlarge,32000,249856,6418,m,CoreMark,10000,,,x
r3.large,2000,15616,6331,m,CoreMark,,,,x
r3.xlarge,4000,31232,6486,m,CoreMark,,,,x
r4.16xlarge,64000,499712,7496,m,CoreMark,25000,,,x
r4.2xlarge,8000,62464,5659,m,CoreMark,2500,,,x
r4.4xlarge,16000,124928,6384,m,CoreMark,5000,,,x
r4.8xlarge,32000,249856,6249,m,CoreMark,10000,,,x
r4.large,2000,15616,5579,m,CoreMark,750,,,x
r4.xlarge,4000,31232,5847,m,CoreMark,1250,,,x
r5.12xlarge,48000,393216,6268,m,CoreMark,12000,,,x
r5.16xlarge,64000,524288,6204,m,CoreMark,20000,,,x
r5.24xlarge,96000,786432,6018,m,CoreMark,25000,,,x
r5.2xlarge,8000,65536,5874,m,CoreMark,2500,,,x
r5.4xlarge,16000,131072,6013,m,CoreMark,5000,,,x
r5.8xlarge,32000,262144,6003,m,CoreMark,10000,,,x
r5.large,2000,16384,6232,m,CoreMark,750,,,x
r5.metal,96000,786432,5838,m,CoreMark,25000,,,x
r5.xlarge,4000,32768,6232,m,CoreMark,1250,,,x
r5a.12xlarge,48000,393216,5656,m,CoreMark,10000,,,x
r5a.16xlarge,64000,524288,5515,m,CoreMark,12000,,,x
r5a.24xlarge,96000,786432,5234,m,CoreMark,20000,,,x
r5a.2xlarge,8000,65536,5579,m,CoreMark,2500,,,x
r5a.4xlarge,16000,131072,5609,m,CoreMark,5000,,,x
r5a.8xlarge,32000,262144,5447,m,CoreMark,7500,,,x
r5a.large,2000,16384,5623,m,CoreMark,750,,,x
r5a.xlarge,4000,32768,5725,m,CoreMark,1250,,,x
r5ad.12xlarge,48000,393216,5497,m,CoreMark,10000,,,x
r5ad.16xlarge,64000,524288,5508,m,CoreMark,12000,,,x
r5ad.24xlarge,96000,786432,5589,m,CoreMark,20000,,,x
r5ad.2xlarge,8000,65536,5470,m,CoreMark,2500,,,x
r5ad.4xlarge,16000,131072,5590,m,CoreMark,5000,,,x
r5ad.8xlarge,32000,262144,5331,m,CoreMark,7500,,,x
r5ad.large,2000,16384,5694,m,CoreMark,750,,,x
r5ad.xlarge,4000,32768,5545,m,CoreMark,1250,,,x
r5b.12xlarge,48000,393216,6262,d,same processor,12000,,,x
r5b.16xlarge,64000,524288,6262,d,same processor,20000,,,x
r5b.24xlarge,96000,786432,6262,d,same processor,25000,,,x
r5b.2xlarge,8000,65536,6262,d,same processor,2500,,,x
r5b.4xlarge,16000,131072,6262,d,same processor,5000,,,x
r5b.8xlarge,32000,262144,6262,d,same processor,10000,,,x
r5b.large,2000,16384,6262,d,same processor,750,,,x
r5b.metal,96000,786432,6262,d,same processor,25000,,,x
r5b.xlarge,4000,32768,6262,d,same processor,1250,,,x
r5d.12xlarge,48000,393216,6108,m,CoreMark,12000,,,x
r5d.16xlarge,64000,524288,6140,m,CoreMark,20000,,,x
r5d.24xlarge,96000,786432,5994,m,CoreMark,25000,,,x
r5d.2xlarge,8000,65536,6207,m,CoreMark,2500,,,x
r5d.4xlarge,16000,131072,6222,m,CoreMark,5000,,,x
r5d.8xlarge,32000,262144,6240,m,CoreMark,10000,,,x
r5d.large,2000,16384,6029,m,CoreMark,750,,,x
r5d.metal,96000,786432,5806,m,CoreMark,25000,,,x
r5d.xlarge,4000,32768,6270,m,CoreMark,1250,,,x
r5dn.12xlarge,48000,393216,6262,d,same processor,50000,,,x
r5dn.16xlarge,64000,524288,6262,d,same processor,75000,,,x
r5dn.24xlarge,96000,786432,6262,d,same processor,100000,,,x
r5dn.2xlarge,8000,65536,6262,d,same processor,8125,,,x
r5dn.4xlarge,16000,131072,6262,d,same processor,16250,,,x
r5dn.8xlarge,32000,262144,6262,d,same processor,25000,,,x
r5dn.large,2000,16384,6262,d,same processor,2100,,,x
r5dn.metal,96000,786432,6262,d,same processor,100000,,,x
r5dn.xlarge,4000,32768,6262,d,same processor,4100,,,x
r5n.12xlarge,48000,393216,6406,m,CoreMark,50000,,,x
r5n.16xlarge,64000,524288,6092,m,CoreMark,75000,,,x
r5n.24xlarge,96000,786432,6035,m,CoreMark,100000,,,x
r5n.2xlarge,8000,65536,6568,m,CoreMark,8125,,,x
r5n.4xlarge,16000,131072,5975,m,CoreMark,16250,,,x
r5n.8xlarge,32000,262144,5992,m,CoreMark,25000,,,x
r5n.large,2000,16384,6464,m,CoreMark,2100,,,x
r5n.metal,96000,786432,5886,m,CoreMark,100000,,,x
r5n.xlarge,4000,32768,6407,m,CoreMark,4100,,,x
r6a.12xlarge,48000,393216,9478,m,CoreMark,18750,,,x
r6a.16xlarge,64000,524288,9188,m,CoreMark,25000,,,x
r6a.24xlarge,96000,786432,8099,m,CoreMark,37500,,,x
r6a.2xlarge,8000,65536,8634,m,CoreMark,3125,,,x
r6a.32xlarge,128000,1048576,7717,m,CoreMark,50000,,,x
r6a.48xlarge,192000,1572864,8300,m,CoreMark,50000,,,x
r6a.4xlarge,16000,131072,9308,m,CoreMark,6250,,,x
r6a.8xlarge,32000,262144,8658,m,CoreMark,12500,,,x
r6a.large,2000,16384,9046,m,CoreMark,781,,,x
r6a.metal,192000,1572864,8478,m,CoreMark,50000,,,x
r6a.xlarge,4000,32768,8462,m,CoreMark,1562,,,x
r6g.12xlarge,48000,393216,8251,m,CoreMark,20000,,,a
r6g.16xlarge,64000,524288,8507,m,CoreMark,25000,,,a
r6g.2xlarge,8000,65536,8144,m,CoreMark,2500,,,a
r6g.4xlarge,16000,131072,8340,m,CoreMark,5000,,,a
r6g.8xlarge,32000,262144,8578,m,CoreMark,12000,,,a
r6g.large,2000,16384,8394,m,CoreMark,750,,,a
r6g.medium,1000,8192,8483,m,CoreMark,500,,,a
r6g.metal,64000,524288,8165,m,CoreMark,25000,,,a
r6g.xlarge,4000,32768,8498,m,CoreMark,1250,,,a
r6gd.12xlarge,48000,393216,8297,m,CoreMark,20000,,,a
r6gd.16xlarge,64000,524288,8321,m,CoreMark,25000,,,a
r6gd.2xlarge,8000,65536,8088,m,CoreMark,2500,,,a
r6gd.4xlarge,16000,131072,8282,m,CoreMark,5000,,,a
r6gd.8xlarge,32000,262144,8422,m,CoreMark,12000,,,a
r6gd.large,2000,16384,8360,m,CoreMark,750,,,a
r6gd.medium,1000,8192,8466,m,CoreMark,500,,,a
r6gd.metal,64000,524288,8701,m,CoreMark,25000,,,a
r6gd.xlarge,4000,32768,8603,m,CoreMark,1250,,,a
r6i.12xlarge,48000,393216,7529,m,CoreMark,18750,,,x
r6i.16xlarge,64000,524288,7215,m,CoreMark,25000,,,x
r6i.24xlarge,96000,786432,7597,m,CoreMark,37500,,,x
r6i.2xlarge,8000,65536,7305,m,CoreMark,3125,,,x
r6i.32xlarge,128000,1048576,7612,m,CoreMark,50000,,,x
r6i.4xlarge,16000,131072,7148,m,CoreMark,6250,,,x
r6i.8xlarge,32000,262144,7311,m,CoreMark,12500,,,x
r6i.large,2000,16384,7750,m,CoreMark,781,,,x
r6i.metal,128000,1048576,7570,m,CoreMark,50000,,,x
r6i.xlarge,4000,32768,7068,m,CoreMark,1562,,,x
r6id.12xlarge,48000,393216,7303,d,same processor,18750,,,x
r6id.16xlarge,64000,524288,7303,d,same processor,25000,,,x
r6id.24xlarge,96000,786432,7303,d,same processor,37500,,,x
r6id.2xlarge,8000,65536,7303,d,same processor,3125,,,x
r6id.32xlarge,128000,1048576,7303,d,same processor,50000,,,x
r6id.4xlarge,16000,131072,7303,d,same processor,6250,,,x
r6id.8xlarge,32000,262144,7303,d,same processor,12500,,,x
r6id.large,2000,16384,7303,d,same processor,781,,,x
r6id.metal,128000,1048576,7303,d,same processor,50000,,,x
r6id.xlarge,4000,32768,7303,d,same processor,1562,,,x
r6idn.12xlarge,48000,393216,7303,d,same processor,75000,,,x
r6idn.16xlarge,64000,524288,7303,d,same processor,100000,,,x
r6idn.24xlarge,96000,786432,7303,d,same processor,150000,,,x
r6idn.2xlarge,8000,65536,7303,d,same processor,12500,,,x
r6idn.32xlarge,128000,1048576,7303,d,same processor,200000,,,x
r6idn.4xlarge,16000,131072,7303,d,same processor,25000,,,x
r6idn.8xlarge,32000,262144,7303,d,same processor,50000,,,x
r6idn.large,2000,16384,7303,d,same processor,3125,,,x
r6idn.metal,128000,1048576,7303,d,same processor,200000,,,x
r6idn.xlarge,4000,32768,7303,d,same processor,6250,,,x
r6in.12xlarge,48000,393216,7303,d,same processor,75000,,,x
r6in.16xlarge,64000,524288,7303,d,same processor,100000,,,x
r6in.24xlarge,96000,786432,7303,d,same processor,150000,,,x
r6in.2xlarge,8000,65536,7303,d,same processor,12500,,,x
r6in.32xlarge,128000,1048576,7303,d,same processor,200000,,,x
r6in.4xlarge,16000,131072,7303,d,same processor,25000,,,x
r6in.8xlarge,32000,262144,7303,d,same processor,50000,,,x
r6in.large,2000,16384,7303,d,same processor,3125,,,x
r6in.metal,128000,1048576,7303,d,same processor,200000,,,x
r6in.xlarge,4000,32768,7303,d,same processor,6250,,,x
r7a.12xlarge,48000,393216,14495,m,CoreMark,18750,,,x
r7a.16xlarge,64000,524288,13311,m,CoreMark,25000,,,x
r7a.24xlarge,96000,786432,12431,m,CoreMark,37500,,,x
r7a.2xlarge,8000,65536,13665,m,CoreMark,3125,,,x
r7a.32xlarge,128000,1048576,14154,m,CoreMark,50000,,,x
r7a.48xlarge,192000,1572864,12196,m,CoreMark,50000,,,x
r7a.4xlarge,16000,131072,13721,m,CoreMark,6250,,,x
r7a.8xlarge,32000,262144,14377,m,CoreMark,12500,,,x
r7a.large,2000,16384,14062,m,CoreMark,781,,,x
r7a.medium,1000,8192,15125,m,CoreMark,390,,,x
r7a.metal-48xl,192000,1572864,13806,m,CoreMark,50000,,,x
r7a.xlarge,4000,32768,14631,m,CoreMark,1562,,,x
r7g.12xlarge,48000,393216,10551,m,CoreMark,22500,,,a
r7g.16xlarge,64000,524288,11039,m,CoreMark,30000,,,a
r7g.2xlarge,8000,65536,10526,m,CoreMark,3750,,,a
r7g.4xlarge,16000,131072,10984,m,CoreMark,7500,,,a
r7g.8xlarge,32000,262144,11139,m,CoreMark,15000,,,a
r7g.large,2000,16384,10526,m,CoreMark,937,,,a
r7g.medium,1000,8192,11317,m,CoreMark,520,,,a
r7g.metal,64000,524288,10227,m,CoreMark,30000,,,a
r7g.xlarge,4000,32768,10963,m,CoreMark,1876,,,a
r7gd.12xlarge,48000,393216,11041,m,CoreMark,22500,,,a
r7gd.16xlarge,64000,524288,10606,m,CoreMark,30000,,,a
r7gd.2xlarge,8000,65536,10901,m,CoreMark,3750,,,a
r7gd.4xlarge,16000,131072,10736,m,CoreMark,7500,,,a
r7gd.8xlarge,32000,262144,10927,m,CoreMark,15000,,,a
r7gd.large,2000,16384,11150,m,CoreMark,937,,,a
r7gd.medium,1000,8192,11096,m,CoreMark,520,,,a
r7gd.metal,64000,524288,11011,m,CoreMark,30000,,,a
r7gd.xlarge,4000,32768,10298,m,CoreMark,1876,,,a
r7i.12xlarge,48000,393216,9427,m,CoreMark,18750,,,x
r7i.16xlarge,64000,524288,9565,m,CoreMark,25000,,,x
r7i.24xlarge,96000,786432,8672,m,CoreMark,37500,,,x
r7i.2xlarge,8000,65536,10005,m,CoreMark,3125,,,x
r7i.48xlarge,192000,1572864,8732,m,CoreMark,50000,,,x
r7i.4xlarge,16000,131072,9994,m,CoreMark,6250,,,x
r7i.8xlarge,32000,262144,10199,m,CoreMark,12500,,,x
r7i.large,2000,16384,10343,m,CoreMark,781,,,x
r7i.metal-24xl,96000,786432,9352,m,CoreMark,37500,,,x
r7i.metal-48xl,192000,1572864,8906,m,CoreMark,50000,,,x
r7i.xlarge,4000,32768,10171,m,CoreMark,1562,,,x
r7iz.12xlarge,48000,393216,9346,d,same processor,25000,,,x
r7iz.16xlarge,64000,524288,9346,d,same processor,25000,,,x
r7iz.2xlarge,8000,65536,9346,d,same processor,3125,,,x
r7iz.32xlarge,128000,1048576,9346,d,same processor,50000,,,x
r7iz.4xlarge,16000,131072,9346,d,same processor,6250,,,x
r7iz.8xlarge,32000,262144,9346,d,same processor,12500,,,x
r7iz.large,2000,16384,9346,d,same processor,781,,,x
r7iz.metal-16xl,64000,524288,9346,d,same processor,25000,,,x
r7iz.metal-32xl,128000,1048576,9346,d,same processor,50000,,,x
r7iz.xlarge,4000,32768,9346,d,same processor,1562,,,x
r8a.12xlarge,48000,393216,19972,m,CoreMark,22500,,,x
r8a.16xlarge,64000,524288,19097,m,CoreMark,30000,,,x
r8a.24xlarge,96000,786432,17117,m,CoreMark,40000,,,x
r8a.2xlarge,8000,65536,20843,m,CoreMark,3750,,,x
r8a.48xlarge,192000,1572864,16145,m,CoreMark,75000,,,x
r8a.4xlarge,16000,131072,19586,m,CoreMark,7500,,,x
r8a.8xlarge,32000,262144,20448,m,CoreMark,15000,,,x
r8a.large,2000,16384,19259,m,CoreMark,937,,,x
r8a.medium,1000,8192,19179,m,CoreMark,520,,,x
r8a.metal-24xl,96000,786432,17991,m,CoreMark,40000,,,x
r8a.metal-48xl,192000,1572864,15199,m,CoreMark,75000,,,x
r8a.xlarge,4000,32768,20380,m,CoreMark,1875,,,x
r8g.12xlarge,48000,393216,12745,m,CoreMark,22500,,,a
r8g.16xlarge,64000,524288,13631,m,CoreMark,30000,,,a
r8g.24xlarge,96000,786432,12932,m,CoreMark,40000,,,a
r8g.2xlarge,8000,65536,12857,m,CoreMark,3750,,,a
r8g.48xlarge,192000,1572864,12148,m,CoreMark,50000,,,a
r8g.4xlarge,16000,131072,12719,m,CoreMark,7500,,,a
r8g.8xlarge,32000,262144,12840,m,CoreMark,15000,,,a
r8g.large,2000,16384,13592,m,CoreMark,937,,,a
r8g.medium,1000,8192,13222,m,CoreMark,520,,,a
r8g.metal-24xl,96000,786432,13226,m,CoreMark,40000,,,a
r8g.metal-48xl,192000,1572864,8963,m,CoreMark,50000,,,a
r8g.xlarge,4000,32768,13050,m,CoreMark,1875,,,a
r8gb.12xlarge,48000,393216,11078,d,family r8gb,100000,,,a
r8gb.16xlarge,64000,524288,11078,d,family r8gb,133330,,,a
r8gb.24xlarge,96000,786432,11078,d,family r8gb,200000,,,a
r8gb.2xlarge,8000,65536,11078,d,family r8gb,16666,,,a
r8gb.48xlarge,192000,1572864,11614,m,CoreMark,400000,,,a
r8gb.4xlarge,16000,131072,11078,d,family r8gb,33330,,,a
r8gb.8xlarge,32000,262144,11078,d,family r8gb,66660,,,a
r8gb.large,2000,16384,11078,d,family r8gb,4166,,,a
r8gb.medium,1000,8192,11078,d,family r8gb,2083,,,a
r8gb.metal-24xl,96000,786432,11078,d,family r8gb,200000,,,a
r8gb.metal-48xl,192000,1572864,10542,m,CoreMark,400000,,,a
r8gb.xlarge,4000,32768,11078,d,family r8gb,8333,,,a
r8gd.12xlarge,48000,393216,12870,d,same processor,22500,,,a
r8gd.16xlarge,64000,524288,12870,d,same processor,30000,,,a
r8gd.24xlarge,96000,786432,12870,d,same processor,40000,,,a
r8gd.2xlarge,8000,65536,12870,d,same processor,3750,,,a
r8gd.48xlarge,192000,1572864,12870,d,same processor,50000,,,a
r8gd.4xlarge,16000,131072,12870,d,same processor,7500,,,a
r8gd.8xlarge,32000,262144,12870,d,same processor,15000,,,a
r8gd.large,2000,16384,12870,d,same processor,937,,,a
r8gd.medium,1000,8192,12870,d,same processor,520,,,a
r8gd.metal-24xl,96000,786432,12870,d,same processor,40000,,,a
r8gd.metal-48xl,192000,1572864,12870,d,same processor,50000,,,a
r8gd.xlarge,4000,32768,12870,d,same processor,1875,,,a
r8gn.12xlarge,48000,393216,12870,d,same processor,150000,,,a
r8gn.16xlarge,64000,524288,12870,d,same processor,200000,,,a
r8gn.24xlarge,96000,786432,12870,d,same processor,300000,,,a
r8gn.2xlarge,8000,65536,12870,d,same processor,25000,,,a
r8gn.48xlarge,192000,1572864,12870,d,same processor,600000,,,a
r8gn.4xlarge,16000,131072,12870,d,same processor,50000,,,a
r8gn.8xlarge,32000,262144,12870,d,same processor,100000,,,a
r8gn.large,2000,16384,12870,d,same processor,6250,,,a
r8gn.medium,1000,8192,12870,d,same processor,3125,,,a
r8gn.metal-24xl,96000,786432,12870,d,same processor,300000,,,a
r8gn.metal-48xl,192000,1572864,12870,d,same processor,600000,,,a
r8gn.xlarge,4000,32768,12870,d,same processor,12500,,,a
r8i-flex.12xlarge,48000,393216,10645,m,CoreMark,11250,,,x
r8i-flex.16xlarge,64000,524288,10201,m,CoreMark,15000,,,x
r8i-flex.2xlarge,8000,65536,10129,m,CoreMark,1875,,,x
r8i-flex.4xlarge,16000,131072,9994,m,CoreMark,3750,,,x
r8i-flex.8xlarge,32000,262144,9961,m,CoreMark,7500,,,x
r8i-flex.large,2000,16384,9936,m,CoreMark,468,,,x
r8i-flex.xlarge,4000,32768,10567,m,CoreMark,937,,,x
r8i.12xlarge,48000,393216,10417,m,CoreMark,22500,,,x
r8i.16xlarge,64000,524288,10793,m,CoreMark,30000,,,x
r8i.24xlarge,96000,786432,10004,m,CoreMark,40000,,,x
r8i.2xlarge,8000,65536,10105,m,CoreMark,3750,,,x
r8i.32xlarge,128000,1048576,10035,m,CoreMark,50000,,,x
r8i.48xlarge,192000,1572864,9227,m,CoreMark,75000,,,x
r8i.4xlarge,16000,131072,10117,m,CoreMark,7500,,,x
r8i.8xlarge,32000,262144,10141,m,CoreMark,15000,,,x
r8i.96xlarge,384000,3145728,9937,m,CoreMark,100000,,,x
r8i.large,2000,16384,9411,m,CoreMark,937,,,x
r8i.metal-48xl,192000,1572864,10135,m,CoreMark,75000,,,x
r8i.metal-96xl,384000,3145728,10574,m,CoreMark,100000,,,x
r8i.xlarge,4000,32768,10532,m,CoreMark,1875,,,x
r8ib.12xlarge,48000,393216,10205,m,CoreMark,50000,,,x
r8ib.16xlarge,64000,524288,10320,m,CoreMark,66660,,,x
r8ib.24xlarge,96000,786432,10105,m,CoreMark,100000,,,x
r8ib.2xlarge,8000,65536,10467,m,CoreMark,8333,,,x
r8ib.32xlarge,128000,1048576,10331,m,CoreMark,133330,,,x
r8ib.48xlarge,192000,1572864,9972,m,CoreMark,200000,,,x
r8ib.4xlarge,16000,131072,10328,m,CoreMark,16666,,,x
r8ib.8xlarge,32000,262144,9815,m,CoreMark,33330,,,x
r8ib.96xlarge,384000,3145728,9832,m,CoreMark,400000,,,x
r8ib.large,2000,16384,10165,m,CoreMark,2083,,,x
r8ib.xlarge,4000,32768,10371,m,CoreMark,4166,,,x
r8id.12xlarge,48000,393216,10129,d,same processor,22500,,,x
r8id.16xlarge,64000,524288,10129,d,same processor,30000,,,x
r8id.24xlarge,96000,786432,10129,d,same processor,40000,,,x
r8id.2xlarge,8000,65536,10129,d,same processor,3750,,,x
r8id.32xlarge,128000,1048576,10129,d,same processor,50000,,,x
r8id.48xlarge,192000,1572864,10129,d,same processor,75000,,,x
r8id.4xlarge,16000,131072,10129,d,same processor,7500,,,x
r8id.8xlarge,32000,262144,10129,d,same processor,15000,,,x
r8id.96xlarge,384000,3145728,10129,d,same processor,100000,,,x
r8id.large,2000,16384,10129,d,same processor,937,,,x
r8id.metal-48xl,192000,1572864,10129,d,same processor,75000,,,x
r8id.metal-96xl,384000,3145728,10129,d,same processor,100000,,,x
r8id.xlarge,4000,32768,10129,d,same processor,1875,,,x
r8idb.12xlarge,48000,393216,9976,m,CoreMark,50000,,,x
r8idb.16xlarge,64000,524288,10142,m,CoreMark,66660,,,x
r8idb.24xlarge,96000,786432,10447,m,CoreMark,100000,,,x
r8idb.2xlarge,8000,65536,9937,m,CoreMark,8333,,,x
r8idb.32xlarge,128000,1048576,10054,m,CoreMark,133330,,,x
r8idb.48xlarge,192000,1572864,10059,m,CoreMark,200000,,,x
r8idb.4xlarge,16000,131072,10456,m,CoreMark,16666,,,x
r8idb.8xlarge,32000,262144,10215,m,CoreMark,33330,,,x
r8idb.96xlarge,384000,3145728,10067,m,CoreMark,400000,,,x
r8idb.large,2000,16384,9689,m,CoreMark,2083,,,x
r8idb.xlarge,4000,32768,9701,m,CoreMark,4166,,,x
r8idn.12xlarge,48000,393216,10231,m,CoreMark,75000,,,x
r8idn.16xlarge,64000,524288,10321,m,CoreMark,100000,,,x
r8idn.24xlarge,96000,786432,9771,m,CoreMark,150000,,,x
r8idn.2xlarge,8000,65536,10188,m,CoreMark,12500,,,x
r8idn.32xlarge,128000,1048576,10504,m,CoreMark,200000,,,x
r8idn.48xlarge,192000,1572864,9612,m,CoreMark,300000,,,x
r8idn.4xlarge,16000,131072,10698,m,CoreMark,25000,,,x
r8idn.8xlarge,32000,262144,10273,m,CoreMark,50000,,,x
r8idn.96xlarge,384000,3145728,9388,m,CoreMark,600000,,,x
r8idn.large,2000,16384,9949,m,CoreMark,3125,,,x
r8idn.xlarge,4000,32768,9974,m,CoreMark,6250,,,x
r8in.12xlarge,48000,393216,10737,m,CoreMark,75000,,,x
r8in.16xlarge,64000,524288,10580,m,CoreMark,100000,,,x
r8in.24xlarge,96000,786432,9799,m,CoreMark,150000,,,x
r8in.2xlarge,8000,65536,9925,m,CoreMark,12500,,,x
r8in.32xlarge,128000,1048576,10526,m,CoreMark,200000,,,x
r8in.48xlarge,192000,1572864,9481,m,CoreMark,300000,,,x
r8in.4xlarge,16000,131072,10059,m,CoreMark,25000,,,x
r8in.8xlarge,32000,262144,10631,m,CoreMark,50000,,,x
r8in.96xlarge,384000,3145728,9897,m,CoreMark,600000,,,x
r8in.large,2000,16384,10008,m,CoreMark,3125,,,x
r8in.xlarge,4000,32768,10399,m,CoreMark,6250,,,x
t1.micro,1000,628,10027,m,CoreMark,,,,xb
t2.2xlarge,8000,32768,8867,m,CoreMark,,,,xb
t2.large,2000,8192,9431,m,CoreMark,,,,xb
t2.medium,2000,4096,8775,m,CoreMark,,,,xb
t2.micro,1000,1024,9516,m,CoreMark,,,,xb
t2.nano,1000,512,8823,m,CoreMark,,,,xb
t2.small,1000,2048,9477,m,CoreMark,,,,xb
t2.xlarge,4000,16384,8015,m,CoreMark,,,,xb
t3.2xlarge,8000,32768,6062,m,CoreMark,2048,,,xb
t3.large,2000,8192,5834,m,CoreMark,512,,,xb
t3.medium,2000,4096,6234,m,CoreMark,256,,,xb
t3.micro,2000,1024,6214,m,CoreMark,64,,,xb
t3.nano,2000,512,6146,m,CoreMark,32,,,xb
t3.small,2000,2048,6012,m,CoreMark,128,,,xb
t3.xlarge,4000,16384,5764,m,CoreMark,1024,,,xb
t3a.2xlarge,8000,32768,5598,m,CoreMark,2048,,,xb
t3a.large,2000,8192,5555,m,CoreMark,512,,,xb
t3a.medium,2000,4096,5526,m,CoreMark,256,,,xb
t3a.micro,2000,1024,5378,m,CoreMark,64,,,xb
t3a.nano,2000,512,5528,m,CoreMark,32,,,xb
t3a.small,2000,2048,5681,m,CoreMark,128,,,xb
t3a.xlarge,4000,16384,5556,m,CoreMark,1024,,,xb
t4g.2xlarge,8000,32768,7966,m,CoreMark,2048,,,ab
t4g.large,2000,8192,8464,m,CoreMark,512,,,ab
t4g.medium,2000,4096,8375,m,CoreMark,256,,,ab
t4g.micro,2000,1024,8316,m,CoreMark,64,,,ab
t4g.nano,2000,512,8227,m,CoreMark,32,,,ab
t4g.small,2000,2048,8096,m,CoreMark,128,,,ab
t4g.xlarge,4000,16384,8282,m,CoreMark,1024,,,ab
trn1.2xlarge,8000,32768,7679,m,CoreMark,3125,+Trainium1,1000,x
trn1.32xlarge,128000,524288,7274,m,CoreMark,800000,+Trainium1,16000,x
trn1n.32xlarge,128000,524288,7185,m,CoreMark,1600000,+Trainium1,16000,x
u-12tb1.112xlarge,448000,12582912,5548,d,same processor,100000,,,x
u-18tb1.112xlarge,448000,18874368,,,,100000,,,x
u-24tb1.112xlarge,448000,25165824,,,,100000,,,x
u-3tb1.56xlarge,224000,3145728,5548,m,CoreMark,50000,,,x
u-6tb1.112xlarge,448000,6291456,5419,m,CoreMark,100000,,,x
u-6tb1.56xlarge,224000,6291456,8673,m,CoreMark,100000,,,x
u-6tb1.metal,448000,6291456,7046,d,family u-6tb1,100000,,,x
u-9tb1.112xlarge,448000,9437184,5548,d,same processor,100000,,,x
u7i-12tb.224xlarge,896000,12582912,9346,d,same processor,100000,,,x
u7i-6tb.112xlarge,448000,6291456,7912,m,CoreMark,100000,,,x
u7i-8tb.112xlarge,448000,8388608,8150,m,CoreMark,100000,,,x
u7in-16tb.224xlarge,896000,16777216,9346,d,same processor,200000,,,x
u7in-24tb.224xlarge,896000,25165824,9346,d,same processor,200000,,,x
u7in-32tb.224xlarge,896000,33554432,9346,d,same processor,200000,,,x
vt1.24xlarge,96000,196608,4764,m,CoreMark,25000,,,x
vt1.3xlarge,12000,24576,6112,m,CoreMark,3120,,,x
vt1.6xlarge,24000,49152,5555,m,CoreMark,6250,,,x
x1.16xlarge,64000,999424,7645,m,CoreMark,10000,,,x
x1.32xlarge,128000,1998848,7331,m,CoreMark,25000,,,x
x1e.16xlarge,64000,1998848,7388,m,CoreMark,10000,,,x
x1e.2xlarge,8000,249856,5606,m,CoreMark,1250,,,x
x1e.32xlarge,128000,3997696,7436,m,CoreMark,25000,,,x
x1e.4xlarge,16000,499712,7400,m,CoreMark,2500,,,x
x1e.8xlarge,32000,999424,7558,m,CoreMark,5000,,,x
x1e.xlarge,4000,124928,6552,m,CoreMark,625,,,x
x2gd.12xlarge,48000,786432,8485,m,CoreMark,20000,,,a
x2gd.16xlarge,64000,1048576,8480,m,CoreMark,25000,,,a
x2gd.2xlarge,8000,131072,8467,m,CoreMark,2500,,,a
x2gd.4xlarge,16000,262144,8484,m,CoreMark,5000,,,a
x2gd.8xlarge,32000,524288,8640,m,CoreMark,12000,,,a
x2gd.large,2000,32768,8649,m,CoreMark,750,,,a
x2gd.medium,1000,16384,8414,m,CoreMark,500,,,a
x2gd.metal,64000,1048576,8449,m,CoreMark,25000,,,a
x2gd.xlarge,4000,65536,8378,m,CoreMark,1250,,,a
x2idn.16xlarge,64000,1048576,7337,m,CoreMark,50000,,,x
x2idn.24xlarge,96000,1572864,7432,m,CoreMark,75000,,,x
x2idn.32xlarge,128000,2097152,7121,m,CoreMark,100000,,,x
x2idn.metal,128000,2097152,7613,m,CoreMark,100000,,,x
x2iedn.16xlarge,64000,2097152,7234,m,CoreMark,50000,,,x
x2iedn.24xlarge,96000,3145728,7291,m,CoreMark,75000,,,x
x2iedn.2xlarge,8000,262144,7355,m,CoreMark,5000,,,x
x2iedn.32xlarge,128000,4194304,7054,m,CoreMark,100000,,,x
x2iedn.4xlarge,16000,524288,7233,m,CoreMark,12500,,,x
x2iedn.8xlarge,32000,1048576,7423,m,CoreMark,25000,,,x
x2iedn.metal,128000,4194304,7537,m,CoreMark,100000,,,x
x2iedn.xlarge,4000,131072,7184,m,CoreMark,1875,,,x
x2iezn.12xlarge,48000,1572864,8909,m,CoreMark,100000,,,x
x2iezn.2xlarge,8000,262144,8776,m,CoreMark,12500,,,x
x2iezn.4xlarge,16000,524288,8542,m,CoreMark,15000,,,x
x2iezn.6xlarge,24000,786432,9498,m,CoreMark,50000,,,x
x2iezn.8xlarge,32000,1048576,8640,m,CoreMark,75000,,,x
x2iezn.metal,48000,1572864,8714,m,CoreMark,100000,,,x
x8aedz.12xlarge,48000,1572864,21858,m,CoreMark,37500,,,x
x8aedz.24xlarge,96000,3145728,21383,m,CoreMark,75000,,,x
x8aedz.3xlarge,12000,393216,22305,m,CoreMark,9375,,,x
x8aedz.6xlarge,24000,786432,21307,m,CoreMark,18750,,,x
x8aedz.large,2000,65536,22944,m,CoreMark,1562,,,x
x8aedz.metal-12xl,48000,1572864,22800,m,CoreMark,37500,,,x
x8aedz.metal-24xl,96000,3145728,21930,m,CoreMark,75000,,,x
x8aedz.xlarge,4000,131072,22794,m,CoreMark,3125,,,x
x8g.12xlarge,48000,786432,13382,m,CoreMark,22500,,,a
x8g.16xlarge,64000,1048576,12040,m,CoreMark,30000,,,a
x8g.24xlarge,96000,1572864,12894,m,CoreMark,40000,,,a
x8g.2xlarge,8000,131072,13205,m,CoreMark,3750,,,a
x8g.48xlarge,192000,3145728,12882,d,family x8g,50000,,,a
x8g.4xlarge,16000,262144,12802,m,CoreMark,7500,,,a
x8g.8xlarge,32000,524288,12458,m,CoreMark,15000,,,a
x8g.large,2000,32768,12825,m,CoreMark,937,,,a
x8g.medium,1000,16384,13269,m,CoreMark,520,,,a
x8g.metal-24xl,96000,1572864,12870,m,CoreMark,40000,,,a
x8g.metal-48xl,192000,3145728,12882,d,family x8g,50000,,,a
x8g.xlarge,4000,65536,13012,m,CoreMark,1875,,,a
x8i.12xlarge,48000,786432,10667,m,CoreMark,22500,,,x
x8i.16xlarge,64000,1048576,10710,m,CoreMark,30000,,,x
x8i.24xlarge,96000,1572864,9808,m,CoreMark,40000,,,x
x8i.2xlarge,8000,131072,10241,m,CoreMark,3750,,,x
x8i.32xlarge,128000,2097152,10171,m,CoreMark,50000,,,x
x8i.48xlarge,192000,3145728,10261,d,family x8i,75000,,,x
x8i.4xlarge,16000,262144,10277,m,CoreMark,7500,,,x
x8i.64xlarge,256000,4194304,10261,d,family x8i,80000,,,x
x8i.8xlarge,32000,524288,10173,m,CoreMark,15000,,,x
x8i.96xlarge,384000,6291456,10261,d,family x8i,100000,,,x
x8i.large,2000,32768,10261,m,CoreMark,937,,,x
x8i.metal-48xl,192000,3145728,10261,d,family x8i,75000,,,x
x8i.metal-96xl,384000,6291456,10261,d,family x8i,100000,,,x
x8i.xlarge,4000,65536,10480,m,CoreMark,1875,,,x
z1d.12xlarge,48000,393216,8037,m,CoreMark,25000,,,x
z1d.2xlarge,8000,65536,7863,m,CoreMark,2500,,,x
z1d.3xlarge,12000,98304,7912,m,CoreMark,5000,,,x
z1d.6xlarge,24000,196608,7758,m,CoreMark,12000,,,x
z1d.large,2000,16384,7762,m,CoreMark,750,,,x
z1d.metal,48000,393216,8570,m,CoreMark,25000,,,x
z1d.xlarge,4000,32768,7754,m,CoreMark,1250,,,x
"""#
}
