extension Language {
  /// Most words of a line that are looked at.
  private static let longestHead = 5

  /// Marks two lines that follow each other as lines to tick where the first gives consent and the second refuses it:
  /// "I consent to ...", "I do not consent to ...". The boxes before them are often lost. So is a sentence above a line
  /// that says only "SÍ NO". Linear in the text.
  func markChoices(in document: inout Sentences) {
    var before: Answer?
    for index in document.sentences.indices {
      if let asked = sentenceAnswered(byLine: index, in: document) {
        document.sentences[asked].traits.insert(.checkBox)
      }
      let answer = answer(index, in: document)
      defer { before = answer }
      guard before == .consent, answer == .refusal else { continue }
      document.sentences[index - 1].traits.insert(.checkBox)
      document.sentences[index].traits.insert(.checkBox)
    }
  }

  /// The sentence that the line at `index` answers with a yes and a no, in one line or in two boxes; nil for other lines.
  private func sentenceAnswered(byLine index: Int, in document: Sentences) -> Int? {
    guard index > 0, !yesWords.isEmpty else { return nil }
    if isYesOrNo(index, in: document) { return index - 1 }
    guard index + 1 < document.sentences.count, isOnly(index, isYes, in: document),
      isOnly(index + 1, isNo, in: document)
    else { return nil }
    let before = document.sentences[index - 1].tokens.last.map { document.tokens[Int($0)].kind }
    let next = index + 2
    // Boxes stand behind what they answer, or before it: "☐ Sí ☐ No Acepto que ...".
    return before != .colon && next < document.sentences.count && answer(next, in: document) != nil ? next : index - 1
  }

  /// True for a line of words that answer so, and nothing else.
  private func isOnly(_ index: Int, _ isAnswer: (UInt64) -> Bool, in document: Sentences) -> Bool {
    let words = words(ofLine: index, longest: Self.longestHead, in: document)
    return !words.isEmpty && words.allSatisfy(isAnswer)
  }

  /// True for a line that has nothing but a yes and a no.
  private func isYesOrNo(_ index: Int, in document: Sentences) -> Bool {
    let words = words(ofLine: index, longest: 2 * Self.longestHead, in: document)
    return words.allSatisfy { isYes($0) || isNo($0) } && words.contains(where: isYes) && words.contains(where: isNo)
  }

  /// The words of a line of no more tokens than `longest`; none of a longer one.
  private func words(ofLine index: Int, longest: Int, in document: Sentences) -> [UInt64] {
    let tokens = document.tokens(of: document.sentences[index])
    return tokens.count <= longest ? tokens.filter(\.isWord).map(\.key) : []
  }

  private enum Answer { case consent, refusal }

  /// What the first words of a sentence answer. Numbers and signs before them do not count: they are often what text
  /// recognition makes of a box, or of the "I".
  private func answer(_ index: Int, in document: Sentences) -> Answer? {
    var isRefused = false
    var words = 0
    for token in document.tokens(of: document.sentences[index]) where token.kind == .word {
      if isAnswer(token.key) { return isRefused ? .refusal : .consent }
      if isRefusal(token.key) { isRefused = true }
      words += 1
      guard words < Self.longestHead, isHeadOfAnswer(token.key) else { return nil }
    }
    return nil
  }
}
