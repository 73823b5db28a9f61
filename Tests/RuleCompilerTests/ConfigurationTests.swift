import Foundation
import ProjectConfiguration
import TestSupport
import Testing

@testable import RuleCompiler

/// Configuration files: what they say, and where they are wrong.
struct ConfigurationTests {
  private static let names = ConfigurationNames(
    rules: ["ai.training", "ai.recording", "choice.opt-out", "policy.mine"], kinds: ["npp", "research-icf", "general"],
    languages: ["en"], limits: ["page-count"], captures: ["ai.training": ["data"], "choice.opt-out": []])

  private func read(_ text: String) -> (file: ConfigurationFile, faults: [String]) {
    let read = ConfigurationReader.read(RuleSourceFile(path: "c.yaml", text: text), folder: "/forms")
    return (read.file, (read.diagnostics + Self.names.faults(in: read.file)).map(\.description))
  }

  @Test func everyKey() throws {
    let (file, faults) = read(
      """
      root: true
      fail-level: never
      ignore: [old/, "*.draft.md"]
      kinds: { "npp/**": npp, "*.icf.md": research-icf }
      languages: { "**": en }
      levels:
        ai.*: error
        ai.training: [{ level: note, paths: drafts/ }, { level: warning }]
      off: [choice.opt-out]
      policy:
        mine:
          require-when:
            when: { rule: [ai.training, ai.recording], stance: [permits, conditional], captures: { data: scan } }
            require: choice.opt-out
          message: Offer a way out.
          level: warning
          kinds: npp
          paths: [a/, b/]
      rules: our-rules/
      baseline: accepted
      limits: { page-count: 20 }
      """)
    #expect(faults == [])
    let configuration = Configuration(files: [file])
    #expect(file.isRoot)
    #expect(configuration.failLevel?.value == .never)
    #expect(configuration.baseline?.value == "/forms/accepted")
    #expect(configuration.ruleFolders.map(\.value) == ["/forms/our-rules/"])
    #expect(configuration.ignoring("/forms/old/x/a.md")?.origin.line == 3)
    #expect(configuration.ignoring("/forms/x/a.md") == nil)
    #expect(configuration.kind(of: "/forms/npp/a.icf.md")?.value == "research-icf")
    #expect(configuration.level(of: "ai.recording", in: "/forms/a.md")?.value.level == .error)
    #expect(configuration.level(of: "ai.training", in: "/forms/a.md")?.value.level == .warning)
    #expect(configuration.level(of: "ai.training", in: "/forms/drafts/a.md")?.value.level == .note)
    #expect(try #require(configuration.level(of: "choice.opt-out", in: "/forms/a.md")).value.level == nil)
    #expect(configuration.level(of: "sharing.x", in: "/forms/a.md") == nil)
    #expect(configuration.policies(for: "/forms/a/x.md").map(\.value.name) == ["mine"])
    #expect(configuration.policies(for: "/forms/x.md").isEmpty)
  }

  /// The published schema has the keys that are read.
  @Test func theSchemaHasAllKeys() throws {
    let file = Shared.root.appending(path: "schema/config.schema.json")
    let schema = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(properties.keys.sorted() == ConfigurationReader.keys.sorted())
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    let policy = try #require(definitions["policy"]?["properties"] as? [String: Any])
    #expect(policy.keys.sorted() == ["forbid", "kinds", "level", "message", "paths", "require", "require-when"])
  }

  @Test func theNearerFileCounts() {
    var near = read("fail-level: note\nlevels: { ai.*: note }\nignore: x.md").file
    near.folder = "/forms/near"
    let far = read("fail-level: error\nlevels: { ai.training: error }\nbaseline: b\nkinds: { '**': npp }").file
    let configuration = Configuration(files: [near, far])
    #expect(configuration.failLevel?.value == .note)
    #expect(configuration.level(of: "ai.training", in: "/forms/near/a.md")?.value.level == .note)
    #expect(configuration.baseline?.value == "/forms/b")
    #expect(configuration.kind(of: "/forms/near/a.md")?.value == "npp")
  }

  @Test(arguments: ["", "# only a comment\n", "---\n"])
  func nothingIsSet(text: String) {
    let (file, faults) = read(text)
    #expect(faults == [])
    #expect(file == ConfigurationFile(path: "c.yaml", folder: "/forms"))
  }

  @Test(arguments: [
    ("levls: { ai.*: error }", "1:1: error: unknown key `levls`; did you mean `levels`?"),
    ("fail-level: warn", "1:13: error: `fail-level` must be one of error, warning, note, never, not `warn`"),
    ("fail-level: eror", "1:13: error: `fail-level` must be one of error, warning, note, never, not `eror`; did you"),
    ("root: yes", "1:7: error: `root` must be true or false, not `yes`"),
    ("levels: { ai.*: of }", "1:17: error: `ai.*` must be one of error, warning, note, off, not `of`; did you mean"),
    ("levels: { ai.trainin: error }", "1:11: error: there is no rule `ai.trainin`; did you mean `ai.training`?"),
    ("levels: { sharing.training: error }", "1:11: error: there is no rule `sharing.training`; did you mean `ai.tr"),
    ("levels: { a1.*: error }", "1:11: error: no rule is called like `a1.*`; did you mean `ai.*`?"),
    ("levels: { ai.*: { levl: error } }", "1:19: error: unknown key `levl`; did you mean `level`?"),
    ("kinds: { '**': nnp }", "1:16: error: there is no kind of document `nnp`; did you mean `npp`?"),
    ("languages: { '**': xx }", "1:20: error: there is no set of rules for the language `xx`; use one of: en"),
    ("limits: { page-cuont: 3 }", "1:11: error: there is no limit `page-cuont`; did you mean `page-count`?"),
    ("limits: { page-count: many }", "1:23: error: `page-count` must be a whole number above 0, not `many`"),
    ("policy: { A: { require: ai.training, message: x } }", "1:11: error: a policy's name is made of lower-case"),
    ("policy: { a: { require: ai.training } }", "1:14: error: missing key `message`"),
    ("policy: { a: { message: x } }", "1:11: error: `a` needs one of `require`, `forbid`, `require-when`, and only"),
    ("policy: { a: { require: ai.training, forbid: ai.*, message: x } }", "1:11: error: `a` needs one of"),
    (
      "policy: { a: { forbid: { rule: ai.training, stance: permit }, message: x } }",
      "1:53: error: `stance` must be one of permits, denies, offers-choice, conditional, not `permit`; did you mean"
    ),
    (
      "policy: { a: { forbid: { rule: ai.training, captures: { dat: x } }, message: x } }",
      "1:32: error: no pattern of `ai.training` has a part that is called `dat`"
    ),
    ("policy: { a: { require-when: { when: ai.*, requires: ai.* }, message: x } }", "1:44: error: unknown key `requ"),
    ("- a", "1:1: error: a configuration must be a map, not a list"),
    ("ignore: [a", "1:11: error: YAML:"),
    ("root: true\nroot: true", "1:1: error: key `root` is given more than once"),
  ])
  func mistakes(text: String, expected: String) {
    let faults = read(text).faults
    #expect(faults.contains { $0.hasPrefix("c.yaml:" + expected) }, "\(faults)")
  }
}
