import CLibXML2

/// Receives the elements and texts of an XML document, in its order.
protocol XMLEvents: AnyObject {
  func start(_ tag: XMLTag, _ attributes: XMLAttributes)
  func end(_ tag: XMLTag)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// Reads the XML parts of one document with libxml2: no network, no entities, no file but the bytes at hand.
final class XMLScanner {
  enum Outcome: Equatable {
    case whole
    /// The XML is not well-formed: the events up to the broken place came.
    case damaged
    case exceeded(LimitName)
  }

  private let limits: ReadingLimits
  private var nodes = 0
  private var depth = 0
  private var outcome = Outcome.whole
  private var context: xmlParserCtxtPtr?
  private var events: (any XMLEvents)?
  /// Tags by where libxml2 keeps their names: it keeps each name once.
  private var tags: [NameKey: XMLTag] = [:]

  private struct NameKey: Hashable {
    let name: UnsafePointer<UInt8>
    let namespace: UnsafePointer<UInt8>?
  }

  init(limits: ReadingLimits) {
    self.limits = limits
  }

  /// Sends the events of `bytes` to `events`. Nodes are counted over all calls.
  func scan(_ bytes: [UInt8], _ events: any XMLEvents) -> Outcome {
    // Entities are only declared in a document type, and none of these formats has one.
    guard !XMLProlog.hasDocumentType(bytes) else { return .damaged }
    self.events = events
    (depth, outcome) = (0, .whole)
    tags.removeAll(keepingCapacity: true)
    defer { self.events = nil }
    let isRead = bytes.withUnsafeBufferPointer { parse($0) }
    return outcome == .whole && !isRead ? .damaged : outcome
  }

  private func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress, bytes.count < Int32.max else { return false }
    let context = base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
      xmlCreateMemoryParserCtxt($0, Int32(bytes.count))
    }
    guard let context else { return false }
    defer { xmlFreeParserCtxt(context) }
    var options = [XML_PARSE_NONET, XML_PARSE_COMPACT, XML_PARSE_NOERROR, XML_PARSE_NOWARNING]
    // libxml2 has a limit of its own on the depth. Without entities it is safe to lift it for who asks.
    if limits.nestingDepth > ReadingLimits().nestingDepth { options.append(XML_PARSE_HUGE) }
    xmlCtxtUseOptions(context, options.reduce(0) { $0 | Int32($1.rawValue) })
    guard let handler = context.pointee.sax else { return false }
    handler.pointee = xmlSAXHandler()
    handler.pointee.initialized = UInt32(XML_SAX2_MAGIC)
    handler.pointee.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
      XMLScanner.scanner(context)?.start(name, namespace, XMLAttributes(values: attributes, count: Int(count)))
    }
    handler.pointee.endElementNs = { context, name, _, namespace in XMLScanner.scanner(context)?.end(name, namespace) }
    handler.pointee.characters = { context, bytes, count in XMLScanner.scanner(context)?.text(bytes, Int(count)) }
    handler.pointee.ignorableWhitespace = handler.pointee.characters
    handler.pointee.cdataBlock = handler.pointee.characters
    // A document type in another encoding than the look at the bytes could read.
    handler.pointee.internalSubset = { context, _, _, _ in XMLScanner.scanner(context)?.stop(.damaged) }
    self.context = context
    defer { self.context = nil }
    context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    return xmlParseDocument(context) == 0 && context.pointee.wellFormed != 0
  }

  private static func scanner(_ pointer: UnsafeMutableRawPointer?) -> XMLScanner? {
    pointer.map { Unmanaged<XMLScanner>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(
    _ name: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?, _ attributes: XMLAttributes
  ) {
    guard let name, count() else { return }
    depth += 1
    if depth > limits.nestingDepth { return stop(.exceeded(.nestingDepth)) }
    events?.start(tag(name, namespace), attributes)
  }

  private func end(_ name: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?) {
    guard let name, outcome == .whole else { return }
    depth -= 1
    events?.end(tag(name, namespace))
  }

  private func text(_ bytes: UnsafePointer<UInt8>?, _ count: Int) {
    guard let bytes, count > 0, self.count() else { return }
    events?.text(UnsafeBufferPointer(start: bytes, count: count))
  }

  private func tag(_ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?) -> XMLTag {
    let key = NameKey(name: name, namespace: namespace)
    if let known = tags[key] { return known }
    let tag = XMLTag(name: String(cString: name), namespace: namespace.map { String(cString: $0) } ?? "")
    tags[key] = tag
    return tag
  }

  private func count() -> Bool {
    guard outcome == .whole else { return false }
    nodes += 1
    if nodes > limits.nodeCount { stop(.exceeded(.nodeCount)) }
    return outcome == .whole
  }

  private func stop(_ outcome: Outcome) {
    self.outcome = outcome
    if let context { xmlStopParser(context) }
  }
}

/// The attributes of a start tag.
struct XMLAttributes {
  /// Five pointers an attribute: name, prefix, namespace, start and end of the value.
  let values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  let count: Int

  /// The value of the attribute with the local name `name`, whatever its namespace; nil if it is not there.
  subscript(name: StaticString) -> String? {
    guard let values else { return nil }
    for index in 0..<count {
      guard let key = values[5 * index], Self.equals(key, name) else { continue }
      guard let start = values[5 * index + 3], let end = values[5 * index + 4], end >= start else { return "" }
      return String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
    }
    return nil
  }

  /// The attribute `name` as a number; nil if it is not there or none.
  func number(_ name: StaticString) -> Int? { self[name].flatMap { Int($0) } }

  /// A property of Word's that is on unless its `val` says otherwise.
  var isOn: Bool {
    switch self["val"] {
    case "0", "false", "off": false
    default: true
    }
  }

  private static func equals(_ key: UnsafePointer<UInt8>, _ name: StaticString) -> Bool {
    name.withUTF8Buffer { expected in
      for (index, byte) in expected.enumerated() where key[index] != byte { return false }
      return key[expected.count] == 0
    }
  }
}

/// What stands before a document's first element.
enum XMLProlog {
  /// True if a document type is declared there.
  static func hasDocumentType(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      let bytes = Bytes(buffer)
      var at = bytes.first(0x3C, from: 0, to: bytes.count)
      while at < bytes.count {
        if bytes[at + 1] == 0x3F {
          at = end(bytes, "?>", from: at + 2)
        } else if bytes.matches("!--", at: at + 1) {
          at = end(bytes, "-->", from: at + 4)
        } else {
          return bytes[at + 1] == 0x21
        }
        at = bytes.first(0x3C, from: at, to: bytes.count)
      }
      return false
    }
  }

  private static func end(_ bytes: Bytes, _ sign: StaticString, from start: Int) -> Int {
    var at = start
    while at < bytes.count, !bytes.matches(sign, at: at) { at += 1 }
    return at
  }
}
