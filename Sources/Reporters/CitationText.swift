import Clauses

extension Rule.Citation {
  /// In English: "text checked 2026-11", or "text not checked".
  package var checked: String { EnglishTexts().checked(read) }
}
