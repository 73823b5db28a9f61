import CLibXML2
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads what `pdftotext -bbox-layout` writes: XHTML with the box of every page, block, line and word.
struct PDFLayoutParser {
  private(set) var result = PrintedPages()
  /// False if the output breaks off.
  private(set) var isWhole = false
  private var words: [PageWord] = []
  private var wordBox: PageBox?
  private var text: [UInt8] = []

  /// The parser after `output`; nil if it is not pdftotext's.
  static func parse(_ output: [UInt8]) -> PDFLayoutParser? {
    // The head holds the document's own title: nothing to see there.
    guard let start = bodyStart(output) else { return nil }
    var parser = PDFLayoutParser()
    withUnsafeMutablePointer(to: &parser) { pointer in
      run(output, from: start, into: pointer)
    }
    return parser
  }

  private static func bodyStart(_ output: [UInt8]) -> Int? {
    output.withUnsafeBufferPointer { buffer in
      let view = Bytes(buffer)
      var at = view.first(0x3C, from: 0, to: view.count)
      while at < view.count {
        if view.matches("<doc>", at: at) { return at }
        at = view.first(0x3C, from: at + 1, to: view.count)
      }
      return nil
    }
  }

  private static func run(_ output: [UInt8], from start: Int, into parser: UnsafeMutablePointer<PDFLayoutParser>) {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { context, name, _, _, _, _, count, _, attributes in
      guard let parser = context?.assumingMemoryBound(to: PDFLayoutParser.self), let name else { return }
      parser.pointee.start(name, Attributes(count: Int(count), base: attributes))
    }
    handler.endElementNs = { context, name, _, _ in
      guard let parser = context?.assumingMemoryBound(to: PDFLayoutParser.self), let name else { return }
      parser.pointee.end(name)
    }
    handler.characters = { context, characters, count in
      guard let parser = context?.assumingMemoryBound(to: PDFLayoutParser.self) else { return }
      guard parser.pointee.wordBox != nil else { return }
      parser.pointee.text.append(contentsOf: UnsafeBufferPointer(start: characters, count: Int(count)))
    }
    guard let context = xmlCreatePushParserCtxt(&handler, parser, nil, 0, nil) else { return }
    defer { xmlFreeParserCtxt(context) }
    // Recover: a font may give a word a control character.
    let options = XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
    xmlCtxtUseOptions(context, Int32(options | XML_PARSE_NOWARNING.rawValue | XML_PARSE_COMPACT.rawValue))
    var at = start
    output.withUnsafeBytes { buffer in
      while at < buffer.count, let base = buffer.baseAddress {
        let count = min(buffer.count - at, 1 << 20)
        let isLast = at + count == buffer.count
        xmlParseChunk(context, (base + at).assumingMemoryBound(to: CChar.self), Int32(count), isLast ? 1 : 0)
        at += count
      }
    }
  }

  /// libxml2's attributes: name, prefix, URI, start and end of the value.
  private struct Attributes {
    let count: Int
    let base: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

    /// The number in the attribute at `index`; 0 for none. pdftotext writes them in one order.
    func number(_ index: Int) -> Float {
      guard index < count, let base, let value = base[5 * index + 3] else { return 0 }
      // The value ends at a quote, where the number ends too.
      let number = UnsafeRawPointer(value).withMemoryRebound(to: CChar.self, capacity: 1) { strtof($0, nil) }
      return PageBox.clean(number)
    }
  }

  private mutating func start(_ name: UnsafePointer<UInt8>, _ attributes: Attributes) {
    // page, line, word; flow and block are pdftotext's own guess at the order.
    switch name[0] {
    case 0x70:
      result.pages.append(
        PrintedPage(number: result.pages.count + 1, width: attributes.number(0), height: attributes.number(1)))
    case 0x6C: words.removeAll(keepingCapacity: true)
    case 0x77:
      text.removeAll(keepingCapacity: true)
      wordBox = PageBox(
        left: attributes.number(0), top: attributes.number(1), right: attributes.number(2),
        bottom: attributes.number(3))
    default: break
    }
  }

  private mutating func end(_ name: UnsafePointer<UInt8>) {
    switch name[0] {
    case 0x77:
      guard let box = wordBox else { return }
      wordBox = nil
      let range = text.withUnsafeBufferPointer { result.addText($0) }
      if range.length > 0 {
        words.append(PageWord(text: range, box: box))
      } else if words.isEmpty, text.contains(where: { $0 > 0x20 || $0 < 0x09 }) {
        // A sign without a meaning of its own, before words: a bullet of a symbol font.
        words.append(PageWord(text: result.addBullet(), box: box))
      }
    case 0x64: isWhole = true
    case 0x6C:
      guard !words.isEmpty, !result.pages.isEmpty else { return }
      result.pages[result.pages.count - 1].lines.append(PageLine(words).withPlainHeight())
    default: break
    }
  }
}
