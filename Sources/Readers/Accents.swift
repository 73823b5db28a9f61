import SourceText

/// Letters with an accent sign of their own behind them ("e" and U+0301), put together into one ("é"): rules are written
/// with the latter. The accents of Western and Central European languages (Unicode, canonical composition).
enum Accents {
  /// The edits that put the accented letters of `bytes` together.
  static func edits(_ bytes: UnsafeBufferPointer<UInt8>) -> [TextEdit] {
    var edits: [TextEdit] = []
    // Of the signs U+0300 to U+036F those of these languages are two bytes that begin with CC, behind their letter.
    var next = 1
    while true {
      let at = Bytes(bytes).first(0xCC, from: next, to: bytes.count)
      guard at < bytes.count - 1 else { break }
      next = at + 1
      guard let composed = composed(bytes[at - 1], sign: bytes[at + 1]) else { continue }
      edits.append(TextEdit(range: TextRange(start: at - 1, end: at + 2), replacement: Array(String(composed).utf8)))
    }
    return edits
  }

  private static func composed(_ letter: UInt8, sign: UInt8) -> Character? {
    guard let pairs = pairs[sign], let place = pairs.letters.utf8.firstIndex(of: letter) else { return nil }
    let distance = pairs.letters.utf8.distance(from: pairs.letters.utf8.startIndex, to: place)
    return pairs.composed[pairs.composed.index(pairs.composed.startIndex, offsetBy: distance)]
  }

  /// By the second byte of the sign: letters, and what they become.
  private static let pairs: [UInt8: (letters: String, composed: String)] = [
    0x80: ("AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
    0x81: ("AEIOUYCNSZLRaeiouycnszlr", "ÁÉÍÓÚÝĆŃŚŹĹŔáéíóúýćńśźĺŕ"),
    0x82: ("AEIOUaeiou", "ÂÊÎÔÛâêîôû"),
    0x83: ("ANOano", "ÃÑÕãñõ"),
    0x84: ("AEIOUaeiou", "ĀĒĪŌŪāēīōū"),
    0x86: ("AGUagu", "ĂĞŬăğŭ"),
    0x87: ("EZIez", "ĖŻİėż"),
    0x88: ("AEIOUYaeiouy", "ÄËÏÖÜŸäëïöüÿ"),
    0x8A: ("AUau", "ÅŮåů"),
    0x8B: ("OUou", "ŐŰőű"),
    0x8C: ("CDENRSTZcenrsz", "ČĎĚŇŘŠŤŽčěňřšž"),
    0xA7: ("CSTcst", "ÇŞŢçşţ"),
    0xA8: ("AEIUaeiu", "ĄĘĮŲąęįų"),
  ]
}
