import SourceText

/// Builds a text and its source map from a file's bytes, from front to back.
///
/// What is neither dropped nor replaced is copied when its turn is over, run by run (UTF-8 only; the other
/// encodings append each code point).
struct TextBuilder {
  private(set) var bytes: [UInt8] = []
  private(set) var map = SourceMap()
  private let source: UnsafeBufferPointer<UInt8>
  /// Start of the run that is still to be copied; nil once code points are appended.
  private var runStart: Int?

  init(_ source: UnsafeBufferPointer<UInt8>, from start: Int, capacity: Int) {
    self.source = source
    runStart = start
    bytes.reserveCapacity(capacity)
  }

  /// Leaves `origin` out.
  mutating func drop(_ origin: TextRange) {
    copyRun(to: origin.start)
    if runStart != nil { runStart = origin.end }
  }

  /// Puts `string` in the place of `origin`.
  mutating func replace(_ origin: TextRange, with string: StaticString) {
    drop(origin)
    string.withUTF8Buffer { bytes.append(contentsOf: $0) }
    map.append(.replaced, textLength: string.utf8CodeUnitCount, origin: origin)
  }

  /// Adds a code point of an encoding other than UTF-8.
  mutating func append(_ value: UInt32, _ origin: TextRange) {
    runStart = nil
    guard value >= 0x80 else {
      bytes.append(UInt8(truncatingIfNeeded: value))
      let kind: SourceMap.Kind = origin.length == 1 ? .copied : .stretched(UInt8(truncatingIfNeeded: origin.length))
      map.append(kind, textLength: 1, origin: origin)
      return
    }
    let before = bytes.count
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    map.append(.replaced, textLength: bytes.count - before, origin: origin)
  }

  /// Copies what is left.
  mutating func finish() {
    copyRun(to: source.count)
  }

  private mutating func copyRun(to end: Int) {
    guard let start = runStart, end > start else { return }
    bytes.append(contentsOf: source[start..<end])
    map.append(.copied, textLength: end - start, origin: TextRange(start: start, end: end))
    runStart = end
  }
}
