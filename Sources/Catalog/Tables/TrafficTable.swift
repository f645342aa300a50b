// Written by catalog-builder; edit the builder, not this file.

extension Tables {
  static let trafficText: StaticString = #"""
p|us-gov-east-1|af-south-1|0.03
p|us-gov-east-1|ap-east-1|0.03
p|us-gov-east-1|ap-southeast-3|0.03
p|us-gov-east-1|ap-south-1|0.03
p|us-gov-east-1|ap-northeast-3|0.03
p|us-gov-east-1|ap-northeast-2|0.03
p|us-gov-east-1|ap-southeast-1|0.03
p|us-gov-east-1|ap-southeast-2|0.03
p|us-gov-east-1|ap-northeast-1|0.03
p|us-gov-east-1|ca-central-1|0.03
p|us-gov-east-1|eu-central-1|0.03
p|us-gov-east-1|eu-west-1|0.03
p|us-gov-east-1|eu-west-2|0.03
p|us-gov-east-1|eu-south-1|0.03
p|us-gov-east-1|eu-west-3|0.03
p|us-gov-east-1|eu-south-2|0.03
p|us-gov-east-1|eu-north-1|0.03
p|us-gov-east-1|eu-central-2|0.03
p|us-gov-east-1|me-south-1|0.03
p|us-gov-east-1|me-central-1|0.03
p|us-gov-east-1|sa-east-1|0.03
p|us-gov-east-1|us-east-1|0.03
p|us-gov-east-1|us-east-2|0.03
p|us-gov-east-1|us-west-1|0.03
p|us-gov-east-1|us-west-2|0.03
p|af-south-1|us-gov-east-1|0.147
p|af-south-1|ap-east-1|0.147
p|af-south-1|ap-southeast-3|0.147
p|af-south-1|ap-south-1|0.147
p|af-south-1|ap-northeast-3|0.147
p|af-south-1|ap-northeast-2|0.147
p|af-south-1|ap-southeast-1|0.147
p|af-south-1|ap-southeast-2|0.147
p|af-south-1|ap-northeast-1|0.147
p|af-south-1|ca-central-1|0.147
p|af-south-1|eu-central-1|0.147
p|af-south-1|eu-west-1|0.147
p|af-south-1|eu-west-2|0.147
p|af-south-1|eu-south-1|0.147
p|af-south-1|eu-west-3|0.147
p|af-south-1|eu-south-2|0.147
p|af-south-1|eu-north-1|0.147
p|af-south-1|eu-central-2|0.147
p|af-south-1|me-south-1|0.147
p|af-south-1|me-central-1|0.147
p|af-south-1|sa-east-1|0.147
p|af-south-1|us-east-1|0.147
p|af-south-1|us-east-2|0.147
p|af-south-1|us-west-1|0.147
p|af-south-1|us-west-2|0.147
p|ap-east-1|us-gov-east-1|0.09
p|ap-east-1|af-south-1|0.09
p|ap-east-1|ap-southeast-3|0.09
p|ap-east-1|ap-south-1|0.09
p|ap-east-1|ap-northeast-3|0.09
p|ap-east-1|ap-northeast-2|0.09
p|ap-east-1|ap-southeast-1|0.09
p|ap-east-1|ap-southeast-2|0.09
p|ap-east-1|ap-northeast-1|0.09
p|ap-east-1|ca-central-1|0.09
p|ap-east-1|eu-central-1|0.09
p|ap-east-1|eu-west-1|0.09
p|ap-east-1|eu-west-2|0.09
p|ap-east-1|eu-south-1|0.09
p|ap-east-1|eu-west-3|0.09
p|ap-east-1|eu-south-2|0.09
p|ap-east-1|eu-north-1|0.09
p|ap-east-1|eu-central-2|0.09
p|ap-east-1|me-south-1|0.09
p|ap-east-1|me-central-1|0.09
p|ap-east-1|sa-east-1|0.09
p|ap-east-1|us-east-1|0.09
p|ap-east-1|us-east-2|0.09
p|ap-east-1|us-west-1|0.09
p|ap-east-1|us-west-2|0.09
p|ap-southeast-3|us-gov-east-1|0.1
p|ap-southeast-3|af-south-1|0.1
p|ap-southeast-3|ap-east-1|0.1
p|ap-southeast-3|ap-south-1|0.1
p|ap-southeast-3|ap-northeast-2|0.1
p|ap-southeast-3|ap-southeast-1|0.1
p|ap-southeast-3|ap-southeast-2|0.1
p|ap-southeast-3|ap-northeast-1|0.1
p|ap-southeast-3|ca-central-1|0.1
p|ap-southeast-3|eu-central-1|0.1
p|ap-southeast-3|eu-west-1|0.1
p|ap-southeast-3|eu-west-2|0.1
p|ap-southeast-3|eu-south-1|0.1
p|ap-southeast-3|eu-west-3|0.1
p|ap-southeast-3|eu-south-2|0.1
p|ap-southeast-3|eu-north-1|0.1
p|ap-southeast-3|eu-central-2|0.1
p|ap-southeast-3|me-south-1|0.1
p|ap-southeast-3|me-central-1|0.1
p|ap-southeast-3|us-east-1|0.1
p|ap-southeast-3|us-east-2|0.1
p|ap-southeast-3|us-west-1|0.1
p|ap-southeast-3|us-west-2|0.1
p|ap-south-1|us-gov-east-1|0.086
p|ap-south-1|af-south-1|0.086
p|ap-south-1|ap-east-1|0.086
p|ap-south-1|ap-southeast-3|0.086
p|ap-south-1|ap-northeast-3|0.086
p|ap-south-1|ap-northeast-2|0.086
p|ap-south-1|ap-southeast-1|0.086
p|ap-south-1|ap-southeast-2|0.086
p|ap-south-1|ap-northeast-1|0.086
p|ap-south-1|ca-central-1|0.086
p|ap-south-1|eu-central-1|0.086
p|ap-south-1|eu-west-1|0.086
p|ap-south-1|eu-west-2|0.086
p|ap-south-1|eu-south-1|0.086
p|ap-south-1|eu-west-3|0.086
p|ap-south-1|eu-south-2|0.086
p|ap-south-1|eu-north-1|0.086
p|ap-south-1|eu-central-2|0.086
p|ap-south-1|me-south-1|0.086
p|ap-south-1|me-central-1|0.086
p|ap-south-1|sa-east-1|0.086
p|ap-south-1|us-east-1|0.086
p|ap-south-1|us-east-2|0.086
p|ap-south-1|us-west-1|0.086
p|ap-south-1|us-west-2|0.086
p|ap-northeast-3|us-gov-east-1|0.09
p|ap-northeast-3|af-south-1|0.09
p|ap-northeast-3|ap-east-1|0.09
p|ap-northeast-3|ap-southeast-3|0.09
p|ap-northeast-3|ap-south-1|0.09
p|ap-northeast-3|ap-northeast-2|0.09
p|ap-northeast-3|ap-southeast-1|0.09
p|ap-northeast-3|ap-southeast-2|0.09
p|ap-northeast-3|ap-northeast-1|0.09
p|ap-northeast-3|ca-central-1|0.09
p|ap-northeast-3|eu-central-1|0.09
p|ap-northeast-3|eu-west-1|0.09
p|ap-northeast-3|eu-west-2|0.09
p|ap-northeast-3|eu-south-1|0.09
p|ap-northeast-3|eu-west-3|0.09
p|ap-northeast-3|eu-south-2|0.09
p|ap-northeast-3|eu-north-1|0.09
p|ap-northeast-3|eu-central-2|0.09
p|ap-northeast-3|me-south-1|0.09
p|ap-northeast-3|me-central-1|0.09
p|ap-northeast-3|sa-east-1|0.09
p|ap-northeast-3|us-east-1|0.09
p|ap-northeast-3|us-east-2|0.09
p|ap-northeast-3|us-west-1|0.09
p|ap-northeast-3|us-west-2|0.09
p|ap-northeast-2|us-gov-east-1|0.08
p|ap-northeast-2|af-south-1|0.08
p|ap-northeast-2|ap-east-1|0.08
p|ap-northeast-2|ap-southeast-3|0.08
p|ap-northeast-2|ap-south-1|0.08
p|ap-northeast-2|ap-northeast-3|0.08
p|ap-northeast-2|ap-southeast-1|0.08
p|ap-northeast-2|ap-southeast-2|0.08
p|ap-northeast-2|ap-northeast-1|0.08
p|ap-northeast-2|ca-central-1|0.08
p|ap-northeast-2|eu-central-1|0.08
p|ap-northeast-2|eu-west-1|0.08
p|ap-northeast-2|eu-west-2|0.08
p|ap-northeast-2|eu-south-1|0.08
p|ap-northeast-2|eu-west-3|0.08
p|ap-northeast-2|eu-south-2|0.08
p|ap-northeast-2|eu-north-1|0.08
p|ap-northeast-2|eu-central-2|0.08
p|ap-northeast-2|me-south-1|0.08
p|ap-northeast-2|me-central-1|0.08
p|ap-northeast-2|sa-east-1|0.08
p|ap-northeast-2|us-east-1|0.08
p|ap-northeast-2|us-east-2|0.08
p|ap-northeast-2|us-west-1|0.08
p|ap-northeast-2|us-west-2|0.08
p|ap-southeast-1|us-gov-east-1|0.09
p|ap-southeast-1|af-south-1|0.09
p|ap-southeast-1|ap-east-1|0.09
p|ap-southeast-1|ap-southeast-3|0.09
p|ap-southeast-1|ap-south-1|0.09
p|ap-southeast-1|ap-northeast-3|0.09
p|ap-southeast-1|ap-northeast-2|0.09
p|ap-southeast-1|ap-southeast-2|0.09
p|ap-southeast-1|ap-northeast-1|0.09
p|ap-southeast-1|ca-central-1|0.09
p|ap-southeast-1|eu-central-1|0.09
p|ap-southeast-1|eu-west-1|0.09
p|ap-southeast-1|eu-west-2|0.09
p|ap-southeast-1|eu-south-1|0.09
p|ap-southeast-1|eu-west-3|0.09
p|ap-southeast-1|eu-south-2|0.09
p|ap-southeast-1|eu-north-1|0.09
p|ap-southeast-1|eu-central-2|0.09
p|ap-southeast-1|me-south-1|0.09
p|ap-southeast-1|me-central-1|0.09
p|ap-southeast-1|sa-east-1|0.09
p|ap-southeast-1|us-east-1|0.09
p|ap-southeast-1|us-east-2|0.09
p|ap-southeast-1|us-west-1|0.09
p|ap-southeast-1|us-west-2|0.09
p|ap-southeast-2|us-gov-east-1|0.098
p|ap-southeast-2|af-south-1|0.098
p|ap-southeast-2|ap-east-1|0.098
p|ap-southeast-2|ap-southeast-3|0.098
p|ap-southeast-2|ap-south-1|0.098
p|ap-southeast-2|ap-northeast-3|0.098
p|ap-southeast-2|ap-northeast-2|0.098
p|ap-southeast-2|ap-southeast-1|0.098
p|ap-southeast-2|ap-northeast-1|0.098
p|ap-southeast-2|ca-central-1|0.098
p|ap-southeast-2|eu-central-1|0.098
p|ap-southeast-2|eu-west-1|0.098
p|ap-southeast-2|eu-west-2|0.098
p|ap-southeast-2|eu-south-1|0.098
p|ap-southeast-2|eu-west-3|0.098
p|ap-southeast-2|eu-south-2|0.098
p|ap-southeast-2|eu-north-1|0.098
p|ap-southeast-2|eu-central-2|0.098
p|ap-southeast-2|me-south-1|0.098
p|ap-southeast-2|me-central-1|0.098
p|ap-southeast-2|sa-east-1|0.098
p|ap-southeast-2|us-east-1|0.098
p|ap-southeast-2|us-east-2|0.098
p|ap-southeast-2|us-west-1|0.098
p|ap-southeast-2|us-west-2|0.098
p|ap-northeast-1|us-gov-east-1|0.09
p|ap-northeast-1|af-south-1|0.09
p|ap-northeast-1|ap-east-1|0.09
p|ap-northeast-1|ap-southeast-3|0.09
p|ap-northeast-1|ap-south-1|0.09
p|ap-northeast-1|ap-northeast-3|0.09
p|ap-northeast-1|ap-northeast-2|0.09
p|ap-northeast-1|ap-southeast-1|0.09
p|ap-northeast-1|ap-southeast-2|0.09
p|ap-northeast-1|ca-central-1|0.09
p|ap-northeast-1|eu-central-1|0.09
p|ap-northeast-1|eu-west-1|0.09
p|ap-northeast-1|eu-west-2|0.09
p|ap-northeast-1|eu-south-1|0.09
p|ap-northeast-1|eu-west-3|0.09
p|ap-northeast-1|eu-south-2|0.09
p|ap-northeast-1|eu-north-1|0.09
p|ap-northeast-1|eu-central-2|0.09
p|ap-northeast-1|me-south-1|0.09
p|ap-northeast-1|me-central-1|0.09
p|ap-northeast-1|sa-east-1|0.09
p|ap-northeast-1|us-east-1|0.09
p|ap-northeast-1|us-east-2|0.09
p|ap-northeast-1|us-west-1|0.09
p|ap-northeast-1|us-west-2|0.09
p|ca-central-1|us-gov-east-1|0.02
p|ca-central-1|af-south-1|0.02
p|ca-central-1|ap-east-1|0.02
p|ca-central-1|ap-southeast-3|0.02
p|ca-central-1|ap-south-1|0.02
p|ca-central-1|ap-northeast-3|0.02
p|ca-central-1|ap-northeast-2|0.02
p|ca-central-1|ap-southeast-1|0.02
p|ca-central-1|ap-southeast-2|0.02
p|ca-central-1|ap-northeast-1|0.02
p|ca-central-1|eu-central-1|0.02
p|ca-central-1|eu-west-1|0.02
p|ca-central-1|eu-west-2|0.02
p|ca-central-1|eu-south-1|0.02
p|ca-central-1|eu-west-3|0.02
p|ca-central-1|eu-south-2|0.02
p|ca-central-1|eu-north-1|0.02
p|ca-central-1|eu-central-2|0.02
p|ca-central-1|me-south-1|0.02
p|ca-central-1|me-central-1|0.02
p|ca-central-1|sa-east-1|0.02
p|ca-central-1|us-east-1|0.02
p|ca-central-1|us-east-2|0.02
p|ca-central-1|us-west-1|0.02
p|ca-central-1|us-west-2|0.02
p|eu-central-1|us-gov-east-1|0.02
p|eu-central-1|af-south-1|0.02
p|eu-central-1|ap-east-1|0.02
p|eu-central-1|ap-southeast-3|0.02
p|eu-central-1|ap-south-1|0.02
p|eu-central-1|ap-northeast-3|0.02
p|eu-central-1|ap-northeast-2|0.02
p|eu-central-1|ap-southeast-1|0.02
p|eu-central-1|ap-southeast-2|0.02
p|eu-central-1|ap-northeast-1|0.02
p|eu-central-1|ca-central-1|0.02
p|eu-central-1|eu-west-1|0.02
p|eu-central-1|eu-west-2|0.02
p|eu-central-1|eu-south-1|0.02
p|eu-central-1|eu-west-3|0.02
p|eu-central-1|eu-south-2|0.02
p|eu-central-1|eu-north-1|0.02
p|eu-central-1|eu-central-2|0.02
p|eu-central-1|me-south-1|0.02
p|eu-central-1|me-central-1|0.02
p|eu-central-1|sa-east-1|0.02
p|eu-central-1|us-east-1|0.02
p|eu-central-1|us-east-2|0.02
p|eu-central-1|us-west-1|0.02
p|eu-central-1|us-west-2|0.02
p|eu-west-1|us-gov-east-1|0.02
p|eu-west-1|af-south-1|0.02
p|eu-west-1|ap-east-1|0.02
p|eu-west-1|ap-southeast-3|0.02
p|eu-west-1|ap-south-1|0.02
p|eu-west-1|ap-northeast-3|0.02
p|eu-west-1|ap-northeast-2|0.02
p|eu-west-1|ap-southeast-1|0.02
p|eu-west-1|ap-southeast-2|0.02
p|eu-west-1|ap-northeast-1|0.02
p|eu-west-1|ca-central-1|0.02
p|eu-west-1|eu-central-1|0.02
p|eu-west-1|eu-west-2|0.02
p|eu-west-1|eu-south-1|0.02
p|eu-west-1|eu-west-3|0.02
p|eu-west-1|eu-south-2|0.02
p|eu-west-1|eu-north-1|0.02
p|eu-west-1|eu-central-2|0.02
p|eu-west-1|me-south-1|0.02
p|eu-west-1|me-central-1|0.02
p|eu-west-1|sa-east-1|0.02
p|eu-west-1|us-east-1|0.02
p|eu-west-1|us-east-2|0.02
p|eu-west-1|us-west-1|0.02
p|eu-west-1|us-west-2|0.02
p|eu-west-2|us-gov-east-1|0.02
p|eu-west-2|af-south-1|0.02
p|eu-west-2|ap-east-1|0.02
p|eu-west-2|ap-southeast-3|0.02
p|eu-west-2|ap-south-1|0.02
p|eu-west-2|ap-northeast-3|0.02
p|eu-west-2|ap-northeast-2|0.02
p|eu-west-2|ap-southeast-1|0.02
p|eu-west-2|ap-southeast-2|0.02
p|eu-west-2|ap-northeast-1|0.02
p|eu-west-2|ca-central-1|0.02
p|eu-west-2|eu-central-1|0.02
p|eu-west-2|eu-west-1|0.02
p|eu-west-2|eu-south-1|0.02
p|eu-west-2|eu-west-3|0.02
p|eu-west-2|eu-south-2|0.02
p|eu-west-2|eu-north-1|0.02
p|eu-west-2|eu-central-2|0.02
p|eu-west-2|me-south-1|0.02
p|eu-west-2|me-central-1|0.02
p|eu-west-2|sa-east-1|0.02
p|eu-west-2|us-east-1|0.02
p|eu-west-2|us-east-2|0.02
p|eu-west-2|us-west-1|0.02
p|eu-west-2|us-west-2|0.02
p|eu-south-1|us-gov-east-1|0.02
p|eu-south-1|af-south-1|0.02
p|eu-south-1|ap-east-1|0.02
p|eu-south-1|ap-southeast-3|0.02
p|eu-south-1|ap-south-1|0.02
p|eu-south-1|ap-northeast-3|0.02
p|eu-south-1|ap-northeast-2|0.02
p|eu-south-1|ap-southeast-1|0.02
p|eu-south-1|ap-southeast-2|0.02
p|eu-south-1|ap-northeast-1|0.02
p|eu-south-1|ca-central-1|0.02
p|eu-south-1|eu-central-1|0.02
p|eu-south-1|eu-west-1|0.02
p|eu-south-1|eu-west-2|0.02
p|eu-south-1|eu-west-3|0.02
p|eu-south-1|eu-south-2|0.02
p|eu-south-1|eu-north-1|0.02
p|eu-south-1|eu-central-2|0.02
p|eu-south-1|me-south-1|0.02
p|eu-south-1|me-central-1|0.02
p|eu-south-1|sa-east-1|0.02
p|eu-south-1|us-east-1|0.02
p|eu-south-1|us-east-2|0.02
p|eu-south-1|us-west-1|0.02
p|eu-south-1|us-west-2|0.02
p|eu-west-3|us-gov-east-1|0.02
p|eu-west-3|af-south-1|0.02
p|eu-west-3|ap-east-1|0.02
p|eu-west-3|ap-southeast-3|0.02
p|eu-west-3|ap-south-1|0.02
p|eu-west-3|ap-northeast-3|0.02
p|eu-west-3|ap-northeast-2|0.02
p|eu-west-3|ap-southeast-1|0.02
p|eu-west-3|ap-southeast-2|0.02
p|eu-west-3|ap-northeast-1|0.02
p|eu-west-3|ca-central-1|0.02
p|eu-west-3|eu-central-1|0.02
p|eu-west-3|eu-west-1|0.02
p|eu-west-3|eu-west-2|0.02
p|eu-west-3|eu-south-1|0.02
p|eu-west-3|eu-south-2|0.02
p|eu-west-3|eu-north-1|0.02
p|eu-west-3|eu-central-2|0.02
p|eu-west-3|me-south-1|0.02
p|eu-west-3|me-central-1|0.02
p|eu-west-3|sa-east-1|0.02
p|eu-west-3|us-east-1|0.02
p|eu-west-3|us-east-2|0.02
p|eu-west-3|us-west-1|0.02
p|eu-west-3|us-west-2|0.02
p|eu-south-2|us-gov-east-1|0.02
p|eu-south-2|af-south-1|0.02
p|eu-south-2|ap-east-1|0.02
p|eu-south-2|ap-southeast-3|0.02
p|eu-south-2|ap-south-1|0.02
p|eu-south-2|ap-northeast-3|0.02
p|eu-south-2|ap-northeast-2|0.02
p|eu-south-2|ap-southeast-1|0.02
p|eu-south-2|ap-southeast-2|0.02
p|eu-south-2|ap-northeast-1|0.02
p|eu-south-2|ca-central-1|0.02
p|eu-south-2|eu-central-1|0.02
p|eu-south-2|eu-west-1|0.02
p|eu-south-2|eu-west-2|0.02
p|eu-south-2|eu-south-1|0.02
p|eu-south-2|eu-west-3|0.02
p|eu-south-2|eu-north-1|0.02
p|eu-south-2|eu-central-2|0.02
p|eu-south-2|me-south-1|0.02
p|eu-south-2|me-central-1|0.02
p|eu-south-2|sa-east-1|0.02
p|eu-south-2|us-east-1|0.02
p|eu-south-2|us-east-2|0.02
p|eu-south-2|us-west-1|0.02
p|eu-south-2|us-west-2|0.02
p|eu-north-1|us-gov-east-1|0.02
p|eu-north-1|af-south-1|0.02
p|eu-north-1|ap-east-1|0.02
p|eu-north-1|ap-southeast-3|0.02
p|eu-north-1|ap-south-1|0.02
p|eu-north-1|ap-northeast-3|0.02
p|eu-north-1|ap-northeast-2|0.02
p|eu-north-1|ap-southeast-1|0.02
p|eu-north-1|ap-southeast-2|0.02
p|eu-north-1|ap-northeast-1|0.02
p|eu-north-1|ca-central-1|0.02
p|eu-north-1|eu-central-1|0.02
p|eu-north-1|eu-west-1|0.02
p|eu-north-1|eu-west-2|0.02
p|eu-north-1|eu-south-1|0.02
p|eu-north-1|eu-west-3|0.02
p|eu-north-1|eu-south-2|0.02
p|eu-north-1|eu-central-2|0.02
p|eu-north-1|me-south-1|0.02
p|eu-north-1|me-central-1|0.02
p|eu-north-1|sa-east-1|0.02
p|eu-north-1|us-east-1|0.02
p|eu-north-1|us-east-2|0.02
p|eu-north-1|us-west-1|0.02
p|eu-north-1|us-west-2|0.02
p|eu-central-2|us-gov-east-1|0.02
p|eu-central-2|af-south-1|0.02
p|eu-central-2|ap-east-1|0.02
p|eu-central-2|ap-southeast-3|0.02
p|eu-central-2|ap-south-1|0.02
p|eu-central-2|ap-northeast-3|0.02
p|eu-central-2|ap-northeast-2|0.02
p|eu-central-2|ap-southeast-1|0.02
p|eu-central-2|ap-southeast-2|0.02
p|eu-central-2|ap-northeast-1|0.02
p|eu-central-2|ca-central-1|0.02
p|eu-central-2|eu-central-1|0.02
p|eu-central-2|eu-west-1|0.02
p|eu-central-2|eu-west-2|0.02
p|eu-central-2|eu-south-1|0.02
p|eu-central-2|eu-west-3|0.02
p|eu-central-2|eu-south-2|0.02
p|eu-central-2|eu-north-1|0.02
p|eu-central-2|me-south-1|0.02
p|eu-central-2|me-central-1|0.02
p|eu-central-2|sa-east-1|0.02
p|eu-central-2|us-east-1|0.02
p|eu-central-2|us-east-2|0.02
p|eu-central-2|us-west-1|0.02
p|eu-central-2|us-west-2|0.02
p|me-south-1|us-gov-east-1|0.1105
p|me-south-1|af-south-1|0.1105
p|me-south-1|ap-east-1|0.1105
p|me-south-1|ap-southeast-3|0.1105
p|me-south-1|ap-south-1|0.1105
p|me-south-1|ap-northeast-3|0.1105
p|me-south-1|ap-northeast-2|0.1105
p|me-south-1|ap-southeast-1|0.1105
p|me-south-1|ap-southeast-2|0.1105
p|me-south-1|ap-northeast-1|0.1105
p|me-south-1|ca-central-1|0.1105
p|me-south-1|eu-central-1|0.1105
p|me-south-1|eu-west-1|0.1105
p|me-south-1|eu-west-2|0.1105
p|me-south-1|eu-south-1|0.1105
p|me-south-1|eu-west-3|0.1105
p|me-south-1|eu-south-2|0.1105
p|me-south-1|eu-north-1|0.1105
p|me-south-1|eu-central-2|0.1105
p|me-south-1|me-central-1|0.1105
p|me-south-1|sa-east-1|0.1105
p|me-south-1|us-east-1|0.1105
p|me-south-1|us-east-2|0.1105
p|me-south-1|us-west-1|0.1105
p|me-south-1|us-west-2|0.1105
p|me-central-1|us-gov-east-1|0.085
p|me-central-1|af-south-1|0.085
p|me-central-1|ap-east-1|0.085
p|me-central-1|ap-southeast-3|0.085
p|me-central-1|ap-south-1|0.085
p|me-central-1|ap-northeast-3|0.085
p|me-central-1|ap-northeast-2|0.085
p|me-central-1|ap-southeast-1|0.085
p|me-central-1|ap-southeast-2|0.085
p|me-central-1|ap-northeast-1|0.085
p|me-central-1|ca-central-1|0.085
p|me-central-1|eu-central-1|0.085
p|me-central-1|eu-west-1|0.085
p|me-central-1|eu-west-2|0.085
p|me-central-1|eu-south-1|0.085
p|me-central-1|eu-west-3|0.085
p|me-central-1|eu-south-2|0.085
p|me-central-1|eu-north-1|0.085
p|me-central-1|eu-central-2|0.085
p|me-central-1|me-south-1|0.085
p|me-central-1|sa-east-1|0.085
p|me-central-1|us-east-1|0.085
p|me-central-1|us-east-2|0.085
p|me-central-1|us-west-1|0.085
p|me-central-1|us-west-2|0.085
p|sa-east-1|us-gov-east-1|0.138
p|sa-east-1|af-south-1|0.138
p|sa-east-1|ap-east-1|0.138
p|sa-east-1|ap-southeast-3|0.138
p|sa-east-1|ap-south-1|0.138
p|sa-east-1|ap-northeast-3|0.138
p|sa-east-1|ap-northeast-2|0.138
p|sa-east-1|ap-southeast-1|0.138
p|sa-east-1|ap-southeast-2|0.138
p|sa-east-1|ap-northeast-1|0.138
p|sa-east-1|ca-central-1|0.138
p|sa-east-1|eu-central-1|0.138
p|sa-east-1|eu-west-1|0.138
p|sa-east-1|eu-west-2|0.138
p|sa-east-1|eu-south-1|0.138
p|sa-east-1|eu-west-3|0.138
p|sa-east-1|eu-south-2|0.138
p|sa-east-1|eu-north-1|0.138
p|sa-east-1|eu-central-2|0.138
p|sa-east-1|me-south-1|0.138
p|sa-east-1|me-central-1|0.138
p|sa-east-1|us-east-1|0.138
p|sa-east-1|us-east-2|0.138
p|sa-east-1|us-west-1|0.138
p|sa-east-1|us-west-2|0.138
p|us-east-1|us-gov-east-1|0.02
p|us-east-1|af-south-1|0.02
p|us-east-1|ap-east-1|0.02
p|us-east-1|ap-southeast-3|0.02
p|us-east-1|ap-south-1|0.02
p|us-east-1|ap-northeast-3|0.02
p|us-east-1|ap-northeast-2|0.02
p|us-east-1|ap-southeast-1|0.02
p|us-east-1|ap-southeast-2|0.02
p|us-east-1|ap-northeast-1|0.02
p|us-east-1|ca-central-1|0.02
p|us-east-1|eu-central-1|0.02
p|us-east-1|eu-west-1|0.02
p|us-east-1|eu-west-2|0.02
p|us-east-1|eu-south-1|0.02
p|us-east-1|eu-west-3|0.02
p|us-east-1|eu-south-2|0.02
p|us-east-1|eu-north-1|0.02
p|us-east-1|eu-central-2|0.02
p|us-east-1|me-south-1|0.02
p|us-east-1|me-central-1|0.02
p|us-east-1|sa-east-1|0.02
p|us-east-1|us-east-2|0.01
p|us-east-1|us-west-1|0.02
p|us-east-1|us-west-2|0.02
p|us-east-2|us-gov-east-1|0.02
p|us-east-2|af-south-1|0.02
p|us-east-2|ap-east-1|0.02
p|us-east-2|ap-southeast-3|0.02
p|us-east-2|ap-south-1|0.02
p|us-east-2|ap-northeast-3|0.02
p|us-east-2|ap-northeast-2|0.02
p|us-east-2|ap-southeast-1|0.02
p|us-east-2|ap-southeast-2|0.02
p|us-east-2|ap-northeast-1|0.02
p|us-east-2|ca-central-1|0.02
p|us-east-2|eu-central-1|0.02
p|us-east-2|eu-west-1|0.02
p|us-east-2|eu-west-2|0.02
p|us-east-2|eu-south-1|0.02
p|us-east-2|eu-west-3|0.02
p|us-east-2|eu-south-2|0.02
p|us-east-2|eu-north-1|0.02
p|us-east-2|eu-central-2|0.02
p|us-east-2|me-south-1|0.02
p|us-east-2|me-central-1|0.02
p|us-east-2|sa-east-1|0.02
p|us-east-2|us-east-1|0.01
p|us-east-2|us-west-1|0.02
p|us-east-2|us-west-2|0.02
p|us-west-1|us-gov-east-1|0.02
p|us-west-1|af-south-1|0.02
p|us-west-1|ap-east-1|0.02
p|us-west-1|ap-southeast-3|0.02
p|us-west-1|ap-south-1|0.02
p|us-west-1|ap-northeast-3|0.02
p|us-west-1|ap-northeast-2|0.02
p|us-west-1|ap-southeast-1|0.02
p|us-west-1|ap-southeast-2|0.02
p|us-west-1|ap-northeast-1|0.02
p|us-west-1|ca-central-1|0.02
p|us-west-1|eu-central-1|0.02
p|us-west-1|eu-west-1|0.02
p|us-west-1|eu-west-2|0.02
p|us-west-1|eu-south-1|0.02
p|us-west-1|eu-west-3|0.02
p|us-west-1|eu-south-2|0.02
p|us-west-1|eu-north-1|0.02
p|us-west-1|eu-central-2|0.02
p|us-west-1|me-south-1|0.02
p|us-west-1|me-central-1|0.02
p|us-west-1|sa-east-1|0.02
p|us-west-1|us-east-1|0.02
p|us-west-1|us-east-2|0.02
p|us-west-1|us-west-2|0.02
p|us-west-2|us-gov-east-1|0.02
p|us-west-2|af-south-1|0.02
p|us-west-2|ap-east-1|0.02
p|us-west-2|ap-southeast-3|0.02
p|us-west-2|ap-south-1|0.02
p|us-west-2|ap-northeast-3|0.02
p|us-west-2|ap-northeast-2|0.02
p|us-west-2|ap-southeast-1|0.02
p|us-west-2|ap-southeast-2|0.02
p|us-west-2|ap-northeast-1|0.02
p|us-west-2|ca-central-1|0.02
p|us-west-2|eu-central-1|0.02
p|us-west-2|eu-west-1|0.02
p|us-west-2|eu-west-2|0.02
p|us-west-2|eu-south-1|0.02
p|us-west-2|eu-west-3|0.02
p|us-west-2|eu-south-2|0.02
p|us-west-2|eu-north-1|0.02
p|us-west-2|eu-central-2|0.02
p|us-west-2|me-south-1|0.02
p|us-west-2|me-central-1|0.02
p|us-west-2|sa-east-1|0.02
p|us-west-2|us-east-1|0.02
p|us-west-2|us-east-2|0.02
p|us-west-2|us-west-1|0.02
i|aws|af-south-1|listed|golden 2024-2025|10240:0.154;51200:0.147;153600:0.126;:0.112
i|aws|ap-east-1|listed|golden 2024-2025|10240:0.12;51200:0.085;153600:0.082;:0.08
i|aws|ap-northeast-1|listed|golden 2024-2025|10240:0.114;51200:0.089;153600:0.086;:0.084
i|aws|ap-northeast-2|listed|golden 2024-2025|10240:0.126;51200:0.122;153600:0.117;:0.108
i|aws|ap-northeast-3|listed|golden 2024-2025|10240:0.114;51200:0.089;153600:0.086;:0.084
i|aws|ap-south-1|listed|golden 2024-2025|10240:0.1092998;51200:0.085;153600:0.082;:0.08
i|aws|ap-south-2|listed|golden 2024-2025|10240:0.1092998;51200:0.085;153600:0.082;:0.08
i|aws|ap-southeast-1|listed|golden 2024-2025|10240:0.12;51200:0.085;153600:0.082;:0.08
i|aws|ap-southeast-2|listed|golden 2024-2025|10240:0.114;51200:0.098;153600:0.094;:0.092
i|aws|ap-southeast-3|derived|matrix 2022-11|10240:0.132;51200:0.12467;153600:0.10267;:0.07333
i|aws|ap-southeast-5|listed|golden 2024-2025|10240:0.108;51200:0.0765;153600:0.0738;:0.072
i|aws|ca-central-1|listed|golden 2024-2025|10240:0.09;51200:0.085;153600:0.07;:0.05
i|aws|ca-west-1|listed|golden 2024-2025|10240:0.09;51200:0.085;153600:0.07;:0.05
i|aws|eu-central-1|listed|golden 2024-2025|10240:0.09;51200:0.085;153600:0.07;:0.05
i|aws|eu-central-2|derived|matrix 2022-11|10240:0.09;51200:0.085;153600:0.07;:0.05
i|aws|eu-north-1|listed|golden 2024-2025|10240:0.09;51200:0.085;153600:0.07;:0.05
i|aws|eu-south-1|listed|golden 2024-2025|10240:0.09;51200:0.085;153600:0.07;:0.05
i|aws|eu-south-2|derived|matrix 2022-11|10240:0.09;51200:0.085;153600:0.07;:0.05
i|aws|eu-west-1|listed|golden 2024-2025|10240:0.09;51200:0.085;153600:0.07;:0.05
i|aws|eu-west-2|listed|golden 2024-2025|10240:0.09;51200:0.085;153600:0.07;:0.05
i|aws|eu-west-3|listed|golden 2024-2025|10240:0.09;51200:0.085;153600:0.07;:0.05
i|aws|il-central-1|listed|golden 2024-2025|10240:0.11;51200:0.085;153600:0.077;:0.055
i|aws|me-central-1|derived|matrix 2022-11|10240:0.11;51200:0.10389;153600:0.08556;:0.06111
i|aws|me-south-1|listed|golden 2024-2025|10240:0.117;51200:0.1105;153600:0.091;:0.065
i|aws|sa-east-1|listed|golden 2024-2025|10240:0.15;51200:0.138;153600:0.126;:0.114
i|aws|us-east-1|listed|golden 2024-2025|10240:0.09;51200:0.085;153600:0.07;:0.05
i|aws|us-east-2|listed|golden 2024-2025|10240:0.09;51200:0.085;153600:0.07;:0.05
i|aws|us-gov-east-1|listed|golden 2024-2025|10240:0.155;51200:0.115;153600:0.09;:0.065
i|aws|us-gov-west-1|listed|golden 2024-2025|10240:0.155;51200:0.115;153600:0.09;:0.065
i|aws|us-west-1|listed|golden 2024-2025|10240:0.09;51200:0.085;153600:0.07;:0.05
i|aws|us-west-2|listed|golden 2024-2025|10240:0.09;51200:0.085;153600:0.07;:0.05
i|aws|us-west-2-lax-1|listed|golden 2024-2025|10240:0.09;51200:0.085;153600:0.07;:0.05
o|af-south-1|0.147
o|ap-east-1|0.09
o|ap-northeast-1|0.09
o|ap-northeast-2|0.08
o|ap-northeast-3|0.09
o|ap-south-1|0.086
o|ap-south-2|0.086
o|ap-southeast-1|0.09
o|ap-southeast-2|0.098
o|ap-southeast-5|0.08
o|ca-central-1|0.02
o|ca-west-1|0.02
o|eu-central-1|0.02
o|eu-north-1|0.02
o|eu-south-1|0.02
o|eu-west-1|0.02
o|eu-west-2|0.02
o|eu-west-3|0.02
o|il-central-1|0.08
o|me-south-1|0.11050667
o|sa-east-1|0.138
o|us-east-1|0.02
o|us-east-2|0.02
o|us-gov-east-1|0.03
o|us-gov-west-1|0.03
o|us-west-1|0.02
o|us-west-2|0.02
o|us-west-2-lax-1|0.02
i|gcp|africa-south1|listed|list 2026-07-30|1024:0.15;10240:0.13;:0.11
i|gcp|asia-east1|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.085
i|gcp|asia-east2|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.085
i|gcp|asia-northeast1|listed|list 2026-07-30|1024:0.085;10240:0.12;:0.085
i|gcp|asia-northeast2|listed|list 2026-07-30|1024:0.085;10240:0.12;:0.085
i|gcp|asia-northeast3|listed|list 2026-07-30|1024:0.15;10240:0.19;:0.15
i|gcp|asia-south1|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.085
i|gcp|asia-south2|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.085
i|gcp|asia-southeast1|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.085
i|gcp|asia-southeast2|listed|list 2026-07-30|1024:0.19;10240:0.18;:0.15
i|gcp|asia-southeast3|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.085
i|gcp|australia-southeast1|listed|list 2026-07-30|1024:0.19;10240:0.18;:0.15
i|gcp|australia-southeast2|listed|list 2026-07-30|1024:0.19;10240:0.18;:0.15
i|gcp|europe-central2|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.085
i|gcp|europe-north1|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.085
i|gcp|europe-north2|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.085
i|gcp|europe-southwest1|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.085
i|gcp|europe-west1|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.085
i|gcp|europe-west10|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.085
i|gcp|europe-west12|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.085
i|gcp|europe-west2|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.085
i|gcp|europe-west3|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.085
i|gcp|europe-west4|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.085
i|gcp|europe-west6|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.085
i|gcp|europe-west8|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.085
i|gcp|europe-west9|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.085
i|gcp|me-central1|listed|list 2026-07-30|1024:0.15;10240:0.13;:0.11
i|gcp|me-central2|listed|list 2026-07-30|1024:0.19;10240:0.18;:0.15
i|gcp|me-west1|listed|list 2026-07-30|1024:0.15;10240:0.13;:0.11
i|gcp|northamerica-northeast1|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.08
i|gcp|northamerica-northeast2|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.08
i|gcp|northamerica-south1|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.08
i|gcp|southamerica-east1|listed|list 2026-07-30|1024:0.19;10240:0.18;:0.15
i|gcp|southamerica-west1|listed|list 2026-07-30|1024:0.19;10240:0.18;:0.15
i|gcp|us-central1|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.08
i|gcp|us-east1|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.08
i|gcp|us-east4|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.08
i|gcp|us-east5|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.08
i|gcp|us-south1|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.08
i|gcp|us-west1|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.08
i|gcp|us-west2|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.08
i|gcp|us-west3|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.08
i|gcp|us-west4|listed|list 2026-07-30|1024:0.12;10240:0.11;:0.08
i|azure|NA|listed|published 2026|10240:0.087;51200:0.083;153600:0.07;:0.05
i|azure|EU|listed|published 2026|10240:0.087;51200:0.083;153600:0.07;:0.05
i|azure|AS|assumed|zone 2 list|10240:0.12;51200:0.085;153600:0.082;:0.08
i|azure|OC|assumed|zone 2 list|10240:0.12;51200:0.085;153600:0.082;:0.08
i|azure|AF|assumed|zone 2 list|10240:0.12;51200:0.085;153600:0.082;:0.08
i|azure|ME|assumed|zone 2 list|10240:0.12;51200:0.085;153600:0.082;:0.08
i|azure|SA|assumed|zone 3 list|10240:0.181;51200:0.175;153600:0.17;:0.16
i|lambda|*|assumed|no charge stated|:0
i|cloudflare|*|listed|published 2026|:0
c|azure|NA|NA|derived|0.02
c|azure|EU|EU|derived|0.02
c|azure|NA|*|derived|0.05
c|azure|EU|*|derived|0.05
c|azure|*|*|assumed|0.08
c|gcp|NA|NA|derived|0.01
c|gcp|EU|EU|derived|0.02
c|gcp|NA|*|derived|0.08
c|gcp|EU|*|derived|0.08
c|gcp|*|*|assumed|0.08
z|aws|0.01
z|gcp|0.01
z|azure|0
"""#
}
