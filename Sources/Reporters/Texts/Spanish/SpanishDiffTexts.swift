import Analysis

extension SpanishTexts {
  var diffHeading: String { "Qué cambió en el formulario" }
  func compared(_ old: String, with new: String) -> String { "Comparé \(old) (antes) con \(new) (ahora)." }
  var old: String { "Antes" }
  var new: String { "Ahora" }

  // MARK: The first line

  var nothingToCompare: String {
    "No encontré en ninguna de las dos versiones las cláusulas que conozco. Por eso no puedo decir qué cambió."
  }

  var noDifference: String {
    "No encontré cambios en lo que las dos versiones dejan hacer a otros, prometen o piden."
  }

  func differences(_ count: Int, losses: Int) -> String {
    let found = "Encontré \(SpanishCount.text(count, "cambio")) en lo que quiere decir el formulario."
    let toll =
      "le \(losses == 1 ? "quita" : "quitan") algo a usted, o \(losses == 1 ? "deja" : "dejan") hacer más a otros"
    return switch losses {
    case 0: "\(found) Que yo sepa, no le \(count == 1 ? "quita" : "quitan") nada a usted."
    case count where losses == 1: "\(found) Ese cambio \(toll)."
    case count: "\(found) Todos \(toll)."
    case 1: "\(found) Uno de ellos \(toll)."
    default: "\(found) \(losses) de ellos \(toll)."
    }
  }

  // MARK: Changes

  func heading(of kind: Change.Kind) -> String {
    switch kind {
    case .permits: "Lo que la versión nueva además deja hacer a otros"
    case .requires: "Lo que la versión nueva además le pide, o ya no le deja hacer"
    case .widens: "Quién más puede recibir ahora sus datos"
    case .turnedWorse: "Lo que cambió para mal"
    case .promiseGone: "Lo que la versión nueva ya no promete"
    case .choiceGone: "Lo que usted ya no puede elegir"
    case .turnedBetter: "Lo que cambió para bien"
    case .noLongerPermits: "Lo que la versión nueva ya no deja hacer a otros"
    case .noLongerRequires: "Lo que la versión nueva ya no le pide, o ahora le deja hacer"
    case .promiseAdded: "Promesas nuevas"
    case .choiceAdded: "Lo que usted ahora puede elegir"
    case .says: "Lo que la versión nueva dice además"
    case .noLongerSays: "Lo que la versión nueva ya no dice"
    case .turned: "Lo que se dice de otro modo"
    case .morePlaces, .fewerPlaces: "Lo que se dice en más o en menos lugares que antes"
    }
  }

  func widened(_ title: String, names: [String]) -> String {
    "\(title): ahora también \(names.joined(separator: ", "))"
  }

  func saidMore(_ title: String, places: Int) -> String {
    "\(title): se dice en \(SpanishCount.text(places, "lugar", "lugares")) más; antes también se decía"
  }

  func saidLess(_ title: String, places: Int) -> String {
    "\(title): ya no se dice en \(SpanishCount.text(places, "lugar", "lugares")); en otra parte se sigue diciendo"
  }

  var saidOnce: String { "Lo que decía" }
  var saidBefore: String { "Lo que decía antes" }
  var saysNow: String { "Lo que dice ahora" }
  var saysNothing: String { "no dice nada de esto" }
  func moreOfVersion(_ count: Int) -> String { "\(count) más" }

  // MARK: What is no change

  var matchedHeading: String { "Lo que está en otro lugar o con otras palabras, y quiere decir lo mismo" }
  var moved: String { "en otro lugar" }
  var reworded: String { "con otras palabras" }
  var movedAndReworded: String { "en otro lugar y con otras palabras" }

  func matched(moved: Int, reworded: Int, unchanged: Int) -> String {
    var parts: [String] = []
    if moved > 0 { parts.append("\(moved) en otro lugar") }
    if reworded > 0 { parts.append("\(reworded) con otras palabras") }
    if unchanged > 0 || parts.isEmpty { parts.append("\(unchanged) sin cambios") }
    return "Cláusulas que quieren decir lo mismo: \(parts.joined(separator: ", "))."
  }

  var useAll: String { "Use --all para ver todo." }

  var diffDisclaimer: String {
    "Esto no es un consejo legal. Comparo lo que encuentro en las dos versiones: puedo pasar por alto algo, y me puedo"
      + " equivocar. Lea usted las dos versiones."
  }
}
