/// A ZIP archive without compression, which is what a small Office document needs. Times are fixed, so that the same
/// parts give the same bytes.
enum StoredZip {
  /// The first day that the format knows, as MS-DOS writes it.
  private static let date: UInt16 = 0x21

  /// - Parameter parts: names in ASCII, and texts.
  static func make(_ parts: [(name: String, text: String)]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let (name, content) = (Array(part.name.utf8), Array(part.text.utf8))
      let start = UInt32(archive.count)
      // Version 2.0, no flags, stored, time and date, checksum, both sizes, lengths of name and extra field.
      var facts: [UInt8] = []
      facts.append(numbers: [20, 0, 0, 0, date])
      facts.append(numbers: [CRC32.checksum(content), UInt32(content.count), UInt32(content.count)])
      facts.append(numbers: [UInt16(name.count), 0])
      archive.append(numbers: [UInt32(0x0403_4B50)])
      archive += facts + name + content
      directory.append(numbers: [UInt32(0x0201_4B50)])
      directory.append(numbers: [UInt16(20)])
      directory += facts
      // No comment, first disk, no attributes, and where the part begins.
      directory.append(numbers: [UInt16(0), 0, 0])
      directory.append(numbers: [UInt32(0), start])
      directory += name
    }
    let start = UInt32(archive.count)
    let count = UInt16(parts.count)
    var end: [UInt8] = []
    end.append(numbers: [UInt32(0x0605_4B50)])
    end.append(numbers: [UInt16(0), 0, count, count])
    end.append(numbers: [UInt32(directory.count), start])
    end.append(numbers: [UInt16(0)])
    return archive + directory + end
  }
}

extension [UInt8] {
  /// Appends `numbers` with the low byte first.
  fileprivate mutating func append<Number: FixedWidthInteger>(numbers: [Number]) {
    for number in numbers {
      for shift in stride(from: 0, to: Number.bitWidth, by: 8) { append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
  }
}

/// The checksum of ZIP and PNG (ISO 3309).
enum CRC32 {
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = .max
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
  }
}
