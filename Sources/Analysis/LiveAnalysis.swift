import Clauses
import Language
import Readers
import SourceText

/// The analysis of a document that changes: after an edit only the sentences that changed are matched again.
///
/// The report is always the one that a fresh `Linter.check` gives. Reading and cutting into sentences run over the
/// whole document, since a line far away can change what a block is; what costs most, matching and the making of words,
/// is taken from the run before wherever its inputs are the same.
public struct LiveAnalysis: Sendable {
  private var clauseMemory = ClauseMemory()
  private var findingMemory = FindingMemory()
  private var last = Linter.Checked()

  var text: Text { last.read.text }
  var sentences: Sentences { last.sentences }
  var rangesAreInFile: Bool { last.read.rangesAreInFile }
  private var clauses: [Clause] { last.clauses }

  /// What the document said when it was checked last.
  public var report: DocumentReport? { last.report }

  public init() {}

  /// Reads `document` and finds its clauses, as `Linter.check` does.
  @discardableResult
  public mutating func check(
    _ document: SourceDocument, with linter: Linter, kind: String? = nil, language: String? = nil
  ) -> DocumentReport {
    let report: DocumentReport
    (last, report) = linter.check(
      document, kind: kind, language: language, after: last, clauses: &clauseMemory, findings: &findingMemory)
    return report
  }

  /// A piece of the document by its offsets in the file (in the text, for documents that have no lines).
  public struct Piece: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
      /// `level` from 1; `title` are its words.
      case heading(level: Int, title: String)
      case block
      case sentence
      /// What a part of a clause names.
      case capture(name: String)
    }

    public var kind: Kind
    public var range: TextRange
  }

  /// The headings and the other blocks, in the document's order; empty for documents that have no lines.
  public var blocks: [Piece] {
    guard rangesAreInFile else { return [] }
    return text.blocks.filter { $0.range.length > 0 }.map { block in
      let kind: Piece.Kind
      if case .heading(let level) = block.kind {
        kind = .heading(level: level, title: text.string(in: block.range))
      } else {
        kind = .block
      }
      return Piece(kind: kind, range: text.map.origin(of: block.range))
    }
  }

  /// The sentence at byte `offset` of the file, if there is one.
  public func sentence(at offset: Int) -> Piece? {
    guard rangesAreInFile else { return nil }
    return sentences.sentences.lazy.map { text.map.origin(of: sentences.range(of: $0)) }
      .first { $0.start <= offset && offset <= $0.end }.map { Piece(kind: .sentence, range: $0) }
  }

  /// What the parts of all clauses name, in the order of the clauses.
  public var captures: [Piece] {
    guard rangesAreInFile else { return [] }
    return clauses.flatMap { clause in
      clause.captures.sorted { $0.key < $1.key }.map {
        Piece(kind: .capture(name: $0.key), range: text.map.origin(of: $0.value))
      }
    }
  }
}
