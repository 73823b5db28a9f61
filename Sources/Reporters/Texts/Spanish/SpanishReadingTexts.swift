extension SpanishTexts {
  // The grades are of schools and formulas for English, so nothing is said of them.

  func readingEffort(minutes: Int, pace: Int, grade: Int?) -> String? {
    "Leerlo le puede llevar \(SpanishCount.text(minutes, "minuto")). Es un cálculo a ojo:"
      + " \(pace) palabras por minuto."
  }

  func shortReadingEffort(minutes: Int, grade: Int?) -> String? {
    "Se lee en unos \(SpanishCount.text(minutes, "minuto"))."
  }
}
