extension SpanishTexts {
  // MARK: Titles

  func refused(_ title: String) -> String { "El formulario no le da esto: \(title)" }
  func ruledOut(_ title: String) -> String { "El formulario dice que no a esto: \(title)" }
  func choosable(_ title: String) -> String { "Usted puede elegir: \(title)" }

  // MARK: Labels

  var meaning: String { "Qué significa" }
  var reason: String { "Por qué importa" }
  var question: String { "Pregunte" }
  var also: String { "También" }
  var here: String { "Aquí" }
  var butHere: String { "Pero aquí" }

  // MARK: Words of the form

  func quoted(_ words: String) -> String { "“\(words)”" }
  func alsoAt(_ place: String) -> String { "también aquí (\(place))" }

  func says(_ about: String?) -> String { about.map { "El formulario dice \($0)" } ?? "El formulario dice" }

  func doesNotSay(_ abouts: [String]) -> String {
    let others = abouts.dropLast().joined(separator: ", ")
    return "El formulario no dice \(others)\(others.isEmpty ? "" : ", ni ")\(abouts.last ?? "")."
  }

  // MARK: Conditions

  var conditionAbove: String { "Solo con una condición: las palabras de arriba dicen cuándo vale." }
  var conditionBefore: String { "Solo con una condición." }
  var conditionInComment: String { "Solo con una condición: las palabras dicen cuándo vale." }
  var underCondition: String { "solo con una condición" }

  // MARK: How much more there is

  func morePlaces(_ count: Int) -> String { count == 1 ? "y en 1 lugar más" : "y en \(count) lugares más" }
  func more(_ count: Int) -> String { "y \(count) más" }
  func moreWithAll(_ count: Int) -> String { "y \(count) más: use --all para ver todo" }
  func moreInForm(_ count: Int) -> String { "Y \(count) más: vea las marcas en el formulario." }
  func folded(_ heading: String, _ count: Int) -> String { "\(heading): \(count), use --all para ver todo" }

  // MARK: Sources

  var sources: String { "Fuentes" }

  func checked(_ month: String?) -> String {
    month.map { "texto revisado en \(SpanishDate.text($0))" } ?? "texto no revisado"
  }

  // MARK: Comments in a Word document

  var aboutTheseWords: String { "Sobre estas palabras, que están en una nota o en un cuadro" }
}
