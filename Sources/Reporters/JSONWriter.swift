/// Writes JSON from front to back, without a tree in between. Keys come out in the order they are written.
///
/// The output is pure and printable: all control characters are escaped, those of a terminal (DEL, C1) too.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  /// True if the next member or element needs a comma before it.
  private var needsComma = false

  /// The JSON written so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func object(_ body: (inout JSONWriter) -> Void) {
    scope("{", "}", body)
  }

  mutating func array<T>(_ values: some Sequence<T>, _ body: (inout JSONWriter, T) -> Void) {
    scope("[", "]") { writer in
      for value in values { body(&writer, value) }
    }
  }

  /// Writes a member's name; its value must follow.
  mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func string(_ value: String) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { escape($0) }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a string, or null.
  mutating func string(_ value: String?) {
    if let value { string(value) } else { null() }
  }

  mutating func integer(_ value: Int) {
    raw(String(value))
  }

  /// Writes `value`, from 0 to 1, with two digits.
  mutating func hundredths(_ value: Double) {
    let hundredths = value.isFinite ? Int((max(0, min(value, 1)) * 100).rounded()) : 0
    raw(hundredths == 100 ? "1.00" : hundredths < 10 ? "0.0\(hundredths)" : "0.\(hundredths)")
  }

  /// Writes `value` with one digit after the point.
  mutating func tenths(_ value: Double) {
    let tenths = value.isFinite ? Int((max(-1e6, min(value, 1e6)) * 10).rounded()) : 0
    raw("\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)")
  }

  mutating func boolean(_ value: Bool) {
    raw(value ? "true" : "false")
  }

  mutating func null() {
    raw("null")
  }

  /// Starts a new line, for people who look at the file. It has no meaning.
  mutating func lineBreak() {
    if needsComma {
      bytes.append(UInt8(ascii: ","))
      needsComma = false
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func raw(_ literal: String) {
    comma()
    bytes.append(contentsOf: literal.utf8)
    needsComma = true
  }

  private mutating func comma() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func scope(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
    comma()
    bytes.append(UInt8(ascii: open))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func escape(_ utf8: UnsafeBufferPointer<UInt8>) {
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
      case 0x22: append("\\\"")
      case 0x5C: append("\\\\")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      default:
        let value = isC1 ? utf8[index + 1] : byte
        append("\\u00")
        bytes.append(hexadecimal(value >> 4))
        bytes.append(hexadecimal(value & 0xF))
      }
      index += isC1 ? 2 : 1
      copied = index
    }
    bytes.append(contentsOf: utf8[copied...])
  }

  private mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
