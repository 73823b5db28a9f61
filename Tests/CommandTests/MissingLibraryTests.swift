import Foundation
import Testing

/// What the command says where a library is not installed.
@Suite struct MissingLibraryTests {
  @Test(arguments: [
    ("libxml2.so.2", "page.html", "<p>We share your scans with our partners.</p>", "libxml2"),
    ("libzip.so.4", "form.docx", "PK\u{3}\u{4}word/document.xml", "libzip"),
  ])
  func oneLineSaysWhatToInstall(library: String, file: String, content: String, name: String) throws {
    #if os(Linux)
      // A file that is no library stands before the real one.
      let folder = try ScratchFolder()
      _ = try folder.write(library, Data("no library".utf8))
      let document = try folder.write(file, Data(content.utf8))
      let result = try CommandLineTool.run(
        ["scan", "--format-in", file.hasSuffix("html") ? "html" : "docx", document.path],
        environment: ["LD_LIBRARY_PATH": folder.url.path])
      #expect(result.code == 2)
      #expect(result.errorLines.count == 1)
      #expect(result.errors.contains(name) && result.errors.contains("apt-get install"))
    #endif
  }
}
