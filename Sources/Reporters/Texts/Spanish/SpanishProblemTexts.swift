import SourceText

extension SpanishTexts {
  func message(for problem: Problem) -> String {
    switch problem {
    case .empty:
      "Este documento no tiene texto. Mire si es el archivo correcto, o pegue el texto del formulario."
    case .binary:
      "Esto no es un archivo de texto. \(Self.saveAsText)"
    case .unsupported(let format):
      "Todavía no puedo leer \(plural(format)). \(Self.saveAsText)"
    case .invalidEncoding(let encoding, let count, let range):
      "Hay \(SpanishCount.text(count, "signo")) que no \(count == 1 ? "vale" : "valen") en \(encoding.printable)"
        + " (el primero está en el byte \(range.start)). Leí lo demás. Guarde el archivo como UTF-8."
    case .disguisedLetters(let count, let range):
      "Hay \(SpanishCount.text(count, "palabra")) con letras de otro alfabeto que se parecen a las nuestras"
        + " (la primera está en el byte \(range.start)). Las leí como se ven. Esas letras esconden palabras a los"
        + " programas: pregunte por qué."
    case .unknownLanguage(let known):
      "No sé en qué lengua está este texto. Por eso no puedo decir lo que dice. Las que leo: \(known.joined(separator: ", "))."
        + " Si es una de estas, pruebe otra vez con --language."
    case .limit(let name, let value, let option):
      "Este documento pasa del límite \(name.printable) (\(value)). Por eso leí solo una parte."
        + " Si confía en el archivo, pruebe otra vez con \(option.printable)."
    case .damaged(let format):
      "Este archivo está dañado. Por eso no pude leer todo como \(singular(format))."
        + " Ábralo en el programa con que se hizo, guárdelo de nuevo, y pruebe otra vez."
    case .encrypted(let format):
      "Este archivo (\(singular(format))) se abre con una clave. Ábralo, guarde una copia sin clave, y pruebe otra vez."
    case .missingProgram(let name, let install):
      "Me hace falta el programa \(name.printable) para leer este archivo. Instálelo (\(install.printable)), y pruebe"
        + " otra vez."
    case .unreadPicture(let pages, let install):
      pictures(pages)
        + (install.map { " Instale el lector de imágenes (\($0.printable)), y pruebe otra vez." }
          ?? " El lector de imágenes no pudo con eso. Haga una copia más clara, o copie las palabras y péguelas.")
    }
  }

  private static let saveAsText = "Guarde el formulario como texto simple, o copie las palabras y péguelas."

  /// "Las páginas 2 y 3 son imágenes ..."
  private func pictures(_ pages: [Int]) -> String {
    guard let last = pages.last else { return "Esto es una imagen, y no pude leer sus palabras." }
    guard pages.count > 1 else { return "La página \(last) es una imagen, y no pude leer sus palabras." }
    let first = pages.dropLast().map(String.init).joined(separator: ", ")
    return "Las páginas \(first) y \(last) son imágenes, y no pude leer sus palabras."
  }

  private func singular(_ format: DocumentFormat) -> String {
    switch format {
    case .text: "texto simple"
    case .markdown: "Markdown"
    case .html: "una página web (HTML)"
    case .docx: "un documento de Word (DOCX)"
    case .odt: "un texto de OpenDocument (ODT)"
    case .pdf: "un PDF"
    case .image: "una imagen"
    }
  }

  private func plural(_ format: DocumentFormat) -> String {
    switch format {
    case .text: "archivos de texto simple"
    case .markdown: "archivos de Markdown"
    case .html: "páginas web (HTML)"
    case .docx: "documentos de Word (DOCX)"
    case .odt: "textos de OpenDocument (ODT)"
    case .pdf: "archivos PDF"
    case .image: "imágenes"
    }
  }
}
