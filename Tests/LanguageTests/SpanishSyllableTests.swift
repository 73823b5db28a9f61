import Testing

@testable import Language

struct SpanishSyllableTests {
  @Test(arguments: [
    ("pan", 1), ("casa", 2), ("salud", 2), ("información", 4), ("día", 2), ("aéreo", 4), ("ley", 1), ("y", 1),
    ("muy", 1),
    ("ayuda", 3), ("que", 1), ("guía", 2), ("agua", 2), ("pingüino", 3), ("médico", 3), ("leer", 2), ("ciudad", 2),
    ("país", 2), ("INVESTIGACIÓN", 5), ("quién", 1), ("usted", 2), ("muestras", 2), ("autorización", 5),
  ])
  func syllables(word: String, count: Int) {
    #expect(Array(word.utf8).withUnsafeBufferPointer(SpanishSyllables.count) == count)
  }
}
