import Clauses
import Language
import SourceText

/// Finds what a document says to the questions: findings of the rules that answer them, and phrases where no rule does.
struct QuestionAnswerer: Sendable {
  private let questions: [Question]
  private let phrases: KindTable

  /// - Parameter phrases: the table of the phrases of `questions`; nil = made now.
  init(_ questions: [Question], phrases: KindTable? = nil) {
    self.questions = questions
    self.phrases = phrases ?? KindTable(phrasesOf: questions)
  }

  /// All questions in their order. Linear in the text and the findings.
  ///
  /// - Parameters:
  ///   - findings: those of the document's report.
  ///   - words: the words of the document.
  ///   - language: the code of the language that the questions are to be in.
  func answers(
    from findings: [Finding], words: WordStream, in builder: FindingBuilder, language: String = Language.english.code
  ) -> [AnsweredQuestion] {
    var byRule: [String: [Int]] = [:]
    for (index, finding) in findings.enumerated() where finding.kind == .clause {
      byRule[finding.rule, default: []].append(index)
    }
    let sentences = phraseSentences(words, in: builder)
    var number = 0
    return questions.map { question in
      let question = question.translated(to: language)
      let parts = question.parts.map { part in
        defer { number += 1 }
        let cued = [2 * number, 2 * number + 1].map { list in
          sentences[list, default: []].map { self.words(ofSentence: $0, builder) }
        }
        return answer(to: part, findings, byRule, cues: cued[0], hints: cued[1])
      }
      return AnsweredQuestion(id: question.id, title: question.title, parts: parts, ask: question.ask)
    }
  }

  private func answer(
    to part: Question.Part, _ findings: [Finding], _ byRule: [String: [Int]], cues: [AnsweredQuestion.Words],
    hints: [AnsweredQuestion.Words]
  ) -> AnsweredQuestion.Part {
    // A whole sentence tells more than a line of a list or of a blank to fill in.
    let found = words(of: part.says, findings, byRule) + cues
    let said = found.filter(\.isWholeSentence) + found.filter { !$0.isWholeSentence }
    if !said.isEmpty { return AnsweredQuestion.Part(about: part.about, answer: .says, words: said) }
    let touching = words(of: part.touches, findings, byRule) + hints
    if !touching.isEmpty {
      return AnsweredQuestion.Part(about: part.about, answer: .touches, words: touching, but: part.but)
    }
    return AnsweredQuestion.Part(about: part.about, answer: .silent)
  }

  /// The words of the findings that `sources` name, in their order; of one source, the most telling first.
  private func words(
    of sources: [Question.Source], _ findings: [Finding], _ byRule: [String: [Int]]
  ) -> [AnsweredQuestion.Words] {
    let named = sources.map { source in
      byRule[source.rule, default: []].filter { index in
        findings[index].stance.map { source.stances.isEmpty || source.stances.contains($0) } ?? false
      }
    }
    // A sentence that several of the rules find is more surely about the question than one that only one finds.
    var support: [String: Int] = [:]
    for index in named.joined() { support[findings[index].sentence, default: 0] += 1 }
    return named.flatMap { indices in
      indices.sorted { one, other in
        let (a, b) = (findings[one], findings[other])
        let (first, second) = (a.isPlain ? 0 : 1, b.isPlain ? 0 : 1)
        return (first, support[b.sentence, default: 0], one) < (second, support[a.sentence, default: 0], other)
      }.map { index in
        let finding = findings[index]
        return AnsweredQuestion.Words(
          finding: finding.fingerprint, stance: finding.stance, quote: finding.quote, sentence: finding.sentence,
          start: finding.start, end: finding.end, place: finding.place, heading: finding.heading)
      }
    }
  }

  private func words(ofSentence index: Int, _ builder: FindingBuilder) -> AnsweredQuestion.Words {
    let passage = builder.passage(ofSentence: index)
    return AnsweredQuestion.Words(
      finding: nil, stance: nil, quote: passage.quote, sentence: passage.sentence, start: passage.start,
      end: passage.end, place: passage.place)
  }

  /// By number of the list of phrases: the sentences with one of them, in the order of the text.
  private func phraseSentences(_ words: WordStream, in builder: FindingBuilder) -> [Int: [Int]] {
    var found: [Int: [Int]] = [:]
    phrases.forEachPhrase(in: words.keys) { phrase, at in
      let sentence = words.sentence(at: at)
      guard builder.sentences.sentences[sentence].isStatement, found[phrase.kind]?.last != sentence else { return }
      found[phrase.kind, default: []].append(sentence)
    }
    return found
  }
}

extension AnsweredQuestion.Words {
  fileprivate var isWholeSentence: Bool { sentence.utf8.last.map(".!".utf8.contains) ?? false }
}

extension Finding {
  /// True for what the document says as it is, without a condition or a choice.
  fileprivate var isPlain: Bool { stance == .permits || stance == .denies }
}
