/// What stands on every patient's page around the findings.
protocol PageTexts: Sendable {
  /// The heading of the page.
  var pageHeading: String { get }
  /// The name of the page in a list of pages; `name` is the document.
  func pageTitle(_ name: String) -> String
  /// What to call a text that came without a name.
  var unnamedDocument: String { get }

  // MARK: What was read

  func couldNotRead(_ name: String) -> String
  /// What was read, and what kind of document it is taken for; `kind` is nil where that is not known.
  func didRead(_ name: String, words: Int, sentences: Int, kind: (title: String, isSure: Bool)?) -> String
  /// A sentence before the findings that warns of `problem`.
  func warning(_ problem: String) -> String
  var unknownKind: String { get }
  /// Nothing was found.
  var nothingFound: String { get }
  /// A part was not read, so that nothing is said to be left out.
  var notAllRead: String { get }

  // MARK: In short

  var summaryHeading: String { get }
  func found(lets: Int, promises: Int, choices: Int) -> String
  func answered(_ count: Int, of questions: Int) -> String
  func disagreements(_ count: Int) -> String
  func omissions(_ count: Int) -> String

  // MARK: Parts

  func heading(of section: PatientSection) -> String
  /// What to say if there is nothing in `section`.
  func nothing(in section: PatientSection) -> String
  var questionsHeading: String { get }
  /// The same where room is short.
  var questionsName: String { get }
  var missingHeading: String { get }
  /// What a reader must not conclude from what is missing.
  var silenceIsNoPromise: String { get }
  var conflictsHeading: String { get }
  var wordingHeading: String { get }
  var formHeading: String { get }

  // MARK: Only on the web page

  /// The link that leads past the head of the page.
  var skipLink: String { get }
  /// The name of the list of parts.
  var contentsName: String { get }
  /// How to get from the form back to a point.
  var formHint: String { get }
  /// The name of a box that is ticked, for those who cannot see it.
  var tickedBox: String { get }
  var emptyBox: String { get }
  /// The name of a link from the form to a point, for those who cannot see it.
  func backLink(_ number: Int, title: String) -> String

  // MARK: At the end

  var disclaimer: String { get }
  /// Where the page comes from; `date` is a day as 2026-11-24.
  func provenance(tool: String, rules: String, date: String) -> String
  /// Stands before the fingerprint of the file, with a colon.
  var fingerprint: String { get }
  /// The same at the end of a page.
  var fingerprintAtEnd: String { get }
}
