/// How hard a text of one language is to read: how its syllables are counted, and which formulas were made for it.
public struct ReadingMeasure: Sendable {
  /// A formula holds for the language that it was fitted to.
  public enum Formulas: Sendable {
    /// School grades of the United States: Flesch-Kincaid and SMOG.
    case schoolGrades
    /// Ease of Spanish texts, from 0 (hard) to 100 (easy): Fernández-Huerta and INFLESZ.
    case ease
  }

  public let formulas: Formulas
  /// The number of syllables of a word, at least 1.
  /// - Parameters:
  ///   - word: its bytes in the text, in any case.
  ///   - key: its `Token.key`.
  public let syllables: @Sendable (_ word: UnsafeBufferPointer<UInt8>, _ key: UInt64) -> Int

  public init(
    formulas: Formulas, syllables: @escaping @Sendable (_ word: UnsafeBufferPointer<UInt8>, _ key: UInt64) -> Int
  ) {
    self.formulas = formulas
    self.syllables = syllables
  }
}
