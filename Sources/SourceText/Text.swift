/// A document's text as it was read: clean UTF-8, its structure, and the way back to the file.
public struct Text: Sendable {
  /// The text, valid UTF-8 in `\n` lines.
  public var bytes: [UInt8]
  /// The blocks in reading order. They do not overlap; bytes outside of all blocks are layout.
  public var blocks: [Block]
  /// Where each byte came from.
  public var map: SourceMap
  /// Where a person finds each block, by its index; empty for formats that have lines.
  public var places: [Place?]

  public init(bytes: [UInt8], blocks: [Block], map: SourceMap, places: [Place?] = []) {
    self.bytes = bytes
    self.blocks = blocks
    self.map = map
    self.places = places
  }

  /// The text in `range`, as a string.
  public func string(in range: TextRange) -> String {
    String(decoding: bytes(in: range), as: UTF8.self)
  }

  /// The text in `range`, as far as it goes.
  public func bytes(in range: TextRange) -> ArraySlice<UInt8> {
    let start = max(0, min(range.start, bytes.count))
    return bytes[start..<max(start, min(range.end, bytes.count))]
  }

  /// Where a person finds the block at `index`; nil in formats that have lines.
  public func place(ofBlock index: Int) -> Place? {
    places.indices.contains(index) ? places[index] : nil
  }
}

/// One paragraph, heading, list item or table row.
public struct Block: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// `level` from 1.
    case heading(level: Int)
    case paragraph
    /// `depth` from 1.
    case listItem(depth: Int)
    /// Cells are parted by tabs.
    case tableRow
  }

  /// The state of a box to tick that begins the block's line.
  public enum CheckBox: Sendable, Equatable { case checked, unchecked }

  public var kind: Kind
  /// The words of the block: without bullet, number or box.
  public var range: TextRange
  /// Index of the block that introduces this list item ("We may share with:"), if there is one.
  /// Always smaller than the block's own index; follow it upwards for nested lists.
  public var leadIn: Int?
  public var checkBox: CheckBox?

  public init(kind: Kind, range: TextRange, leadIn: Int? = nil, checkBox: CheckBox? = nil) {
    self.kind = kind
    self.range = range
    self.leadIn = leadIn
    self.checkBox = checkBox
  }

  /// True for a heading of any level.
  public var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }
}
