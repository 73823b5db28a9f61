/// What the program says in English, at grade 8 or lower.
struct EnglishTexts: Texts {
  let language = "en"
}

/// Counts as people write them in English.
enum EnglishCount {
  /// "1 word", "1,812 words".
  static func text(_ count: Int, _ noun: String) -> String {
    "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// The number with a comma for each thousand.
  static func grouped(_ number: Int) -> String {
    let digits = String(number)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
