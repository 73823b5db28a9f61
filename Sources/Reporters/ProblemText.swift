import SourceText

/// The words for problems in English, for programs and standard error: what, and what to do. The place is put before
/// by the caller.
public enum ProblemText {
  /// One or two sentences on `problem`.
  public static func message(for problem: Problem) -> String { EnglishTexts().message(for: problem) }

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
    case .unknownLanguage: "unknown-language"
    case .limit: "limit"
    case .damaged: "damaged"
    case .encrypted: "encrypted"
    case .missingProgram: "missing-program"
    case .unreadPicture: "unread-picture"
    }
  }
}
