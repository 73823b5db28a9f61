/// What the program says in Spanish: as it is understood in all countries, with "usted", and at 65 or more by
/// Fernández-Huerta.
struct SpanishTexts: Texts {
  let language = "es"
}

/// Counts as people write them in Spanish.
enum SpanishCount {
  /// "1 palabra", "1812 palabras", "12 500 palabras".
  ///
  /// - Parameter plural: nil = `noun` and an s.
  static func text(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(grouped(count)) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  /// The number with a space for each thousand, which cannot be read as a decimal sign in any country. Of four digits
  /// it has none. Lines do not break at the space.
  static func grouped(_ number: Int) -> String {
    let digits = String(number)
    guard digits.count > 4 else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append("\u{A0}") }
      result.append(digit)
    }
    return result
  }
}

/// Days and months as people write them in Spanish.
enum SpanishDate {
  private static let months = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
  ]

  /// "24 de noviembre de 2026" for 2026-11-24, "noviembre de 2026" for 2026-11; else `text` as it is.
  static func text(_ text: String) -> String {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
      1...12 ~= month
    else { return text }
    let date = "\(months[month - 1]) de \(year)"
    guard parts.count == 3 else { return date }
    return Int(parts[2]).map { "\($0) de \(date)" } ?? text
  }
}
