/// The Spanish verbs that do not follow their conjugation.
enum SpanishIrregularVerbs {
  /// What of a verb's forms is its own; nil = as the conjugation has it.
  struct Entry {
    /// The stem of the first person ("teng"), which the subjunctive has too.
    var first: String?
    /// The stem of the subjunctive where it is not that of the first person.
    var subjunctive: String?
    /// The stem of the present ("tien").
    var present: String?
    /// The stem of the past ("tuv").
    var past: String?
    /// The stem of the future ("tendr").
    var future: String?
    var participle: [String]?
    var gerund: String?
    /// The order to "tú" ("ten").
    var order: String?
    /// More forms.
    var forms: [String] = []
    /// True if `forms` has all of the present, the past and the subjunctive.
    var isComplete = false
  }

  /// The entry of a verb, or of the verb that it is made of ("mantener" is "tener").
  static func entry(of infinitive: String) -> Entry {
    if let entry = entries[infinitive] { return entry }
    for (base, entry) in entries where !entry.isComplete && infinitive.hasSuffix(base) {
      let prefix = String(infinitive.dropLast(base.count))
      if prefixes.contains(prefix) { return entry.prefixed(with: prefix) }
    }
    return Entry()
  }

  private static let prefixes: Set<String> = [
    "a", "ab", "abs", "ad", "ante", "bien", "circuns", "com", "con", "contra", "de", "des", "di", "dis", "en", "entre",
    "equi",
    "ex", "im", "in", "inter", "mal", "man", "ob", "o", "pos", "pre", "pro", "re", "retro", "sobre", "sos",
    "sub", "su", "super", "sus", "trans", "tran", "tras",
  ]

  // MARK: Stems that change where they are stressed

  /// How the vowel of a stem changes.
  struct Change {
    /// The stem where it is stressed ("muestr" of "mostrar", "sient" of "sentir").
    var stressed: String
    /// Its other change in verbs in -ir ("sint"); nil if there is none.
    var weak: String?
  }

  /// Nil for verbs whose stem does not change.
  static func change(of infinitive: String) -> Change? {
    let letters = Array(infinitive.dropLast(2))
    for change in changes where change.verbs.contains(infinitive) {
      guard let at = letters.lastIndex(of: change.from) else { continue }
      func stem(with vowel: String) -> String { String(letters[..<at]) + vowel + String(letters[(at + 1)...]) }
      return Change(stressed: stem(with: change.to), weak: change.weak.map(stem(with:)))
    }
    return nil
  }

  private static let changes: [(verbs: Set<String>, from: Character, to: String, weak: String?)] = [
    (
      words(
        """
        acertar adherir advertir arrepentir asentir atender calentar cerrar comenzar conferir confesar consentir
        convertir defender denegar desmentir despertar diferir digerir divertir empezar encender encomendar entender enterrar
        extender fregar gobernar helar herir hervir inferir ingerir injerir interferir invertir manifestar mentir negar
        pensar perder preferir querer recomendar referir regar requerir revertir sembrar sentar sentir sugerir tender
        tentar transferir tropezar verter
        """), "e", "ie", "i"
    ),
    (words("adquirir inquirir"), "i", "ie", nil),
    (
      words(
        """
        absolver acordar acostar almorzar apostar aprobar avergonzar colar colgar comprobar consolar contar costar
        demostrar desaprobar devolver disolver doler dormir encontrar envolver esforzar forzar llover morder morir
        mostrar mover oler poder probar promover recordar remover renovar reprobar resolver rodar rogar soler soltar
        sonar soñar tostar volar volcar volver
        """), "o", "ue", "u"
    ),
    (words("jugar"), "u", "ue", nil),
    (
      words(
        """
        colegir competir concebir conseguir corregir derretir despedir elegir expedir gemir impedir medir pedir
        perseguir proseguir regir rendir repetir seguir servir vestir
        """), "e", "i", "i"
    ),
    (
      words(
        """
        aislar ampliar ansiar cohibir confiar criar desafiar desviar enfriar enviar fiar fotografiar guiar liar prohibir
        reenviar resfriar vaciar variar
        """), "i", "í", nil
    ),
    (
      words(
        """
        acentuar actuar atenuar continuar efectuar evaluar exceptuar graduar habituar insinuar perpetuar puntuar rehusar reunir
        situar valuar
        """), "u", "ú", nil
    ),
  ]

  // MARK: Verbs of their own

