/// The Spanish words and phrases that turn a statement, in pattern notation.
enum SpanishCues {
  static let all: [Cue: [String]] = [
    .negation: ["=no", "=nunca", "=jamás", "=jamas", "=tampoco", "=ni"],
    .clauseNegation: [
      "=ningún", "=ninguno", "=ninguna", "=ningun", "=ningunos", "=ningunas", "=nadie", "=nada", "en modo alguno",
      "en caso alguno", "de manera alguna", "de forma alguna", "en absoluto",
    ],
    .prohibition: [
      "(prohibir|impedir|vetar|excluir)", "prohibición (de|del)", "(=prohibido|=prohibida|=prohibidos|=prohibidas)",
      "(abstenerse|abstener) de", "(negarse|rehusar|rechazar) (a)?", "(=libre|=libres|=exento|=exenta) de",
      "\(without)",
    ],
    .trailingProhibition: [
      "(=está|=están|=esta|=estan|=queda|=quedan|=estará|=estarán|=quedará|=quedarán|=es|=son|=será|=serán) (estrictamente|expresamente|terminantemente|totalmente|absolutamente)? (prohibido|excluido|vetado|desactivado)",
      "=no (=está|=están|=esta|=estan|=es|=son|=será|=serán|=estará|=estarán|=queda|=quedan) (permitido|autorizado|incluido|contemplado|previsto|posible|admitido)",
      "=no (=se)? (permitir|autorizar|admitir|realizar|hacer|producir|contemplar|prever|efectuar)",
      "=no (=se)? (tener|llevar) (=lugar|=a cabo)", "=nunca (=se)? (permitir|realizar|producir|hacer)",
    ],
    .pseudoNegation: [
      "=no (=solo|=sólo|solamente|únicamente|simplemente|necesariamente|meramente|exclusivamente)", "=no =obstante",
      "=no (=se|=está|=están|=esta|=estan|=es)? (limitarse|limitado|limitar)",
      "=no (=se|=le|=me|=te|=les|=nos)? (poder|ser)? (garantizar|asegurar|controlar|prometer|evitar|impedir)",
      "=no (=hay|=existe|=existen|=habrá) (=ninguna|=una)? (garantía|obligación|duda|coste|costo|restricción|límite)",
      "(=ningún|=ninguna|=ningun) (coste|costo|gasto|cargo|pago|compensación|beneficio|remuneración|consecuencia|penalización|obligación|repercusión|perjuicio|duda|represalia|sanción)",
      "=no (=es|=será|=son|=serán|=se|=somos|=soy)? (responsable|responsabilizar|responsabilizarse)",
      "=no (=está|=estás|=estoy|=esta|=estas)? (obligado|obligatorio)", "=no (=es|=será) (obligatorio|necesario)",
      "=no (=todo|=toda|=todos|=todas|=siempre)", "=no (=más|=mas|=menos|=mayor|=inferior|=superior) (=de|=que|=a)",
      "=no (tener|haber) (=que|=por qué)", "=no (tener|haber) (obligación|necesidad) de", "=no (necesitar|hacer falta)",
      "=no (=me|=se|=le|=te)? (afectar|perjudicar|influir|perder)",
      "(=si|=sí) =o =no", "=si =no", "=ya =no", "=hasta =que =no", "=a =no =ser", "=que =no =sea",
      "=aunque =no", "=no =sin",
      "(=poder|=puede|=podrá|=derecho|=libre|=libertad|=puedo|=puedes) (=a|=de|=para)? (negarse|negarme|negarte|rehusar|rechazar) (=a)?",
      "=no (\(bare))", "=que =no =se (=usen|=utilicen|=usan|=utilizan|=necesiten|=necesitan|=precisen|=hayan)",
      "=nada (=impide|=impedirá|=limita)", "=tiempo =ilimitado", "=no =de =forma =exclusiva",
    ],
    .clauseBreak: [
      "=pero", "sin embargo", "no obstante", "=aunque", "=sino", "=porque", "=ya =que", "=mientras", "=si",
      "=a =menos =que", "=salvo", "=excepto", "=cuando", "en cambio", "por lo tanto", "=así =que", "puesto que",
      "=pues", "=para =que", "=de =modo =que", "=de =forma =que", "=de =manera =que",
      "=que (=puede|=pueda|=podría|=pueden|=puedan|=podrían)",
    ],
    .negationCarrier: [
      "permitir", "dejar", "autorizar", "(tener|estar) (la intención|previsto|pensado) (de)?", "prever", "pretender",
      "intentar",
      "(estar|de) acuerdo", "aceptar", "consentir", "desear", "querer", "realizar", "efectuar", "producir",
      "llevar a cabo", "hacer", "existir", "proceder", "contemplar", "dar", "otorgar", "prestar", "tener",
      "=ningún", "=ninguna", "=ninguno", "=ningun", "=alguno", "=alguna", "=nadie", "=nada",
      "persona", "tercero", "empresa", "proveedor", "investigador", "=con", "=a", "=al", "=de", "=del", "=que", "=en",
      "objeto de", "en ningún caso", "bajo ningún concepto", "bajo ninguna circunstancia", "en ningún momento",
      "en caso alguno",
      "consentimiento", "autorización", "permiso", "planear", "planificar",
    ],
    .useVerb: [
      "usar", "utilizar", "emplear", "tratar", "procesar", "aplicar", "analizar", "incorporar", "instalar", "destinar",
      "aprovechar",
    ],
    .purpose: [
      "=para", "=a", "con (el)? (fin|objeto|propósito|objetivo) de", "=a =fin =de", "=con =fines", "=para =fines",
      "con la (finalidad|intención) de", "=en", "=con =fines =de", "=a =la", "=al",
    ],
    .subject: [
      "=nosotros", "=usted", "=ustedes", "=ellos", "=yo", "=él", "=ella", "=su", "=sus", "=nuestro", "=nuestra",
      "=nuestros", "=nuestras", "=mi", "=mis", "=el", "=la", "=los", "=las", "=este", "=esta", "=estos", "=estas",
      "=se", "=tu", "=tus", "=le", "=nos", "=lo", "=podemos", "=puede", "=podrá", "=podremos",
    ],
    .condition: SpanishConditions.conditions,
    .permissionPreposition: SpanishConditions.permissionPrepositions,
    .permissionWithout: ["=sin", "a falta de", "en ausencia de"],
    .onlyPermission: SpanishConditions.onlyPermissions,
    .permissionNoun: SpanishConditions.permissionNouns,
    .exception: SpanishConditions.exceptions,
    .pseudoCondition: SpanishConditions.pseudoConditions,
    .choice: [
      "\(mark) (=con =una =x|=una =x)? (=en|=solo)? (=la|=las|=una|=el|=los|=un|=cada)? (=de =las|=de =los)? (casilla|opción|recuadro|cuadro|cuadrito|alternativa|cuadrado)",
      "\(mark) (=con =una =x|=una =x|=lo =que =corresponda|=lo =que =proceda|=sí|=una|=según =corresponda|=donde =corresponda)",
      "(=escriba|=ponga|=coloque|=anote|=escribir|=poner|=colocar|=firme =con) (=aquí)? (=sus|=mis|=tus|=las|=su) (=iniciales|=inicial)",
      "(=iniciales|=inicial) (=del|=de) (=paciente|=participante|=la)", "=sí =no",
      "=sí =acepto", "=acepto =o? =no =acepto", "=autorizo =o? =no =autorizo", "=consiento =o? =no =consiento",
      "=doy =no =doy", "=acepto =rechazo",
      "(=pulse|=haga =clic|=presione|=pulsando|=al =pulsar) (=en)? (=aceptar|=acepto|=rechazar|=sí|=no)",
      "(=usted|=yo)? (=puede|=podrá|=puedo|=puedes) (elegir|decidir|escoger) (=si|=qué|=cómo)",
      "(=decida|=elija|=indique|=escoja|=decidir|=elegir) =si", "(=rodee|=encierre) (=con|=en) =un (=círculo)",
      "(=táchese|=tache) =lo =que",
    ],
    .coordination: ["=y", "=e", "=o", "=u", "=ni"],
    .conjunction: ["=y", "=e"],
    .hypothesis: ["=si"],
    .acknowledgment: [
      "=entiendo", "=comprendo", "=reconozco", "=certifico", "=confirmo", "=declaro", "=he =leído", "=he =leido",
      "=he =recibido", "=he =comprendido", "=he =entendido", "=manifiesto",
      "(=he|=habiendo) =sido (informado|informada)", "(=me|=nos) (=han|=ha) (=informado|=explicado|=dicho|=dado)",
      "=entendido", "=comprendido", "=entiende", "=comprende",
    ],
    .choiceBelow: [
      "(casilla|opción|recuadro|alternativa|categoría|enunciado|cuadro|punto) (=siguientes|=siguiente|=a =continuación|=de =abajo|=que =aparecen|=que =se =indican|=que =siguen|=correspondientes|=correspondiente|=abajo)",
      "(=siguientes|=siguiente) (casilla|opción|recuadro|alternativa|enunciado|cuadro)",
      "(marque|señale|indique|seleccione|elija) =a =continuación",
      "=a =continuación (marque|señale|indique|seleccione)",
      "(=iniciales|=inicial) (=junto|=al =lado|=en|=abajo|=a =continuación|=después)",
      "(marque|señale|indique) (=lo =que =corresponda|=lo =que =proceda)",
    ],
    .aiMaker: [
      "(empresa|compañía|proveedor|desarrollador|socio|fabricante|firma) (=de)? (=ia|inteligencia artificial|aprendizaje automático|algoritmo|reconocimiento de voz)",
      "(empresa|compañía|firma|desarrollador) =que (desarrollar|crear|fabricar|vender|entrenar|hacer|diseñar) (=ia|inteligencia artificial|algoritmo|modelo)",
    ],
    .aiMakerSuffix: ["=ai", "=ia"],
    .aiTool: [
      "(herramienta|sistema|asistente|programa|software|aplicación|modelo|plataforma|escriba) (=de|=con|=basado =en)? (=ia|inteligencia artificial|aprendizaje automático)",
      "asistente (virtual|digital|ambiental)", "chatbot",
    ],
    .speaker: [
      "=nosotros", "=nuestro", "=nuestra", "=nos", "el equipo del estudio", "el (hospital|centro|responsable)",
      "la (clínica|universidad|empresa)",
    ],
    .naming: ["(llamado|denominado|conocido como)", "=como", "tales como", "incluido"],
  ]

  /// Participles that are mere adjectives behind a "no": "una divulgación no autorizada" is no denial.
  private static let bare = [
    "autorizad", "desead", "relacionad", "identificad", "cifrad", "encriptad", "anonimizad", "publicad",
  ]
  .flatMap { stem in ["o", "a", "os", "as"].map { "=\(stem)\($0)" } }.joined(separator: "|")

  private static let mark =
    "(=marque|=marcar|=marca|=marcando|=seleccione|=seleccionar|=elija|=elegir|=escoja|=señale|=señalar|=indique|=indica|=ponga|=coloque|=tache)"

  /// "sin compartir": a way of not doing it.
  private static let without = """
    =sin (=usar|=utilizar|=compartir|=ceder|=vender|=revelar|=divulgar|=comunicar|=enviar|=transmitir|=publicar|\
    =identificar|=incluir|=mostrar|=dar|=entregar|=transferir|=conservar|=guardar)
    """
}
