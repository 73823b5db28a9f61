/// Counting the code points of UTF-8.
package enum CodePoints {
  /// Code points that begin in `start..<end`, which lies in `buffer`.
  package static func count(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    let raw = UnsafeRawBufferPointer(buffer)
    var at = start
    var total = 0
    while at + 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      // A continuation byte is 10xxxxxx.
      total += 8 - ((word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
      at += 8
    }
    while at < end {
      if buffer[at] & 0xC0 != 0x80 { total += 1 }
      at += 1
    }
    return total
  }
}

extension [Int] {
  /// The index of the last element that is at most `value`; 0 if none is. The elements ascend.
  package func lastIndex(upTo value: Int) -> Int {
    var low = 0
    var high = count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if self[middle] <= value { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
