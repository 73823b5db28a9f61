import Foundation
import TestSupport
import Testing

/// The law of the layers: which target may import what. Reads every `import` of every source file.
@Suite struct ImportTableTests {
  /// By folder of Sources: the project's modules and the libraries that it may import. Foundation is named where it is
  /// allowed: the way of the data does without it.
  static let allowed: [String: Set<String>] = [
    "SourceText": [],
    "Readers": [
      "CCMarkGFM", "CIconv", "CLibXML2", "CLibZip", "Foundation", "Glibc", "SourceText", "Darwin",
    ],
    "Language": ["SourceText"],
    "Clauses": ["Language", "SourceText"],
    "RulePack": ["Clauses", "CompiledRules"],
    // A value below both the reader of its YAML and the analysis that follows it.
    "ProjectConfiguration": ["Clauses"],
    "RuleCompiler": ["Clauses", "Language", "ProjectConfiguration", "Yams"],
    "Analysis": [
      "Clauses", "Language", "ProjectConfiguration", "Readers", "RulePack", "SourceText", "Synchronization",
    ],
    "Reporters": ["Analysis", "Clauses", "SourceText"],
    // Glibc and Darwin only for the thread that reads and the lock of its inbox.
    "LanguageServer": ["Analysis", "Clauses", "Darwin", "Glibc", "Reporters", "SourceText", "Synchronization"],
    "consentlint": [
      "Analysis", "ArgumentParser", "Clauses", "Foundation", "FoundationEssentials", "Glibc", "Darwin",
      "LanguageServer", "ProjectConfiguration", "Readers", "Reporters", "RuleCompiler", "SourceText",
      // The editor's projects are asked from two threads.
      "Synchronization",
    ],
    "desk": [
      "Analysis", "ArgumentParser", "Clauses", "Foundation", "Language", "Readers", "RuleCompiler", "SourceText",
    ],
    "rulec": ["ArgumentParser", "Foundation", "RuleCompiler"],
    "CompileRules": ["Foundation", "PackagePlugin"],
  ]

  @Test func everyTargetKeepsToItsLayer() throws {
    let sources = Shared.root.appending(path: "Sources")
    var seen = 0
    for folder in try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted() {
      let files = FileManager.default.enumerator(atPath: sources.appending(path: folder).path) ?? .init()
      for case let path as String in files where path.hasSuffix(".swift") {
        let allowed = try #require(Self.allowed[folder], "Sources/\(folder) is not in the table")
        for module in try Self.imports(of: sources.appending(path: "\(folder)/\(path)")) {
          seen += 1
          #expect(allowed.contains(module), "Sources/\(folder)/\(path) imports \(module)")
        }
      }
    }
    #expect(seen > 50, "the imports must be seen")
  }

  /// Nothing that could open a connection is linked. The one socket is a file (`AF_UNIX`), for editors.
  @Test func noNetworkCode() throws {
    let sources = Shared.root.appending(path: "Sources")
    let words = ["URLSession", "FoundationNetworking", "NIO", "getaddrinfo", "socket("]
    let files = FileManager.default.enumerator(atPath: sources.path) ?? .init()
    for case let path as String in files where path.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
        .replacing("= socket(AF_UNIX, ", with: "= ")
      for word in words { #expect(!text.contains(word), "\(path) has \(word)") }
    }
  }

  static func imports(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").filter {
        !$0.hasPrefix("@") && !["public", "internal", "package"].contains($0)
      }
      guard words.first == "import", words.count >= 2 else { return nil }
      let name = ["struct", "class", "enum", "func", "protocol", "var", "let"].contains(words[1]) ? words[2] : words[1]
      return name.split(separator: ".").first.map(String.init)
    }
  }
}
