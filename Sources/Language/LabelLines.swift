import SourceText

/// Links lines to the sentence that introduces them where a list has lost its bullets and its nesting: labels
/// ("We share data with:", "Acme Cloud:", "Purpose: hosting") and short items with full stops
/// ("We share data with:", "Research collaborators.").
struct LabelLines {
  /// Most words of a label, and of an item.
  private static let longestLabel = 4
  private static let longestItem = 10

  private let language: Language
  /// The sentence that introduces the lines that follow, or -1.
  private var introduction: Int32 = -1
  /// True as long as only items have followed the introduction.
  private var isOpen = false
  /// The sentence that introduced the last item, whether that item looks like a title, and the introduction of a list
  /// that such a title has ended.
  private var lastLeadIn: Int32 = -1
  private var isTitle = false
  private var ended: Int32 = -1

  init(_ language: Language) {
    self.language = language
  }

  /// Takes up the next block, whose sentences begin at index `first`.
  mutating func take(_ block: Block, from first: Int, in document: inout Sentences) {
    guard case .paragraph = block.kind else {
      if block.isHeading { introduction = -1 }
      isOpen = false
      if first < document.sentences.count { endList(at: first, in: &document) }
      return
    }
    let last = document.sentences.count - 1
    guard last >= first, let end = document.sentences[last].tokens.last else { return }
    let range = document.sentences[last].tokens
    let words = document.tokens(of: document.sentences[last]).count { $0.isWord }
    switch document.tokens[Int(end)].kind {
    case .colon
    where last == first && words <= Self.longestLabel && introduction >= 0 && isItem(range, in: document):
      document.sentences[last].leadIn = introduction
      isOpen = false
    case .colon:
      introduction = words > Self.longestLabel ? Int32(last) : -1
      isOpen = introduction >= 0
    case .terminator where isOpen && last == first && words <= Self.longestItem && isItem(range, in: document):
      document.sentences[last].leadIn = introduction
    default:
      introduction = -1
      isOpen = false
    }
  }

  /// Takes the lead-in from the items behind one that is a title, where sentences follow it: numbered sections look
  /// like one long list ("3.9 We may ...", "4 Sharing of Data", "4.1 We share ...").
  private mutating func endList(at index: Int, in document: inout Sentences) {
    let sentence = document.sentences[index]
    guard sentence.leadIn >= 0 else { return }
    if isTitle, sentence.leadIn == lastLeadIn, !isItem(sentence.tokens, in: document) { ended = sentence.leadIn }
    lastLeadIn = sentence.leadIn
    isTitle = index == document.sentences.count - 1 && looksLikeTitle(sentence, in: document)
    if sentence.leadIn == ended { document.sentences[index].leadIn = -1 }
  }

  /// True for a few words without a full stop, the longer ones with capitals.
  private func looksLikeTitle(_ sentence: Sentence, in document: Sentences) -> Bool {
    let tokens = document.tokens(of: sentence)
    let words = tokens.filter(\.isWord)
    guard (2...6).contains(words.count), tokens.last?.isWord == true else { return false }
    return words.allSatisfy { $0.traits.contains(.capitalized) || $0.length <= 4 }
  }

  /// False for what begins as a sentence of its own does: "We ...", "The ...".
  private func isItem(_ range: Range<Int32>, in document: Sentences) -> Bool {
    let first = document.tokens[Int(range.lowerBound)]
    return first.kind == .word && !language.beginsSentence(first.key)
  }
}
