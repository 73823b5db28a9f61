import Analysis
import ProjectConfiguration

/// What kinds of forms a folder has, and what is found in them.
struct FolderSurvey {
  private(set) var documents = 0
  /// Sure kinds.
  private(set) var kinds: [String: Int] = [:]
  /// By folder: its sure kinds.
  private(set) var folders: [String: [String: Int]] = [:]
  /// Rules with a warning or an error, by number of documents.
  private(set) var rules: [String: Int] = [:]

  /// - Parameter name: the document's path from the folder.
  mutating func add(_ report: DocumentReport, name: String) {
    documents += 1
    if let kind = report.kind, kind.isSure {
      kinds[kind.id, default: 0] += 1
      if let slash = name.lastIndex(of: "/") { folders[String(name[..<slash]), default: [:]][kind.id, default: 0] += 1 }
    }
    for rule in Set(report.findings.filter { $0.level > .note }.map(\.rule)) { rules[rule, default: 0] += 1 }
  }
}

/// The text of a first configuration file. What is commented out works as it stands once its `# ` is taken away.
struct FirstConfiguration {
  let survey: FolderSurvey
  /// The kinds of document that there are.
  let kinds: [String]

  var text: String {
    """
    # Settings of ConsentLint for this folder and those below it. A file of this name in a folder below counts more.
    # What applies to a form, and why: consentlint config show FORM
    #
    # \(found)

    # Look no further up for such files.
    root: true

    # The lowest level that makes `consentlint lint` fail: error, warning, note or never.
    fail-level: warning

    # Paths to leave out. * stands for a part of a name, ** for any folders.
    # ignore: [archive/, "*.draft.md"]

    # Kinds of document, where they should not be guessed:
    # \(Self.wrapped(kinds.joined(separator: ", ")))
    # kinds:
    \(kindLines)

    # Other levels for rules (error, warning, note, off), for groups, and for some paths.
    # levels:
    #   \(commonest): error
    #   liability.*: { level: note, paths: ["drafts/**"] }

    # Rules of your house.
    # policy:
    #   ai-needs-opt-out:
    #     require-when:
    #       when: { rule: ai.training, stance: [permits, conditional] }
    #       require: { rule: choice.opt-out, stance: offers-choice }
    #     message: Where data may train AI, the form must offer a way to opt out.
    #   no-vendors:
    #     forbid: { rule: sharing.third-party-ai-vendor, stance: permits, words: [head scan, brain] }
    #     message: We never share head scans with vendors.
    #     level: error

    # A folder with rules of your own.
    # rules: our-rules/

    # Findings that were accepted: consentlint baseline create
    # baseline: \(BaselineFile.usualName)

    """
  }

  private var found: String {
    guard survey.documents > 0 else { return "There were no forms here yet when this was written." }
    let counts = survey.kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
    let sure = survey.kinds.values.reduce(0, +)
    let rest = survey.documents > sure ? ["\(survey.documents - sure) of no sure kind"] : []
    return Self.wrapped("Read for this: \(survey.documents) forms (\((counts + rest).joined(separator: ", "))).")
  }

  /// A line for each folder whose forms are of one kind; an example if there is none.
  private var kindLines: String {
    let lines = survey.folders.sorted { $0.key < $1.key }.compactMap { folder, kinds -> String? in
      guard kinds.count == 1, let kind = kinds.first, kind.value > 1, !folder.contains("\"") else { return nil }
      return "#   \"\(folder)/**\": \(kind.key)"
    }
    return lines.isEmpty ? "#   \"research/**\": research-icf" : lines.joined(separator: "\n")
  }

  private var commonest: String {
    survey.rules.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "ai.training"
  }

  /// `text` in lines of a comment.
  private static func wrapped(_ text: String) -> String {
    var lines: [String] = [""]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].count + word.count > 110 { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines.joined(separator: "\n# ")
  }
}
