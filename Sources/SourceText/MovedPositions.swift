/// Positions in a file that was edited: most are what they were before, but for their line, and need no counting.
public struct MovedPositions: Sendable {
  private let lines: LineIndex
  /// Offsets before it are where they were.
  private let head: Int
  /// The first byte of a line; offsets from it on have only moved.
  private let tail: Int
  private let growth: Int
  private let lineGrowth: Int

  /// - Parameter old: the lines of the earlier state.
  public init(in lines: LineIndex, after old: LineIndex) {
    self.lines = lines
    growth = lines.bytes.count - old.bytes.count
    lineGrowth = lines.lineStarts.count - old.lineStarts.count
    guard lines.encoding == old.encoding else {
      (head, tail) = (0, .max)
      return
    }
    let common = CommonBytes(lines.bytes, old.bytes)
    head = common.prefix
    let next = lines.lineStarts.lastIndex(upTo: lines.bytes.count - common.suffix) + 1
    tail = next < lines.lineStarts.count ? lines.lineStarts[next] : .max
  }

  /// The position of byte `offset`, which stands for a byte that was at `old` in the earlier state.
  public func position(of offset: Int, was old: LineIndex.Position) -> LineIndex.Position {
    if offset < head, offset == old.byte { return old }
    if offset >= tail, offset == old.byte + growth {
      return LineIndex.Position(byte: offset, line: old.line + lineGrowth, column: old.column)
    }
    return lines.position(of: offset)
  }
}
