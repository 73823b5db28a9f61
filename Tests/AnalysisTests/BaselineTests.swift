import Analysis
import SourceText
import Testing

/// The list of accepted findings: its file, and what it does.
struct BaselineTests {
  private static let training = "Your images may be used to train computer programs that look for disease."

  private func check(_ text: String) throws -> DocumentReport {
    try Linter.builtIn().check(SourceDocument(name: "form.txt", bytes: Array(text.utf8)))
  }

  private func baseline(_ text: String, path: String = "form.txt") throws -> Baseline {
    Baseline(Baseline.entries(of: try check(text), path: path))
  }

  @Test func itsFileGivesItBack() throws {
    let baseline = try baseline("\(Self.training)\n\nYou may opt out of this.\n", path: "a %\tb\n/\u{85}#1.txt")
    let text = baseline.text
    #expect(text.hasPrefix(Baseline.firstLine + "\n"))
    #expect(try Baseline(parsing: text).entries == baseline.entries)
    #expect(try Baseline(parsing: text).text == text)
    // No words of the form, one line an entry, sorted.
    #expect(!text.contains("images"))
    let rows = text.split(separator: "\n").dropFirst(2)
    #expect(rows.count == baseline.entries.count && rows.sorted() == Array(rows))
  }

  @Test func anEqualSentenceAboveIsOneNewFinding() throws {
    let baseline = try baseline("Hello.\n\n\(Self.training)\n")
    let twice = try check("\(Self.training)\n\nHello.\n\n\(Self.training)\n")
    let applied = baseline.apply(to: twice, path: "form.txt")
    #expect(applied.findings.map(\.rule) == ["ai.training"])
    #expect(applied.suppressed.map(\.source) == [.baseline])
    // In another document nothing was accepted.
    #expect(baseline.apply(to: twice, path: "other.txt").findings.count == 2)
  }

  @Test func aChangedSentenceIsNewAndItsMovedOneIsNot() throws {
    let baseline = try baseline("One.\n\n\(Self.training)\n\nTwo.\n")
    let moved = try check("One.\n\nA new paragraph.\n\nTwo.\n\n\(Self.training.uppercased().lowercased())\n")
    #expect(baseline.apply(to: moved, path: "form.txt").findings.isEmpty)
    let changed = try check("One.\n\nYour scans may be used to train computer programs that look for disease.\n")
    #expect(baseline.apply(to: changed, path: "form.txt").findings.map(\.rule) == ["ai.training"])
    // A promise that became a permission is new.
    let denied = try self.baseline("We will not use your images to train computer programs.\n")
    let permitted = try check("We will use your images to train computer programs.\n")
    #expect(denied.apply(to: permitted, path: "form.txt").findings.contains { $0.rule == "ai.training" })
  }

  @Test(arguments: [
    ("", 1, 1), ("forms/a.txt\tai.training\tpermits\tff\n", 1, 1), ("HEAD\na\tb\tc\n", 2, 1),
    ("HEAD\n\n<<<<<<< ours\n", 3, 1),
    ("HEAD\na\t\tc\td\n", 2, 3), ("HEAD\n%zz\tb\tc\td\n", 2, 1), ("HEAD\n%ff\tb\tc\td\n", 2, 1),
  ])
  func mistakes(text: String, line: Int, column: Int) throws {
    let fault = #expect(throws: Baseline.Fault.self) {
      try Baseline(parsing: text.replacing("HEAD", with: Baseline.firstLine))
    }
    #expect(fault?.line == line && fault?.column == column)
  }

  @Test func aLineThatStandsTwiceCountsOnce() throws {
    let text = try baseline(Self.training).text
    let row = try #require(text.split(separator: "\n").last)
    #expect(try Baseline(parsing: text + row + "\n").text == text)
  }

  @Test func newSinceAnOlderState() throws {
    let old = try check("\(Self.training)\n")
    let now = try check("Hello.\n\n\(Self.training)\n\nYour recordings may be used to train our software.\n")
    #expect(now.newSince(old).findings.map(\.start.line) == [5])
    #expect(old.newSince(now).findings.isEmpty)
  }
}
