extension Language {
  /// English, US and UK.
  public static let english = Language(
    code: "en",
    forms: { EnglishInflection.forms(of: $0) },
    lightWords: words(
      """
      a an the this that these those such any all each every both some certain other own
      my your our his her its their one
      may might can could will would shall should must do does did be is are was were been being am has have had having
      not never no cannot don't doesn't didn't won't wouldn't can't couldn't shouldn't isn't aren't wasn't weren't
      also only always then thereby hereby further solely ever still already generally usually typically sometimes
      automatically securely directly indirectly voluntarily expressly specifically potentially possibly otherwise
      freely knowingly intentionally immediately periodically routinely occasionally ordinarily publicly openly actively deliberately
      commercially externally internally jointly separately subsequently simply again
      et more
      """),
    gapBreaks: words("but however although though whereas because while"),
    clauseSubjects: words("we you they i"),
    cues: EnglishCues.all,
    abbreviations: words(
      """
      dr mr mrs ms prof st vs eg ie no nos sec art fig para pp vol approx tel ext dept jr sr cf viz al rev hon
      jan feb mar apr jun jul aug sep sept oct nov dec
      """),
    finalAbbreviations: words("etc inc ltd co corp llc llp plc md phd rn u.s us usa"),
    definitionVerbs: words("means mean refers includes shall has is"),
    answers: words("consent agree authorize authorise accept permit allow approve want wish give opt"),
    answerHeads: words("i we yes no do hereby"),
    refusals: words("not don't decline refuse"),
    sentenceHeads: words("we you i they he she it this that these those there the your our my please if when no yes"),
    commonWords: words(CommonWords.english),
    signatureWords: words("signature signed sign"),
    reading: EnglishSyllables.measure
  )

  private static func words(_ list: String) -> Set<String> {
    Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
