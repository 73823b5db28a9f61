extension EnglishTexts {
  var wordLanguage: String { "en-US" }

  // MARK: Head and end

  var letterBlanks: [String] { ["My name:", "My date of birth:", "How to reach me:", "Date:", "To:"] }
  func letterSubject(_ formName: String?) -> String { "About your form\(formName.map { ": \($0)" } ?? "")" }
  var greeting: String { "Hello," }
  var letterOpening: String { "I read your form. I have these requests." }

  var letterEnd: String { "If you cannot do what I ask, please tell me why. Please answer in writing." }
  var thanks: String { "Thank you." }
  var signature: String { "Signature:" }

  // MARK: Leads of quotes

  var theFormSays: String { "The form says:" }
  var theFormAlsoSays: String { "The form also says:" }

  // MARK: Not to use the data

  var optOutHeading: String { "I ask you not to use my data in this way" }
  var optOutRequest: String { "I ask you not to use or share my records, images and samples for this." }

  var optOutByThisLetter: String {
    "Please take this letter as my no. If you need a form of your own for it, please send it to me."
  }

  var optOutWay: String { "I did not find in the form how I can say no. Please tell me how I can do that." }
  var optOutAnswer: String { "Please tell me in writing if you agree, and from which day on. I still want my care." }

  // MARK: Who gets the data

  var recipientsHeading: String { "Who gets my data" }

  var recipientsList: String {
    "Please send me a list of all outside of your place who get my data, or have got them."
  }

  var recipientsDetails: String {
    "Please tell me for each of them what they get, and what they may do with it."
  }

  // MARK: How names are taken off

  var deIdentificationHeading: String { "How my name is taken off" }
  var deIdentificationUnexplained: String { "I did not find in the form how names are taken off." }

  var deIdentificationMethod: String {
    "Please tell me how you take my name off my images and records: what you take out, and who checks it."
  }

  var deIdentificationFace: String { "Please tell me also if my face could be seen in my scans." }

  // MARK: Who opened the records

  var accessLogHeading: String { "Who opened my records" }
  var accessLogList: String { "I ask for this list." }
  var accessLogUnexplained: String { "I did not find in the form how I can see who opened my records." }

  var accessLogRequest: String {
    "Please tell me who has opened my images and records, and when. If you keep no such list, please say so."
  }
}
