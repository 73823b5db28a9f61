import Language
import SourceText
import Testing

@testable import Clauses

/// What the words around a plain statement make of it.
struct SpanishStanceTests {
  static let sentences: [(text: String, stance: Stance)] = [
    ("Compartimos sus datos.", .permits),
    ("Se compartirán sus datos.", .permits),
    ("Sus datos podrán ser compartidos.", .permits),
    ("No compartimos sus datos.", .denies),
    ("Nunca se compartirán sus datos.", .denies),
    ("Sus datos no serán compartidos.", .denies),
    ("En ningún caso se compartirán sus datos.", .denies),
    ("Nadie compartirá sus datos.", .denies),
    ("No usaremos ni compartiremos sus datos.", .denies),
    ("Compartir sus datos está prohibido.", .denies),
    ("Si usted lo autoriza, compartiremos sus datos.", .conditional),
    ("Solo compartimos sus datos con su consentimiento.", .conditional),
    ("No compartiremos sus datos sin su autorización.", .conditional),
    ("No compartiremos sus datos, salvo que usted lo permita.", .conditional),
    ("A menos que se oponga, compartiremos sus datos.", .conditional),
    ("No se compartirán sus datos, excepto por orden judicial.", .conditional),
    ("Aunque no firme, compartiremos sus datos.", .permits),
    ("No solo guardamos, también compartimos sus datos.", .permits),
    ("Si tiene preguntas, compartimos sus datos con la oficina.", .permits),
    ("☐ Acepto que se compartan mis datos.", .offersChoice),
    ("Marque una casilla: compartir mis datos.", .offersChoice),
  ]

  @Test(arguments: sentences)
  func stance(text: String, stance: Stance) throws {
    #expect(try clauses(in: text).map(\.stance) == [stance], "\(text)")
  }

  private func clauses(in text: String) throws -> [Clause] {
    let rule = Rule(
      id: "test.share", title: "", effect: .risk, level: .note, since: "", stance: .permits, polarity: .any,
      find: [Rule.Find(pattern: "compartir … dato", stance: nil), Rule.Find(pattern: "dato … compartir", stance: nil)],
      unless: [], messages: [:], why: "", ask: "", see: [], maps: [:], flags: [], passes: [])
    let finder = try ClauseFinder(RulePack(language: "es", rules: [rule], lexicon: []), language: .spanish)
    let bytes = Array(text.utf8)
    let block = Block(kind: .paragraph, range: TextRange(start: 0, end: bytes.count))
    let document = Text(bytes: bytes, blocks: [block], map: .identity(length: bytes.count))
    return finder.clauses(in: Segmenter(.spanish).sentences(of: document))
  }
}
