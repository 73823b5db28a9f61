import Analysis
import SourceText

/// Documents and settings, as they come and change.
extension Server {
  // MARK: Documents

  func open(_ params: JSON) throws(ResponseError) {
    guard let item = params["textDocument"], let uri = item["uri"]?.string, let text = item["text"]?.string else {
      throw .invalidParams("a document without its URI or its text")
    }
    documents[uri] = OpenDocument(
      uri: uri, languageID: item["languageId"]?.string ?? "", version: item["version"]?.integer ?? 0, text: text)
  }

  func change(_ params: JSON) throws(ResponseError) {
    let uri = try Self.uri(params)
    guard let changes = params["contentChanges"]?.array else { throw .invalidParams("no changes") }
    // In place: a copy of the text for each key would be felt in large documents.
    guard let index = documents.index(forKey: uri) else { throw .invalidParams("the document is not open") }
    let version = params["textDocument"]?["version"]?.integer ?? documents.values[index].version + 1
    try documents.values[index].apply(changes, version: version, client.encoding)
  }

  func close(_ params: JSON) throws(ResponseError) {
    let uri = try Self.uri(params)
    guard documents.removeValue(forKey: uri) != nil else { return }
    diagnosticMemory[uri] = nil
    // Marks in a document that nobody looks at are to go.
    if !client.pullsDiagnostics {
      outbox.notify(.publishDiagnostics, ["uri": .string(uri), "diagnostics": []])
    }
  }

  static func uri(_ params: JSON) throws(ResponseError) -> String {
    guard let uri = params["textDocument"]?["uri"]?.string else { throw .invalidParams("no textDocument.uri") }
    return uri
  }

  // MARK: Diagnostics that are pushed

  /// True if the client must still be told what some document says.
  var hasUnpublished: Bool {
    !client.pullsDiagnostics && documents.values.contains(where: \.isUnpublished)
  }

  /// Sends the diagnostics of all documents that changed.
  func publish() {
    for uri in documents.filter({ $0.value.isUnpublished }).keys.sorted() {
      guard let index = documents.index(forKey: uri) else { continue }
      documents.values[index].isUnpublished = false
      let view = view(ofDocumentAt: index)
      let params: JSON = [
        "uri": .string(uri), "version": .integer(view.document.version), "diagnostics": .written(items(for: view)),
      ]
      outbox.notify(.publishDiagnostics, params)
    }
  }

  var diagnostics: DiagnosticWriter {
    DiagnosticWriter(client: client, minimumLevel: settings.minimumLevel, pages: pages)
  }

  // MARK: Settings

  /// What the server does once the client is ready.
  func begin() {
    var registrations: [JSON] = []
    if client.registersConfiguration {
      registrations.append([
        "id": "configuration", "method": "workspace/didChangeConfiguration",
        "registerOptions": ["section": .string(Settings.section)],
      ])
    }
    if client.registersWatchedFiles {
      registrations.append([
        "id": "forms", "method": "workspace/didChangeWatchedFiles",
        "registerOptions": [
          "watchers": [["globPattern": "**/*.{txt,md,html,htm,docx,odt,pdf}"], ["globPattern": "**/.consentlint.yaml"]]
        ],
      ])
    }
    if !registrations.isEmpty { outbox.request(.registerCapability, ["registrations": .array(registrations)]) }
    pullConfiguration()
  }

  private func pullConfiguration() {
    guard client.givesConfiguration else { return }
    outbox.request(
      .configuration, ["items": [["section": .string(Settings.section)]]], awaiting: .configuration)
  }

  /// Takes the answer to a request of our own. A client that could not answer is no fault.
  func take(_ result: Result<JSON, ResponseError>, for awaited: Outbox.Awaited) {
    guard awaited == .configuration, case .success(let json) = result, let first = json.array?.first else { return }
    change(settings: first)
  }

  func takeConfiguration(_ params: JSON) {
    if client.givesConfiguration {
      pullConfiguration()
    } else if let pushed = params["settings"]?[Settings.section] {
      change(settings: pushed)
    }
  }

  func change(settings json: JSON) {
    let before = settings
    for fault in settings.apply(json) {
      outbox.notify(.showMessage, ["type": 2, "message": .string(fault)])
    }
    guard settings != before else { return }
    for index in documents.values.indices { documents.values[index].isUnpublished = true }
    refreshWorkspace()
    if client.refreshesInlayHints { outbox.request(.refreshInlayHints, nil) }
    if client.refreshesSemanticTokens { outbox.request(.refreshSemanticTokens, nil) }
    if client.refreshesCodeLenses { outbox.request(.refreshCodeLenses, nil) }
  }
}
