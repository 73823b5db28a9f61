/// Writes HTML from front to back. Text is always escaped; only the names of elements and attributes are trusted.
struct HTMLWriter {
  private(set) var text = ""

  /// Writes an element on a line of its own.
  ///
  /// - Parameter attributes: in this order; an attribute with an empty value is written without one.
  mutating func block(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ body: (inout HTMLWriter) -> Void = { _ in }
  ) {
    inline(name, attributes, body)
    text += "\n"
  }

  mutating func block(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: String) {
    block(name, attributes) { $0.write(content) }
  }

  mutating func block(_ name: String, _ content: String) {
    block(name) { $0.write(content) }
  }

  /// Writes an element within a line.
  mutating func inline(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ body: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    body(&self)
    text += "</\(name)>"
  }

  mutating func inline(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: String) {
    inline(name, attributes) { $0.write(content) }
  }

  /// Writes an element that has no end, such as `meta`, or the start of one.
  mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    text += "<\(name)"
    for (key, value) in attributes { text += value.isEmpty ? " \(key)" : " \(key)=\"\(XMLText.escaped(value))\"" }
    text += ">"
  }

  mutating func close(_ name: String) { text += "</\(name)>\n" }

  /// Writes text, escaped.
  mutating func write(_ content: String) { text += XMLText.escaped(content) }

  /// Writes what is HTML already.
  mutating func raw(_ html: String) { text += html }
}
