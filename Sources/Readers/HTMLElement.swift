/// What an HTML element does to the text in it.
enum HTMLElementKind: Equatable {
  /// Runs on with the text around it.
  case inline
  /// Begins and ends a block.
  case block
  case heading(Int)
  case list(isOrdered: Bool)
  case item
  case row
  case cell
  case table
  case lineBreak
  /// Keeps its line ends.
  case preformatted
  case input
  case label
  case option
  /// A browser does not show it.
  case hidden

  /// The element called `name`, which is in lower case.
  static func named(_ name: String) -> HTMLElementKind { names[name] ?? .inline }

  private static let names: [String: HTMLElementKind] = {
    var names: [String: HTMLElementKind] = [
      "ul": .list(isOrdered: false), "menu": .list(isOrdered: false), "dir": .list(isOrdered: false),
      "ol": .list(isOrdered: true), "li": .item, "tr": .row, "td": .cell, "th": .cell, "table": .table,
      "br": .lineBreak, "pre": .preformatted, "textarea": .preformatted, "listing": .preformatted,
      "xmp": .preformatted, "plaintext": .preformatted, "input": .input, "label": .label, "option": .option,
    ]
    for level in 1...6 { names["h\(level)"] = .heading(level) }
    for name in [
      "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
      "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html",
      "legend", "main", "nav", "optgroup", "p", "search", "section", "select", "summary", "tbody", "tfoot", "thead",
    ] {
      names[name] = .block
    }
    // `head` is not here: what stands in it and is shown has ended it.
    for name in [
      // What `del` holds was taken out of the document, even if a browser strikes it through.
      "applet", "audio", "canvas", "datalist", "del", "embed", "iframe", "noembed", "noframes", "noscript", "object",
      "rp",
      "script", "style", "svg", "template", "title", "video", "xml",
    ] {
      names[name] = .hidden
    }
    return names
  }()
}

/// The attributes of a start tag.
struct HTMLAttributes {
  /// Names and values in turn, ended by nil; nil if there are none.
  let pairs: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  /// The value of the attribute called `name`, empty if it has none; nil if it is not there.
  subscript(name: StaticString) -> String? {
    guard let pairs else { return nil }
    var at = 0
    while let key = pairs[at] {
      if Self.equals(key, name) { return pairs[at + 1].map { String(cString: $0) } ?? "" }
      at += 2
    }
    return nil
  }

  private static func equals(_ key: UnsafePointer<UInt8>, _ name: StaticString) -> Bool {
    name.withUTF8Buffer { expected in
      for (index, byte) in expected.enumerated() where key[index] != byte { return false }
      return key[expected.count] == 0
    }
  }
}

/// The parts of a `style` attribute that say whether text is shown, and what Word keeps there.
struct HTMLStyle {
  private(set) var isHidden = false
  /// True for the sign or number that Word writes before a list's item.
  private(set) var isListLabel = false
  /// Depth of Word's list that the paragraph is an item of.
  private(set) var listDepth: Int?

  init(_ style: String) {
    let declarations = style.utf8.lazy.filter { $0 > 0x20 }.split(separator: 0x3B)
    for declaration in declarations {
      let text = String(decoding: Array(declaration), as: UTF8.self).lowercased()
      if text.hasPrefix("display:none") || text.hasPrefix("visibility:hidden") || text == "mso-hide:all" {
        isHidden = true
      } else if text == "mso-list:ignore" {
        isListLabel = true
      } else if text.hasPrefix("mso-list:"), let level = text.range(after: "level") {
        listDepth = level
      }
    }
  }
}

extension String {
  /// The number from 1 to 9 after `word`.
  fileprivate func range(after word: String) -> Int? {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(word), let digit = rest.dropFirst(word.count).first?.wholeNumberValue, digit > 0 {
        return digit
      }
      rest = rest.dropFirst()
    }
    return nil
  }
}
