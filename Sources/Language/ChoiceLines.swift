extension Language {
  /// Most words of a line that are looked at.
  private static let longestHead = 5

  /// Marks two lines that follow each other as lines to tick where the first gives consent and the second refuses it:
  /// "I consent to ...", "I do not consent to ...". The boxes before them are often lost. Linear in the text.
  func markChoices(in document: inout Sentences) {
    var before: Answer?
    for index in document.sentences.indices {
      let answer = answer(index, in: document)
      defer { before = answer }
      guard before == .consent, answer == .refusal else { continue }
      document.sentences[index - 1].traits.insert(.checkBox)
      document.sentences[index].traits.insert(.checkBox)
    }
  }

  private enum Answer { case consent, refusal }

  /// What the first words of a sentence answer. Numbers and signs before them do not count: they are often what text
  /// recognition makes of a box, or of the "I".
  private func answer(_ index: Int, in document: Sentences) -> Answer? {
    let range = document.sentences[index].tokens
    var isRefused = false
    var words = 0
    for token in document.tokens[Int(range.lowerBound)..<Int(range.upperBound)].lazy where token.kind == .word {
      if isAnswer(token.key) { return isRefused ? .refusal : .consent }
      if isRefusal(token.key) { isRefused = true }
      words += 1
      guard words < Self.longestHead, isHeadOfAnswer(token.key) else { return nil }
    }
    return nil
  }
}
