/// Rule packs as one text that is read at start without YAML: what the rule compiler puts into the program.
///
/// The text is a row of fields, each `<value>` or `<bytes> <text>` and a line feed: numbers are decimal,
/// texts come with their length in UTF-8 bytes. Lists begin with their count. The same packs always give
/// the same text.
public enum PackCoding {
  /// First field. The number changes with the form.
  fileprivate static let header = "consentlint-pack 5"

  /// - Returns: the packs as one text.
  public static func encode(_ packs: [RulePack]) -> String {
    var writer = PackWriter()
    writer.write(header)
    writer.write(packs) { writer, pack in
      writer.write(pack.language)
      writer.write(pack.lexicon) { writer, item in
        writer.write(item.name)
        writer.write(item.entries) { $0.write($1) }
      }
      writer.write(pack.rules) { $0.write($1) }
      writer.write(pack.missing) { $0.write($1) }
      writer.write(pack.conflicts) { $0.write($1) }
      writer.write(pack.kinds) { writer, kind in
        writer.write(kind.id)
        writer.write(kind.title)
        writer.write(kind.titles)
        writer.write(kind.cueText)
      }
      writer.write(pack.questions) { $0.write($1) }
    }
    return writer.text
  }

  /// Reads what `encode` wrote. Never traps, whatever the bytes are.
  /// - Parameters:
  ///   - bytes: UTF-8; read only during the call.
  ///   - content: what is needed of the packs.
  public static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, content: PackContent = .all
  ) throws(PackCodingError) -> [RulePack] {
    var reader = PackReader(bytes: bytes, content: content)
    guard try reader.text() == header else { throw PackCodingError(offset: 0) }
    let packs = try reader.list { reader throws(PackCodingError) in
      RulePack(
        language: try reader.text(),
        lexicon: try reader.list { reader throws(PackCodingError) in
          LexiconClass(name: try reader.authorsText(), entries: try reader.authorsTexts())
        },
        rules: try reader.list { reader throws(PackCodingError) in try reader.rule() },
        missing: try reader.list { reader throws(PackCodingError) in try reader.missingRule() },
        conflicts: try reader.list { reader throws(PackCodingError) in try reader.conflictRule() },
        kinds: try reader.list { reader throws(PackCodingError) in
          DocumentKind(
            id: try reader.text(), title: try reader.text(),
            titles: try reader.dictionary { reader throws(PackCodingError) in try reader.text() },
            cueText: try reader.text())
        },
        questions: try reader.list { reader throws(PackCodingError) in try reader.question() })
    }
    guard reader.isAtEnd else { throw reader.fault }
    return packs
  }
}

/// What is read of packs.
public enum PackContent: Sendable {
  case all
  /// What a check needs beside the compiled patterns: without the texts of patterns, cues, words and examples, which
  /// are empty then. There are as many as before.
  case forChecking
}

/// The text is no pack of this version, or is damaged.
public struct PackCodingError: Error, Sendable, Equatable {
  /// Where reading stopped, in bytes.
  public var offset: Int
}

extension RulePack {
  /// The order in which the fields are written.
  fileprivate init(
    language: String, lexicon: [LexiconClass], rules: [Rule], missing: [MissingRule], conflicts: [ConflictRule],
    kinds: [DocumentKind], questions: [Question]
  ) {
    self.init(
      language: language, rules: rules, missing: missing, conflicts: conflicts, lexicon: lexicon, kinds: kinds,
      questions: questions)
  }
}
