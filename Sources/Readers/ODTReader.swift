import SourceText

/// Reads OpenDocument texts. The ranges are in the extracted text; places are paragraphs of the body.
enum ODTReader {
  static func read(_ bytes: [UInt8], limits: ReadingLimits) -> ReadResult {
    bytes.withUnsafeBytes { buffer in
      var package = OfficePackage(buffer, .odt, limits: limits)
      if isEncrypted(&package) { return .unread(.odt, .encrypted(.odt)) }
      let body = ODTBody()
      package.scan("styles.xml", body)
      body.finish()
      package.scan("content.xml", body, isRequired: true)
      body.finish()
      return package.result(
        OfficeText.distinct(body.headers) + body.paragraphs + body.notes + OfficeText.distinct(body.footers))
    }
  }

  /// The table of parts says which of them need a password.
  private static func isEncrypted(_ package: inout OfficePackage) -> Bool {
    guard let manifest = package.part("META-INF/manifest.xml") else { return false }
    return manifest.withUnsafeBufferPointer { buffer in
      let bytes = Bytes(buffer)
      var at = bytes.first(0x65, from: 0, to: bytes.count)
      while at < bytes.count {
        if bytes.matches("encryption-data", at: at) { return true }
        at = bytes.first(0x65, from: at + 1, to: bytes.count)
      }
      return false
    }
  }
}
