import CLibXML2
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// libxml2's HTML parser: its events, and where each of them stands in the bytes.
enum HTMLParser {
  /// Sends the events of `source`, which is clean UTF-8, to `events`.
  static func parse(_ source: UnsafeBufferPointer<UInt8>, into events: HTMLEvents) {
    guard let base = source.baseAddress, source.count < Int32.max else { return }
    let context = base.withMemoryRebound(to: CChar.self, capacity: source.count) {
      htmlCreateMemoryParserCtxt($0, Int32(source.count))
    }
    guard let context else { return }
    defer { htmlFreeParserCtxt(context) }
    let options = [
      HTML_PARSE_RECOVER, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NONET, HTML_PARSE_IGNORE_ENC,
    ]
    htmlCtxtUseOptions(context, options.reduce(0) { $0 | Int32($1.rawValue) })
    guard let handler = context.pointee.sax else { return }
    handler.pointee = htmlSAXHandler()
    handler.pointee.startElement = { context, name, attributes in
      HTMLParser.events(context)?.start(name, HTMLAttributes(pairs: attributes))
    }
    handler.pointee.endElement = { context, name in HTMLParser.events(context)?.end(name) }
    handler.pointee.characters = { context, bytes, count in HTMLParser.events(context)?.text(bytes, Int(count)) }
    handler.pointee.ignorableWhitespace = handler.pointee.characters
    handler.pointee.cdataBlock = { context, _, _ in HTMLParser.events(context)?.skip() }
    handler.pointee.comment = { context, _ in HTMLParser.events(context)?.comment() }
    handler.pointee.processingInstruction = { context, _, _ in HTMLParser.events(context)?.skip() }
    events.context = context
    context.pointee.userData = Unmanaged.passUnretained(events).toOpaque()
    // The bytes are UTF-8 whatever they say of themselves.
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    htmlParseDocument(context)
    events.context = nil
  }

  private static func events(_ pointer: UnsafeMutableRawPointer?) -> HTMLEvents? {
    pointer.map { Unmanaged<HTMLEvents>.fromOpaque($0).takeUnretainedValue() }
  }
}

/// Receives libxml2's events and finds the place of each in the source.
///
/// libxml2 says where it has read up to, not where a text began, and is a few bytes wrong in long texts. So each text
/// is looked for where the last event ended: it is there, or behind the tag's end, or an entity stands for it.
final class HTMLEvents {
  fileprivate(set) var context: htmlParserCtxtPtr?
  private let source: UnsafeBufferPointer<UInt8>
  private let limits: ReadingLimits
  private var flow: HTMLFlow
  /// Where the last event ended.
  private var cursor = 0
  private var tags: [UnsafePointer<UInt8>: HTMLElementKind] = [:]
  private var open: [UnsafePointer<UInt8>] = []
  private var nodes = 0
  private(set) var exceeded: LimitName?
  /// Comments that speak to this program; their ranges are in the source.
  private(set) var remarks: [Remark] = []
  private let hasRemarks: Bool

  init(_ source: UnsafeBufferPointer<UInt8>, limits: ReadingLimits) {
    self.source = source
    self.limits = limits
    flow = HTMLFlow(source)
    hasRemarks = Bytes(source).remarkMark(from: 0, to: source.count) != nil
  }

  /// The text of all events.
  func finish() -> FlowText { flow.finish(at: source.count) }

  fileprivate func start(_ name: UnsafePointer<UInt8>?, _ attributes: HTMLAttributes) {
    guard let name, count() else { return }
    let tag: HTMLElementKind
    if let known = tags[name] {
      tag = known
    } else {
      tag = HTMLElementKind.named(String(cString: name))
      tags[name] = tag
    }
    open.append(name)
    if open.count > limits.nestingDepth { stop(.nestingDepth) }
    let end = max(cursor, position)
    flow.start(tag, attributes, TextRange(start: cursor, end: end))
    cursor = end
  }

