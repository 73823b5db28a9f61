import SourceText

/// The project's own configuration file, when the client has it open.
extension Server {
  /// The diagnostics of an open document: of a form what it says, of a configuration what is wrong in it.
  func items(for view: DocumentView) -> [UInt8] {
    guard view.document.isConfiguration else {
      let uri = view.document.uri
      return diagnostics.items(
        for: view.report, in: view.buffer, uri: uri, reusing: &diagnosticMemory[uri, default: DiagnosticMemory()])
    }
    return ConfigurationHelp.diagnostics(faults(in: view.document), in: view.buffer, client)
  }

  /// The help for a configuration; nil for other documents.
  func configurationHelp(_ view: DocumentView) -> ConfigurationHelp? {
    view.document.isConfiguration ? ConfigurationHelp(buffer: view.buffer, client: client, linter: linter) : nil
  }

  /// Right words for wrong ones.
  func configurationActions(_ view: DocumentView, touching range: TextRange, only: [String]?) -> JSON {
    guard client.takesCodeActions, CodeActions.wants("quickfix", only) else { return [] }
    let corrections = ConfigurationHelp.corrections(faults(in: view.document), in: view.buffer, touching: range)
    return .array(
      corrections.map { title, change in
        let (uri, version) = (view.document.uri, view.document.version)
        let edit = client.edit([change], of: view.buffer, uri: uri, version: version)
        return ["title": .string(title), "kind": "quickfix", "edit": edit]
      })
  }

  private func faults(in document: OpenDocument) -> [ConfigurationFault] {
    DocumentURI.path(of: document.uri).map {
      surroundings.faults(inConfiguration: String(decoding: document.buffer.bytes, as: UTF8.self), at: $0)
    } ?? []
  }
}
