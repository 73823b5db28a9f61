import Analysis
import Clauses

/// The words for faults of a rule pack that show only when all of its rules are put together.
public enum PackErrorText {
  /// One sentence on `error`: which rule or class, and what is wrong.
  public static func message(for error: PackError) -> String {
    switch error {
    case .pattern(let rule, let source, let fault):
      "Rule \(rule): the pattern \"\(source)\" is wrong at character \(fault.offset + 1): \(fault.message)"
    case .lexicon(let fault): message(for: fault)
    }
  }

  private static func message(for error: LexiconError) -> String {
    switch error {
    case .unknownClass(let name, let user): "There is no class @\(name), which \(user) names"
    case .circular(let name): "The class @\(name) takes in itself"
    case .syntax(let entry, let name, let fault): "Class @\(name): \"\(entry)\" is wrong: \(fault.message)"
    case .notAPhrase(let entry, let name): "Class @\(name): \"\(entry)\" is no plain phrase"
    case .tooMany(let entry, let name): "Class @\(name): \"\(entry)\" stands for too many phrases"
    }
  }
}
