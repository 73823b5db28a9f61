import Analysis
import Foundation
import SourceText
import TestSupport
import Testing

@testable import Reporters

/// All the real forms, where they lie beside the project.
@Suite(.enabled(if: Shared.isThere, "the real forms are not beside the project"))
struct RealFormsTests {
  @Test func everyFormGivesTheSameValidJSONTwice() throws {
    let linter = try Linter.builtIn()
    // The tables compiled at build time and those compiled now must say the same.
    let fresh = try Linter(packs: Linter.builtInPacks)
    let schema = try JSONReportTests.validator()
    var count = 0
    for url in try Shared.formTexts() {
      let bytes = Array(try Data(contentsOf: url))
      let document = SourceDocument(name: url.lastPathComponent, bytes: bytes)
      let json = JSONReport().render(Report(documents: [linter.check(document)]))
      let again = JSONReport().render(Report(documents: [fresh.check(document)]))
      #expect(json == again, "\(url.lastPathComponent)")
      #expect(schema.faults(in: try JSONValue(parsing: json)) == [], "\(url.lastPathComponent)")
      count += 1
    }
    #expect(count >= 170)
  }

  @Test func everyFormStaysWithinTwoScreens() throws {
    let linter = try Linter.builtIn()
    for url in try Shared.formTexts() {
      let document = SourceDocument(name: url.lastPathComponent, bytes: Array(try Data(contentsOf: url)))
      let page = PatientReport(style: Style(width: 80)).render(Report(documents: [linter.check(document)]))
      #expect(page.utf8.count { $0 == 0x0A } <= 90, "\(document.name)")
    }
  }
}
