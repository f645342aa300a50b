import Testing

@testable import Catalog

private let catalog = Catalog()

@Suite struct MachineTests {
  @Test func theReferenceCoreHasSpeedOne() throws {
    let machine = try #require(catalog.machine("aws:m7i.large"))
    #expect(machine.speed == 1)
    #expect(machine.speedConfidence == .measured)
    #expect(machine.vcpus == 2)
    #expect(machine.memoryBytes == 8_589_934_592)
    #expect(machine.networkBitsPerSecond == 781e6)
  }

  @Test func speedsAreMeasuredOrSaidToBeDerived() throws {
    let graviton = try #require(catalog.machine("aws:m7g.large")?.speed)
    #expect(abs(graviton - 1.1043) < 1e-4)
    let sibling = try #require(catalog.machine("aws:m5n.large"))
    #expect(sibling.speedConfidence == .derived && sibling.speedSpread == 0.15)
    for id in ["gcp:n2-standard-4", "azure:Standard_D4s_v5"] {
      let machine = try #require(catalog.machine(id))
      #expect(machine.speedConfidence == .derived)
      let speed = try #require(machine.speed)
      #expect(speed > 0.7 && speed < 0.77)
    }
    let share = catalog.machines(provider: "aws").filter { $0.speed != nil }.count
    #expect(share > 1250)
  }

  @Test func azureShapesComeFromTheirNames() throws {
    let shapes: [(String, Double, Double)] = [
      ("Standard_D4s_v5", 4, 16), ("Standard_D4ls_v5", 4, 8), ("Standard_E16-4ds_v5", 4, 128),
      ("Standard_F8s_v2", 8, 16),
      ("Standard_L8s_v3", 8, 64), ("Standard_B2ms", 2, 8), ("Standard_B1ls", 1, 0.5), ("Standard_B2ts_v2", 2, 1),
      ("Standard_DS12-1_v2", 1, 28), ("Standard_E96s_v5", 96, 672), ("Standard_D2_v2", 2, 7),
      ("Standard_FX8-2ms_v2", 2, 168), ("Standard_NC24ads_A100_v4", 24, 220),
    ]
    for (name, vcpus, gib) in shapes {
      let machine = try #require(catalog.machine("azure:" + name), "\(name)")
      #expect(machine.vcpus == vcpus, "\(name)")
      #expect(machine.memoryBytes == gib * 1_073_741_824, "\(name)")
    }
    #expect(catalog.machine("azure:d4s_v5")?.name == "Standard_D4s_v5")
    #expect(catalog.machine("azure:Standard_D4ps_v5")?.architecture == .arm)
    #expect(catalog.machine("azure:Standard_M128s_v2") == nil)
  }

  @Test func acceleratorsAreThoseOfTheGPUTableOrSaidToLackSpecs() throws {
    let cases: [(String, String, Double, Bool)] = [
      ("aws:p5.48xlarge", "H100-SXM-80", 8, true), ("aws:g5.xlarge", "A10G", 1, true),
      ("aws:p3.2xlarge", "V100-16", 1, false),
      ("gcp:a2-highgpu-8g", "A100-SXM-40", 8, true), ("gcp:g2-standard-4", "L4", 1, true),
      ("azure:Standard_ND96isr_MI300X_v5", "MI300X", 8, true), ("azure:Standard_NV6ads_A10_v5", "A10", 0.167, true),
      ("lambda:gpu_1x_gh200", "GH200-96", 1, true), ("lambda:gpu_1x_a6000", "A6000", 1, false),
    ]
    for (id, name, count, hasSpecs) in cases {
      let machine = try #require(catalog.machine(id), "\(id)")
      #expect(machine.gpuName == name && machine.gpuCount == count && machine.gpuHasSpecs == hasSpecs, "\(id)")
    }
    for provider in catalog.providers {
      for machine in catalog.machines(provider: provider) where machine.gpuHasSpecs {
        #expect(machine.gpuName.flatMap { catalog.gpu($0) } != nil)
      }
    }
    #expect(catalog.gpu("h100-sxm-80")?.bandwidthBytesPerSecond == 3.35e12)
    #expect(catalog.gpu("H100")?.name == "H100-SXM-80")
    #expect(catalog.gpus.count == 27)
  }

  @Test func sharedCoresCountAsTheirShare() {
    #expect(catalog.machine("gcp:e2-micro")?.vcpus == 0.25)
    #expect(catalog.machine("gcp:e2-micro")?.burstable == true)
    #expect(catalog.machine("aws:t3.micro")?.burstable == true)
    #expect(catalog.machine("aws:m7i.large")?.burstable == false)
  }
}
