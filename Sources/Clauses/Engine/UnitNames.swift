import Language

/// Words of patterns that stand for names.
enum NameWord {
  /// Any capitalized word that the rules do not know, inside a sentence: "share it with Acme".
  static let name = WordKey.of(folded: "«name»".utf8)
  /// The name of a company of which the document has said that it makes AI.
  static let maker = WordKey.of(folded: "«maker»".utf8)
  /// The name of a system of which the document has said that it is AI.
  static let tool = WordKey.of(folded: "«tool»".utf8)
}

/// Names that only the document knows: found as sentences go by, they count from the next sentence on.
struct DocumentNames: BitwiseCopyable {
  /// What a name is the name of.
  enum Kind: Int, CaseIterable { case maker, tool, speaker }

  /// Most names of each kind that are kept.
  static let most = 8

  /// The keys of the names, kind by kind.
  private let keys: UnsafeMutablePointer<UInt64>
  private var counts = (0, 0, 0)

  init(_ keys: UnsafeMutablePointer<UInt64>) {
    self.keys = keys
  }

  func kind(of key: UInt64) -> Kind? {
    if has(key, .speaker) { return .speaker }
    if has(key, .maker) { return .maker }
    return has(key, .tool) ? .tool : nil
  }

  /// Keeps a name, unless another kind has it already or there are too many.
  mutating func add(_ key: UInt64, _ kind: Kind) {
    let count = count(kind)
    guard count < Self.most, self.kind(of: key) == nil else { return }
    keys[kind.rawValue * Self.most + count] = key
    switch kind {
    case .maker: counts.0 += 1
    case .tool: counts.1 += 1
    case .speaker: counts.2 += 1
    }
  }

  /// A name that a sentence introduced.
  struct Added: Sendable {
    var key: UInt64
    var kind: Kind
  }

  /// The names that were added since `other` was a copy of this.
  func added(after other: DocumentNames) -> [Added] {
    guard counts != other.counts else { return [] }
    return Kind.allCases.flatMap { kind in
      (other.count(kind)..<count(kind)).map { Added(key: keys[kind.rawValue * Self.most + $0], kind: kind) }
    }
  }

  /// A hash of all names.
  var digest: UInt64 {
    var hash: UInt64 = 0
    for kind in Kind.allCases {
      for index in 0..<count(kind) {
        hash = (hash ^ keys[kind.rawValue * Self.most + index] ^ UInt64(kind.rawValue)) &* 0x9E37_79B9_7F4A_7C15
      }
      hash = hash &* 31 &+ 1
    }
    return hash &* 2
  }

  private func count(_ kind: Kind) -> Int {
    switch kind {
    case .maker: counts.0
    case .tool: counts.1
    case .speaker: counts.2
    }
  }

  private func has(_ key: UInt64, _ kind: Kind) -> Bool {
    let first = kind.rawValue * Self.most
    return (first..<(first + count(kind))).contains { keys[$0] == key }
  }
}

extension UnitView {
  /// Most words between a name and what it is called ("Acme, an outside AI company").
  private static let nameReach = 6

  /// Gives a capitalized word that the rules do not know the place of the word that stands for it.
  @inline(never)
  func lookUpName(_ position: Int) {
    let place: Int32
    switch names.kind(of: tokens[position].key) {
    case .maker: place = tables.makerPlace
    case .tool: place = tables.toolPlace
    case .speaker: return
    case nil: place = position == 0 || position == ownStart ? -1 : tables.namePlace
    }
    if place >= 0 { memory.places[position] = place }
  }

  /// Notes the names that the sentence introduces.
  mutating func readNames() {
    readSpeakers()
    readNames(.aiMaker, .maker)
    readNames(.aiTool, .tool)
    let suffix = tables.cueSets[Cue.aiMakerSuffix.rawValue]
    var position = first(of: suffix, from: ownStart)
    while position < count {
      // "Acme AI", not "Acme AI tool".
      if position > ownStart &+ 1, isName(position - 1), position + 1 >= count || isLight(position + 1) {
        names.add(token(position - 1).key, .maker)
      }
      position = first(of: suffix, from: position &+ 1)
    }
  }

  /// Notes the names beside what `cue` calls them.
  private mutating func readNames(_ cue: Cue, _ kind: DocumentNames.Kind) {
    let set = tables.cueSets[cue.rawValue]
    var position = first(of: set, from: ownStart)
    while position < count {
      if let name = nameBefore(position) ?? nameAfter(position + length(of: set, at: position)) {
        names.add(name, kind)
      }
      position = first(of: set, from: position &+ 1)
    }
  }

  /// 'Acme ("we", "us")': the name is that of whoever speaks.
  private mutating func readSpeakers() {
    let speaker = tables.cueSets[Cue.speaker.rawValue]
    var position = first(of: speaker, from: ownStart)
    while position < count {
      if position > ownStart, token(position - 1).kind == .quote {
        for before in max(ownStart, position - 3 * Self.nameReach)..<position where isName(before) {
          names.add(token(before).key, .speaker)
        }
      }
      position = first(of: speaker, from: position &+ 1)
    }
  }

  private func isName(_ position: Int) -> Bool {
    let token = token(position)
    guard token.kind == .word, token.traits.contains(.capitalized), token.length > 2 else { return false }
    return tables.words[Int(memory.places[position])].key != token.key
  }

  /// The name that stands before "is an AI company" or ", an AI company": the first of several ("Acme is Beta's AI
  /// vendor").
  private func nameBefore(_ position: Int) -> UInt64? {
    var (at, words) = (position - 1, 0)
    var name: UInt64?
    while at >= ownStart, words < Self.nameReach {
      if isName(at) {
        name = token(at).key
      } else {
        // The full stop is that of "Acme Inc.".
        guard isLight(at) || token(at).kind == .quote || token(at).kind == .terminator else { break }
      }
      if isWord(at) { words += 1 }
      at -= 1
    }
    return name
  }

  /// The name that stands behind "our AI vendor," or "an AI company called".
  private func nameAfter(_ position: Int) -> UInt64? {
    let naming = tables.cueSets[Cue.naming.rawValue]
    var at = position
    while at < count, at < position + Self.nameReach {
      if isName(at) { return token(at).key }
      let length = length(of: naming, at: at)
      guard length > 0 || [.comma, .openBracket, .quote].contains(token(at).kind) else { return nil }
      at += max(1, length)
    }
    return nil
  }
}
