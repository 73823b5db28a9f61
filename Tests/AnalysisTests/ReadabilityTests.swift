import Analysis
import Language
import SourceText
import Testing

@Suite struct ReadabilityTests {
  @Test func theFormulaIsTheOneOfKincaid() throws {
    let measures = try #require(Readability(plain: "The cat sat on the mat.", language: .english))
    #expect(measures.words == 6 && measures.sentences == 1 && measures.syllables == 6)
    #expect(abs(try #require(measures.fleschKincaidGrade) - -1.45) < 0.01)
  }

  @Test func theFormulaIsTheOneOfMcLaughlin() throws {
    let text = String(repeating: "The radiology department is here. ", count: 30)
    let measures = try #require(Readability(plain: text, language: .english))
    #expect(measures.sentences == 30 && measures.polysyllables == 60 && !measures.isSmogApproximate)
    #expect(abs(try #require(measures.smog) - (1.043 * 60.0.squareRoot() + 3.1291)) < 0.001)
    #expect(try #require(Readability(plain: "This is short text.", language: .english)).isSmogApproximate)
  }

  @Test(arguments: [
    ("Your third-party vendors and/or partners", 5), ("See 45 CFR 164.508(b)(1) for this.", 6),
    ("Your data\u{2014}all of them\u{2014}are kept.", 7), ("Call 555-123-4567 or write to privacy@example.org now.", 7),
    ("“We don’t sell it.”", 4), ("Give the patient(s) a copy.", 5),
  ])
  func countsWords(text: String, words: Int) throws {
    #expect(try #require(Readability(plain: text, language: .english)).words == words)
  }

  @Test(arguments: [
    ("See www.example.org today.", 4), ("Write to privacy@example.org.", 3), ("We live in the U.S. now.", 7),
    ("For example, e.g. this one.", 8), ("Section 164.508 applies here.", 6),
  ])
  func countsSyllables(text: String, syllables: Int) throws {
    #expect(try #require(Readability(plain: text, language: .english)).syllables == syllables)
  }

  @Test func labelsAreNoSentences() throws {
    let measures = try #require(Readability(plain: "", language: .english))
    #expect(measures.sentences == 0 && measures.fleschKincaidGrade == nil && measures.smog == nil)
    #expect(try #require(Readability(plain: "Signature: ____", language: .english)).sentences == 0)
  }

  @Test func aListItemIsASentenceAndAHeadingIsNone() throws {
    let facts = try facts(
      """
      # How we use your records

      We share your records with:

      - the doctors who treat you
      - your health plan, to be paid

      | Name | What for |
      |---|---|
      | Billing office | to send you a bill |

      """)
    // Too short for a grade, but all sentences are counted.
    #expect(facts.fleschKincaidGrade == nil && facts.smog == nil && facts.longestSentences.isEmpty)
    let item = "the doctors who treat you and who read the scans of your knee\n"
    let long = try self.facts(
      "# A heading that is very long and does not count at all\n\n" + String(repeating: "- \(item)", count: 10))
    // 13 words an item, 14 syllables.
    let grade = 0.39 * 13 + 11.8 * 14 / 13 - 15.59
    #expect(abs(try #require(long.fleschKincaidGrade) - grade) < 0.01)
    #expect(long.isSmogApproximate)
  }

  @Test func longestSentencesHaveTheirPlaces() throws {
    let short = String(repeating: "We keep it all in our house.\n\n", count: 20)
    let facts = try facts(short + "This one is by far the longest of all that stand in this text.\n")
    let longest = try #require(facts.longestSentences.first)
    #expect(longest.words == 14 && longest.start.line == 41 && longest.start.column == 1)
    #expect(facts.longestSentences.map(\.words) == [14, 7, 7])
  }

  private func facts(_ markdown: String) throws -> Facts {
    let linter = try Linter(packs: [])
    return linter.check(SourceDocument(name: "form.md", bytes: Array(markdown.utf8))).facts
  }
}
