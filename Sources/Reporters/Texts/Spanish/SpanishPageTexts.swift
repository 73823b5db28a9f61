extension SpanishTexts {
  var pageHeading: String { "Lo que este formulario dice de sus datos" }
  func pageTitle(_ name: String) -> String { "Lo que dice este formulario: \(name)" }
  var unnamedDocument: String { "su texto" }

  // MARK: What was read

  func couldNotRead(_ name: String) -> String { "No pude leer \(name)." }

  func didRead(_ name: String, words: Int, sentences: Int, kind: (title: String, isSure: Bool)?) -> String {
    let size = "\(SpanishCount.text(words, "palabra")) en \(SpanishCount.text(sentences, "oración", "oraciones"))."
    guard let kind else { return "Leí \(name): \(size)" }
    // Without an article: the title can be of either gender.
    return "Leí \(name): \(size) Tipo de formulario: \(kind.title)\(kind.isSure ? "" : ", aunque puede ser otro")."
  }

  func warning(_ problem: String) -> String { "Tenga en cuenta: " + problem }
  var unknownKind: String { "No sé qué tipo de formulario es." }

  var nothingFound: String {
    "No encontré ninguna de las cláusulas que conozco. Eso no quiere decir que el formulario no diga nada de sus datos."
      + " Tampoco quiere decir que nadie los vaya a usar: puede usar palabras que yo no conozco."
  }

  var notAllRead: String { "No pude leer todo el documento. Por eso no sé qué le falta." }

  // MARK: In short

  var summaryHeading: String { "En breve" }

  func found(lets: Int, promises: Int, choices: Int) -> String {
    "Encontré \(SpanishCount.text(lets, "cosa")) que el formulario deja hacer a otros,"
      + " \(SpanishCount.text(promises, "promesa")) y \(SpanishCount.text(choices, "cosa")) que usted puede elegir."
  }

  func answered(_ count: Int, of questions: Int) -> String {
    "Hay \(questions) preguntas que es bueno hacer: el formulario "
      + (count == 0 ? "no contesta ninguna." : "contesta \(count).")
  }

  func disagreements(_ count: Int) -> String {
    "En \(SpanishCount.text(count, "caso")), dos partes del formulario tal vez no digan lo mismo."
  }

  func omissions(_ count: Int) -> String {
    "Le \(count == 1 ? "falta" : "faltan") \(SpanishCount.text(count, "cosa")) que un formulario así debería tener."
  }

  // MARK: Parts

  func heading(of section: PatientSection) -> String {
    switch section {
    case .lets: "Lo que el formulario deja hacer a otros"
    case .promises: "Lo que el formulario promete"
    case .choices: "Lo que usted puede elegir"
    }
  }

  func nothing(in section: PatientSection) -> String {
    switch section {
    case .lets: "No encontré nada de esto que yo conozca."
    case .promises: "No encontré ninguna promesa que yo conozca."
    case .choices: "No encontré nada que el formulario le deje elegir."
    }
  }

  var questionsHeading: String { "Siete preguntas, y lo que dice el formulario" }
  var questionsName: String { "Siete preguntas" }
  var missingHeading: String { "Lo que el formulario no dice" }

  var silenceIsNoPromise: String {
    "El silencio no es una promesa: lo que un formulario no dice se puede hacer de todos modos."
  }

  var conflictsHeading: String { "Donde el formulario se contradice" }
  var wordingHeading: String { "Palabras vagas" }
  var formHeading: String { "El formulario completo" }

  // MARK: Only on the web page

  var skipLink: String { "Ir a las respuestas" }
  var contentsName: String { "Partes de esta página" }

  var formHint: String {
    "Después de las palabras marcadas hay un número. Le lleva de vuelta al punto que habla de ellas."
  }

  var tickedBox: String { "casilla marcada" }
  var emptyBox: String { "casilla vacía" }
  func backLink(_ number: Int, title: String) -> String { "\(number), volver a: \(title)" }

  // MARK: At the end

  var disclaimer: String {
    "Esto no es un consejo legal. Busco palabras que conozco: puedo pasar por alto algo, y me puedo equivocar."
      + " Lea usted el formulario, y pregunte antes de firmar."
  }

  func provenance(tool: String, rules: String, date: String) -> String {
    "Hecho con \(tool) y las reglas \(rules). Fecha: \(SpanishDate.text(date))."
  }

  var fingerprint: String { "Huella del archivo (SHA-256):" }
  var fingerprintAtEnd: String { fingerprint }
}
