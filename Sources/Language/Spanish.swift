extension Language {
  /// Spanish of Spain and of the Americas.
  public static let spanish = Language(
    code: "es",
    forms: { SpanishInflection.forms(of: $0) },
    lightWords: spanishLightWords,
    gapBreaks: words("pero aunque mientras sino"),
    cues: SpanishCues.all,
    abbreviations: words(
      """
      dr dra drs dres sr sra sres sras srta d dña lic ing prof profa ud uds vd vds ee núm num nro nº art arts pág pag págs
      pags tel teléf tfno telf tlf av avda av c/ cía dpto depto ext fdo apdo ap cap ed vol máx mín max min aprox ej vs
      ref reg st jr ene feb mar abr may jun jul ago sep sept oct nov dic inc
      """),
    finalAbbreviations: words("etc uu sa s.a sl s.l ltd corp llc"),
    definitionVerbs: words("significa significan refiere refieren incluye incluyen es son será designa"),
    answers: words(
      "autorizo acepto consiento permito apruebo deseo quiero doy otorgo estoy presto accedo opto autoriza acepta"),
    answerHeads: words("yo sí si no por la presente usted"),
    refusals: words("no rechazo niego deniego"),
    sentenceHeads: words(
      """
      nosotros usted ustedes yo él ella ellos este esta esto estos estas ese su sus nuestro nuestra nuestros nuestras mi
      mis por si cuando no sí el la los las se en para
      """),
    yesWords: words("sí si acepto autorizo consiento"), noWords: words("no rechazo"),
    commonWords: words(CommonWords.spanish),
    signatureWords: words("firma firmado firmante firmar fdo"),
    reading: SpanishSyllables.measure
  )

  /// With all forms of the auxiliaries.
  private static let spanishLightWords: Set<String> = {
    var result = words(
      """
      el la los las lo un una unos unas este esta estos estas ese esa esos esas aquel aquella aquellos aquellas
      dicho dicha dichos dichas todo toda todos todas cualquier cualquiera cada ambos ambas algún alguno alguna algunos
      algunas ningún ninguno ninguna otro otra otros otras mismo misma mismos mismas propio propia propios propias cierto
      cierta ciertos ciertas tal tales
      mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro vuestra vuestros vuestras
      se me te le les nos os
      no nunca jamás tampoco
      también solo sólo solamente únicamente siempre entonces además aquí así ya aún todavía más bien luego
      generalmente normalmente habitualmente automáticamente directamente indirectamente voluntariamente expresamente
      específicamente posiblemente libremente inmediatamente periódicamente ocasionalmente públicamente abiertamente
      activamente comercialmente externamente internamente conjuntamente posteriormente previamente simplemente
      exclusivamente igualmente asimismo eventualmente potencialmente adicionalmente estrictamente debidamente
      frecuentemente rutinariamente actualmente
      """)
    for verb in words("haber ser estar poder deber ir") { result.formUnion(SpanishInflection.forms(of: verb)) }
    result.formUnion(result.compactMap(SpanishInflection.withoutAccents))
    return result
  }()

  private static func words(_ list: String) -> Set<String> {
    Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
