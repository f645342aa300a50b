// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
]

/// One stage of the pipeline; the compiler enforces that data flows one way.
func stage(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: strict)
}

let package = Package(
  name: "planner",
  products: [.executable(name: "planner", targets: ["planner"])],
  targets: [
    stage("Foundations"),
    stage("YAML", ["Foundations"]),
    stage("Spec", ["Foundations", "YAML"]),
    stage("Formulas"),
    stage("Simulation", ["Foundations", "Formulas"]),
    stage("Catalog", ["Foundations"]),
    stage("CostSolver"),
    stage("Placement", ["Foundations", "Formulas", "CostSolver"]),
    stage("Planning", ["Foundations", "Spec", "Formulas", "Catalog", "CostSolver", "Placement", "Simulation"]),
    stage("Gates", ["Foundations", "YAML", "Spec", "Catalog", "Planning"]),
    stage("Roadmap", ["Foundations", "Spec", "Formulas", "Catalog", "Placement", "Planning"]),
    stage("Reports", ["Foundations", "Spec", "Placement", "Planning", "Gates", "Roadmap"]),
    stage(
      "Commands",
      [
        "Foundations", "YAML", "Spec", "Catalog", "Formulas", "Simulation", "Placement", "Planning", "Gates", "Roadmap",
        "Reports",
      ]),
    .executableTarget(name: "planner", dependencies: ["Foundations", "Commands"], swiftSettings: strict),
    .executableTarget(
      name: "planner-bench",
      dependencies: ["Foundations", "YAML", "Spec", "Catalog", "CostSolver", "Formulas", "Simulation", "Planning"],
      swiftSettings: strict),
    .executableTarget(name: "catalog-builder", dependencies: ["Foundations"], swiftSettings: strict),
    tests("Foundations", []),
    tests("YAML", ["Foundations"]),
    tests("Catalog", ["Foundations"]),
    tests("Formulas", []),
    tests("Spec", ["Foundations"]),
    tests("Simulation", ["Formulas"]),
    tests("Gates", ["Foundations", "Catalog", "Planning", "Reports", "Spec"]),
    tests("Roadmap", ["Foundations", "Planning", "Placement", "Catalog", "Spec"]),
    tests("Reports", ["Foundations", "Planning", "Placement", "Catalog", "Spec", "Gates", "Roadmap"]),
    tests("Commands", ["Foundations", "Catalog", "Formulas"]),
    tests("Planning", ["Foundations", "Formulas", "CostSolver", "Placement", "Catalog", "Spec"]),
  ]
)
