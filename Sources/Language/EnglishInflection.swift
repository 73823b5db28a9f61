/// The regular and irregular forms of English words, US and UK.
///
/// More forms than exist do no harm ("visitting" is in no text); a missing one loses a finding.
enum EnglishInflection {
  /// All forms of `word`, which is in lower case: itself, plural, verb forms, and each in both spellings.
  static func forms(of word: String) -> [String] {
    var forms: [String] = []
    for spelling in spellings(of: word) {
      forms.append(spelling)
      if uninflected.contains(spelling) || spelling.utf8.count < 2 { continue }
      forms += irregular[spelling] ?? []
      forms += regular(spelling)
    }
    var seen = Set<String>()
    return forms.filter { seen.insert($0).inserted }
  }

  // MARK: Regular forms

  private static func regular(_ word: String) -> [String] {
    guard let last = word.last, last.isLetter else { return [] }
    let stem = String(word.dropLast())
    if word.hasSuffix("ing") || word.hasSuffix("ed") { return [word + "s"] }
    switch last {
    case "y" where !endsInVowel(stem):
      return [stem + "ies", stem + "ied", word + "ing"]
    case "e":
      var forms = [word + "s", word + "d", stem + "ing"]
      if word.hasSuffix("ie") { forms.append(String(stem.dropLast()) + "ying") }
      if word.hasSuffix("ee") || word.hasSuffix("oe") || word.hasSuffix("ye") { forms.append(word + "ing") }
      return forms
    case "s", "x", "z", "o":
      return [word + "es", word + "s", word + "ed", word + "ing", word + "ses", word + "sed", word + "sing"]
    case "h" where word.hasSuffix("ch") || word.hasSuffix("sh"):
      return [word + "es", word + "ed", word + "ing"]
    default:
      var forms = [word + "s", word + "ed", word + "ing"]
      if doublesLastLetter(word) { forms += [word + "\(last)ed", word + "\(last)ing"] }
      return forms
    }
  }

  /// Words in consonant, vowel, consonant may double the last letter ("opted", "permitted").
  private static func doublesLastLetter(_ word: String) -> Bool {
    let letters = Array(word.suffix(3))
    guard letters.count == 3, !isVowel(letters[2]), !"wxyh".contains(letters[2]) else { return false }
    return isVowel(letters[1]) && !isVowel(letters[0])
  }

  private static func endsInVowel(_ stem: String) -> Bool {
    stem.last.map(isVowel) ?? false
  }

  private static func isVowel(_ letter: Character) -> Bool {
    "aeiou".contains(letter)
  }

  // MARK: Spellings

  /// The US and the UK spelling of `word`, the given one first.
  private static func spellings(of word: String) -> [String] {
    var result = [word]
    for (us, uk) in endings {
      if word.hasSuffix(us) { result.append(word.dropLast(us.count) + uk) }
      if word.hasSuffix(uk) { result.append(word.dropLast(uk.count) + us) }
    }
    for (us, uk) in wholeWords {
      if word == us { result.append(uk) }
      if word == uk { result.append(us) }
    }
    return result
  }

  private static let endings: [(us: String, uk: String)] = [
    ("ize", "ise"), ("ized", "ised"), ("izing", "ising"), ("ization", "isation"), ("yze", "yse"),
  ]

  private static let wholeWords: [(us: String, uk: String)] = [
    ("behavior", "behaviour"), ("center", "centre"), ("color", "colour"), ("counselor", "counsellor"),
    ("defense", "defence"), ("enroll", "enrol"), ("enrollment", "enrolment"), ("favor", "favour"),
    ("fulfill", "fulfil"), ("honor", "honour"), ("judgment", "judgement"), ("labor", "labour"),
    ("license", "licence"), ("pediatric", "paediatric"), ("practice", "practise"), ("program", "programme"),
    ("tumor", "tumour"), ("unauthorized", "unauthorised"),
  ]

  // MARK: Irregular words

  /// Words that a pattern means as they stand.
  private static let uninflected: Set<String> = [
    "a", "about", "after", "again", "all", "also", "and", "another", "any", "anybody", "anyone", "as", "at", "before",
    "both", "but", "by", "can", "cannot", "could", "each", "either", "else", "elsewhere", "ever", "every", "everyone",
    "except", "for", "from", "he", "her", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "may", "me",
    "might", "must", "my", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "of", "off", "on",
    "only", "onto", "or", "our", "out", "outside", "over", "shall", "she", "should", "so", "some", "such", "than",
    "that", "the", "their", "them", "then", "these", "they", "this", "those", "through", "to", "under", "unless",
    "until", "up", "upon", "us", "via", "we", "when", "where", "whether", "which", "who", "whom", "will", "with",
    "within", "without", "would", "you", "your", "ai", "third", "de", "re",
  ]

  private static let irregular: [String: [String]] = {
    let table = """
      analysis analyses
      be am is are was were been being
      become became
      begin began begun
      buy bought
      child children
      choose chose chosen
      come came
      datum data
      deny denial
      do does did done
      draw drew drawn
      feed fed
      find found
      forget forgot forgotten
      get got gotten
      give gave given
      go goes went gone
      have has had
      hear heard
      hold held
      keep kept
      know knew known
      learn learnt
      leave left
      lend lent
      lose lost
      make made
      man men
      mean meant
      pay paid
      person people
      say said
      see saw seen
      seek sought
      sell sold
      send sent
      show shown
      speak spoke spoken
      take took taken
      teach taught
      tell told
      think thought
      train trainer trainers
      undergo undergoes underwent undergone
      understand understood
      undertake undertook undertaken
      withdraw withdrew withdrawn withdrawal
      withhold withheld
      write wrote written
      """
    var result: [String: [String]] = [:]
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      result[words[0]] = Array(words.dropFirst())
    }
    return result
  }()
}
