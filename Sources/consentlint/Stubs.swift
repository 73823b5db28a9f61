// To be removed as soon as Analysis has these.
import Analysis
import Clauses
import RulePack

extension Linter {
  static var builtInPacks: [RulePack] { BuiltInRules.packs }
  static func builtIn() throws(PackError) -> Linter { try Linter(packs: builtInPacks) }
}
