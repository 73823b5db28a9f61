extension EnglishTexts {
  var pageHeading: String { "What this form says about your data" }
  func pageTitle(_ name: String) -> String { "What this form says: \(name)" }
  var unnamedDocument: String { "your text" }

  // MARK: What was read

  func couldNotRead(_ name: String) -> String { "I could not read \(name)." }

  func didRead(_ name: String, words: Int, sentences: Int, kind: (title: String, isSure: Bool)?) -> String {
    let size = "\(EnglishCount.text(words, "word")) in \(EnglishCount.text(sentences, "sentence"))."
    guard let kind else { return "I read \(name): \(size)" }
    let article = "aeiou".contains(kind.title.lowercased().prefix(1)) ? "an" : "a"
    return "I read \(name) as \(article) \(kind.title)\(kind.isSure ? "" : ", but I am not sure"): \(size)"
  }

  func warning(_ problem: String) -> String { "Please note: " + problem }
  var unknownKind: String { "I do not know what kind of form it is." }

  var nothingFound: String {
    "I found none of the clauses I know. That does not mean that the form says nothing about your data,"
      + " or that nothing will be done with it: it may use words that I do not know."
  }

  var notAllRead: String { "I could not read all of this document, so I cannot tell what it leaves out." }

  // MARK: In short

  var summaryHeading: String { "In short" }

  func found(lets: Int, promises: Int, choices: Int) -> String {
    "I found \(EnglishCount.text(lets, "thing")) that the form lets others do,"
      + " \(EnglishCount.text(promises, "promise")) and \(EnglishCount.text(choices, "choice")) for you."
  }

  func answered(_ count: Int, of questions: Int) -> String {
    "Of \(questions) questions that are good to ask, it answers \(count)."
  }

  func disagreements(_ count: Int) -> String {
    "In \(EnglishCount.text(count, "place")) two parts of it may not agree."
  }

  func omissions(_ count: Int) -> String {
    "It leaves out \(EnglishCount.text(count, "thing")) that such a form should have."
  }

  // MARK: Parts

  func heading(of section: PatientSection) -> String {
    switch section {
    case .lets: "What the form lets others do"
    case .promises: "What the form promises"
    case .choices: "Your choices"
    }
  }

  func nothing(in section: PatientSection) -> String {
    switch section {
    case .lets: "I found nothing of this kind that I know."
    case .promises: "I found no promise that I know."
    case .choices: "I found no choice that the form gives you."
    }
  }

  var questionsHeading: String { "Seven questions, and what the form says" }
  var questionsName: String { "Seven questions" }
  var missingHeading: String { "What the form does not say" }
  var silenceIsNoPromise: String { "Silence is not a promise: what a form does not say may still be done." }
  var conflictsHeading: String { "Where the form contradicts itself" }
  var wordingHeading: String { "Vague words" }
  var formHeading: String { "The whole form" }

  // MARK: Only on the web page

  var skipLink: String { "Skip to the answers" }
  var contentsName: String { "Parts of this page" }
  var formHint: String { "A number after marked words leads back to the point that speaks of them." }
  var tickedBox: String { "ticked box" }
  var emptyBox: String { "empty box" }
  func backLink(_ number: Int, title: String) -> String { "\(number), back to: \(title)" }

  // MARK: At the end

  var disclaimer: String {
    "This is not legal advice. I look for words that I know: I can miss some, and I can be wrong."
      + " Read the form yourself, and ask before you sign."
  }

  func provenance(tool: String, rules: String, date: String) -> String {
    "Made with \(tool) and rules \(rules) on \(date)."
  }

  var fingerprint: String { "Fingerprint of the file (SHA-256):" }
  var fingerprintAtEnd: String { "The file's fingerprint (SHA-256):" }
}
