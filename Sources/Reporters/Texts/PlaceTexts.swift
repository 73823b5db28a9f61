/// The words for places in a document.
protocol PlaceTexts: Sendable {
  func line(_ line: Int) -> String
  func lines(_ first: Int, _ last: Int) -> String
  func paragraph(_ paragraph: Int) -> String
  func page(_ page: Int, line: Int) -> String
  /// Follows a place: the heading above it.
  func under(_ heading: String) -> String
  /// Follows a place: its words were recognised on a picture.
  var fromPicture: String { get }
}
