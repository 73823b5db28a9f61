import SourceText

/// The words for problems: what, and what to do. The place is put before by the caller.
public enum ProblemText {
  /// One or two sentences on `problem`.
  public static func message(for problem: Problem) -> String {
    switch problem {
    case .empty:
      "There is no text in this document. Check that it is the right file, or paste the text of the form."
    case .binary(let looksLike):
      "This is not a text file\(looksLike.map { " (it looks like \($0.printable))" } ?? "")."
        + " Save the form as plain text, or copy its words and paste them."
    case .unsupported(let format):
      "I cannot read \(name(of: format)) yet. Save the form as plain text, or copy its words and paste them."
    case .invalidEncoding(let encoding, let count, let range):
      "\(count == 1 ? "1 sign is" : "\(count) signs are") not valid \(encoding.printable)"
        + " (the first is at byte \(range.start)). I read the rest. Save the file as UTF-8."
    case .disguisedLetters(let count, let range):
      "\(count == 1 ? "1 word has" : "\(count) words have") letters of another alphabet that look like ours"
        + " (the first is at byte \(range.start)). I read them as they look. They hide words from programs: ask why."
    case .limit(let name, let value, let option):
      "This document goes beyond the limit \(name.printable) (\(value)), so I read only a part of it."
        + " If you trust the file, run again with \(option.printable)."
    case .damaged(let format):
      "This file is damaged, so I could not read all of it as \(kindName(of: format))."
        + " Open it in the program that made it, save it again, and try once more."
    case .encrypted(let format):
      "This file (\(kindName(of: format))) is locked with a password. Open it, save a copy without a password,"
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
  private static func pictures(_ pages: [Int]) -> String {
    guard let last = pages.last else { return "This is a picture, and I could not read the words in it." }
    guard pages.count > 1 else { return "Page \(last) is a picture, and I could not read the words in it." }
    let first = pages.dropLast().map(String.init).joined(separator: ", ")
    return "Pages \(first) and \(last) are pictures, and I could not read the words in them."
  }

  /// A line for lists and logs: `path: error: message`, or `path: warning: message` if all text could be read.
  public static func line(path: String, problem: Problem) -> String {
    line(path: path, level: problem.hidesText ? "error" : "warning", message: message(for: problem))
  }

  /// A line of the same form for any other message.
  public static func line(path: String, level: String = "error", message: String) -> String {
    "\(path.printable): \(level): \(message.printable)"
  }

  /// A stable name of the kind of `problem`, for programs.
  public static func kind(of problem: Problem) -> String {
    switch problem {
    case .empty: "empty"
    case .binary: "binary"
    case .unsupported: "unsupported"
    case .invalidEncoding: "invalid-encoding"
    case .disguisedLetters: "disguised-letters"
    case .limit: "limit"
    case .damaged: "damaged"
    case .encrypted: "encrypted"
    case .missingProgram: "missing-program"
    case .unreadPicture: "unread-picture"
    }
  }

  private static func kindName(of format: DocumentFormat) -> String {
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

  private static func name(of format: DocumentFormat) -> String {
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
