import Analysis
import Foundation
import SourceText
import TestSupport
import Testing

struct LanguageTests {
  static let english = """
    We may share your health information with our partners. You have the right to see who has it.

    If you do not sign this form, we will still treat you. This is your choice and it is free.
    """
  static let spanish = """
    Podemos compartir la información de su salud con nuestros socios. Usted tiene el derecho de saber quién la tiene.

    Si no firma esta hoja, lo atenderemos como siempre. La decisión es suya y no tiene ningún costo para usted.
    """

  @Test(arguments: [(english, "en"), (spanish, "es"), (english + "\n\n" + spanish, "en es")])
  func tellsLanguages(text: String, languages: String) throws {
    let found = try Linter.builtIn().languages(of: document(text))
    #expect(found.map(\.language).sorted().joined(separator: " ") == languages)
  }

  @Test func anotherLanguageIsTakenForNone() throws {
    let french = String(
      repeating: "Nous pouvons partager les données de votre dossier avec nos partenaires dans le cadre de la loi. ",
      count: 6)
    let report = try Linter.builtIn().check(document(french))
    #expect(report.language == "und")
    // What a text does not say cannot be told of one that was not understood.
    #expect(report.problems == [.unknownLanguage(known: Linter.builtInLanguages)] && report.questions.isEmpty)
  }

  @Test func theLanguageCanBeSaid() throws {
    let linter = try Linter.builtIn()
    #expect(linter.check(document(Self.english), language: "es").language == "es")
    #expect(linter.check(document("Firma: ____")).language == "en")
  }

  @Test func eachHalfIsReadInItsLanguage() throws {
    let linter = try Linter.builtIn()
    let halves = linter.check(document(Self.english)).findings.map(\.rule)
    let both = linter.check(document(Self.english + "\n\n" + Self.spanish))
    #expect(both.findings.filter { $0.kind == .clause }.count > halves.count)
    #expect(both.findings.map(\.start.byte) == both.findings.map(\.start.byte).sorted())
  }

  /// What an editor is shown while a form turns from one language into the other is what a fresh look gives.
  @Test func liveAnalysisFollowsTheLanguage() throws {
    let linter = try Linter.builtIn()
    var live = LiveAnalysis()
    for text in [Self.english, Self.spanish, Self.english + "\n\n" + Self.spanish, Self.spanish, ""] {
      let report = live.check(document(text), with: linter)
      let fresh = linter.check(document(text))
      #expect(report.language == fresh.language)
      #expect(report.findings.map(\.fingerprint) == fresh.findings.map(\.fingerprint))
      #expect(report.findings.map(\.start.byte) == fresh.findings.map(\.start.byte))
    }
  }

  /// Right on 0.99 of the real forms, bilingual ones in both languages.
  @Test(.enabled(if: Shared.isThere, "needs ../shared"))
  func realForms() throws {
    let linter = try Linter.builtIn()
    var (right, all) = (0, 0)
    for row in try String(contentsOf: Shared.folder.appending(path: "forms/manifest.tsv"), encoding: .utf8).split(
      separator: "\n"
    ).dropFirst() {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count > 4,
        let text = try? String(contentsOf: Shared.folder.appending(path: "forms/txt/\(cells[0]).txt"), encoding: .utf8)
      else { continue }
      let expected = Set(cells[4].split(separator: "+").map(String.init)).intersection(["en", "es"])
      let found = Set(linter.languages(of: document(text)).map(\.language)).subtracting(["und"])
      all += 1
      right += found == expected ? 1 : 0
    }
    #expect(Double(right) >= 0.99 * Double(all), "\(right) of \(all)")
  }

  private func document(_ text: String) -> SourceDocument {
    SourceDocument(name: "form.txt", bytes: Array(text.utf8), format: .text)
  }
}
