/// Strings as JSON has them. The output is printable: all control characters are escaped, those of a terminal (DEL, C1)
/// too.
package enum JSONEscapes {
  /// Appends `string` in quotes.
  package static func append(_ string: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { escape($0, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func escape(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var copied = 0
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      // C1 controls are C2 80 ... C2 9F in UTF-8.
      let isC1 = byte == 0xC2 && index + 1 < utf8.count && utf8[index + 1] < 0xA0
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || isC1 else {
        index += 1
        continue
      }
      bytes.append(contentsOf: utf8[copied..<index])
      switch byte {
      case 0x22: bytes.append(contentsOf: "\\\"".utf8)
      case 0x5C: bytes.append(contentsOf: "\\\\".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      default:
        let value = isC1 ? utf8[index + 1] : byte
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(hexadecimal(value >> 4))
        bytes.append(hexadecimal(value & 0xF))
      }
      index += isC1 ? 2 : 1
      copied = index
    }
    bytes.append(contentsOf: utf8[copied...])
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
