import SourceText

/// Which format a document is in: by its bytes first, by its name second.
enum FormatDetection {
  enum Finding: Equatable {
    case format(DocumentFormat)
    /// No text, and no format that has or will have a reader. `looksLike` names it where the bytes tell.
    case binary(looksLike: String?)
    /// A file that only a password opens.
    case encrypted(DocumentFormat)
  }

  static func detect(_ document: SourceDocument) -> Finding {
    if let format = document.format { return .format(format) }
    if let finding = bySignature(document.bytes) { return finding }
    if isHTML(document.bytes) { return .format(.html) }
    let format = byName(document.name)
    return .format(format == .text && isHTMLFragment(document.bytes) ? .html : format)
  }

  /// The format that the name's ending stands for; text for unknown ones.
  ///
  /// Endings of packed formats do not count: their bytes would have shown.
  private static func byName(_ name: String) -> DocumentFormat {
    guard let dot = name.lastIndex(of: ".") else { return .text }
    switch name[name.index(after: dot)...].lowercased() {
    case "md", "markdown", "mdown", "mkd": return .markdown
    case "html", "htm", "xhtml": return .html
    default: return .text
    }
  }

  private static let signatures: [(bytes: [UInt8], finding: Finding)] = [
    (Array("%PDF".utf8), .format(.pdf)),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .format(.image)),
    ([0xFF, 0xD8, 0xFF], .format(.image)),
    ([0x49, 0x49, 0x2A, 0x00], .format(.image)),
    ([0x4D, 0x4D, 0x00, 0x2A], .format(.image)),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .binary(looksLike: "Word 97 (.doc)")),
    (Array("{\\rtf".utf8), .binary(looksLike: "RTF")),
    (Array("GIF8".utf8), .binary(looksLike: "GIF")),
    ([0x1F, 0x8B], .binary(looksLike: "gzip")),
    ([0x7F, 0x45, 0x4C, 0x46], .binary(looksLike: "a program")),
    (Array("BZh".utf8), .binary(looksLike: "bzip2")),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .binary(looksLike: "7-Zip")),
  ]

  private static func bySignature(_ bytes: [UInt8]) -> Finding? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return zip(bytes) }
    if let known = signatures.first(where: { bytes.starts(with: $0.bytes) }) {
      // Word packs a document with a password into a file of its old format.
      if bytes.first == 0xD0, contains(bytes[...], "EncryptedPackage".utf8.flatMap { [$0, 0] }) {
        return .encrypted(.docx)
      }
      return known.finding
    }
    // Some PDF files begin with a few other bytes.
    let head = bytes.prefix(1024)
    if contains(head, Array("%PDF-1.".utf8)), contains(head, [0x0A]), !isLikelyText(head) { return .format(.pdf) }
    return nil
  }

  /// DOCX and ODT are ZIP files; the names of their members stand at the front of the bytes.
  private static func zip(_ bytes: [UInt8]) -> Finding {
    let head = bytes.prefix(64 * 1024)
    if contains(head.prefix(256), Array("application/vnd.oasis.opendocument.text".utf8)) { return .format(.odt) }
    let tail = bytes.suffix(64 * 1024)
    if contains(head, Array("word/".utf8)) || contains(tail, Array("word/".utf8)) { return .format(.docx) }
    let isOther = contains(head.prefix(256), Array("application/vnd.oasis.opendocument.".utf8))
    // The type of an ODT is the first member's text, but some programs pack it.
    let isText =
      !isOther && contains(tail, Array("META-INF/manifest.xml".utf8)) && contains(tail, Array("content.xml".utf8))
    return isText ? .format(.odt) : .binary(looksLike: "ZIP")
  }

  private static func isLikelyText(_ head: ArraySlice<UInt8>) -> Bool {
    !head.contains { $0 < 0x09 || $0 >= 0x80 }
  }

  private static func isHTML(_ bytes: [UInt8]) -> Bool {
    var head = bytes.prefix(1024)
    if head.starts(with: TextEncoding.utf8.byteOrderMark) { head = head.dropFirst(3) }
    head = head.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    // A leading XML declaration or comment comes before the tag that tells.
    let lowered = head.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }[...]
    if lowered.starts(with: "<!doctype html".utf8) || lowered.starts(with: "<html".utf8) { return true }
    guard lowered.starts(with: "<?xml".utf8) || lowered.starts(with: "<!--".utf8) else { return false }
    return contains(lowered, Array("<html".utf8)) || contains(lowered, Array("<!doctype html".utf8))
  }

  /// True for a page without its frame: it begins with a tag of a block, and that is closed somewhere.
  private static func isHTMLFragment(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(64 * 1024).drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard head.first == 0x3C else { return false }
    let lowered = head.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }[...]
    let names = [
      "article", "body", "div", "form", "h1", "h2", "h3", "head", "main", "ol", "p", "section", "table", "ul",
    ]
    return names.contains { name in
      let next = lowered.dropFirst(name.utf8.count + 1).first
      guard lowered.dropFirst().starts(with: name.utf8), next == 0x3E || next == 0x20 || next == 0x0A else {
        return false
      }
      return contains(lowered, Array("</\(name)>".utf8))
    }
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ needle: [UInt8]) -> Bool {
    guard let first = needle.first, bytes.count >= needle.count else { return false }
    for start in bytes.startIndex...(bytes.endIndex - needle.count) where bytes[start] == first {
      if bytes[start...].starts(with: needle) { return true }
    }
    return false
  }
}
