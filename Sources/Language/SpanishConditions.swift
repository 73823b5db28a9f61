/// The Spanish words and phrases for conditions, permission and exceptions, in pattern notation.
enum SpanishConditions {
  static let conditions = [
    "=si", "=a =menos =que", "(=salvo|=excepto) =que", "=a =no =ser =que", "=siempre =que", "=siempre =y =cuando",
    "=en (=el)? =caso =de", "(=con|=bajo|=a) (la)? condición de", "=sujeto =a", "=sujeta =a", "=sujetos =a",
    "=sujetas =a", "=en =función =de", "(depender|dependiendo) de", "=supeditado =a", "=condicionado =a",
    "=en (=determinados|=ciertos|=algunos|=determinadas|=ciertas|=algunas|=esos|=tales) (=casos|=supuestos|=circunstancias|=situaciones|=condiciones)",
    "=cuando (=usted|=la =ley|=lo|=la|=así|=nos|=una =ley|=un =tribunal|=exista|=haya|=medie|=se =haya|=hayan|=lo =haya|=otorgue)",
    "=cuando (=sea|=fuera|=esté) (exigido|requerido|permitido|autorizado|legalmente)",
    "=cuando (autorice|acepte|consienta|solicite|pida|firme|active|elija)", "=según =lo (permitido|autorizado)",
    "(=lo|=según =lo) =permita =la =ley", "=si =lo", "=previa (=solicitud|=petición)",
    "(=a|=previa) (=petición|=solicitud) (=suya|=del =paciente|=del =interesado|=mía)",
    "=excepto =en", "=salvo =en", "=de =ser (así|posible)", "=dado =el =caso", "=llegado =el =caso",
    "=con =la =condición", "=en =caso =que",
    "=mientras (=usted)? (=no|=lo|autorice|consienta|acepte|mantenga)",
    "=cuando (=el|=la|=los|=las|=nuestro|=su)? (médico|centro|hospital|profesional|equipo|investigador|comité)? (=lo|=se)? (=considere|=consideren|=estime|=estimen|=crea|=decida|=proceda|=determine)",
    "=salvo =oposición",
    "=de =no (mediar|existir|haber|oponerse)", "=en =el =supuesto =de",
  ]

  static let permissionPrepositions = [
    "=con", "=tras", "=mediante", "=previo", "=previa", "=previos", "=hasta", "=después =de", "=antes =de", "=bajo",
    "=salvo", "=excepto", "=cuando", "=siempre =que", "=una =vez", "=a =menos =que", "=a =no =ser =que", "=según",
    "=conforme =a", "=luego =de", "=contando =con",
  ]

  static let onlyPermissions = [
    "(=solo|=sólo|solamente|únicamente|exclusivamente) (=con|=si|=cuando|=tras|=mediante|=previo|=previa|=en =caso =de|=bajo|=después =de|=una =vez)",
    "(=solo|=sólo|solamente|únicamente|exclusivamente)", "=no =hasta",
  ]

  static let permissionNouns = [
    "consentimiento", "autorización", "permiso", "aprobación", "conformidad", "anuencia", "visto bueno",
    "(su|mi) (firma|acuerdo|aceptación|decisión)", "aceptación",
    "(=autoriza|=autorice|=autorizas|=autorices|=autorizado|=autorizada|=autorizara|=autorizase)",
    "(=consiente|=consienta|=consientes|=consentido)",
    "(=acepta|=acepte|=aceptas|=aceptes|=aceptado|=aceptara)",
    "(=permite|=permita|=permites|=permitas)",
    "(=usted|=paciente|=participante|=interesado|=titular) (firma|firme|decide|decida|elige|elija|aprueba|apruebe|pide|pida|solicita|solicite|quiera|desee|indique|diga)",
    "(=está|=esté|=estás|=estés|=estoy) =de =acuerdo", "(=da|=dé|=das|=des|=doy|=otorga|=otorgue|=dado|=otorgado) su",
    "=lo (solicite|solicita|pida|pide|indique|indica|desee|desea)",
  ]

  /// What may follow "salvo" in an exception: "están a salvo" is none.
  private static let behindSalvo = [
    "que", "si", "en", "cuando", "por", "con", "el", "la", "los", "las", "lo", "su", "sus", "a", "para", "un", "una",
    "mediante", "previa", "previo", "indicación", "obligación", "oposición", "autorización", "consentimiento", "error",
    "disposición", "ley", "orden", "requerimiento", "aquellos", "aquellas", "usted", "mandato", "imperativo", "casos",
    "excepciones", "petición", "solicitud", "prueba",
  ].map { "=\($0)" }.joined(separator: "|")

  static let exceptions = [
    "=salvo (\(behindSalvo))", "=excepto", "=excepción", "=excepciones", "=aparte =de", "=más =allá =de",
    "=distinto =de",
    "=distintos =de", "=distinta =de", "=distintas =de", "=a =menos =que", "=a =no =ser =que", "=excluyendo",
    "=que =no =sea", "=que =no =sean", "=fuera =de (=lo|=los =casos|=estos)",
    "(=solo|=sólo|solamente|únicamente|exclusivamente) (=para|=por|=a|=al|=en|=como)", "=más =que", "=mas =que",
    "=exceptuando", "=quitando", "=de =lo =contrario", "=por =defecto",
    "=sin (anonimizar|anonimización|desidentificar|quitar|eliminar) (=antes|=previamente|=primero)?",
  ]

  static let pseudoConditions = [
    "(=sujeto|=sujeta|=sujetos|=sujetas) =a (=una|=la)? (=nueva|=ulterior|=posterior)? (divulgación|revelación|difusión)",
    "=si (=usted)? (tener|haber|surgir|quedar) (=alguna|=cualquier|=más|=alguna =otra)? (pregunta|duda|inquietud|queja|consulta)",
    "=si (=usted)? (desear|querer|necesitar|gustar) (=más|=saber|=conocer|=obtener|=recibir|=una|=un|=ayuda|=información)",
    "=como =si", "(=aun|=incluso|=aún) =si",
    "(ver|saber|preguntar|determinar|averiguar|comprobar|decidir|evaluar|elegir|conocer|indicar|verificar|estudiar|valorar|confirmar|analizar|sobre|informar) =si",
    "=si (=procede|=corresponde|=aplica|=hubiera|=hubiese|=lo =hubiera|=los =hubiera|=así|=fuera =posible|=es =posible|=existe|=existen|=existiera)",
    "=si (=es|=fuera|=fuese|=resulta) (=necesario|=preciso|=aplicable|=posible|=pertinente|=procedente)",
    "=cuando (=sea|=fuera) (=necesario|=preciso|=posible|=aplicable|=pertinente)", "=si =bien", "=por =si",
    "=siempre =que =sea =posible", "=si =no =entiende",
  ]
}
