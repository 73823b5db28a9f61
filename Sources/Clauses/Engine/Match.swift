/// A match of one pattern in one unit. Plain: its parts and captures lie in the unit's memory until the unit takes up
/// another sentence; see `UnitView.parts(of:)` and `UnitView.captures(of:)`.
struct Match: Sendable {
  /// Positions of tokens, half open.
  struct Span: BitwiseCopyable {
    var start: UInt16
    var end: UInt16
  }

  /// A capture: index of its name, and the match's parts that it holds, half open; `end` 0 = not closed yet.
  struct Capture: BitwiseCopyable {
    var name: UInt16
    var firstPart: UInt16
    var end: UInt16
  }

  var owner: PatternOwner
  /// The first matched token and the one after the last, as positions in the unit.
  var range: Range<Int>
  var firstPart: Int
  var partCount: Int
  var firstCapture: Int
  var captureCount: Int
}
