import Analysis
import Clauses
import Foundation
import Language

/// Packs whose files are being written: what cannot be compiled is told and left out, so that the fault of one author
/// does not stop the others.
struct DraftPacks {
  private(set) var packs: [RulePack]

  init(_ packs: [RulePack]) {
    self.packs = packs
  }

  /// A linter with what can be compiled of the packs.
  mutating func linter(_ language: Language) throws -> Linter {
    var faults = Set<String>()
    while true {
      do {
        return try Linter(packs: packs, language: language)
      } catch {
        let fault = "\(language.code): error: \(error)\n"
        FileHandle.standardError.write(Data(fault.utf8))
        // What was left out once does not come again.
        guard faults.insert(fault).inserted else { throw error }
        packs = packs.map { $0.language == language.code ? without(error, $0) : $0 }
      }
    }
  }

  private func without(_ error: PackError, _ pack: RulePack) -> RulePack {
    var pack = pack
    switch error {
    case .pattern(let rule, let source, _):
      for index in pack.rules.indices where pack.rules[index].id == rule {
        pack.rules[index].find.removeAll { $0.pattern == source }
        pack.rules[index].unless.removeAll { $0 == source }
      }
    case .lexicon(.unknownClass(let name, _)), .lexicon(.circular(let name)):
      pack.lexicon.removeAll { $0.name == name }
      pack.lexicon.append(LexiconClass(name: name, entries: []))
    case .lexicon(.syntax(let entry, let name, _)), .lexicon(.notAPhrase(let entry, let name)),
      .lexicon(.tooMany(let entry, let name)):
      for index in pack.lexicon.indices where pack.lexicon[index].name == name {
        pack.lexicon[index].entries.removeAll { $0 == entry }
      }
    }
    return pack
  }
}
