/// Writes JSON from front to back, without a tree in between. Keys come out in the order they are written.
///
/// The output is pure and printable: all control characters are escaped, those of a terminal (DEL, C1) too.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  /// True if the next member or element needs a comma before it.
  private var needsComma = false
  private let breaksLines: Bool

  /// - Parameter breaksLines: false if all has to be on one line.
  init(breaksLines: Bool = true) {
    self.breaksLines = breaksLines
  }

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
    JSONEscapes.append(value, to: &bytes)
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
    guard breaksLines else { return }
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
}
