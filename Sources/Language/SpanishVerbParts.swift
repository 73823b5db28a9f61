/// The stems and the forms of a Spanish verb that do not follow from its infinitive alone.
struct SpanishVerbParts {
  private let stem: String
  private let ending: Substring
  private let entry: SpanishIrregularVerbs.Entry
  private let change: SpanishIrregularVerbs.Change?

  init(infinitive: String) {
    stem = String(infinitive.dropLast(2))
    ending = infinitive.suffix(2)
    entry = SpanishIrregularVerbs.entry(of: infinitive)
    change = SpanishIrregularVerbs.change(of: infinitive)
    futureStem = entry.future ?? SpanishAccents.removed(from: infinitive)
  }

  let futureStem: String

  private var isAr: Bool { ending == "ar" }

  /// Forms that stand in a table as they are.
  var ownForms: [String] { entry.forms }

  /// True if there are no others but those of the infinitive, the participle and the gerund.
  var hasOnlyOwnForms: Bool { entry.isComplete }

  /// The stem of an irregular past, as "tuv" of "tuve".
  var strongPast: String? {
    entry.past ?? (stem.hasSuffix("duc") ? stem.dropLast() + "j" : nil)
  }

  /// The stems of the persons that are stressed on it: "conozc" has none here, "pid" of "pide".
  var stressed: [String] {
    if let present = entry.present { return [present] }
    if stem.hasSuffix("u"), ending == "ir", !stem.hasSuffix("gu"), !stem.hasSuffix("qu") { return [stem + "y"] }
    return [change?.stressed ?? stem]
  }

  /// "comparto", "conozco", "pido".
  var firstPerson: String {
    (entry.first ?? beforeA(stressed[0])) + "o"
  }

  var subjunctiveStem: String {
    if let first = entry.subjunctive ?? entry.first { return first }
    return isAr ? Self.beforeE(stressed[0]) : beforeA(stressed[0])
  }

  /// The stem of "compartamos": that of "sintamos" is neither that of "siente" nor that of "sentir".
  var subjunctivePluralStem: String {
    if let first = entry.subjunctive ?? entry.first { return first }
    if isAr { return beforeE }
    if ending == "ir" || stem.hasSuffix("u") { return beforeA(weak ?? stressed[0]) }
    return beforeA(stem)
  }

  /// The stem of "pidió" and "compartió".
  var pastStem: String { weak ?? stem }

  /// The stem of "autoricé", "indiqué", "entregué".
  var beforeE: String { Self.beforeE(stem) }

  /// True for "leer" and "caer": "leyó", "caído".
  var hasVowelStem: Bool { !isAr && stem.last.map { "aeo".contains($0) } ?? false }

  var gerund: [String] {
    if let gerund = entry.gerund { return [gerund] }
    if isAr { return [stem + "ando"] }
    let isY = hasVowelStem || stem.hasSuffix("u") && !stem.hasSuffix("gu") && !stem.hasSuffix("qu")
    return [(weak ?? stem) + (isY ? "yendo" : "iendo")]
  }

  var participles: [String] {
    if let participle = entry.participle { return participle }
    return [stem + (isAr ? "ado" : hasVowelStem ? "ído" : "ido")]
  }

  /// "comparte", "ten", "di".
  var familiarOrders: [String] {
    if let order = entry.order { return [order, SpanishAccents.accentingLastVowel(of: order)] }
    return [stressed[0] + (isAr ? "a" : "e")]
  }

  /// Of "sentir" and "pedir" the stem of "sintió" and "pidió".
  private var weak: String? { ending == "ir" ? change?.weak : nil }

  // MARK: Spelling

  /// The stem as it is written before an e: "indiqu", "entregu", "autoric", "averigü".
  private static func beforeE(_ stem: String) -> String {
    switch stem.last {
    case "c": stem.dropLast() + "qu"
    case "g": stem + "u"
    case "z": stem.dropLast() + "c"
    case "u" where stem.hasSuffix("gu"): stem.dropLast() + "ü"
    default: stem
    }
  }

  /// The stem as it is written before an o or an a: "conozc", "ejerz", "protej", "sig".
  private func beforeA(_ stem: String) -> String {
    if isAr { return stem }
    switch stem.last {
    case "c":
      let before = stem.dropLast().last
      return stem.dropLast() + (before.map { "aeiou".contains($0) } ?? false ? "zc" : "z")
    case "g": return stem.dropLast() + "j"
    case "u" where stem.hasSuffix("gu"): return String(stem.dropLast())
    default: return stem
    }
  }
}
