import Clauses
import Language
import Readers
import SourceText

/// A version of a document as it is compared: its report, and which sentence each clause stands in.
struct ComparedVersion {
  /// A clause of a sentence. Several matches of one rule in one sentence that say the same are one.
  struct Clause {
    var finding: Finding
    /// Index of the sentence.
    var sentence: Int
  }

  let report: DocumentReport
  let sentences: Sentences
  /// In the order of the text.
  let clauses: [Clause]

  /// What a sentence says, apart from its words.
  struct Key: Hashable {
    var sentence: Int
    var meaning: Finding.MeaningKey
  }

  init(report: DocumentReport, sentences: Sentences, text: Text) {
    self.report = report
    self.sentences = sentences
    let starts = sentences.sentences.map { text.map.origin(of: sentences.range(of: $0)).start }
    // A reader may give parts of a page in another order than the file has.
    let order = starts.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }
    let sorted = order.map { starts[$0] }
    var seen: Set<Key> = []
    clauses = report.findings.compactMap { finding in
      guard finding.kind == .clause, !order.isEmpty else { return nil }
      let sentence = order[sorted.lastIndex(upTo: finding.start.byte)]
      let key = Key(sentence: sentence, meaning: finding.meaningKey)
      return seen.insert(key).inserted ? Clause(finding: finding, sentence: sentence) : nil
    }
  }
}
