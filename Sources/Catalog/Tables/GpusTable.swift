// Written by catalog-builder; edit the builder, not this file.

extension Tables {
  static let gpusText: StaticString = #"""
T4|NVIDIA|cloud|65.1||130.3||16|320|PCIe3 x16|16|70|hmc-tech.com T4 page
L4|NVIDIA|cloud|121|242|242||24|300|PCIe4 x16|32|72|ai-dynamo/aiconfigurator systems/l4.yaml
A10|NVIDIA|cloud|125||250||24|600|PCIe4 x16|32|150|sysrqmts.com A10
A10G|NVIDIA|cloud|70||140||24|600|PCIe4 x16|32|300|baseten.co A10 vs A10G
A30|NVIDIA|cloud|165||330||24|933|PCIe4 x16|32|165|ai-dynamo/aiconfigurator systems/a30.yaml
A40|NVIDIA|cloud|149.7||299.3||48|696|NVLink3 bridge|56|300|ecer.com A40 datasheet copy; hahnyuan/LLM-Viewer
V100-32|NVIDIA|cloud|125||||32|900|NVLink2|150|300|LLM-Viewer
A100-SXM-40|NVIDIA|cloud|312||624||40|1555|NVLink3|300|400|LLM-Viewer hardware_params; sysrqmts.com A100 SXM4 40GB
A100-SXM-80|NVIDIA|cloud|312||624||80|2039|NVLink3|300|400|ai-dynamo/aiconfigurator systems/a100_sxm.yaml
A100-PCIe-80|NVIDIA|cloud|312||624||80|1935|PCIe4 x16|32|300|ai-dynamo/aiconfigurator systems/a100_pcie.yaml
L40S|NVIDIA|cloud|362.05|733|733||48|864|PCIe4 x16|32|350|ai-dynamo/aiconfigurator systems/l40s.yaml
H100-SXM-80|NVIDIA|cloud|989|1979|1979||80|3350|NVLink4|450|700|ai-dynamo/aiconfigurator systems/h100_sxm.yaml
H100-PCIe-80|NVIDIA|cloud|756.5|1513|1513||80|2000|PCIe5 x16|64|350|ai-dynamo/aiconfigurator systems/h100_pcie.yaml
H200-SXM-141|NVIDIA|cloud|989|1979|1979||141|4800|NVLink4|450|700|ai-dynamo/aiconfigurator systems/h200_sxm.yaml
GH200-96|NVIDIA|cloud|989|1979|1979||96|4000|NVLink-C2C|450|1000|spheron.network GH200 guide
GH200-144|NVIDIA|cloud|989|1979|1979||144|4900|NVLink-C2C|450|1000|MLPerf v4.1 NVIDIA system file
B200-SXM-180|NVIDIA|cloud|2250|4500|4500|9000|180|7700|NVLink5|900|1000|ai-dynamo/aiconfigurator systems/b200_sxm.yaml
GB200-186|NVIDIA|cloud|2500|5000|5000|10000|186|8000|NVLink5|900|1200|ai-dynamo/aiconfigurator systems/gb200.yaml
MI300X|AMD|cloud|1307.4|2614.9|2614.9||192|5300|Infinity Fabric|448|750|AMD MI300 page as cited in a public notes file
TPU-v5e|Google|cloud|197||393||16|819|ICI 2D torus|200||cloud.google.com/tpu/docs/v5e
TPU-v5p|Google|cloud|459|459|||95|2765|ICI 3D torus|600||cloud.google.com/tpu/docs/v5p
TPU-v6e|Google|cloud|918||1836||32|1638|ICI 2D torus|400||cloud.google.com/tpu/docs/v6e
Inferentia2|AWS|cloud|190|190|380||34.4|880|NeuronLink-v2|206||aws-neuron-sdk inf2-arch.rst / inferentia2.rst
Trainium1|AWS|cloud|190|190|380||34.4|880|NeuronLink-v2|206||aws-neuron-sdk trainium.rst
Jetson-AGX-Orin-64|NVIDIA|edge|42.5||137.5||64|204.8|none||60|technical-brief summary at mzph.cn
Jetson-Orin-Nano-Super-8|NVIDIA|edge|16.7||33.5||8|102|none||25|brojogopalsapui.com deep dive citing NVIDIA datasheet
A100-80-MIG-1g.10gb|NVIDIA|cloud-slice|44.6||89.1||10|255|none|||1/7 SMs and 1/8 memory of A100-SXM-80
"""#
}
