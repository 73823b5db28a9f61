import Language

/// The cues of all kinds as one table that is looked up once a word.
///
/// It is one run of 8-byte words, so that a program carries the built-in one and decodes nothing of it at start:
/// a header, then slots (a phrase's number plus 1, by the key of its first word), then phrases in the order of their
/// first words, then the keys of their other words.
public struct KindTable: Sendable {
  /// A phrase as the table has it.
  public struct Phrase: Sendable, Equatable {
    /// Number of the phrase in the table.
    public var index: Int
    /// Number of its kind in the pack.
    public var kind: Int
    public var weight: Int
    public var place: DocumentKind.Cue.Place
  }

  /// The words of an image, or those that this table owns.
  private enum Storage: @unchecked Sendable {
    // Unchecked: an image is constant data of the program.
    case image(UnsafeBufferPointer<UInt64>)
    case owned([UInt64])
  }

  /// Changes with each change of the layout.
  private static let mark: UInt64 = 0x636C_6B69_6E64_0001
  private static let headerWords = 4
  private static let phraseWords = 2

  private let storage: Storage
  /// Words of the longest phrase; a sign of a script without spaces is a word.
  public static let longestPhrase = 40

  /// How many phrases there are.
  public let phraseCount: Int

  /// The table of the cues of `kinds`.
  public init(_ kinds: [DocumentKind]) {
    let words = Self.words(of: kinds)
    storage = .owned(words)
    phraseCount = Int(words[2])
  }

  /// The table that `words(of:)` made when the program was built; nil if another version of the program did.
  ///
  /// - Parameter image: must not change or go as long as the table is used.
  public init?(image: UnsafeBufferPointer<UInt64>) {
    guard image.count >= Self.headerWords, image[0] == Self.mark else { return nil }
    let (slots, phrases, rest) = (image[1], image[2], image[3])
    let limit = UInt64(image.count)
    guard slots <= limit, phrases <= limit, rest <= limit, slots > 0, slots & (slots - 1) == 0,
      UInt64(Self.headerWords) + slots + UInt64(Self.phraseWords) * phrases + rest == limit
    else { return nil }
    storage = .image(image)
    phraseCount = Int(phrases)
  }

  /// Calls `body` with every phrase that stands in `keys` and the place where it begins. Linear in `keys`.
  public func forEachPhrase(in keys: [UInt64], _ body: (Phrase, Int) -> Void) {
    switch storage {
    case .image(let words): Self.scan(words, keys, body)
    case .owned(let words): words.withUnsafeBufferPointer { Self.scan($0, keys, body) }
    }
  }

  private static func scan(
    _ words: UnsafeBufferPointer<UInt64>, _ keys: [UInt64], _ body: (Phrase, Int) -> Void
  ) {
    let (slotCount, phraseCount) = (Int(words[1]), Int(words[2]))
    guard phraseCount > 0 else { return }
    let firstPhrase = headerWords + slotCount
    let firstKey = firstPhrase + phraseWords * phraseCount
    keys.withUnsafeBufferPointer { keys in
      for at in keys.indices {
        let key = keys[at]
        var slot = Int(truncatingIfNeeded: key) & (slotCount - 1)
        while words[headerWords + slot] != 0 {
          var index = Int(words[headerWords + slot]) - 1
          if words[firstPhrase + phraseWords * index] != key {
            slot = (slot + 1) & (slotCount - 1)
            continue
          }
          while index < phraseCount, words[firstPhrase + phraseWords * index] == key {
            let facts = PhraseFacts(words[firstPhrase + phraseWords * index + 1])
            if at + facts.restCount < keys.count,
              (0..<facts.restCount).allSatisfy({ words[firstKey + facts.restStart + $0] == keys[at + 1 + $0] })
            {
              body(Phrase(index: index, kind: facts.kind, weight: facts.weight, place: facts.place), at)
            }
            index += 1
          }
          break
        }
      }
    }
  }

  /// The table's words; the same kinds give the same words.
  public static func words(of kinds: [DocumentKind]) -> [UInt64] {
    var phrases: [(keys: [UInt64], kind: Int, cue: DocumentKind.Cue)] = []
    var places: [[UInt64]: Int] = [:]
    for (kind, value) in kinds.enumerated() {
      for cue in value.cues {
        let keys = WordStream(phrase: cue.phrase).keys
        guard !keys.isEmpty, keys.count <= longestPhrase else { continue }
        // A phrase that two languages share counts once, with its larger weight.
        let name = keys + [UInt64(kind), cue.place == .title ? 1 : 0]
        if let index = places[name] {
          if phrases[index].cue.weight < cue.weight { phrases[index].cue = cue }
        } else {
          places[name] = phrases.count
          phrases.append((keys, kind, cue))
        }
      }
    }
    // Stable: by first word, then as the files have them.
    phrases = phrases.enumerated().sorted { ($0.element.keys[0], $0.offset) < ($1.element.keys[0], $1.offset) }
      .map(\.element)
    var slotCount = 8
    while slotCount < phrases.count * 4 { slotCount *= 2 }
    var slots = [UInt64](repeating: 0, count: slotCount)
    var facts: [UInt64] = []
    var rest: [UInt64] = []
    for (index, phrase) in phrases.enumerated() {
      let first = phrase.keys[0]
      if index == 0 || phrases[index - 1].keys[0] != first {
        var slot = Int(truncatingIfNeeded: first) & (slotCount - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
        slots[slot] = UInt64(index + 1)
      }
      facts.append(first)
      facts.append(
        PhraseFacts(
          restStart: rest.count, restCount: phrase.keys.count - 1, kind: phrase.kind, weight: phrase.cue.weight,
          place: phrase.cue.place
        ).word)
      rest += phrase.keys.dropFirst()
    }
    return [mark, UInt64(slotCount), UInt64(phrases.count), UInt64(rest.count)] + slots + facts + rest
  }
}

/// What a word of the table says of a phrase.
private struct PhraseFacts {
  var restStart: Int
  var restCount: Int
  var kind: Int
  var weight: Int
  var place: DocumentKind.Cue.Place

  init(restStart: Int, restCount: Int, kind: Int, weight: Int, place: DocumentKind.Cue.Place) {
    self.restStart = restStart
    self.restCount = restCount
    self.kind = kind
    self.weight = weight
    self.place = place
  }

  init(_ word: UInt64) {
    restStart = Int(word >> 32)
    restCount = Int(word >> 24 & 0xFF)
    kind = Int(word >> 8 & 0xFFFF)
    weight = Int(word >> 1 & 0x7F)
    place = word & 1 == 0 ? .text : .title
  }

  var word: UInt64 {
    UInt64(restStart) << 32 | UInt64(restCount) << 24 | UInt64(kind) << 8 | UInt64(weight) << 1
      | (place == .title ? 1 : 0)
  }
}
