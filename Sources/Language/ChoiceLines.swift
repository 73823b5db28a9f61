extension Language {
  /// Most words of a line that are looked at.
  private static let longestHead = 5

  /// Marks two lines that follow each other as lines to tick where the first gives consent and the second refuses it:
  /// "I consent to ...", "I do not consent to ...". The boxes before them are often lost. So is a sentence above a line
  /// that says only "SÍ NO". Linear in the text.
  func markChoices(in document: inout Sentences) {
    for index in document.sentences.indices.dropFirst() {
      if isYesOrNo(index, in: document) { document.sentences[index - 1].traits.insert(.checkBox) }
      guard answer(index - 1, in: document) == .consent, answer(index, in: document) == .refusal else { continue }
      document.sentences[index - 1].traits.insert(.checkBox)
      document.sentences[index].traits.insert(.checkBox)
    }
  }

  /// True for a line that has nothing but a yes and a no.
  private func isYesOrNo(_ index: Int, in document: Sentences) -> Bool {
    let range = document.sentences[index].tokens
    guard range.count <= 2 * Self.longestHead else { return false }
    var (yes, no) = (false, false)
    for token in document.tokens[Int(range.lowerBound)..<Int(range.upperBound)] where token.isWord {
      guard isYes(token.key) || isNo(token.key) else { return false }
      yes = yes || isYes(token.key)
      no = no || isNo(token.key)
    }
    return yes && no
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
