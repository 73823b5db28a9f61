/// The sentences of a letter in the patient's voice. It asks and claims nothing.
protocol LetterTexts: Sendable {
  /// The language of the letter as Word names it: "en-US".
  var wordLanguage: String { get }

  // MARK: Head and end

  /// What the blanks at the head are for, in order, with a colon.
  var letterBlanks: [String] { get }
  /// The subject; `formName` is nil for a form without a name.
  func letterSubject(_ formName: String?) -> String
  var greeting: String { get }
  var letterOpening: String { get }
  var letterEnd: String { get }
  var thanks: String { get }
  /// What the blank at the end is for, with a colon.
  var signature: String { get }

  // MARK: Leads of quotes, with a colon

  var theFormSays: String { get }
  var theFormAlsoSays: String { get }

  // MARK: Not to use the data

  var optOutHeading: String { get }
  var optOutRequest: String { get }
  /// The form says how to say no.
  var optOutByThisLetter: String { get }
  /// The form does not say how to say no.
  var optOutWay: String { get }
  var optOutAnswer: String { get }

  // MARK: Who gets the data

  var recipientsHeading: String { get }
  var recipientsList: String { get }
  var recipientsDetails: String { get }

  // MARK: How names are taken off

  var deIdentificationHeading: String { get }
  var deIdentificationUnexplained: String { get }
  var deIdentificationMethod: String { get }
  var deIdentificationFace: String { get }

  // MARK: Who opened the records

  var accessLogHeading: String { get }
  /// The form says that there is a list.
  var accessLogList: String { get }
  var accessLogUnexplained: String { get }
  var accessLogRequest: String { get }
}
