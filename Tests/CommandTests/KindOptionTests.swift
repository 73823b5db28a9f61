import Foundation
import Testing

/// `--kind`, and the kind in the outputs.
struct KindOptionTests {
  static let notice = """
    Notice of Privacy Practices

    This notice describes how medical information about you may be used and shared. You may ask for a copy of this \
    notice. Your records may be subject to redisclosure by the recipient.

    """

  private func kind(_ result: CommandLineTool.Result) throws -> [String: Any] {
    let report = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let document = try #require((report["documents"] as? [[String: Any]])?.first)
    return try #require(document["kind"] as? [String: Any])
  }

  @Test(arguments: ["scan", "lint"])
  func jsonSaysTheKind(verb: String) throws {
    let found = try kind(CommandLineTool.run([verb, "--format", "json", "-"], input: Data(Self.notice.utf8)))
    #expect(found["id"] as? String == "npp")
    #expect(try #require(found["confidence"] as? Double) > 0.7)
  }

  @Test(arguments: ["scan", "lint"])
  func kindOverrides(verb: String) throws {
    let arguments = [verb, "--kind", "app-privacy-policy", "--format", "json", "-"]
    let result = try CommandLineTool.run(arguments, input: Data(Self.notice.utf8))
    let found = try kind(result)
    #expect(found["id"] as? String == "app-privacy-policy")
    #expect(found["confidence"] as? Double == 1)
    #expect(result.output.contains(#""rule":"sharing.redisclosure""#))
    #expect(result.output.contains(#""level":"warning""#))
  }

  @Test func thePageSaysTheKindFirst() throws {
    let sure = try CommandLineTool.run(["scan"], input: Data(Self.notice.utf8))
    #expect(sure.output.hasPrefix("I read your text as a notice of privacy practices: "))
    let said = try CommandLineTool.run(["scan", "--kind", "imaging"], input: Data(Self.notice.utf8))
    #expect(said.output.hasPrefix("I read your text as an imaging consent form: "))
    let unsure = try CommandLineTool.run(["scan"], input: Data("Telehealth\n\nPlease read this page.\n".utf8))
    #expect(unsure.output.hasPrefix("I read your text as a telehealth consent form, but I am not sure: "))
    let none = try CommandLineTool.run(["scan"], input: Data("The train leaves at noon.\n".utf8))
    #expect(none.output.contains("I do not know what kind of form it is."))
  }

  @Test func anUnknownKindEndsTheRun() throws {
    let near = try CommandLineTool.run(["scan", "--kind", "nnp"], input: Data(Self.notice.utf8))
    #expect(near.code == 2 && near.output == "")
    #expect(near.errors == "--kind: error: There is no kind nnp. Did you mean npp?\n")
    let far = try CommandLineTool.run(["lint", "--kind", "sonnet-in-verse", "-"], input: Data(Self.notice.utf8))
    #expect(far.code == 2)
    #expect(far.errors.contains("The kinds are ai-tool, app-privacy-policy, "))
  }

  @Test func aPackMayAddAKind() throws {
    let folder = try ScratchFolder()
    try folder.write("rules/kinds/diet-plan.yaml", "title: diet plan\ncues: { en: { title: { 9: [diet plan] } } }\n")
    try folder.write("form.txt", "My Diet Plan\n\nEat more beans. This is a diet plan.\n")
    let result = try CommandLineTool.run(["scan", "--rules", "rules", "form.txt"], in: folder.url)
    #expect(result.output.hasPrefix("I read form.txt as a diet plan"), "\(result.errors)")
  }
}
