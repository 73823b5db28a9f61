import SourceText

extension EnglishTexts {
  func message(for problem: Problem) -> String {
    switch problem {
    case .empty:
      "There is no text in this document. Check that it is the right file, or paste the text of the form."
    case .binary(let looksLike):
      "This is not a text file\(looksLike.map { " (it looks like \($0.printable))" } ?? "")."
        + " Save the form as plain text, or copy its words and paste them."
    case .unsupported(let format):
      "I cannot read \(plural(format)) yet. Save the form as plain text, or copy its words and paste them."
    case .invalidEncoding(let encoding, let count, let range):
      "\(count == 1 ? "1 sign is" : "\(count) signs are") not valid \(encoding.printable)"
        + " (the first is at byte \(range.start)). I read the rest. Save the file as UTF-8."
    case .disguisedLetters(let count, let range):
      "\(count == 1 ? "1 word has" : "\(count) words have") letters of another alphabet that look like ours"
        + " (the first is at byte \(range.start)). I read them as they look. They hide words from programs: ask why."
    case .unknownLanguage(let known):
      "I do not know the language of this text, so I cannot tell what it says. The languages I know: \(known.joined(separator: ", "))."
        + " If it is one of these, run again with --language."
    case .limit(let name, let value, let option):
      "This document goes beyond the limit \(name.printable) (\(value)), so I read only a part of it."
        + " If you trust the file, run again with \(option.printable)."
    case .damaged(let format):
      "This file is damaged, so I could not read all of it as \(singular(format))."
        + " Open it in the program that made it, save it again, and try once more."
    case .encrypted(let format):
      "This file (\(singular(format))) is locked with a password. Open it, save a copy without a password,"
        + " and try again."
    case .missingProgram(let name, let install):
      "I need the program \(name.printable) to read this file. Install it (\(install.printable)) and try again."
    case .unreadPicture(let pages, let install):
      pictures(pages)
        + (install.map { " Install the reader for pictures (\($0.printable)) and try again." }
          ?? " The reader for pictures failed on it. Make a sharper scan, or copy the words and paste them.")
    }
  }

  /// "Pages 2 and 3 are pictures ..."
  private func pictures(_ pages: [Int]) -> String {
    guard let last = pages.last else { return "This is a picture, and I could not read the words in it." }
    guard pages.count > 1 else { return "Page \(last) is a picture, and I could not read the words in it." }
    let first = pages.dropLast().map(String.init).joined(separator: ", ")
    return "Pages \(first) and \(last) are pictures, and I could not read the words in them."
  }

  private func singular(_ format: DocumentFormat) -> String {
    switch format {
    case .text: "plain text"
    case .markdown: "Markdown"
    case .html: "a web page (HTML)"
    case .docx: "a Word document (DOCX)"
    case .odt: "an OpenDocument text (ODT)"
    case .pdf: "a PDF"
    case .image: "a picture"
    }
  }

  private func plural(_ format: DocumentFormat) -> String {
    switch format {
    case .text: "plain text files"
    case .markdown: "Markdown files"
    case .html: "web pages (HTML)"
    case .docx: "Word documents (DOCX)"
    case .odt: "OpenDocument texts (ODT)"
    case .pdf: "PDF files"
    case .image: "pictures"
    }
  }
}
