extension SpanishTexts {
  // The grades are of schools and formulas for English, so nothing is said of them.

  func readingEffort(minutes: Int, pace: Int, grade: Int?) -> String? {
    "Leerlo le puede llevar más o menos \(SpanishCount.text(minutes, "minuto")), si lee \(pace) palabras por minuto."
  }

  func shortReadingEffort(minutes: Int, grade: Int?) -> String? {
    "Se lee en \(SpanishCount.text(minutes, "minuto")), más o menos."
  }
}
