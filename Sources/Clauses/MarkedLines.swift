import Language

/// The lines that a sentence asks to be ticked where their boxes were lost: "Check the boxes below if you agree.", and
/// the paragraphs behind it.
struct MarkedLines {
  /// Most paragraphs that one sentence asks marks for.
  private static let most: Int32 = 5

  /// The block that asks, and the last one that it asks for.
  private var asking: Int32 = -1
  private var last: Int32 = -1

  /// True if `sentence` begins a line that was asked for.
  mutating func holds(_ sentence: Sentence) -> Bool {
    guard sentence.block <= last, sentence.block > asking else { return false }
    // A heading ends the list, but for a label such as "Initials".
    if sentence.traits.contains(.heading), sentence.tokens.count > 1 { last = -1 }
    return sentence.block <= last && !sentence.traits.contains(.continuation)
  }

  /// Takes up a sentence that may ask for marks on what follows.
  mutating func take(_ sentence: Sentence, _ unit: UnitView) {
    let below = unit.tables.cueSets[Cue.choiceBelow.rawValue]
    if unit.first(of: below, from: unit.ownStart) < unit.count {
      asking = sentence.block
      last = sentence.block + Self.most
    } else if sentence.block > asking, sentence.block <= last, unit.token(unit.count - 1).kind == .colon {
      last = -1
    }
  }
}
