/// What the recogniser has learned to read on this machine: languages, and which way up a page is.
struct RecogniserData: Sendable {
  /// Asked once: it costs a process.
  static let installed = RecogniserData(ask())

  /// Languages of forms that ConsentLint is made for, by tesseract's names; the likeliest first.
  private static let languages = ["eng", "spa"]

  /// The arguments that make use of it.
  let arguments: [String]

  /// - Parameter names: as `tesseract --list-langs` gives them.
  init(_ names: Set<String>) {
    let known = Self.languages.filter(names.contains)
    // Without "osd" a page that is upside down is read as it stands.
    arguments =
      (known.isEmpty ? [] : ["-l", known.joined(separator: "+")]) + (names.contains("osd") ? ["--psm", "1"] : [])
  }

  private static func ask() -> Set<String> {
    let tesseract = ExternalProgram(name: "tesseract")
    guard case .finished(0, let output) = tesseract.run(["--list-langs"], input: [], limits: ReadingLimits().program)
    else { return [] }
    return Set(output.split(separator: 0x0A).dropFirst().map { String(decoding: $0, as: UTF8.self) })
  }
}
