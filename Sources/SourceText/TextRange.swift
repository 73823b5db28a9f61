/// A half-open range of UTF-8 offsets, in a text or in a file.
public struct TextRange: Sendable, Hashable, Comparable {
  /// Offset of the first byte.
  public var start: Int
  /// Offset just after the last byte.
  public var end: Int

  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// Length in bytes.
  public var length: Int { end - start }

  /// True if both ranges share at least one byte.
  public func overlaps(_ other: TextRange) -> Bool {
    start < other.end && other.start < end
  }

  /// True if `other` lies wholly in this range.
  public func contains(_ other: TextRange) -> Bool {
    start <= other.start && other.end <= end
  }

  public static func < (a: TextRange, b: TextRange) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}