  private static let entries: [String: Entry] = [
    "tener": Entry(first: "teng", present: "tien", past: "tuv", future: "tendr", order: "ten"),
    "venir": Entry(
      first: "veng", present: "vien", past: "vin", future: "vendr", gerund: "viniendo", order: "ven"),
    "poner": Entry(first: "pong", past: "pus", future: "pondr", participle: ["puesto"], order: "pon"),
    "hacer": Entry(first: "hag", past: "hic", future: "har", participle: ["hecho"], order: "haz"),
    "satisfacer": Entry(first: "satisfag", past: "satisfic", future: "satisfar", participle: ["satisfecho"]),
    "decir": Entry(
      first: "dig", present: "dic", past: "dij", future: "dir", participle: ["dicho"], gerund: "diciendo", order: "di"),
    "traer": Entry(first: "traig", past: "traj", participle: ["traído"], gerund: "trayendo"),
    "caer": Entry(first: "caig"),
    "oír": Entry(first: "oig", present: "oy", future: "oir", participle: ["oído"], gerund: "oyendo", forms: ["oyó"]),
    "salir": Entry(first: "salg", future: "saldr", order: "sal"),
    "valer": Entry(first: "valg", future: "valdr"),
    "caber": Entry(first: "quep", past: "cup", future: "cabr"),
    "poder": Entry(present: "pued", past: "pud", future: "podr", gerund: "pudiendo"),
    "querer": Entry(past: "quis", future: "querr"),
    "saber": Entry(subjunctive: "sep", past: "sup", future: "sabr", forms: ["sé"]),
    "ver": Entry(
      participle: ["visto"], gerund: "viendo",
      forms: list(
        """
        veo ves ve vemos veis ven vi viste vio vimos vieron veía veías veíamos veían vea veas veamos vean viera vieran
        viese
        """), isComplete: true),
    "prever": Entry(
      first: "preve", present: "prev", participle: ["previsto"], gerund: "previendo",
      forms: ["prevé", "prevés", "prevén", "preveía", "previó"]),
    "dar": Entry(
      forms: list(
        """
        doy das da damos dais dan di diste dio dimos dieron daba dabas dábamos daban dé des demos den diera dieran diese
        deme denos denle
        """), isComplete: true),
    "abrir": Entry(participle: ["abierto"]),
    "cubrir": Entry(participle: ["cubierto"]),
    "escribir": Entry(participle: ["escrito"]),
    "scribir": Entry(participle: ["scrito"]),
    "romper": Entry(participle: ["roto"]),
    "morir": Entry(participle: ["muerto"]),
    "volver": Entry(participle: ["vuelto"]),
    "solver": Entry(participle: ["suelto"]),
    "imprimir": Entry(participle: ["impreso", "imprimido"]),
    "proveer": Entry(participle: ["provisto", "proveído"]),
    "freír": Entry(participle: ["frito"]),
    "ser": Entry(
      forms: list(
        """
        soy eres es somos sois son era eras éramos eran fui fuiste fue fuimos fueron sea seas seamos seáis sean fuera
        fueras fuéramos fueran fuese fuesen fuere fueren 
        """), isComplete: true),
    "ir": Entry(
      gerund: "yendo",
      forms: list(
        "voy vas va vamos vais van iba ibas íbamos iban vaya vayas vayamos vayan fui fue fuimos fueron fuera fueran"),
      isComplete: true),
    "haber": Entry(
      future: "habr",
      forms: list(
        """
        he has ha hemos habéis han hay había habías habíamos habían hubo hubieron haya hayas hayamos hayan hubiera
        hubieran hubiese hubiere hubieren
        """), isComplete: true),
    "estar": Entry(
      forms: list(
        """
        estoy estás está estamos estáis están estaba estabas estábamos estaban estuvo estuvimos estuvieron esté estés
        estemos estén estuviera estuvieran estuviese estuviere
        """), isComplete: true),
  ]

  private static func words(_ list: String) -> Set<String> { Set(self.list(list)) }

  private static func list(_ words: String) -> [String] {
    words.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}

extension SpanishIrregularVerbs.Entry {
  /// The entry of the verb that is this one with `prefix`.
  fileprivate func prefixed(with prefix: String) -> Self {
    var entry = self
    entry.first = first.map { prefix + $0 }
    entry.subjunctive = subjunctive.map { prefix + $0 }
    entry.present = present.map { prefix + $0 }
    entry.past = past.map { prefix + $0 }
    entry.future = future.map { prefix + $0 }
    entry.participle = participle?.map { prefix + $0 }
    entry.gerund = gerund.map { prefix + $0 }
    entry.order = order.map { prefix + $0 }
    entry.forms = forms.map { prefix + $0 }
    return entry
  }
}
