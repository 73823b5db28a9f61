import SourceText
import Testing

@testable import Language

struct SpanishSentenceTests {
  @Test(arguments: [
    ("La Dra. Ruiz guarda sus datos. Nadie más los ve.", 2),
    ("¿Puedo cambiar de opinión? Sí, en cualquier momento.", 2),
    ("¡Atención! Lea esta hoja.", 2),
    ("Se envían a EE. UU. para su análisis y luego se borran.", 1),
    ("Llame al tel. 555 o escriba a la Sra. Vega.", 1),
    ("Véase el art. 9 del núm. 3.", 1),
    ("Ayuda a estudiar la A-T. El fin es conocerla mejor.", 2),
    ("Ud. firma aquí. Uds. reciben copia.", 2),
  ])
  func sentences(text: String, count: Int) {
    #expect(cut(text).sentences.count == count)
  }

  @Test func questionsAreNoStatements() {
    #expect(cut("¿Quién verá mis datos? El equipo.").sentences.map(\.isStatement) == [false, true])
  }

  @Test func aLineOfYesAndNoMarksTheSentenceAbove() {
    let document = cut("Acepto que se guarde mi muestra.", "SÍ ___ NO ___")
    #expect(document.sentences[0].traits.contains(.checkBox))
  }

  private func cut(_ paragraphs: String...) -> Sentences {
    var bytes: [UInt8] = []
    let blocks = paragraphs.map { paragraph in
      let start = bytes.count
      bytes += Array(paragraph.utf8)
      let end = bytes.count
      bytes += Array("\n\n".utf8)
      return Block(kind: .paragraph, range: TextRange(start: start, end: end))
    }
    return Segmenter(.spanish).sentences(of: Text(bytes: bytes, blocks: blocks, map: .identity(length: bytes.count)))
  }
}
