/// Numbers as word processors write them before list items.
enum NumberFormat {
  case decimal, decimalZero, lowerLetter, upperLetter, lowerRoman, upperRoman
  case bullet, none

  /// The format that Word calls `name`; decimal for those of other scripts.
  init(word name: String) {
    switch name {
    case "bullet": self = .bullet
    case "none": self = .none
    case "decimalZero": self = .decimalZero
    case "lowerLetter": self = .lowerLetter
    case "upperLetter": self = .upperLetter
    case "lowerRoman": self = .lowerRoman
    case "upperRoman": self = .upperRoman
    default: self = .decimal
    }
  }

  /// The format that OpenDocument calls `name`.
  init(openDocument name: String) {
    switch name {
    case "": self = .none
    case "a": self = .lowerLetter
    case "A": self = .upperLetter
    case "i": self = .lowerRoman
    case "I": self = .upperRoman
    default: self = .decimal
    }
  }

  var kind: Marker.Kind {
    switch self {
    case .decimal, .decimalZero: .number
    case .lowerLetter: .lowerLetter
    case .upperLetter: .upperLetter
    case .lowerRoman: .lowerRoman
    case .upperRoman: .upperRoman
    case .bullet: .bullet(0x2022)
    case .none: .none
    }
  }

  /// `number` in this format.
  func string(_ number: Int) -> String {
    switch self {
    case .decimal: String(number)
    case .decimalZero: number >= 0 && number < 10 ? "0\(number)" : String(number)
    case .lowerLetter: Self.letters(number, first: 0x61)
    case .upperLetter: Self.letters(number, first: 0x41)
    case .lowerRoman: Self.roman(number).lowercased()
    case .upperRoman: Self.roman(number)
    case .bullet: "\u{2022}"
    case .none: ""
    }
  }

  /// a to z, then aa, bb: as Word counts.
  private static func letters(_ number: Int, first: UInt8) -> String {
    guard number > 0 else { return "" }
    let letter = Character(Unicode.Scalar(first + UInt8((number - 1) % 26)))
    return String(repeating: letter, count: min((number - 1) / 26, 9) + 1)
  }

  private static let romans = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  private static func roman(_ number: Int) -> String {
    guard number > 0, number < 4000 else { return String(number) }
    var rest = number
    var result = ""
    for (value, sign) in romans {
      while rest >= value {
        result += sign
        rest -= value
      }
    }
    return result
  }
}

/// One level of a list: how its labels look.
struct ListLevel {
  var format = NumberFormat.decimal
  /// The label with `%1` for the number of the first level and so on.
  var text = ""
  var start = 1
  /// Numbers of all levels are plain digits here.
  var isLegal = false
  /// Go on counting, whatever comes between.
  var neverRestarts = false
  /// Columns before the label.
  var indent: Int?

  /// The label for the numbers `numbers` of levels 1 and so on; nil if the level writes none.
  func label(_ numbers: [Int], formats: (Int) -> NumberFormat) -> OfficeLabel? {
    if case .bullet = format {
      // A bullet that is a space shows none.
      let isShown = !text.allSatisfy(\.isWhitespace)
      return isShown ? OfficeLabel(text: format.string(0), kind: format.kind, ordinal: 0) : nil
    }
    var result = ""
    var parts = 0
    var last = 0
    var isMark = false
    for character in text {
      if isMark, let level = character.wholeNumberValue, level >= 1, level <= numbers.count {
        let format = isLegal ? .decimal : formats(level - 1)
        let part = format.string(numbers[level - 1])
        result += part
        parts += part.isEmpty ? 0 : 1
        last = level - 1
        isMark = false
      } else if character == "%", !isMark {
        isMark = true
      } else {
        if isMark { result.append("%") }
        isMark = false
        result.append(character)
      }
    }
    guard !result.allSatisfy(\.isWhitespace) else { return nil }
    if parts == 0 { return OfficeLabel(text: result, kind: .bullet(0x2022), ordinal: 0) }
    if parts > 1 { return OfficeLabel(text: result, kind: .decimal, ordinal: 0) }
    return OfficeLabel(
      text: result, kind: (isLegal ? .decimal : formats(last)).kind, ordinal: max(1, numbers[last]))
  }
}
