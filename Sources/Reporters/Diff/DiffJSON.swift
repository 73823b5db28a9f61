import Analysis
import SourceText

/// A comparison for programs, `consentlint/diff/1`: see `schema/diff-1.schema.json`. A finding is written as in a report.
public struct DiffJSON: Sendable {
  public init() {}

  /// The comparison, ending in a line feed.
  public func render(_ comparison: Comparison) -> String {
    var json = JSONWriter()
    json.object { json in
      json.key("schema")
      json.string("consentlint/diff/1")
      json.key("tool")
      json.object { json in
        json.key("name")
        json.string(ToolVersion.name)
        json.key("version")
        json.string(ToolVersion.current)
      }
      json.key("old")
      write(comparison.old, to: &json)
      json.key("new")
      write(comparison.new, to: &json)
      json.key("lost")
      json.boolean(comparison.hasLoss)
      writeCounts(comparison, to: &json)
      json.key("changes")
      let wording = DiffWording(comparison)
      json.array(comparison.changes) { json, change in
        json.lineBreak()
        write(change, wording, to: &json)
      }
      json.key("matched")
      json.array(comparison.matched) { json, clause in
        json.lineBreak()
        write(clause, to: &json)
      }
    }
    return json.text + "\n"
  }

  private func write(_ document: DocumentReport, to json: inout JSONWriter) {
    json.object { json in
      json.key("path")
      json.string(document.path)
      json.key("format")
      json.string(document.format.rawValue)
      json.key("kind")
      json.string(document.kind?.id)
      json.key("problems")
      json.array(document.problems) { json, problem in JSONReport().write(problem, to: &json) }
    }
  }

  private func writeCounts(_ comparison: Comparison, to json: inout JSONWriter) {
    let (moved, reworded) = comparison.counts
    json.key("counts")
    json.object { json in
      for (name, count) in [
        ("changes", comparison.changes.count), ("moved", moved), ("reworded", reworded),
        ("unchanged", comparison.unchanged),
      ] {
        json.key(name)
        json.integer(count)
      }
    }
  }

  private func write(_ change: Change, _ wording: DiffWording, to json: inout JSONWriter) {
    json.object { json in
      json.key("change")
      json.string(change.kind.rawValue)
      json.key("lost")
      json.boolean(change.kind.isLoss)
      json.key("minor")
      json.boolean(change.kind.isMinor)
      json.key("rule")
      json.string(change.rule)
      json.key("headline")
      json.string(wording.headline(change))
      json.key("names")
      json.array(change.names) { json, name in json.string(name) }
      for (name, findings) in [("old", change.old), ("new", change.new)] {
        json.key(name)
        json.array(findings) { json, finding in JSONReport().write(finding, to: &json) }
      }
    }
  }

  private func write(_ clause: MatchedClause, to json: inout JSONWriter) {
    json.object { json in
      json.key("moved")
      json.boolean(clause.isMoved)
      json.key("reworded")
      json.boolean(clause.isReworded)
      json.key("old")
      JSONReport().write(clause.old, to: &json)
      json.key("new")
      JSONReport().write(clause.new, to: &json)
    }
  }
}
