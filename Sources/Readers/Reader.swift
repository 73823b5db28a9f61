import SourceText

/// What a reader made of a document.
public struct ReadResult: Sendable {
  /// The format that the document was read as.
  public var format: DocumentFormat
  /// The encoding of the document's bytes; offsets into them stay bytes whatever it is.
  public var encoding: TextEncoding
  /// What could be read; empty where nothing could.
  public var text: Text
  /// What could not be read, or not as it stands.
  public var problems: [Problem]
  /// True if the text's map leads to the file's bytes; false if to the extracted text, which is then its own source.
  public var rangesAreInFile: Bool
  /// Comments that speak to this program, in the order of the text.
  public var remarks: [Remark] = []

  public init(
    format: DocumentFormat, encoding: TextEncoding = .utf8, text: Text, problems: [Problem] = [],
    rangesAreInFile: Bool = true
  ) {
    self.format = format
    self.encoding = encoding
    self.text = text
    self.problems = problems
    self.rangesAreInFile = rangesAreInFile
  }

  /// A result without text.
  static func unread(_ format: DocumentFormat, _ problem: Problem) -> ReadResult {
    ReadResult(format: format, text: Text(bytes: [], blocks: [], map: SourceMap()), problems: [problem])
  }
}

/// Bytes in, text out. Reading never fails: it gives what could be read, and the problems.
public enum Reader {
  /// Reads `document` in the format that it asks for, or else the one that its bytes and its name show.
  ///
  /// - Parameter options: what the document may ask of the reader before it stops, and who is told what takes long.
  public static func read(_ document: SourceDocument, options: ReadingOptions = ReadingOptions()) -> ReadResult {
    let format: DocumentFormat
    switch FormatDetection.detect(document) {
    case .format(let known): format = known
    case .binary(let name): return .unread(.text, .binary(looksLike: name))
    case .encrypted(let locked): return .unread(locked, .encrypted(locked))
    }
    if let missing = NeededLibrary.missing(for: format) { return .unread(format, missing) }
    var result = read(document.bytes, as: format, options)
    LetterRepair.apply(to: &result)
    return result
  }

  /// One line a format: a new reader is plugged in here.
  private static func read(_ bytes: [UInt8], as format: DocumentFormat, _ options: ReadingOptions) -> ReadResult {
    switch format {
    case .text: PlainTextReader.read(bytes)
    case .markdown: MarkdownReader.read(bytes)
    case .html: HTMLReader.read(bytes, limits: options.limits)
    case .pdf: PDFReader.read(bytes, options: options)
    case .image: PictureReader.read(bytes, options: options)
    case .docx: DOCXReader.read(bytes, limits: options.limits)
    case .odt: ODTReader.read(bytes, limits: options.limits)
    }
  }
}
