import Language

/// Finds the cue phrases of document rules in the words of a text.
///
/// It is one run of 8-byte words, so that a program carries the built-in one and decodes nothing of it at start: a
/// header; the words that phrases consist of, by key; the places in phrases that each word form can stand in; the steps
/// from one place to the next; a small table that tells most steps that are none; and the phrases that end at each
/// place.
public struct CueTable: Sendable {
  /// A phrase where it stands.
  public struct Hit: Sendable, Equatable {
    /// Number of the phrase, in the order in which the table got them.
    public var cue: Int
    /// Index of its first word.
    public var start: Int
  }

  /// The words of an image, or those that this table owns.
  private enum Storage: @unchecked Sendable {
    // Unchecked: an image is constant data of the program.
    case image(UnsafeBufferPointer<UInt64>)
    case owned([UInt64])
  }

  private let storage: Storage

  /// How many phrases there are.
  public let count: Int

  /// The table of `cues`. Throws what is wrong with a phrase.
  public init(_ cues: [String], language: Language) throws(LexiconError) {
    let words = try Self.words(of: cues, language: language)
    storage = .owned(words)
    count = cues.count
  }

  /// The table that `words(of:language:)` made when the program was built; nil if another version of the program did.
  ///
  /// - Parameter image: must not change or go as long as the table is used.
  public init?(image: UnsafeBufferPointer<UInt64>) {
    guard let layout = CueLayout(image) else { return nil }
    storage = .image(image)
    count = layout.cueCount
  }

  /// The table's words; the same phrases give the same words.
  public static func words(of cues: [String], language: Language) throws(LexiconError) -> [UInt64] {
    var builder = CueTableBuilder(language: language)
    for (index, cue) in cues.enumerated() { try builder.add(cue, index: index) }
    return builder.words(cueCount: cues.count)
  }

  /// Calls `body` with every phrase that stands in one piece of `keys`. Linear in `keys`.
  ///
  /// - Parameter starts: indices in `keys` at which a new piece begins, ascending: no phrase reaches over one.
  public func forEachHit(in keys: [UInt64], startingAt starts: [Int], _ body: (Hit) -> Void) {
    switch storage {
    case .image(let words): Self.scan(words, keys, starts, body)
    case .owned(let words): words.withUnsafeBufferPointer { Self.scan($0, keys, starts, body) }
    }
  }

  private static func scan(
    _ words: UnsafeBufferPointer<UInt64>, _ keys: [UInt64], _ starts: [Int], _ body: (Hit) -> Void
  ) {
    guard let layout = CueLayout(words) else { return }
    keys.withUnsafeBufferPointer { keys in
      let forms = keys.map(layout.form)
      forms.withUnsafeBufferPointer { forms in
        var next = 0
        var end = starts.first ?? forms.count
        var states: [UInt64] = []
        var following: [UInt64] = []
        for start in forms.indices {
          while next < starts.count, starts[next] <= start {
            next += 1
            end = next < starts.count ? starts[next] : forms.count
          }
          let first = layout.firstStates(of: forms[start])
          // Most words begin no phrase.
          if first.isEmpty { continue }
          states.removeAll(keepingCapacity: true)
          states.append(contentsOf: first)
          var at = start
          while !states.isEmpty {
            for state in states {
              for cue in layout.cues(endingAt: state) { body(Hit(cue: Int(cue), start: start)) }
            }
            at += 1
            guard at < end else { break }
            following.removeAll(keepingCapacity: true)
            for word in layout.numbers(of: forms[at]) {
              for state in states {
                let next = layout.step(from: state, by: word)
                if next != CueLayout.root { following.append(next) }
              }
            }
            swap(&states, &following)
          }
        }
      }
    }
  }
}

/// Where the parts of a table lie.
struct CueLayout {
  /// Changes with each change of the layout.
  static let mark: UInt64 = 0x636C_6375_6573_0004
  static let headerWords = 6
  static let root: UInt64 = 0
  /// Bits of the filter for each slot of a step: one in sixteen is set at most, so few pairs of words pass for a step.
  private static let filterBitsPerSlot = 8

  private let words: UnsafeBufferPointer<UInt64>
  private let wordSlots: Int
  private let edgeSlots: Int
  private let edgeStart: Int
  private let filterStart: Int
  private let filterShift: UInt64
  private let stateStart: Int
  private let listStart: Int
  let cueCount: Int

