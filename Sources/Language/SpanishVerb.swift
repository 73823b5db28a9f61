/// The forms of a Spanish verb: all tenses and persons that a form uses, with the pronouns that cling to them.
struct SpanishVerb {
  /// The vowel of the infinitive's ending.
  private enum Conjugation { case ar, er, ir }

  private let infinitive: String
  private let conjugation: Conjugation
  private let stem: String
  private let parts: SpanishVerbParts

  /// Nil for a word that is no infinitive.
  init?(_ word: String) {
    var infinitive = word
    if word.hasSuffix("rse"), word.count > 4 { infinitive = String(word.dropLast(2)) }
    guard infinitive.count > 1 else { return nil }
    switch infinitive.suffix(2) {
    case "ar": conjugation = .ar
    case "er": conjugation = .er
    case "ir", "ír": conjugation = .ir
    default: return nil
    }
    self.infinitive = infinitive
    stem = String(infinitive.dropLast(2))
    parts = SpanishVerbParts(infinitive: infinitive)
  }

  /// The forms that stand in a table, small words among them.
  var ownForms: [String] { parts.ownForms }

  /// All other forms, some of them twice.
  var forms: [String] {
    var forms = [infinitive]
    forms += future + participles + parts.gerund.flatMap(withPronouns(gerund:)) + withPronouns(infinitive: infinitive)
    guard !parts.hasOnlyOwnForms else { return forms }
    forms += present + subjunctive + past + imperfect
    for order in subjunctive.prefix(1) + subjunctive.suffix(1) { forms += withPronouns(order: order, Self.formal) }
    for order in parts.familiarOrders { forms += withPronouns(order: order, Self.familiar) }
    return forms
  }

  // MARK: Tenses

  private var present: [String] {
    let first = parts.firstPerson
    switch conjugation {
    case .ar:
      return [first] + parts.stressed.flatMap { [$0 + "as", $0 + "a", $0 + "an"] }
        + [stem + "amos", stem + "áis", stem + "ad"]
    case .er:
      return [first] + parts.stressed.flatMap { [$0 + "es", $0 + "e", $0 + "en"] }
        + [stem + "emos", stem + "éis", stem + "ed"]
    case .ir:
      return [first] + parts.stressed.flatMap { [$0 + "es", $0 + "e", $0 + "en"] }
        + [stem + "imos", stem + "ís", stem + "id"]
    }
  }

  /// The first is that of "usted", the last that of "ustedes".
  private var subjunctive: [String] {
    let (vowel, accented) = conjugation == .ar ? ("e", "é") : ("a", "á")
    let (stressed, plain) = (parts.subjunctiveStem, parts.subjunctivePluralStem)
    return [
      stressed + vowel, stressed + vowel + "s", plain + vowel + "mos", plain + accented + "is", stressed + vowel + "n",
    ]
  }

  private var past: [String] {
    let stem = parts.pastStem
    if let strong = parts.strongPast {
      let ending = strong.hasSuffix("j") ? "e" : "ie"
      let third = strong.hasSuffix("hic") ? strong.dropLast() + "zo" : strong + "o"
      return [strong + "e", strong + "iste", third, strong + "imos", strong + "isteis", strong + ending + "ron"]
        + conditional(strong + ending + "r")
    }
    switch conjugation {
    case .ar:
      return [parts.beforeE + "é", stem + "aste", stem + "ó", stem + "amos", stem + "asteis", stem + "aron"]
        + conditional(stem + "ar")
    case .er, .ir:
      let plain = self.stem
      let accent = parts.hasVowelStem ? "í" : "i"
      let third = parts.hasVowelStem || plain.hasSuffix("u") && !plain.hasSuffix("gu") ? stem + "y" : stem + "i"
      return [plain + "í", plain + accent + "ste", third + "ó", plain + accent + "mos", third + "eron"]
        + conditional(third + "er")
    }
  }

  /// The past subjunctive, and the future one of the laws, of the form in "-ron" without its end.
  private func conditional(_ base: String) -> [String] {
    let vowel = String(base.dropLast().last ?? "a")
    let head = String(base.dropLast(2))
    let accented = SpanishAccents.accentingLastVowel(of: vowel)
    return [
      base + "a", base + "as", head + accented + "ramos", base + "an", head + vowel + "se", head + vowel + "sen",
      base + "e", base + "en",
    ]
  }

  private var imperfect: [String] {
    switch conjugation {
    case .ar: ["aba", "abas", "ábamos", "aban"].map { stem + $0 }
    case .er, .ir: ["ía", "ías", "íamos", "ían"].map { stem + $0 }
    }
  }

  private var future: [String] {
    ["é", "ás", "á", "emos", "éis", "án", "ía", "ías", "íamos", "íais", "ían"].map { parts.futureStem + $0 }
  }

  private var participles: [String] {
    parts.participles.flatMap { participle in
      let stem = String(participle.dropLast())
      return ["o", "a", "os", "as"].map { stem + $0 }
    }
  }

  // MARK: Pronouns

  private static let pronouns = ["lo", "la", "los", "las", "le", "les", "se", "me", "te", "nos", "os"]
  /// Two of them together.
  private static let pairs = ["se", "me", "te", "nos"].flatMap { first in
    ["lo", "la", "los", "las"].map { first + $0 }
  }
  /// Those of an order to "usted".
  private static let formal = ["lo", "la", "los", "las", "le", "les", "se", "me", "nos"]
  /// Those of an order to "tú".
  private static let familiar = ["lo", "la", "los", "las", "le", "les", "te", "me", "nos"]

  private func withPronouns(infinitive: String) -> [String] {
    let accented = SpanishAccents.accentingLastVowel(of: infinitive)
    return Self.pronouns.map { infinitive + $0 } + Self.pairs.map { accented + $0 }
  }

  private func withPronouns(gerund: String) -> [String] {
    let accented = String(SpanishAccents.accentingLastVowel(of: String(gerund.dropLast())) + "o")
    return [gerund] + (Self.pronouns + ["selo", "sela", "selos", "selas"]).map { accented + $0 }
  }

  private func withPronouns(order: String, _ pronouns: [String]) -> [String] {
    let ending = order.hasSuffix("n") ? "n" : ""
    let accented = SpanishAccents.accentingStress(of: String(order.dropLast(ending.count))) + ending
    return [order] + pronouns.map { accented + $0 }
  }
}
