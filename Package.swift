// swift-tools-version: 6.3;(experimentalCGen)
import PackageDescription

/// The targets in the order of the data's way; see DESIGN in the README's map.
let package = Package(
  name: "consentlint",
  products: [
    .executable(name: "consentlint", targets: ["consentlint"]),
    .library(name: "ConsentAnalysis", targets: ["Analysis"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // SourceText: where text came from.
    .target(name: "SourceText"),
    .testTarget(name: "SourceTextTests", dependencies: ["SourceText", "TestSupport"]),

    // Readers: bytes -> Text, one file a format.
    .systemLibrary(name: "CCMarkGFM", pkgConfig: "libcmark-gfm", providers: [.apt(["libcmark-gfm-dev"])]),
    .systemLibrary(name: "CIconv"),
    .target(name: "CLibXML2", dependencies: ["LazyLibrary"]),
    .target(name: "CLibZip", dependencies: ["LazyLibrary"]),
    .target(name: "LazyLibrary"),
    .target(
      name: "Readers",
      dependencies: ["CCMarkGFM", "CIconv", "CLibXML2", "CLibZip", "SourceText"]),
    .testTarget(name: "ReadersTests", dependencies: ["Readers", "TestSupport"]),

    // Language: Text -> [Sentence].
    .target(name: "Language", dependencies: ["SourceText"]),
    .testTarget(name: "LanguageTests", dependencies: ["Language", "TestSupport"]),

    // Clauses: [Sentence] -> [Finding]: Rule, Pattern, Matcher, Stance.
    .target(name: "Clauses", dependencies: ["Language", "SourceText"]),
    .testTarget(name: "ClausesTests", dependencies: ["Clauses", "TestSupport"]),

    // ProjectConfiguration: what a project set for its documents, as values.
    .target(name: "ProjectConfiguration", dependencies: ["Clauses"]),
    .testTarget(name: "ProjectConfigurationTests", dependencies: ["Clauses", "ProjectConfiguration"]),

    // RuleCompiler: YAML -> rules and configurations, errors with line and column.
    .target(
      name: "RuleCompiler",
      dependencies: ["Clauses", "Language", "ProjectConfiguration", .product(name: "Yams", package: "Yams")]),
    .testTarget(name: "RuleCompilerTests", dependencies: ["ProjectConfiguration", "RuleCompiler", "TestSupport"]),

    // rulec and its plug-in: compile Rules/ into the binary.
    .executableTarget(
      name: "rulec",
      dependencies: ["RuleCompiler", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    .plugin(name: "CompileRules", capability: .buildTool(), dependencies: ["rulec"], path: "Sources/CompileRules"),

    // RulePack: the built-in rules, as data.
    .target(name: "CompiledRules", path: "Rules", plugins: ["CompileRules"]),
    .target(name: "RulePack", dependencies: ["Clauses", "CompiledRules"]),
    .testTarget(
      name: "RulePackTests",
      dependencies: [
        "Analysis", "Language", "RuleCompiler", "RulePack", "TestSupport", .product(name: "Yams", package: "Yams"),
      ]),

    // Analysis: the facade that all faces use.
    .target(
      name: "Analysis",
      dependencies: ["Clauses", "Language", "ProjectConfiguration", "Readers", "RulePack", "SourceText"]),
    .testTarget(
      name: "AnalysisTests",
      dependencies: ["Analysis", "Language", "ProjectConfiguration", "RuleCompiler", "SourceText", "TestSupport"]),

    // Reporters: Report -> String, one file a format.
    .target(name: "Reporters", dependencies: ["Analysis", "Clauses", "SourceText"]),
    .testTarget(
      name: "ReportersTests",
      dependencies: ["Analysis", "Clauses", "Language", "Reporters", "SourceText", "TestSupport"],
      exclude: ["Goldens"]),

    // LanguageServer: the only place that knows LSP and JSON-RPC.
    .target(name: "LanguageServer", dependencies: ["Analysis", "Clauses", "Reporters", "SourceText"]),
    .testTarget(
      name: "LanguageServerTests", dependencies: ["Analysis", "LanguageServer", "ProjectConfiguration", "TestSupport"]),

    // consentlint: the command.
    .executableTarget(
      name: "consentlint",
      dependencies: [
        "Analysis", "Clauses", "LanguageServer", "ProjectConfiguration", "Readers", "Reporters", "RuleCompiler",
        "SourceText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "CommandTests", dependencies: ["consentlint", "TestSupport"]),

    // desk: measures the rules as they stand in Rules/, for their authors.
    .executableTarget(
      name: "desk",
      dependencies: [
        "Analysis", "Clauses", "Language", "Readers", "RuleCompiler", "SourceText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Benchmarks: what the README's figures come from.
    .executableTarget(
      name: "Benchmarks", dependencies: ["Analysis", "RulePack"], path: "Benchmarks",
      exclude: [
        "README.md", "annotate.sh", "baseline-edits.py", "cold-start.sh", "diff-edits.py", "formats.sh",
        "language-server.py", "many-forms.py", "readability.py", "readability.sh",
        "same-in-every-format.sh",
      ]),

    .target(name: "TestSupport", dependencies: ["CLibZip", "SourceText"], path: "Tests/TestSupport"),
  ],
  swiftLanguageModes: [.v6]
)
