extension SpanishTexts {
  /// The Spanish of the United States, as most forms are from there.
  var wordLanguage: String { "es-US" }

  // MARK: Head and end

  var letterBlanks: [String] { ["Mi nombre:", "Mi fecha de nacimiento:", "Mi teléfono o correo:", "Fecha:", "Para:"] }
  func letterSubject(_ formName: String?) -> String { "Sobre su formulario\(formName.map { ": \($0)" } ?? "")" }
  var greeting: String { "A quien corresponda:" }
  var letterOpening: String { "Leí su formulario. Le pido lo siguiente." }

  var letterEnd: String {
    "Si no puede hacer lo que le pido, por favor dígame por qué. Le pido que me responda por escrito."
  }

  var thanks: String { "Muchas gracias." }
  var signature: String { "Firma:" }

  // MARK: Leads of quotes

  var theFormSays: String { "El formulario dice:" }
  var theFormAlsoSays: String { "El formulario dice también:" }

  // MARK: Not to use the data

  var optOutHeading: String { "Le pido que no use mis datos de este modo" }

  var optOutRequest: String {
    "Le pido que no use para esto mis datos médicos, mis imágenes ni mis muestras, y que no los comparta."
  }

  var optOutByThisLetter: String {
    "Por favor, tome esta carta como mi “no”. Si hace falta un formulario suyo, por favor envíemelo."
  }

  var optOutWay: String {
    "No encontré en el formulario cómo puedo decir que no. Por favor, dígame cómo puedo hacerlo."
  }

  var optOutAnswer: String {
    "Por favor, dígame por escrito si está de acuerdo, y desde qué día. Quiero que me sigan atendiendo."
  }

  // MARK: Who gets the data

  var recipientsHeading: String { "Quién recibe mis datos" }

  var recipientsList: String {
    "Por favor, envíeme una lista de todas las personas y empresas de fuera que reciben mis datos, o que ya los"
      + " recibieron."
  }

  var recipientsDetails: String {
    "Por favor, dígame qué recibe cada uno, y qué puede hacer con eso."
  }

  // MARK: How names are taken off

  var deIdentificationHeading: String { "Cómo se quita mi nombre" }
  var deIdentificationUnexplained: String { "No encontré en el formulario cómo se quitan los nombres." }

  var deIdentificationMethod: String {
    "Por favor, dígame cómo quita mi nombre de mis imágenes y de mis datos: qué quita, y quién lo revisa."
  }

  var deIdentificationFace: String { "Por favor, dígame también si alguien podría ver mi cara en mis imágenes." }

  // MARK: Who opened the records

  var accessLogHeading: String { "Quién abrió mis datos médicos" }
  var accessLogList: String { "Le pido esta lista." }

  var accessLogUnexplained: String {
    "No encontré en el formulario cómo puedo saber quién abrió mis datos médicos."
  }

  var accessLogRequest: String {
    "Por favor, dígame quién abrió mis imágenes y mis datos médicos, y cuándo. Si no lleva una lista así, por favor"
      + " dígamelo."
  }
}
