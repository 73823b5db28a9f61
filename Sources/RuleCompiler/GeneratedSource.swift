import Clauses
import Language

/// The C file that carries the built-in rules into the program: constants of C lie in its read-only data, so nothing is
/// copied or built at start. See `CompiledRules.h`.
public enum GeneratedSource {
  /// The file for `packs`, one a language in the order of language codes.
  public static func c(packs: [RulePack]) throws(PackError) -> String {
    var file = "// Made by rulec from the YAML files. Do not edit.\n#include \"CompiledRules.h\"\n\n"
    var languages = ""
    for pack in packs {
      guard let language = Language.named(pack.language) else { continue }
      let image = try ClauseFinder.compiledImage(of: pack, language: language)
      let cues = try Self.cues(of: pack, language: language)
      let text = Array(PackCoding.encode([pack]).utf8)
      file += "static const uint8_t pack_\(language.code)[] = {\n\(rows(text))};\n\n"
      file += "static const uint64_t patterns_\(language.code)[] = {\n\(rows(image))};\n\n"
      file += "static const uint64_t cues_\(language.code)[] = {\n\(rows(cues))};\n\n"
      languages +=
        "    {\"\(language.code)\", pack_\(language.code), \(text.count), patterns_\(language.code), \(image.count), "
      languages += "cues_\(language.code), \(cues.count)},\n"
    }
    file += "static const CompiledLanguage languages[] = {\n\(languages)    {NULL, NULL, 0, NULL, 0, NULL, 0},\n};\n\n"
    let languageCount = languages.split(separator: "\n").count
    let base = packs.first { $0.language == RuleFileRole.baseLanguage }
    let kinds = KindTable.words(of: base?.kinds ?? [])
    file += "static const uint64_t kinds[] = {\n\(rows(kinds))};\n\n"
    let questions = KindTable.words(ofPhrasesOf: base?.questions ?? [])
    file += "static const uint64_t questions[] = {\n\(rows(questions))};\n\n"
    file += "const CompiledRules compiledRules = {\n"
    file += "    languages, \(languageCount), kinds, \(kinds.count), questions, \(questions.count)};\n"
    return file
  }

  private static func cues(of pack: RulePack, language: Language) throws(PackError) -> [UInt64] {
    do { return try CueTable.words(of: pack.cues, language: language) } catch { throw .lexicon(error) }
  }

  private static func rows<Number: UnsignedInteger>(_ numbers: [Number]) -> String {
    var text = ""
    for start in stride(from: 0, to: numbers.count, by: 16) {
      for number in numbers[start..<min(start + 16, numbers.count)] { text += "\(number)u," }
      text += "\n"
    }
    return text
  }
}
