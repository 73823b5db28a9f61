import Language
import SourceText

/// The matcher's tables as one run of 8-byte words, laid out as its loops read them: a program carries the image of the
/// built-in rules, and nothing of it is decoded or copied at start.
///
/// The first word says which version and layout the image has; then come, for each section, its first word and the
/// number of its elements; then the sections.
enum MatcherImage {
  enum Section: Int, CaseIterable {
    case words, rows, sets, marks, firstStates, phraseEdges, phraseFilter, phraseRows, always
    case requiredSets, programs, instructions, cueSets, captureNames, sizes
  }

  /// Changes with each change of a section's meaning.
  private static let version = 3
  private static let headerWords = 1 + 2 * Section.allCases.count

  /// Says whether an image was made by this version of the program for this kind of machine.
  private static var mark: UInt64 {
    let layouts = [
      MemoryLayout<MatcherView.Word>.stride, MemoryLayout<MatcherView.Row>.stride,
      MemoryLayout<MatcherView.Mark>.stride, MemoryLayout<MatcherTables.Program>.stride,
      MemoryLayout<MatcherTables.Instruction>.stride, Section.allCases.count, version,
    ]
    return layouts.reduce(0x636C) { $0 << 8 | UInt64($1 & 0xFF) }
  }

  /// The image of `tables`. The same tables give the same words.
  static func words(of tables: MatcherTables) -> [UInt64] {
    let lists = FlatLists(tables)
    let words = wordTable(of: tables)
    var image = Writer(headerWords: headerWords)
    image.add(.words, words)
    image.add(.rows, lists.rows)
    image.add(.sets, lists.sets)
    image.add(.marks, lists.marks)
    image.add(.firstStates, firstStates(of: tables))
    image.add(.phraseEdges, tables.phraseEdges)
    image.add(.phraseFilter, tables.phraseFilter)
    image.add(.phraseRows, tables.phraseRows)
    image.add(.always, lists.always)
    image.add(.requiredSets, tables.requiredSets)
    image.add(.programs, tables.programs)
    image.add(.instructions, tables.instructions)
    image.add(.cueSets, tables.cueSets)
    image.add(.captureNames, Array(tables.captureNames.joined(separator: "\n").utf8))
    let sizes = MatcherView.Sizes(
      sets: tables.setCount, longestProgram: tables.programs.reduce(0) { max($0, Int($1.count)) },
      instructions: tables.instructions.count)
    image.add(.sizes, [sizes])
    image.words[0] = mark
    return image.words
  }

  /// The words by their keys, in a table that is sparse, so that most look-ups end at the first place.
  private static func wordTable(of tables: MatcherTables) -> [MatcherView.Word] {
    let count = PhraseEdge.capacity(for: tables.wordKeys.count) * 2
    var words = [MatcherView.Word](repeating: .init(), count: count)
    for (key, facts) in zip(tables.wordKeys, tables.wordFacts) where key != 0 {
      var place = Int(truncatingIfNeeded: key) & (count - 1)
      while words[place].key != 0 { place = (place + 1) & (count - 1) }
      words[place] = .init(key: key, facts)
    }
    return words
  }

  private static func firstStates(of tables: MatcherTables) -> [UInt32] {
    var states = [UInt32](repeating: 0, count: Int(tables.wordFacts.map(\.phraseClass).max() ?? 0) + 1)
    for facts in tables.wordFacts { states[Int(facts.phraseClass)] = facts.firstState }
    return states
  }

  /// Puts sections one after the other, each at a whole word.
  private struct Writer {
    var words: [UInt64]

    init(headerWords: Int) {
      words = [UInt64](repeating: 0, count: headerWords)
    }

    /// Types with gaps in their layout would give other bytes each time.
    mutating func add<Element: BitwiseCopyable>(_ section: Section, _ elements: [Element]) {
      let start = words.count
      words[1 + 2 * section.rawValue] = UInt64(start)
      words[2 + 2 * section.rawValue] = UInt64(elements.count)
      elements.withUnsafeBytes { bytes in
        words += [UInt64](repeating: 0, count: (bytes.count + 7) / 8)
        words.withUnsafeMutableBytes { target in
          UnsafeMutableRawBufferPointer(rebasing: target[(start * 8)...]).copyMemory(from: bytes)
        }
      }
    }
  }

  /// Finds the sections of an image.
  struct Sections {
    private let base: UnsafePointer<UInt64>

    /// nil if the image was made by another version of the program.
    init?(_ image: UnsafeBufferPointer<UInt64>) {
      guard let base = image.baseAddress, image.count >= headerWords, base[0] == mark else { return nil }
      self.base = base
    }

    /// The sections of an image that `words(of:)` just made.
    init(made base: UnsafePointer<UInt64>) {
      self.base = base
    }

    var captureNames: [String] {
      let bytes = UnsafeBufferPointer<UInt8>(start: start(.captureNames), count: count(.captureNames))
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    func count(_ section: Section) -> Int {
      Int(base[2 + 2 * section.rawValue])
    }

    func start<Element: BitwiseCopyable>(_ section: Section, as type: Element.Type = Element.self)
      -> UnsafePointer<Element>
    {
      UnsafeRawPointer(base + Int(base[1 + 2 * section.rawValue])).assumingMemoryBound(to: Element.self)
    }
  }
}
