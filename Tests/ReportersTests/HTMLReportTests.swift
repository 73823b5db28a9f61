import Analysis
import Foundation
import SourceText
import TestSupport
import Testing

@testable import Reporters

struct HTMLReportTests {
  static let provenance = Provenance(date: "2026-11-24", rules: "0123456789ab")
  private let page = HTMLReport(provenance: provenance).render(SampleForm.report)

  @Test func golden() throws {
    try expectGolden("page.html", page)
  }

  @Test func everyElementIsClosedInsideTheOneThatHoldsIt() {
    #expect(HTMLFaults.nesting(of: page) == [])
    for document in SampleReport.report.documents {
      #expect(HTMLFaults.nesting(of: HTMLReport(provenance: Self.provenance).render(document)) == [])
    }
  }

  @Test func linksLeadToPlacesThatAreThereOnce() {
    #expect(HTMLFaults.links(of: page) == [])
    // From each clause to the form, and back.
    for number in 1...6 { #expect(page.contains("href=\"#p\(number)\" aria-label"), "\(number)") }
  }

  @Test func nothingOfTheFormIsMarkup() {
    #expect(!page.contains("<script"))
    #expect(!page.contains("<b>"))
    #expect(page.contains("&lt;/mark&gt;"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.contains("forms/&lt;sharing&gt;.txt"))
    #expect(page.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x202A...0x202E).contains($0.value) })
  }

  @Test func nothingComesFromElsewhere() throws {
    for word in ["http:", "https:", "src=", "url(", "@import", "style=", "onclick", "javascript:"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("default-src &#39;none&#39;"))
    // The one style is the one that the policy names.
    let style = try #require(page.split(separator: "<style>").last?.split(separator: "</style>").first)
    #expect(page.contains("sha256-\(Base64.encode(SHA256.hash(Array(style.utf8))))"))
  }

  @Test func headingsSkipNoLevel() {
    var last = 0
    for match in page.matches(of: /<h([1-6])/) {
      let level = Int(match.1) ?? 0
      #expect(level <= last + 1, "h\(level) after h\(last)")
      last = level
    }
    #expect(last > 0)
  }

  @Test func saysWhereItComesFrom() {
    #expect(page.contains("consentlint \(ToolVersion.current) and rules 0123456789ab on 2026-11-24"))
    #expect(page.contains(String(repeating: "ab", count: 32)))
  }

  @Test func absenceIsNeverClaimedOfTextThatWasNotRead() {
    var document = SampleForm.report
    document.problems = [.limit(name: "nesting-depth", value: 250, option: "--limit nesting-depth=500")]
    let page = HTMLReport(provenance: Self.provenance).render(document)
    #expect(page.contains(EnglishTexts().notAllRead))
    #expect(!page.contains("The form does not say"))
    #expect(HTMLFaults.links(of: page) == [])
  }

  @Test(.enabled(if: Shared.isThere, "the real forms are not beside the project"))
  func realFormsGiveSoundPages() throws {
    let linter = try Linter.builtIn()
    // Some of them: the checks read the pages slowly.
    for (index, url) in try Shared.formTexts().enumerated() where index % 8 == 0 {
      let document = SourceDocument(name: url.lastPathComponent, bytes: Array(try Data(contentsOf: url)))
      let page = HTMLReport(provenance: Self.provenance).render(linter.check(document, keepsText: true))
      #expect(HTMLFaults.nesting(of: page) == [], "\(document.name)")
      #expect(HTMLFaults.links(of: page) == [], "\(document.name)")
    }
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
  ])
  func base64(text: String, expected: String) {
    #expect(Base64.encode(Array(text.utf8)) == expected)
  }
}

/// What is wrong with a page, by its own bytes.
enum HTMLFaults {
  /// Elements that are not closed, or not where they should be.
  static func nesting(of page: String) -> [String] {
    var open: [Substring] = []
    var faults: [String] = []
    // The style has no tags in it.
    for match in page.matches(of: /<(\/?)([a-z][a-z0-9]*)[^<>]*>/.matchingSemantics(.unicodeScalar))
    where match.2 != "meta" {
      if match.1.isEmpty {
        if ["mark", "a"].contains(match.2), open.contains(match.2) { faults.append("\(match.2) in \(match.2)") }
        open.append(match.2)
      } else if open.popLast() != match.2 {
        faults.append("</\(match.2)> closes another")
      }
    }
    return faults + open.map { "<\($0)> is open" }
  }

  /// Links to places that are not there, and places that are there twice.
  static func links(of page: String) -> [String] {
    let ids = page.matches(of: #/ id="([^"]*)"/#).map(\.1)
    let twice = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.map { "\($0) is there twice" }
    let known = Set(ids)
    let dead = page.matches(of: /href="#([^"]*)"/).map(\.1).filter { !known.contains($0) }
    return twice.sorted() + dead.map { "#\($0) is not there" }
  }
}
