extension EnglishTexts {
  func line(_ line: Int) -> String { "line \(line)" }
  func lines(_ first: Int, _ last: Int) -> String { "lines \(first)–\(last)" }
  func paragraph(_ paragraph: Int) -> String { "paragraph \(paragraph)" }
  func page(_ page: Int, line: Int) -> String { "page \(page), line \(line)" }
  func under(_ heading: String) -> String { ", under \(quoted(heading))" }
  var fromPicture: String { ", read from a picture" }
}
