/// A part of the page at a terminal: a heading, and items of which the last may be left out.
struct ScreenSection {
  let style: Style
  let texts: any Texts
  var heading: String
  /// The weightiest first.
  var items: [Page] = []
  /// Lines after the items.
  var closing: Page
  /// How many items stay when there is little room.
  var floor: Int
  /// False for a section that is always whole.
  var mayShrink = true
  /// True for a section that is told in one line where there is no room left.
  var mayFold = false
  /// How many items are shown.
  private(set) var shown = 0

  init(style: Style, texts: any Texts, heading: String, floor: Int) {
    self.style = style
    self.texts = texts
    self.heading = heading
    self.floor = floor
    closing = Page(style: style)
  }

  var isEmpty: Bool { items.isEmpty && closing.text.isEmpty }

  mutating func add(_ item: Page) {
    items.append(item)
    shown += 1
  }

  /// Lines of the section, those of the heading and the blank one at its end among them.
  var lineCount: Int { page.lineCount }

  /// The section as it is shown.
  var page: Page {
    var page = Page(style: style)
    if shown == 0, !items.isEmpty {
      page.paragraph(texts.folded(heading, items.count), role: .faint)
      return page
    }
    page.heading(heading)
    for item in items.prefix(shown) { page.add(item) }
    if shown < items.count {
      page.lines(texts.moreWithAll(items.count - shown), first: "    ", role: .faint)
    }
    page.endParagraph()
    page.add(closing)
    return page
  }

  /// `sections` with so many items left out that they have at most `room` lines, if one item a section lets them.
  static func fitted(_ sections: [ScreenSection], into room: Int) -> [ScreenSection] {
    var sections = sections
    var counts = sections.map(\.lineCount)
    // First down to the floors, then below them, but never a section without an item.
    for isLast in [false, true] {
      while counts.reduce(0, +) > room {
        // Where most is left above the floor, the next item is missed least; of two alike, the later section's.
        let spare = sections.map { $0.shown - (isLast ? min(1, $0.floor) : $0.floor) }
        guard let most = spare.indices.filter({ sections[$0].mayShrink }).map({ spare[$0] }).max(), most > 0,
          let index = spare.indices.last(where: { spare[$0] == most && sections[$0].mayShrink })
        else { break }
        sections[index].shown -= 1
        counts[index] = sections[index].lineCount
      }
    }
    // At last the later ones become a line each.
    for index in sections.indices.reversed()
    where sections[index].mayFold && sections[index].shown > 0 && counts.reduce(0, +) > room {
      sections[index].shown = 0
      counts[index] = sections[index].lineCount
    }
    return sections
  }
}

extension Page {
  mutating func add(_ section: ScreenSection) { add(section.page) }
}
