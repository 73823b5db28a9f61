/// The two forms of a file's name: the URI in messages and the path on disk.
public enum DocumentURI {
  /// The path of a `file:` URI; nil for other schemes.
  public static func path(of uri: String) -> String? {
    guard uri.utf8.count > 7, uri.prefix(7).lowercased() == "file://" else { return nil }
    let rest = uri.dropFirst(7)
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    var bytes: [UInt8] = []
    var iterator = rest[slash...].utf8.makeIterator()
    while let byte = iterator.next() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = iterator.next().flatMap(digit), let low = iterator.next().flatMap(digit) else { return nil }
      bytes.append(high << 4 | low)
    }
    // A path with a NUL would be cut short by the system.
    guard !bytes.contains(0) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The `file:` URI of an absolute path.
  public static func uri(of path: String) -> String {
    var result = "file://"
    let hexadecimal = Array("0123456789ABCDEF")
    for byte in path.utf8 {
      let isPlain =
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
        || "-._~/".utf8.contains(byte)
      if isPlain {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%"
        result.append(hexadecimal[Int(byte >> 4)])
        result.append(hexadecimal[Int(byte & 0xF)])
      }
    }
    return result
  }

  /// What to call a document in reports: its path, else the URI itself.
  static func name(of uri: String) -> String { path(of: uri) ?? uri }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
