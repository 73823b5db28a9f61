import Analysis
import Clauses
import SourceText

/// The report for programs, `consentlint/report/1`: see `schema/report-1.schema.json`.
///
/// Fields may be added, but never change their meaning. One line a finding, so that a report can be compared.
public struct JSONReport: Sendable {
  /// Bytes of a finding's `sentence` that are written; a longer one is cut around the quote.
  static let sentenceLimit = 2_000

  public init() {}

  /// The schema of a line in JSON Lines: the same object as a document of the report.
  static let lineSchema = "consentlint/document/1"

  /// What stands before the first document, and after the last.
  static let head =
    #"{"schema":"consentlint/report/1","tool":{"name":"\#(ToolVersion.name)","version":"\#(ToolVersion.current)"},"#
    + #""documents":["#
  static let tail = "]}\n"

  /// The report, ending in a line feed.
  public func render(_ report: Report) -> String {
    let documents = report.documents.map { "\n" + text(of: $0) }
    return Self.head + documents.joined(separator: ",") + Self.tail
  }

  /// The object of one document.
  func text(of document: DocumentReport) -> String {
    var json = JSONWriter()
    json.object { write(members: document, to: &$0) }
    return json.text
  }

  /// The same without a line feed in it, and with its schema.
  func line(of document: DocumentReport) -> String {
    var json = JSONWriter(breaksLines: false)
    json.object { json in
      json.key("schema")
      json.string(Self.lineSchema)
      write(members: document, to: &json)
    }
    return json.text
  }

  private func write(members document: DocumentReport, to json: inout JSONWriter) {
    json.key("path")
    json.string(document.path)
    json.key("format")
    json.string(document.format.rawValue)
    json.key("language")
    json.string(document.language)
    json.key("kind")
    write(document.kind, to: &json)
    json.key("facts")
    write(document.facts, to: &json)
    json.key("findings")
    json.array(document.findings) { json, finding in
      json.lineBreak()
      write(finding, to: &json)
    }
    json.key("problems")
    json.array(document.problems) { json, problem in
      write(problem, to: &json)
    }
    if !document.questions.isEmpty {
      json.key("questions")
      json.array(document.questions) { json, question in
        json.lineBreak()
        json.write(question)
      }
    }
    guard !document.suppressed.isEmpty else { return }
    json.key("suppressed")
    json.array(document.suppressed) { json, suppressed in
      json.lineBreak()
      write(suppressed, to: &json)
    }
  }

  private func write(_ suppressed: SuppressedFinding, to json: inout JSONWriter) {
    json.object { json in
      json.key("by")
      json.string(suppressed.source.rawValue)
      if let reason = suppressed.reason {
        json.key("reason")
        json.string(reason)
      }
      if let until = suppressed.until {
        json.key("until")
        json.string(until)
      }
      json.key("finding")
      write(suppressed.finding, to: &json)
    }
  }

  private func write(_ kind: KindGuess?, to json: inout JSONWriter) {
    guard let kind else {
      json.null()
      return
    }
    json.object { json in
      json.key("id")
      json.string(kind.id)
      json.key("confidence")
      json.hundredths(kind.confidence)
    }
  }

  private func write(_ facts: Facts, to json: inout JSONWriter) {
    json.object { json in
      json.key("words")
      json.integer(facts.words)
      json.key("sentences")
      json.integer(facts.sentences)
      if let grade = facts.fleschKincaidGrade {
        json.key("fleschKincaidGrade")
        json.tenths(grade)
      }
      if let smog = facts.smog {
        json.key("smog")
        json.tenths(smog)
        json.key("smogIsApproximate")
        json.boolean(facts.isSmogApproximate)
      }
      guard !facts.longestSentences.isEmpty else { return }
      json.key("longestSentences")
      json.array(facts.longestSentences) { json, sentence in
        json.object { json in
          json.key("words")
          json.integer(sentence.words)
          json.range(sentence.start, sentence.end)
          json.place(sentence.place, heading: nil)
        }
      }
    }
  }

  func write(_ finding: Finding, to json: inout JSONWriter) {
    json.object { json in
      json.key("rule")
      json.string(finding.rule)
      json.key("kind")
      json.string(finding.kind.rawValue)
      json.key("stance")
      json.string(finding.stance?.rawValue)
      json.key("effect")
      json.string(finding.effect.rawValue)
      json.key("level")
      json.string(finding.level.rawValue)
      json.key("title")
      json.string(finding.title)
      json.key("message")
      json.string(finding.message)
      json.key("why")
      json.string(finding.why)
      json.key("ask")
      json.string(finding.ask)
      json.range(finding.start, finding.end)
      json.place(finding.place, heading: finding.heading)
      json.key("quote")
      json.string(finding.quote)
      json.key("sentence")
      json.string(Excerpt.around(finding.quote, in: finding.sentence, limit: Self.sentenceLimit))
      json.key("captures")
      json.object { json in
        for (name, value) in finding.captures.sorted(by: { $0.key < $1.key }) {
          json.key(name)
          json.string(value)
        }
      }
      json.key("related")
      json.array(finding.related) { json, related in
        write(related, to: &json)
      }
      json.key("see")
      json.array(finding.see) { json, citation in
        write(citation, to: &json)
      }
      json.key("fingerprint")
      json.string(finding.fingerprint)
    }
  }

  private func write(_ related: Finding.Related, to json: inout JSONWriter) {
    json.object { json in
      if let rule = related.rule {
        json.key("rule")
        json.string(rule)
      }
      json.key("message")
      json.string(related.message)
      json.range(related.start, related.end)
      json.place(related.place, heading: related.heading)
      json.key("quote")
      json.string(related.quote)
    }
  }

  private func write(_ citation: Rule.Citation, to json: inout JSONWriter) {
    json.object { json in
      json.key("cite")
      json.string(citation.cite)
      if let url = citation.url {
        json.key("url")
        json.string(url)
      }
      if let read = citation.read {
        json.key("read")
        json.string(read)
      }
    }
  }

  func write(_ problem: Problem, to json: inout JSONWriter) {
    json.object { json in
      json.key("kind")
      json.string(ProblemText.kind(of: problem))
      json.key("message")
      json.string(ProblemText.message(for: problem))
      json.key("hidesText")
      json.boolean(problem.hidesText)
    }
  }
}
