import Language

/// The lines that a sentence asks to be ticked where their boxes were lost: "Check the boxes below if you agree.", and
/// the paragraphs behind it.
struct MarkedLines: Sendable {
  /// Most paragraphs that one sentence asks marks for.
  private static let most: Int32 = 5

  /// The block that asks, and the last one that it asks for.
  private var asking: Int32 = -1
  private var last: Int32 = -1

  /// True if both do the same to all that follows, from a block on that is number `block` here and `block - shift` there.
  func isSame(as other: MarkedLines, from block: Int32, shift: Int32) -> Bool {
    if last < block, other.last < block - shift { return true }
    return asking == other.asking + shift && last == other.last + shift
  }

  /// The same where the blocks' numbers have grown by `shift`.
  func moved(by shift: Int32) -> MarkedLines {
    var moved = self
    moved.asking += shift
    moved.last += shift
    return moved
  }

  /// True if `sentence` begins a line that was asked for.
  mutating func holds(_ sentence: Sentence) -> Bool {
    guard sentence.block <= last, sentence.block > asking else { return false }
    // A heading ends the list, but for a label such as "Initials".
    if sentence.traits.contains(.heading), sentence.tokens.count > 1 { last = -1 }
    return sentence.block <= last && !sentence.traits.contains(.continuation)
  }

  /// True if the unit's sentence asks for marks on what follows.
  static func asks(_ unit: UnitView) -> Bool {
    unit.first(of: unit.tables.cueSets[Cue.choiceBelow.rawValue], from: unit.ownStart) < unit.count
  }

  /// Takes up a sentence that may ask for marks on what follows.
  mutating func take(_ sentence: Sentence, asks: Bool, _ endsWithColon: Bool) {
    if asks {
      asking = sentence.block
      last = sentence.block + Self.most
    } else if sentence.block > asking, sentence.block <= last, endsWithColon {
      last = -1
    }
  }
}

extension UnitView {
  var endsWithColon: Bool { count > 0 && token(count - 1).kind == .colon }
}
