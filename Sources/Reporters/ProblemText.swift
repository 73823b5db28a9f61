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
    }
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
