/// How many bytes two texts begin with and end with that are the same; the two parts do not overlap.
public struct CommonBytes: Sendable {
  public let prefix: Int
  public let suffix: Int

  public init(_ a: [UInt8], _ b: [UInt8]) {
    (prefix, suffix) = a.withUnsafeBytes { a in
      b.withUnsafeBytes { b in
        let prefix = Self.commonPrefix(a, b)
        return (prefix, Self.commonSuffix(a, b, most: min(a.count, b.count) - prefix))
      }
    }
  }

  private static func commonPrefix(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
    let count = min(a.count, b.count)
    var at = 0
    while at + 8 <= count, word(a, at) == word(b, at) { at += 8 }
    while at < count, a[at] == b[at] { at += 1 }
    return at
  }

  private static func commonSuffix(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer, most: Int) -> Int {
    var length = 0
    while length + 8 <= most, word(a, a.count - length - 8) == word(b, b.count - length - 8) { length += 8 }
    while length < most, a[a.count - length - 1] == b[b.count - length - 1] { length += 1 }
    return length
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }
}