  init?(_ words: UnsafeBufferPointer<UInt64>) {
    guard words.count >= Self.headerWords, words[0] == Self.mark else { return nil }
    let limit = UInt64(words.count)
    guard words[1...5].allSatisfy({ $0 <= limit }), words[1].nonzeroBitCount == 1, words[2].nonzeroBitCount == 1,
      UInt64(Self.headerWords) + 3 * words[1] + words[2] + UInt64(Self.filterWords(edgeSlots: Int(words[2])))
        + words[3] + words[5] == limit
    else { return nil }
    self.words = words
    wordSlots = Int(words[1])
    edgeSlots = Int(words[2])
    let stateCount = Int(words[3])
    cueCount = Int(words[4])
    edgeStart = Self.headerWords + 3 * wordSlots
    filterStart = edgeStart + edgeSlots
    filterShift = Self.filterShift(edgeSlots: edgeSlots)
    stateStart = filterStart + Self.filterWords(edgeSlots: edgeSlots)
    listStart = stateStart + stateCount
  }

  /// Where the record of a word form lies; 0 for the many that are in no phrase.
  @inline(__always)
  func form(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key) & (wordSlots - 1)
    while true {
      let at = Self.headerWords + 3 * slot
      if words[at] == key { return at }
      if words[at] == 0 { return 0 }
      slot = (slot + 1) & (wordSlots - 1)
    }
  }

  /// The numbers of the words that a form can be.
  @inline(__always)
  func numbers(of form: Int) -> UnsafeBufferPointer<UInt64>.SubSequence {
    form == 0 ? words[0..<0] : list(words[form + 1])
  }

  /// The places behind a form that begins a phrase.
  @inline(__always)
  func firstStates(of form: Int) -> UnsafeBufferPointer<UInt64>.SubSequence {
    form == 0 ? words[0..<0] : list(words[form + 2])
  }

  /// The place behind `state` after the word with number `word`; the root if no phrase goes on so.
  @inline(__always)
  func step(from state: UInt64, by word: UInt64) -> UInt64 {
    let hash = Self.hash(of: Self.edge(from: state, by: word))
    // Most pairs of words are no step: the table of steps is large, and the filter stays in the cache.
    let bit = hash >> filterShift
    guard words[filterStart + Int(bit >> 6)] & (1 << (bit & 63)) != 0 else { return Self.root }
    var slot = Self.slot(of: hash, count: edgeSlots)
    while true {
      let entry = words[edgeStart + slot]
      if entry & Self.checkMask == hash & Self.checkMask { return entry & ~Self.checkMask }
      if entry == 0 { return Self.root }
      slot = (slot + 1) & (edgeSlots - 1)
    }
  }

  func cues(endingAt state: UInt64) -> UnsafeBufferPointer<UInt64>.SubSequence {
    list(words[stateStart + Int(state)])
  }

  /// The list that `reference` stands for: its start and its length.
  private func list(_ reference: UInt64) -> UnsafeBufferPointer<UInt64>.SubSequence {
    let start = listStart + Int(reference >> 16)
    return words[start..<(start + Int(reference & 0xFFFF))]
  }

  /// Not 0: words are numbered from 1.
  static func edge(from state: UInt64, by word: UInt64) -> UInt64 { state << 20 | word }

  /// Spread by a multiplicative hash (Knuth, TAOCP 6.4): its high bits depend on all of the edge.
  static func hash(of edge: UInt64) -> UInt64 { edge &* 0x9E37_79B9_7F4A_7C15 }

  /// What a slot holds: the upper bits of the edge's hash, by which it is known, and the place that it leads to.
  static func entry(_ hash: UInt64, next: UInt64) -> UInt64 { hash & checkMask | next }

  private static let checkMask: UInt64 = ~0 << 24

  static func slot(of hash: UInt64, count: Int) -> Int { Int(truncatingIfNeeded: hash >> 32) & (count - 1) }

  // MARK: Filter of steps

  private static func filterWords(edgeSlots: Int) -> Int { edgeSlots * filterBitsPerSlot / 64 }

  private static func filterShift(edgeSlots: Int) -> UInt64 {
    UInt64((edgeSlots * filterBitsPerSlot - 1).leadingZeroBitCount)
  }

  /// A bit for the hash of each of `edges`.
  static func filter(of edges: [UInt64], edgeSlots: Int) -> [UInt64] {
    var filter = [UInt64](repeating: 0, count: filterWords(edgeSlots: edgeSlots))
    let shift = filterShift(edgeSlots: edgeSlots)
    for edge in edges {
      let bit = hash(of: edge) >> shift
      filter[Int(bit >> 6)] |= 1 << (bit & 63)
    }
    return filter
  }
}
