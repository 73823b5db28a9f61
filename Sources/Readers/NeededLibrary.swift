import CLibXML2
import CLibZip
import SourceText

/// The libraries that readers open when they first need them, and that a machine may lack.
enum NeededLibrary {
  /// What is missing on this machine to read `format`; nil if it is all there.
  static func missing(for format: DocumentFormat) -> Problem? {
    switch format {
    case .text, .markdown, .image: nil
    case .html, .pdf: libxml2
    case .docx, .odt: libzip ?? libxml2
    }
  }

  private static var libxml2: Problem? {
    CLibXML2IsInstalled() != 0 ? nil : .missingProgram(name: "libxml2", install: "apt-get install libxml2")
  }

  private static var libzip: Problem? {
    CLibZipIsInstalled() != 0 ? nil : .missingProgram(name: "libzip", install: "apt-get install libzip4")
  }
}
