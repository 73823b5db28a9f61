/// How a report for people is laid out. The caller decides; a reporter never asks the terminal.
public struct Style: Sendable, Equatable {
  /// The widths that a report can be set in, in columns.
  public static let widths = 40...120

  /// True to use the terminal's colours.
  public var colour: Bool
  /// Columns of a line, within `widths`.
  public var width: Int

  /// Widths outside of `widths` are moved to the nearest one.
  public init(colour: Bool = false, width: Int = 80) {
    self.colour = colour
    self.width = min(max(width, Style.widths.lowerBound), Style.widths.upperBound)
  }

  /// The parts of a report that have a look of their own.
  enum Role: String {
    case heading = "1"
    case risk = "1;33"
    case promise = "1;32"
    case choice = "1;36"
    case error = "1;31"
    case faint = "2"
  }

  /// `text` in the colours of `role`; unchanged without colour.
  func paint(_ text: String, _ role: Role) -> String {
    colour && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
  }
}
