import Analysis
import Clauses
import Foundation
import Language
import Readers
import RulePack
import SourceText

/// Prints the speed of each step of the analysis, over the texts of a folder. See README.md.
struct Benchmarks {
  let corpus: Corpus
  let packs: [RulePack]
  /// The one line to measure, for profiling; nil = all.
  let only: String?

  func run() throws {
    print(Machine.description)
    print("\(corpus.documents.count) texts of \(corpus.folder), \(corpus.bytes) bytes\n")
    try printSpeeds(try Matcher(english, language: .english))
    try printStart()
  }

  private var english: RulePack {
    packs.first { $0.language == Language.english.code } ?? RulePack(language: "en", rules: [], lexicon: [])
  }

  private func printSpeeds(_ matcher: Matcher) throws {
    let texts = corpus.documents.map { Reader.read($0).text }
    let segmenter = Segmenter(.english)
    let sentences = texts.map { segmenter.sentences(of: $0) }
    let finder = try ClauseFinder(english, language: .english)
    let linter = try Linter(packs: packs)

    line("read", "blocks") { corpus.documents.reduce(0) { $0 + Reader.read($1).text.blocks.count } }
    line("sentences", "tokens") { texts.reduce(0) { $0 + segmenter.sentences(of: $1).tokens.count } }
    line("engine", "matches") { sentences.reduce(0) { $0 + matcher.matchCount(in: $1) } }
    line("engine and stance", "clauses") { sentences.reduce(0) { $0 + finder.clauses(in: $1).count } }
    if let measure = Language.english.reading {
      line("readability", "words") {
        zip(texts, sentences).reduce(0) { $0 + Readability($1.1, of: $1.0, measure: measure).words }
      }
    }
    line("whole pipeline", "findings") { corpus.documents.reduce(0) { $0 + linter.check($1).findings.count } }
  }

  private func printStart() throws {
    let code = Array(PackCoding.encode(packs).utf8)
    print("")
    line("decode rules", "rules", isStart: true) {
      ((try? code.withUnsafeBufferPointer { try PackCoding.decode($0) }) ?? []).reduce(0) { $0 + $1.rules.count }
    }
    line("compile matcher", "matchers", isStart: true) {
      (try? Matcher(english, language: .english)) == nil ? 0 : 1
    }
    line("load matcher", "matchers", isStart: true) {
      BuiltInRules.patterns(of: "en").flatMap { ClauseFinder(english, image: $0) } == nil ? 0 : 1
    }
  }

  /// One line of the table: name, speed unless the work is done once at start, time, what was counted.
  private func line(_ name: String, _ unit: String, isStart: Bool = false, work: () -> Int) {
    if let only, only != name { return }
    let measurement = Measurement(work)
    let speed = isStart ? "" : String(format: "%.1f MB/s", measurement.megabytesPerSecond(bytes: corpus.bytes))
    let time = String(format: "%.2f ms", measurement.milliseconds)
    let count = "\(measurement.count) \(unit), best of \(measurement.runs)"
    print(column(name, 18, isLeft: true) + column(speed, 14) + column(time, 14) + "   " + count)
  }

  private func column(_ text: String, _ width: Int, isLeft: Bool = false) -> String {
    let padding = String(repeating: " ", count: max(0, width - text.count))
    return isLeft ? text + padding : padding + text
  }
}

do {
  let corpus = try Corpus.chosen(by: CommandLine.arguments)
  let only = CommandLine.arguments.count > 2 ? CommandLine.arguments[2] : nil
  try Benchmarks(corpus: corpus, packs: BuiltInRules.packs, only: only).run()
} catch {
  FileHandle.standardError.write(Data("benchmarks: \(error.localizedDescription)\n".utf8))
  exit(1)
}
