import SourceText

/// How much a document may ask of a reader before it stops. The defaults are far beyond any form.
public struct ReadingLimits: Sendable, Equatable {
  /// Bytes that a packed document (DOCX, ODT) may unpack to, all its parts together.
  public var unzippedSize = 64 << 20
  /// How many times smaller the packed bytes of a part may be. Only asked of parts over 1 MB.
  public var zipRatio = 250
  /// Files in a packed document.
  public var zipEntries = 4096
  /// Elements inside of each other.
  public var nestingDepth = 250
  /// Elements and pieces of text. A long form has some ten thousand.
  public var nodeCount = 1_000_000
  /// Pages of a PDF.
  public var pageCount = 1000
  /// Seconds of processor time that a PDF's text may take for each megabyte, counted in halves: a file of up to half a
  /// megabyte has half of it. Forms take a twentieth of a second, and the densest print takes 0.7 for a megabyte.
  public var pdfTime = 2
  /// Seconds that an outside program (pdftotext, pdftoppm, tesseract) may take for one document or page.
  public var programTime = 60
  /// Megabytes that an outside program may write.
  public var programOutput = 100
  /// Megabytes of address space that an outside program may have. A photo of 12 million dots takes 170.
  public var programMemory = 300

  public init() {}
}

/// The limits by their names: those that messages and the `--limit` option use.
enum LimitName: String, CaseIterable {
  case unzippedSize = "unzipped-size"
  case zipRatio = "zip-ratio"
  case zipEntries = "zip-entries"
  case nestingDepth = "nesting-depth"
  case nodeCount = "node-count"
  case pageCount = "page-count"
  case pdfTime = "pdf-time"
  case programTime = "program-time"
  case programOutput = "program-output"
  case programMemory = "program-memory"
}

extension ReadingLimits {
  /// The names that `set` knows.
  public static var names: [String] { LimitName.allCases.map(\.rawValue) }

  /// Sets the limit called `name`; false if there is none of that name, or `value` is below 1.
  public mutating func set(_ name: String, to value: Int) -> Bool {
    guard value > 0, let name = LimitName(rawValue: name) else { return false }
    self[name] = value
    return true
  }

  subscript(name: LimitName) -> Int {
    get {
      switch name {
      case .unzippedSize: unzippedSize
      case .zipRatio: zipRatio
      case .zipEntries: zipEntries
      case .nestingDepth: nestingDepth
      case .nodeCount: nodeCount
      case .pageCount: pageCount
      case .pdfTime: pdfTime
      case .programTime: programTime
      case .programOutput: programOutput
      case .programMemory: programMemory
      }
    }
    set {
      switch name {
      case .unzippedSize: unzippedSize = newValue
      case .zipRatio: zipRatio = newValue
      case .zipEntries: zipEntries = newValue
      case .nestingDepth: nestingDepth = newValue
      case .nodeCount: nodeCount = newValue
      case .pageCount: pageCount = newValue
      case .pdfTime: pdfTime = newValue
      case .programTime: programTime = newValue
      case .programOutput: programOutput = newValue
      case .programMemory: programMemory = newValue
      }
    }
  }
}

extension ReadingLimits {
  /// The limits of an outside program.
  var program: ExternalProgram.Limits {
    ExternalProgram.Limits(
      time: .seconds(programTime), output: min(programOutput, 1 << 20) << 20, memory: min(programMemory, 1 << 20) << 20)
  }

  /// The limits of a program that looks at a whole PDF of `size` bytes, some time after the work on it began: a small
  /// file must not keep anybody waiting.
  func program(forPDF size: Int, after time: Duration = .zero) -> ExternalProgram.Limits {
    var limits = program
    let seconds = max(1, min(pdfTime, 1 << 20) * (1 + (size >> 19)) / 2)
    limits.processorTime = max(1, seconds - Int(time.components.seconds))
    // On a busy machine processor time passes more slowly.
    limits.time = .seconds(max(programTime, 4 * seconds))
    return limits
  }
}

extension Problem {
  /// The problem that the limit called `name` was reached.
  static func limit(_ name: LimitName, _ limits: ReadingLimits) -> Problem {
    .limit(name: name.rawValue, value: limits[name], option: "--limit \(name.rawValue)=\(limits[name] * 2)")
  }
}
