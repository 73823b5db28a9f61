import Analysis
import Clauses
import SourceText

/// The objects of SARIF that results are made of.
extension JSONWriter {
  /// Writes the member `message`.
  mutating func message(_ text: String) {
    key("message")
    // In a message `[words](1)` is a link to a place; a form's own brackets are none.
    multiformat(text.replacing("](", with: "] ("))
  }

  /// Writes a location: lines and columns where the file has them, else a place in words.
  mutating func location(
    path: String, _ start: LineIndex.Position, _ end: LineIndex.Position, place: Place?, quote: String,
    heading: String?, id: Int? = nil, message text: String? = nil
  ) {
    object { json in
      if let id {
        json.key("id")
        json.integer(id)
      }
      json.key("physicalLocation")
      json.object { json in
        json.artifact(path)
        guard place == nil else { return }
        json.key("region")
        json.object { json in
          json.key("startLine")
          json.integer(start.line)
          json.key("startColumn")
          json.integer(start.column)
          json.key("endLine")
          json.integer(max(start.line, end.line))
          json.key("endColumn")
          json.integer(end.line > start.line ? end.column : max(start.column, end.column))
          guard !quote.isEmpty else { return }
          json.key("snippet")
          json.multiformat(quote)
        }
      }
      if let place {
        json.key("logicalLocations")
        json.array(0..<1) { json, _ in
          json.object { json in
            json.key("name")
            json.string(PlaceText.short(place))
            json.key("fullyQualifiedName")
            json.string(PlaceText.long(place, heading: heading))
          }
        }
      }
      if let text { json.message(text) }
    }
  }

  /// Writes an element of `rules`.
  mutating func write(_ finding: Finding) {
    object { json in
      json.key("id")
      json.string(finding.rule)
      json.key("shortDescription")
      json.multiformat(finding.title)
      if !finding.why.isEmpty {
        json.key("fullDescription")
        json.multiformat(finding.why)
      }
      json.key("help")
      json.object { json in
        json.key("text")
        json.string(SARIFHelp.text(for: finding))
        json.key("markdown")
        json.string(SARIFHelp.markdown(for: finding))
      }
      if let url = finding.see.lazy.compactMap(\.url).first {
        json.key("helpUri")
        json.string(url)
      }
      json.key("properties")
      json.object { json in
        json.key("tags")
        json.array(["consent", finding.rule.split(separator: ".").first.map(String.init) ?? finding.rule]) {
          $0.string($1)
        }
      }
    }
  }

  /// Writes an element of `suppressions`.
  mutating func write(_ allowed: SuppressedFinding) {
    object { json in
      json.key("kind")
      json.string(allowed.source == .document ? "inSource" : "external")
      json.key("status")
      json.string("accepted")
      if let reason = allowed.reason {
        json.key("justification")
        json.string(allowed.until.map { "\(reason) (until \($0))" } ?? reason)
      }
    }
  }

  /// Writes an element of `toolExecutionNotifications`.
  mutating func write(_ notification: SARIFNotification) {
    object { json in
      json.key("level")
      json.string(notification.isError ? "error" : "warning")
      json.message(notification.message)
      json.key("descriptor")
      json.object { json in
        json.key("id")
        json.string("problem.\(notification.kind)")
      }
      json.key("locations")
      json.array(0..<1) { json, _ in
        json.object { json in
          json.key("physicalLocation")
          json.object { $0.artifact(notification.path) }
        }
      }
    }
  }

  private mutating func multiformat(_ text: String) {
    object { json in
      json.key("text")
      json.string(text)
    }
  }

  private mutating func artifact(_ path: String) {
    key("artifactLocation")
    object { json in
      json.key("uri")
      json.string(SARIFPath.uri(of: path))
    }
  }
}

enum SARIFPath {
  /// A relative reference, or a `file:` URI for an absolute path.
  static func uri(of path: String) -> String {
    let encoded = path.utf8.map { byte -> String in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        String(UnicodeScalar(byte))
      default: (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
    return encoded.hasPrefix("/") ? "file://" + encoded : encoded
  }
}
