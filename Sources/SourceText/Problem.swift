/// Something that kept a document, or a part of it, from being read. Facts only; the words are made at the edge.
public enum Problem: Sendable, Equatable {
  /// There is no text in the document.
  case empty
  /// The bytes are not those of a text or of a format that can be read.
  case binary(looksLike: String?)
  /// The format is known but has no reader yet.
  case unsupported(DocumentFormat)
  /// Bytes that are not valid in the text's encoding were replaced. `range` is the first of them, in the file.
  case invalidEncoding(encoding: String, count: Int, range: TextRange)
  /// Words were spelled with letters of another alphabet that look like ours; they were read as they look. `range` is
  /// the first of them, in the file.
  case disguisedLetters(count: Int, range: TextRange)
  /// The text is in a language that there are no rules for, or in none: what was found is chance. Codes of those known.
  case unknownLanguage(known: [String])
  /// The document asked for more than a limit allows, and was read up to there. `option` raises the limit.
  case limit(name: String, value: Int, option: String)
  /// The file is broken: what stands before the broken place was read, if anything.
  case damaged(DocumentFormat)
  /// The file asks for a password.
  case encrypted(DocumentFormat)
  /// A program that reads this format is not on this machine. `install` is the command that brings it.
  case missingProgram(name: String, install: String)
  /// Pages that are pictures and were not read; none if the whole document is one. `install` is the command that
  /// brings the recogniser; nil if it is there but could not read them.
  case unreadPicture(pages: [Int], install: String?)
}

extension Problem {
  /// True if the document was not read whole, so that "nothing found" must not be said.
  public var hidesText: Bool {
    switch self {
    case .empty, .binary, .unsupported, .limit, .damaged, .encrypted, .missingProgram, .unreadPicture: true
    case .invalidEncoding, .disguisedLetters, .unknownLanguage: false
    }
  }
}