  fileprivate func end(_ name: UnsafePointer<UInt8>?) {
    guard let name, let last = open.last, last == name || xmlStrEqual(last, name) != 0 else { return }
    open.removeLast()
    let end = max(cursor, position)
    flow.end(at: cursor)
    cursor = end
  }

  fileprivate func comment() {
    let start = cursor
    skip()
    let bytes = Bytes(source)
    guard hasRemarks, let mark = bytes.remarkMark(from: start, to: min(source.count, cursor + 16)) else { return }
    var begin = mark
    while begin > start, !bytes.matches("<!--", at: begin) { begin -= 1 }
    var end = mark
    while end < source.count, !bytes.ends(with: "-->", at: end) {
      end = bytes.first(0x3E, from: end, to: source.count) + 1
    }
    let range = TextRange(start: begin, end: min(end, source.count))
    // Where an event came late, the same comment must not count twice.
    guard remarks.last.map({ $0.origin.end <= range.start }) ?? true else { return }
    if let remark = bytes.remark(inComment: range, bond: flow.isInBlock ? .behindWords : .betweenBlocks) {
      remarks.append(remark)
    }
  }

  fileprivate func skip() {
    guard count() else { return }
    cursor = max(cursor, position)
  }

  fileprivate func text(_ bytes: UnsafePointer<UInt8>?, _ count: Int) {
    guard let bytes, count > 0, self.count() else { return }
    let piece = UnsafeBufferPointer(start: bytes, count: count)
    let range = place(of: piece)
    if range.length == count, isEqual(piece, at: range.start) {
      flow.copy(range)
    } else {
      flow.replace(range, with: piece)
    }
    cursor = range.end
  }

  // MARK: Places

  private var position: Int {
    let consumed = xmlByteConsumed(context)
    return consumed < 0 ? cursor : min(source.count, consumed)
  }

  private func place(of piece: UnsafeBufferPointer<UInt8>) -> TextRange {
    if isEqual(piece, at: cursor) { return TextRange(start: cursor, end: cursor + piece.count) }
    var start = cursor
    // The event of a start tag comes before its end.
    while start < source.count, start - cursor < 16, source[start] != 0x3E, source[start] != 0x26 { start += 1 }
    if start < source.count, source[start] == 0x3E { start += 1 } else { start = cursor }
    if isEqual(piece, at: start) { return TextRange(start: start, end: start + piece.count) }
    if start < source.count, source[start] == 0x26 { return TextRange(start: start, end: referenceEnd(start)) }
    // Something without an event stands before it.
    let guess = position - piece.count
    for distance in 0...4 {
      for start in [guess + distance, guess - distance] where start >= cursor && isEqual(piece, at: start) {
        return TextRange(start: start, end: start + piece.count)
      }
    }
    let end = max(cursor, position)
    var entity = end
    while entity > cursor, end - entity < 32 {
      entity -= 1
      if source[entity] == 0x26 { return TextRange(start: entity, end: referenceEnd(entity)) }
    }
    return TextRange(start: cursor, end: end)
  }

  private func isEqual(_ piece: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start + piece.count <= source.count, let base = source.baseAddress else { return false }
    return piece.baseAddress.map { memcmp($0, base + start, piece.count) == 0 } ?? true
  }

  /// End of the character reference that begins at `start`; its semicolon may be missing.
  private func referenceEnd(_ start: Int) -> Int {
    var at = start + 1
    if at < source.count, source[at] == 0x23 { at += 1 }
    while at < source.count, at - start < 32, Bytes.isLetter(source[at]) || Bytes.isDigit(source[at]) { at += 1 }
    return at < source.count && source[at] == 0x3B ? at + 1 : at
  }

  // MARK: Limits

  private func count() -> Bool {
    guard exceeded == nil else { return false }
    nodes += 1
    if nodes > limits.nodeCount { stop(.nodeCount) }
    return exceeded == nil
  }

  private func stop(_ limit: LimitName) {
    exceeded = limit
    if let context { xmlStopParser(context) }
  }
}
