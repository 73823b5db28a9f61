import Clauses
import ProjectConfiguration
import Yams

/// The fields that rules of all kinds have.
extension YAMLFile {
  /// Notes a key that only the English file may have.
  mutating func refuseFact(_ key: String, of fields: Fields) {
    guard let field = fields[key] else { return }
    report("`\(key)` is taken from the English file; leave it out here", at: field.key)
  }

  mutating func title(of fields: Fields) -> String {
    guard let title = text("title", of: fields) else { return "" }
    if title.string.hasSuffix(".") {
      report("a title ends without a full stop", at: title.string.utf8.count - 1, in: title)
    }
    return title.string
  }

  mutating func since(of fields: Fields) -> String {
    guard let since = text("since", of: fields) else { return "" }
    let parts = since.string.split(separator: ".", omittingEmptySubsequences: false)
    let isVersion = parts.count == 3 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(\.isASCIIDigit) }
    if !isVersion { report("`since` must be a version such as 0.1.0, not `\(since.string)`", at: since.place) }
    return since.string
  }

  mutating func citations(of fields: Fields) -> [Rule.Citation] {
    list("see", of: fields).compactMap { item -> Rule.Citation? in
      guard case .mapping(let mapping) = item else {
        report("an item of `see` must be a map with `cite`, and `url` and `read` if known", at: item.place)
        return nil
      }
      let fields = self.fields(of: mapping, required: ["cite"], optional: ["url", "read"])
      let url = self.text("url", of: fields)
      if let url, !url.string.hasPrefix("https://") || url.string.contains(where: \.isWhitespace) {
        report("`url` must begin with https:// and have no spaces", at: url.place)
      }
      let read = self.text("read", of: fields)
      if let read, !read.string.isYearAndMonth {
        report("`read` must be a year and a month such as 2026-11, not `\(read.string)`", at: read.place)
      }
      return Rule.Citation(
        cite: self.text("cite", of: fields)?.string ?? "", url: url?.string, read: read?.string)
    }
  }

  /// Levels by kind of document.
  mutating func levels(_ name: String, of fields: Fields, kinds: [String]) -> [String: Rule.Level] {
    guard let mapping = map(name, of: fields) else { return [:] }
    var result: [String: Rule.Level] = [:]
    for (key, value) in mapping {
      guard let kind = text(in: key, called: name) else { continue }
      guard kinds.contains(kind.string) else {
        report("unknown kind `\(kind.string)` in `\(name)`\(kinds.hint(for: kind.string))", at: kind.place)
        continue
      }
      result[kind.string] = word(in: value, called: kind.string)
    }
    return result
  }
}

extension String {
  /// `2026-11`.
  fileprivate var isYearAndMonth: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      utf8.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: "-") }), let month = Int(parts[1])
    else { return false }
    return 1...12 ~= month
  }
}
