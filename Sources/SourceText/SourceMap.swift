/// The way from a text back to the bytes of the file it was read from.
///
/// Segments ascend in the text and cover it without a hole. A reader appends them in order.
public struct SourceMap: Sendable, Equatable {
  /// How a segment of the text came about.
  public enum Kind: Sendable, Equatable {
    /// The text's bytes are the file's bytes.
    case copied
    /// Each byte of the text stands for this many bytes of the file (ASCII in UTF-16 or UTF-32).
    case stretched(UInt8)
    /// The text's bytes stand for other bytes of the file (an entity, a ligature, another encoding).
    case replaced
    /// The reader put the bytes in (a space between cells); the origin is an empty range.
    case inserted
  }

  public struct Segment: Sendable, Equatable {
    public var kind: Kind
    /// Range in the text.
    public var text: TextRange
    /// Range in the file.
    public var origin: TextRange

    public init(kind: Kind, text: TextRange, origin: TextRange) {
      self.kind = kind
      self.text = text
      self.origin = origin
    }
  }

  public private(set) var segments: [Segment]

  public init(segments: [Segment] = []) {
    self.segments = segments
  }

  /// A map of `length` bytes that were taken over as they are, from `origin` on.
  public static func identity(length: Int, from origin: Int = 0) -> SourceMap {
    guard length > 0 else { return SourceMap() }
    return SourceMap(segments: [
      Segment(
        kind: .copied, text: TextRange(start: 0, end: length),
        origin: TextRange(start: origin, end: origin + length))
    ])
  }

  /// Adds a segment at the end; copied (or equally stretched) segments that touch are joined. Empty text adds none.
  public mutating func append(_ kind: Kind, textLength: Int, origin: TextRange) {
    guard textLength > 0 else { return }
    let start = segments.last?.text.end ?? 0
    let text = TextRange(start: start, end: start + textLength)
    if kind.scale != nil, let last = segments.last, last.kind == kind, last.origin.end == origin.start {
      segments[segments.count - 1].text.end = text.end
      segments[segments.count - 1].origin.end = origin.end
    } else {
      segments.append(Segment(kind: kind, text: text, origin: origin))
    }
  }

  /// The file's bytes that `range` of the text came from: the smallest range that holds them all.
  public func origin(of range: TextRange) -> TextRange {
    guard let last = segments.last else { return range }
    let start = range.start >= last.text.end ? last.origin.end : originStart(of: range.start)
    guard range.end > range.start else { return TextRange(start: start, end: start) }
    return TextRange(start: start, end: max(start, originEnd(of: range.end)))
  }

  /// The text that came from `origin` in the file: from the first to the last byte of it; empty where none did.
  ///
  /// Linear in the segments: a reader may take the parts of a file in another order than the file has them.
  public func text(from origin: TextRange) -> TextRange {
    var found: TextRange?
    for segment in segments where segment.origin.overlaps(origin) {
      var part = segment.text
      if let scale = segment.kind.scale {
        part.start += max(0, origin.start - segment.origin.start) / scale
        part.end -= max(0, segment.origin.end - origin.end) / scale
      }
      found = TextRange(start: min(found?.start ?? part.start, part.start), end: max(found?.end ?? 0, part.end))
    }
    return found ?? TextRange(start: 0, end: 0)
  }

  private func originStart(of offset: Int) -> Int {
    let segment = segments[index(at: offset)]
    guard let scale = segment.kind.scale else { return segment.origin.start }
    return segment.origin.start + (offset - segment.text.start) * scale
  }

  private func originEnd(of offset: Int) -> Int {
    let segment = segments[index(at: max(0, offset - 1))]
    guard let scale = segment.kind.scale else { return segment.origin.end }
    return min(segment.origin.end, segment.origin.start + (offset - segment.text.start) * scale)
  }

  /// Index of the segment that holds text offset `offset`; the nearest one for offsets outside.
  private func index(at offset: Int) -> Int {
    var low = 0
    var high = segments.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if segments[middle].text.start <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

extension SourceMap.Kind {
  /// Bytes of the file for each byte of the text; nil where they do not go in step.
  public var scale: Int? {
    switch self {
    case .copied: 1
    case .stretched(let factor): Int(factor)
    case .replaced, .inserted: nil
    }
  }
}

extension SourceMap.Segment {
  /// The part of this segment that holds `range` of the text. A replaced segment keeps its whole origin.
  public func part(_ range: TextRange) -> SourceMap.Segment {
    let start = max(text.start, range.start)
    let end = max(start, min(text.end, range.end))
    var origin = self.origin
    if let scale = kind.scale {
      origin = TextRange(
        start: self.origin.start + (start - text.start) * scale, end: self.origin.start + (end - text.start) * scale)
    }
    return SourceMap.Segment(kind: kind, text: TextRange(start: start, end: end), origin: origin)
  }
}
