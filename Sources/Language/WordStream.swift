import SourceText

/// The words of a text as keys that are compared across languages: without accents, and one key for each sign of the
/// scripts that put no spaces between words.
///
/// Titles are often set in capitals, and capitals often lose their accents. The keys that rules are matched by keep
/// them, since there an accent tells words apart.
public struct WordStream: Sendable {
  /// In the order of the text.
  public private(set) var keys: [UInt64] = []

  /// What a word stands in.
  public enum Line: Sendable {
    case heading
    /// No heading as far as was seen, but it does not end as a sentence does: titles often are such lines.
    case open
    case sentence
  }

  /// By key: what it stands in.
  public private(set) var lines: [Line] = []
  /// By sentence: the index of its first key. Empty for the words of a phrase.
  public private(set) var sentenceStarts: [Int] = []

  /// The words of a phrase.
  public init(phrase: String) {
    let bytes = Array(phrase.utf8)
    var tokens: [Token] = []
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var tokenizer = Tokenizer(base, range: TextRange(start: 0, end: buffer.count))
      tokenizer.run(into: &tokens)
      for token in tokens { add(token, of: buffer, in: .open) }
    }
  }

  /// The words of `sentences`, which are those of `text`. Linear in the text.
  public init(_ sentences: Sentences, of text: Text) {
    reserve(sentences)
    add(sentences, 0..<sentences.sentences.count, of: text)
  }

  /// The same, with the words that `old`, of an earlier state, has of what did not change.
  public init(_ sentences: Sentences, of text: Text, after old: WordStream, _ change: ChangedSentences) {
    reserve(sentences)
    append(old, 0..<change.start)
    add(sentences, change.start..<change.newEnd, of: text)
    append(old, change.oldEnd..<old.sentenceStarts.count)
  }

  private mutating func reserve(_ sentences: Sentences) {
    keys.reserveCapacity(sentences.tokens.count)
    lines.reserveCapacity(sentences.tokens.count)
    sentenceStarts.reserveCapacity(sentences.sentences.count)
  }

  private mutating func add(_ sentences: Sentences, _ range: Range<Int>, of text: Text) {
    text.bytes.withUnsafeBufferPointer { bytes in
      sentences.tokens.withUnsafeBufferPointer { tokens in
        for sentence in sentences.sentences[range] {
          sentenceStarts.append(keys.count)
          let isClosed = sentence.tokens.last.map { tokens[Int($0)].kind == .terminator } ?? false
          let line: Line = sentence.traits.contains(.heading) ? .heading : isClosed ? .sentence : .open
          for index in sentence.tokens { add(tokens[Int(index)], of: bytes, in: line) }
        }
      }
    }
  }

  private mutating func append(_ other: WordStream, _ range: Range<Int>) {
    let words = other.firstKey(ofSentence: range.lowerBound)..<other.firstKey(ofSentence: range.upperBound)
    let shift = keys.count - words.lowerBound
    for start in other.sentenceStarts[range] { sentenceStarts.append(start + shift) }
    keys.append(contentsOf: other.keys[words])
    lines.append(contentsOf: other.lines[words])
  }

  /// Index of the first key of a sentence; behind the last sentence, the number of keys.
  public func firstKey(ofSentence index: Int) -> Int {
    index < sentenceStarts.count ? sentenceStarts[index] : keys.count
  }

  /// Number of the sentence that the key at `index` stands in; 0 for the words of a phrase.
  public func sentence(at index: Int) -> Int {
    // The last one that begins at or before the key: an empty sentence begins where the next one does.
    sentenceStarts.lastIndex(upTo: index)
  }

  private mutating func add(_ token: Token, of bytes: UnsafeBufferPointer<UInt8>, in line: Line) {
    guard token.isWord, let base = bytes.baseAddress else { return }
    let (start, end) = (Int(token.start), min(Int(token.end), bytes.count))
    // Beyond ASCII, the token's own key has accents in it. 0xE2 begins the apostrophe, which the tokenizer knows.
    guard (start..<end).contains(where: { bytes[$0] >= 0xC3 && bytes[$0] != 0xE2 }) else {
      append(token.key, line)
      return
    }
    var key = WordKey()
    var isOpen = false
    var at = start
    while at < end {
      let (scalar, length) = Tokenizer.decode(base, at, end: bytes.count)
      at += length
      if FoldedScalar.standsAlone(scalar) {
        if isOpen { append(key.value, line) }
        append(WordKey.of(scalar: scalar), line)
        (key, isOpen) = (WordKey(), false)
      } else if let folded = FoldedScalar.fold(scalar) {
        key.add(scalar: folded)
        isOpen = true
      }
    }
    if isOpen { append(key.value, line) }
  }

  private mutating func append(_ key: UInt64, _ line: Line) {
    keys.append(key)
    lines.append(line)
  }
}

extension WordKey {
  /// Adds a scalar as the tokenizer adds it, so that a word that lost its accents is the same as one that had none.
  fileprivate mutating func add(scalar: UInt32) {
    if scalar < 0x80 { return add(UInt8(truncatingIfNeeded: scalar)) }
    add(UInt8(truncatingIfNeeded: scalar >> 16))
    add(UInt8(truncatingIfNeeded: scalar >> 8))
    add(UInt8(truncatingIfNeeded: scalar))
  }

  fileprivate static func of(scalar: UInt32) -> UInt64 {
    var key = WordKey()
    key.add(scalar: scalar)
    return key.value
  }
}
