// Written by catalog-builder; edit the builder, not this file.

extension Tables {
  static let lambdaMachinesText: StaticString = #"""
6|asia-northeast-1|asia-northeast-2|asia-south-1|europe-central-1|me-west-1|us-east-1|us-midwest-1|us-south-1|us-west-1|us-west-2|us-west-3
cpu_4x_general,4000,16384,,,,,,,x
gpu_1x_a10,30000,204800,,,,,+A10,1000,x
gpu_1x_a100,30000,204800,,,,,+A100-SXM-40,1000,x
gpu_1x_a100_sxm4,30000,204800,,,,,+A100-SXM-40,1000,x
gpu_1x_a6000,14000,102400,,,,,-A6000,1000,x
gpu_1x_gh200,64000,442368,,,,,+GH200-96,1000,a
gpu_1x_h100_pcie,26000,204800,,,,,+H100-PCIe-80,1000,x
gpu_1x_h100_sxm5,26000,230400,,,,,+H100-SXM-80,1000,x
gpu_1x_rtx6000,14000,47104,,,,,-RTX6000,1000,x
gpu_2x_a100,60000,409600,,,,,+A100-SXM-40,2000,x
gpu_2x_a6000,28000,204800,,,,,-A6000,2000,x
gpu_2x_b200_sxm6,52000,737280,,,,,+B200-SXM-180,2000,x
gpu_4x_a100,120000,819200,,,,,+A100-SXM-40,4000,x
gpu_4x_a6000,56000,409600,,,,,-A6000,4000,x
gpu_4x_h100_sxm5,104000,921600,,,,,+H100-SXM-80,4000,x
gpu_8x_a100,124000,1843200,,,,,+A100-SXM-40,8000,x
gpu_8x_a100_80gb_sxm4,240000,1843200,,,,,+A100-SXM-80,8000,x
gpu_8x_b200_sxm6,208000,2969600,,,,,+B200-SXM-180,8000,x
gpu_8x_h100_sxm5,208000,1843200,,,,,+H100-SXM-80,8000,x
gpu_8x_v100,92000,458752,,,,,-V100-16,8000,x
"""#
}
