extension SpanishTexts {
  func line(_ line: Int) -> String { "línea \(line)" }
  func lines(_ first: Int, _ last: Int) -> String { "líneas \(first) a \(last)" }
  func paragraph(_ paragraph: Int) -> String { "párrafo \(paragraph)" }
  func page(_ page: Int, line: Int) -> String { "página \(page), línea \(line)" }
  func under(_ heading: String) -> String { ", bajo el título \(quoted(heading))" }
  var fromPicture: String { ", leído de una imagen" }
}
