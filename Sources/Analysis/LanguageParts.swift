import Clauses
import Language
import Readers
import SourceText

/// A text as each of its languages reads it.
struct LanguageParts {
  /// The sections in a language that is not the document's.
  struct Other {
    var rules: LanguageRules
    /// All sentences of the text, the others marked.
    var sentences: Sentences
  }

  /// ISO 639-2's code for a language that could not be told.
  static let undetermined = "und"

  /// Code of the document's language; `und` (undetermined) for one that the program does not know.
  var code: String
  /// The rules that the document is read with.
  var rules: LanguageRules
  /// All sentences of the text; those in another language are marked.
  var sentences: Sentences
  /// Their words, where it took them to find the languages.
  var words: WordStream?
  var others: [Other] = []
}

extension Linter {
  /// Finds the languages of `text`, and cuts it into sentences.
  ///
  /// - Parameters:
  ///   - language: the code of the language that all of it is in, where somebody knows.
  ///   - old: an earlier state, whose tokens are used again.
  ///   - common: what the text shares with that of the earlier state.
  func parts(
    of text: Text, language: String? = nil, after old: Checked = Checked(), _ common: CommonBytes? = nil
  ) -> LanguageParts {
    func sentences(_ rules: LanguageRules, after known: Sentences? = nil) -> Sentences {
      if let known {
        return rules.segmenter.sentences(of: text, after: text, known, CommonBytes(text.bytes, text.bytes))
      }
      guard let common else { return rules.segmenter.sentences(of: text) }
      return rules.segmenter.sentences(of: text, after: old.read.text, old.sentences, common)
    }
    if let language {
      let rules = rules(of: language) ?? base
      return LanguageParts(code: language, rules: rules, sentences: sentences(rules))
    }
    let first = rules(of: old.language) ?? base
    var cut = sentences(first)
    guard !others.isEmpty else { return LanguageParts(code: first.language.code, rules: first, sentences: cut) }
    let words = WordStream(cut, of: text)
    let found = languages.languages(of: words, in: cut, blockCount: text.blocks.count)
    guard let main = found.main else {
      // The rules of the base language, as for a text without words: what was read last is no matter.
      if first.language.code != base.language.code { cut = sentences(base, after: cut) }
      return LanguageParts(code: LanguageParts.undetermined, rules: base, sentences: cut)
    }
    let rules = rules(number: main) ?? base
    // Words do not depend on the language, but where a sentence ends does.
    let isCutAnew = rules.language.code != first.language.code
    if isCutAnew { cut = sentences(rules, after: cut) }
    var parts = LanguageParts(
      code: rules.language.code, rules: rules, sentences: cut, words: isCutAnew ? nil : words)
    guard !found.ofBlock.isEmpty else { return parts }
    parts.others = found.others.compactMap { number in
      self.rules(number: number).map { other in
        var all = sentences(other, after: cut)
        all.markOtherLanguages(than: number, ofBlock: found.ofBlock)
        return LanguageParts.Other(rules: other, sentences: all)
      }
    }
    parts.sentences.markOtherLanguages(than: main, ofBlock: found.ofBlock)
    return parts
  }

  private func rules(of code: String) -> LanguageRules? {
    code == base.language.code ? base : others.first { $0.language == code }?.rules
  }

  /// The rules of the language that the detector gives this number.
  private func rules(number: Int) -> LanguageRules? {
    number == 0 ? base : others[number - 1].rules
  }
}

extension Linter {
  /// The languages of a document with the words that are in each, the document's own first; `und` for one that there are
  /// no rules for.
  public func languages(of document: SourceDocument) -> [(language: String, words: Int)] {
    let parts = parts(of: Reader.read(document, options: options).text)
    func words(_ sentences: Sentences) -> Int {
      sentences.sentences.reduce(0) { sum, sentence in
        sentence.traits.contains(.otherLanguage) ? sum : sum + sentences.tokens(of: sentence).count { $0.isWord }
      }
    }
    return [(parts.code, words(parts.sentences))]
      + parts.others.map { ($0.rules.language.code, words($0.sentences)) }
  }
}
