/// The regular and irregular forms of Spanish words.
///
/// A word is given as a dictionary has it: a verb in the infinitive, an adjective or noun in the masculine singular, or
/// in the feminine where it has only that. More forms than exist do no harm; a missing one loses a finding.
enum SpanishInflection {
  /// All forms of `word`, which is in lower case: itself, its other genders and numbers, verb forms with their
  /// pronouns, and each as it is written where accents are left out.
  static func forms(of word: String) -> [String] {
    var forms = [word]
    if let irregular = irregular[word] {
      forms += irregular
    } else if !uninflected.contains(word), word.count > 1 {
      let verb = SpanishVerb(word)
      forms += (nominal(word) + (verb?.forms ?? [])).filter { !uninflected.contains($0) }
      forms += verb?.ownForms ?? []
    }
    // "entré" is not "entre", but "sólo" is "solo".
    forms += forms.compactMap { form in
      withoutAccents(form).flatMap { form == word || !uninflected.contains($0) ? $0 : nil }
    }
    var seen = Set<String>()
    return forms.filter { seen.insert($0).inserted }
  }

  /// The form without accents, as capitals and hurried writers have it; nil if it has none, or is another word then.
  static func withoutAccents(_ form: String) -> String? {
    let plain = SpanishAccents.removed(from: form)
    return plain == form || otherWithoutAccent.contains(plain) ? nil : plain
  }

  // MARK: Genders and numbers

  private static func nominal(_ word: String) -> [String] {
    let stem = String(word.dropLast())
    switch word.last {
    case "o":
      if word.hasSuffix("miento") || oneGender.contains(word) { return [word + "s"] }
      return [word + "s", stem + "a", stem + "as"]
    case "a", "e", "á", "é", "ó": return [word + "s"]
    case "í", "ú": return [word + "s", word + "es"]
    case "z": return [stem + "ces"]
    case "y": return [word + "es", word + "s"]
    case "s":
      // "país", "interés" and "mes" have a plural; "análisis" and "virus" are their own.
      guard let vowel = stem.last else { return [] }
      if word.count <= 3 || vowel == "í" { return [word + "es"] }
      guard "áéóú".contains(vowel) else { return [] }
      let base = stem.dropLast() + SpanishAccents.removed(from: String(vowel)) + "s"
      return [base + "es", base + "a", base + "as"]
    case "n": return plurals(endingInN: word)
    case "r":
      let isAgent = word.hasSuffix("or")
      return [word + "es"] + (isAgent ? [word + "a", word + "as"] : [])
    case "d", "l", "j", "x", "i", "u": return [word + "es", word + "s"]
    default: return [word + "s", word + "es"]
    }
  }

  /// "transmisión", "transmisiones"; "imagen", "imágenes".
  private static func plurals(endingInN word: String) -> [String] {
    let head = word.dropLast(2)
    guard let vowel = word.dropLast().last else { return [] }
    let plain = SpanishAccents.removed(from: String(vowel))
    if plain != String(vowel) {
      let base = head + plain + "n"
      return word.hasSuffix("ión") ? [base + "es"] : [base + "es", base + "a", base + "as"]
    }
    return [SpanishAccents.accentingLastVowel(of: String(head)) + "\(vowel)nes", word + "es"]
  }

  /// Nouns in -o that have no feminine, where the form in -a is another word.
  private static let oneGender = words(
    """
    acto aviso banco beneficio cargo caso consentimiento contrato correo cuento cuerpo dato derecho destino efecto
    ensayo equipo estudio expediente fondo grupo individuo libro marco modo motivo número objeto pago permiso peso plazo
    proceso proyecto puerto punto registro rato resultado rostro sexo sitio texto tiempo tipo título trabajo uso
    """)

  // MARK: Words with forms of their own

  /// Small words, which a pattern means as they stand, and which are no form of a verb that happens to have it ("entre"
  /// of "entrar", "una" of "unir").
  private static let uninflected = words(
    """
    a al ante antes así aun aún aunque bajo cada casi como cómo con contra cuando cuándo de del desde después donde
    dónde durante e el él ella ellas en entonces entre eso esta estas esto fuera hacia hasta hoy ia jamás la las le les
    lo los luego mas más me mediante menos mí mientras muy nada nadie ni no nos nosotros nunca o para pero por porque
    pues que qué se según si sí siempre sin sino sobre solo sólo son sus también tampoco tan te tras tú tus u una unas
    unos usted vía y ya yo
    """)

  private static let irregular: [String: [String]] = {
    let table = """
      carácter caracteres
      régimen regímenes
      espécimen especímenes
      español española españoles españolas
      cualquier cualquiera cualesquiera
      algún alguno alguna algunos algunas
      ningún ninguno ninguna ningunos ningunas
      mío mía míos mías
      nuestro nuestra nuestros nuestras
      ambos ambas
      este esta estos estas
      ese esa esos esas
      aquel aquella aquellos aquellas
      un una unos unas
      uno una unos unas
      su sus
      mi mis
      tu tus
      cual cuales
      cuál cuáles
      quien quienes
      quién quiénes
      él ella ellos ellas
      bueno buen buena buenos buenas
      primero primer primera primeros primeras
      tercero tercer tercera terceros terceras
      gran grande grandes
      actriz actrices
      lunes
      menor menores
      mayor mayores
      mejor mejores
      """
    var result: [String: [String]] = [:]
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      result[words[0]] = Array(words.dropFirst())
    }
    return result
  }()

  /// Small words that forms with an accent must not be taken for.
  private static let otherWithoutAccent = words(
    "si el mas que esta estas este estos estes de se te mi tu como donde cuando quien cual hacia")

  private static func words(_ list: String) -> Set<String> {
    Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
