import Analysis
import Clauses
import SourceText

/// A form in Spanish with its text, and a report on it with findings of every kind, made by hand: rules play no part.
enum SpanishForm {
  static let lines = [
    "Uso de sus imágenes", "", "Nunca compartimos sus imágenes con nadie.", "",
    "Podemos compartir sus imágenes y sus notas con nuestros socios y con otros.", "",
    "Si la empresa que hizo el aparato lo pide, las copias pueden servir para enseñar a sus programas.", "",
    "Usted puede decir que no: llame a la recepción.", "", "No se toma ninguna decisión sin una persona.", "",
    "Los mensajes no van cifrados.", "", "Firma:", "", "- [ ] Acepto", "", "Sí\tNo", "",
    "Otra vez: sus notas pueden ir a nuestros socios.",
  ]
  static let text = lines.joined(separator: "\n")

  static let report = DocumentReport(
    path: "formularios/imágenes.txt", format: .text, language: "es",
    kind: KindGuess(id: "hipaa-authorization", title: "permiso para compartir datos médicos", confidence: 0.6),
    facts: Facts(words: 12_812, sentences: 640), findings: findings,
    problems: [.invalidEncoding(encoding: "UTF-8", count: 2, range: TextRange(start: 90, end: 91))],
    questions: questions,
    read: ReadText(text: read, rangesAreInFile: true, fileHash: String(repeating: "ab", count: 32)))

  /// The same form with more in it than two screens can show.
  static let long: DocumentReport = {
    var document = report
    document.findings += (0..<60).map { number in
      var finding = finding("group.rule-\(number)", .clause, .permits, .risk, "Firma", line: 15)
      finding.sentence = "Esta es la frase que dice una cosa propia del número \(number)."
      return finding
    }
    return document
  }()

  /// A document without lines, of a kind that is not known.
  static let word: DocumentReport = {
    var document = DocumentReport(
      path: "<stdin>", format: .docx, language: "es", kind: KindGuess(id: "general", title: nil, confidence: 0.5),
      facts: Facts(words: 1, sentences: 1),
      findings: [finding("ai.training", .clause, .permits, .risk, "enseñar a sus programas", line: 7)],
      problems: [.unreadPicture(pages: [2, 3], install: nil)])
    document.findings[0].place = .page(2, line: 14, confidence: 0.8)
    document.findings[0].heading = "Otros usos"
    return document
  }()

  /// Nothing found.
  static let silent = DocumentReport(
    path: "nota.txt", format: .text, language: "es", facts: Facts(words: 90, sentences: 4), findings: [], problems: [])

  private static let findings: [Finding] = [
    finding("sharing.no-sharing-promise", .clause, .denies, .protection, "Nunca compartimos sus imágenes", line: 3),
    finding("sharing.third-party", .clause, .permits, .risk, "compartir sus imágenes y sus notas", line: 5),
    finding("sharing.third-party", .clause, .conditional, .risk, "sus notas pueden ir a nuestros socios", line: 21),
    finding("ai.training", .clause, .conditional, .risk, "servir para enseñar a sus programas", line: 7),
    finding("choice.opt-out", .clause, .offersChoice, .protection, "decir que no", line: 9),
    finding("ai.automated-decision", .clause, .denies, .risk, "No se toma ninguna decisión", line: 11),
    finding("ai.ambient-recording", .clause, .offersChoice, .risk, "Acepto", line: 17),
    finding("security.encryption", .clause, .denies, .protection, "no van cifrados", line: 13),
    conflict,
    finding("missing.expiry", .missing, nil, .risk, "Firma:", line: 15),
    finding("wording.vague-recipient", .wording, nil, .risk, "otros", line: 5),
  ]

  private static let conflict: Finding = {
    var conflict = finding("conflicts.never-but-share", .conflict, nil, .risk, "Nunca compartimos", line: 3)
    let other = finding("sharing.third-party", .clause, .permits, .risk, "compartir sus imágenes", line: 5)
    conflict.related = [
      Finding.Related(
        rule: other.rule, message: "La otra parte.", start: other.start, end: other.end, quote: other.quote)
    ]
    return conflict
  }()

  private static let questions: [AnsweredQuestion] = {
    let (sharing, choice) = (findings[1], findings[4])
    return [
      AnsweredQuestion(
        id: "sharing", title: "¿Quién de fuera recibe sus datos, y a qué puede decir que no?",
        parts: [
          AnsweredQuestion.Part(about: "quién puede recibir sus datos", answer: .says, words: [words(sharing)]),
          AnsweredQuestion.Part(about: "si sus datos sirven para enseñar a una máquina", answer: .silent),
          AnsweredQuestion.Part(about: "a qué puede decir que no", answer: .silent),
        ], ask: "¿Quién recibe mis datos, y cómo digo que no?"),
      AnsweredQuestion(
        id: "speak-up", title: "¿Con quién puede hablar?",
        parts: [
          AnsweredQuestion.Part(
            about: "con quién puede hablar", answer: .touches, words: [words(choice)], but: "No dice con quién.")
        ], ask: "¿Con quién hablo?"),
    ]
  }()

  private static func words(_ finding: Finding) -> AnsweredQuestion.Words {
    AnsweredQuestion.Words(
      finding: finding.fingerprint, stance: finding.stance, quote: finding.quote, sentence: finding.sentence,
      start: finding.start, end: finding.end)
  }

  private static func finding(
    _ rule: String, _ kind: Finding.Kind, _ stance: Stance?, _ effect: Rule.Effect, _ quote: String, line: Int
  ) -> Finding {
    let before = lines.prefix(line - 1).map { $0 + "\n" }.joined().utf8.count
    let sentence = lines[line - 1]
    let head = sentence.firstRange(of: quote).map { sentence[..<$0.lowerBound] } ?? ""
    let (byte, column) = (before + head.utf8.count, head.count + 1)
    return Finding(
      rule: rule, kind: kind, stance: stance, effect: effect, level: .warning, title: "Un título de \(rule)",
      message: "Un mensaje de \(rule).", why: "Es bueno saberlo.", ask: "¿Y entonces?",
      start: LineIndex.Position(byte: byte, line: line, column: column),
      end: LineIndex.Position(byte: byte + quote.utf8.count, line: line, column: column + quote.count), quote: quote,
      sentence: sentence, captures: [:],
      see: [
        Rule.Citation(cite: "RGPD, artículo 7", read: "2026-11"), Rule.Citation(cite: "Un libro que nadie abrió"),
      ],
      fingerprint: "\(rule)/\(line)")
  }

  /// The blocks of the text, one a line.
  private static let read: Text = {
    var blocks: [Block] = []
    var start = 0
    for (index, line) in lines.enumerated() {
      let end = start + line.utf8.count
      defer { start = end + 1 }
      guard !line.isEmpty else { continue }
      let isItem = line.hasPrefix("- [ ] ")
      let kind: Block.Kind =
        index == 0 ? .heading(level: 1) : isItem ? .listItem(depth: 1) : line.contains("\t") ? .tableRow : .paragraph
      let range = TextRange(start: start + (isItem ? 6 : 0), end: end)
      blocks.append(Block(kind: kind, range: range, checkBox: isItem ? .unchecked : nil))
    }
    return Text(bytes: Array(text.utf8), blocks: blocks, map: .identity(length: text.utf8.count))
  }()
}
