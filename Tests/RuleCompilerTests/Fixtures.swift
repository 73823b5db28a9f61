import Clauses
import RuleCompiler

/// Small files in place of the real ones.
enum Fixtures {
  /// Lines are numbered for the tables of faults: keep their order.
  static let rule = """
    title: Your images may be sold
    effect: risk
    level: warning
    since: 0.1.0
    find:
      - "@give … <data: @image> … (to|for) buyer"
      - denies: never sell @image
    unless:
      - sell … house
    message:
      permits: "Your {data} may be sold."
      denies: The form says that nothing is sold.
    why: |
      A buyer can do with them what it likes.
      You are not asked again.
    ask: Who buys my images?
    see:
      - cite: 45 CFR 164.502(a)
        url: https://example.org/law
        read: 2026-11
      - cite: A paper
    maps: { dpv: "dpv:Sell", opp115: Third Party Sharing/Collection }
    tests:
      flags:
        - "We may [[sell scans to a buyer]]."
        - denies: We will [[never sell scans]].
      passes:
        - "We sell tea."
        - Scans are kept.
    """

  static let translation = """
    title: Sus imágenes pueden venderse
    find:
      - "vender … <data: @image>"
    message: "Sus {data} pueden venderse."
    why: Un comprador puede usarlas como quiera.
    ask: ¿Quién compra mis imágenes?
    tests:
      flags:
        - Podemos [[vender imágenes]].
        - Podemos [[vender fotos]].
      passes:
        - Vendemos té.
        - Las imágenes se guardan.
    """

  static let give = "title: Verbs of giving\nwords:\n  - give\n  - \"@sell\"\n"
  static let sell = "title: Verbs of selling\nwords: [sell, hand over]\n"
  static let image = "title: Pictures of the body\nwords: [scan, x ray]\n"
  static let imagen = "title: Imágenes\nwords: [imagen, foto]\n"

  static let files = [
    RuleSourceFile(path: "Rules/sharing/sale.yaml", text: rule),
    RuleSourceFile(path: "Rules/sharing/sale.es.yaml", text: translation),
    RuleSourceFile(path: "Rules/lexicon/give.yaml", text: give),
    RuleSourceFile(path: "Rules/lexicon/sell.yaml", text: sell),
    RuleSourceFile(path: "Rules/lexicon/image.yaml", text: image),
    RuleSourceFile(path: "Rules/lexicon/image.es.yaml", text: imagen),
  ]

  /// The files with one text in one of them replaced.
  static func files(in path: String, replacing old: String, by new: String) -> [RuleSourceFile] {
    files.map { file in
      guard file.path.hasSuffix(path) else { return file }
      return RuleSourceFile(path: file.path, text: file.text.replacing(old, with: new, maxReplacements: 1))
    }
  }

  /// `path:line:column: error: message` of each fault.
  static func faults(_ files: [RuleSourceFile]) -> [String] {
    RulePackLoader.load(files: files).diagnostics.map(\.description)
  }
}
