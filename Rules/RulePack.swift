import Clauses

/// The rules that are built into the program.
public enum BuiltInRules {
  /// One pack a language, in the order of language codes; read once, at first use, in under a millisecond.
  ///
  /// The text is made by the build from the YAML files of this folder. It cannot be damaged without the
  /// build being so; should it be, there are no rules, and a test says so.
  public static let packs: [RulePack] = {
    let text = GeneratedRules.pack
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return (try? PackCoding.decode(bytes)) ?? []
  }()

  /// The compiled patterns of the English pack, for `ClauseFinder`.
  public static var englishTables: UnsafeBufferPointer<UInt8> {
    let text = GeneratedRules.englishTables
    return UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}
