import Analysis
import SourceText

/// The answers that take no longer than a look at one document.
extension Server {
  func respond(to method: ClientRequest, _ params: JSON) throws(ResponseError) -> JSON {
    switch method {
    case .initialize, .shutdown, .workspaceDiagnostic: return .null
    case .diagnostic: return try diagnostic(params)
    case .hover:
      let view = try view(params)
      if let help = configurationHelp(view) { return help.hover(at: try offset(params, view)) }
      return Hover(view: view, pages: pages, isMarkdown: client.hoversInMarkdown).json(at: try offset(params, view))
    case .definition:
      let view = try view(params)
      return RelatedPlaces(view: view).others(at: try offset(params, view))
    case .references:
      let view = try view(params)
      let includesOwn = params["context"]?["includeDeclaration"]?.bool ?? true
      return RelatedPlaces(view: view).all(at: try offset(params, view), includesOwn: includesOwn)
    case .documentSymbol: return Symbols(view: try view(params)).json(isNested: client.nestsSymbols)
    case .foldingRange: return FoldingRanges(view: try view(params), wholeLines: client.foldsWholeLines).json
    case .codeLens: return settings.codeLens ? CodeLenses(view: try view(params)).json : []
    case .inlayHint:
      let view = try view(params)
      guard settings.inlayHints else { return [] }
      return InlayHints(view: view).json(in: try view.range(params["range"]))
    case .semanticTokens:
      let view = try view(params)
      return ["data": .array(settings.semanticTokens ? SemanticTokens(view: view).data.map { .integer($0) } : [])]
    case .selectionRange:
      let view = try view(params)
      guard let positions = params["positions"]?.array else { throw .invalidParams("no positions") }
      let ranges = SelectionRanges(view: view)
      return .array(try positions.map { json throws(ResponseError) in ranges.json(at: try view.offset(json)) })
    case .documentLink: return DocumentLinks(view: try view(params)).json
    case .codeAction: return try codeActions(params)
    case .resolveCodeAction: return try resolve(params)
    case .completion:
      let view = try view(params)
      if let help = configurationHelp(view) { return help.completion(at: try offset(params, view)) }
      return Completion(view: view, client: client, linter: linter).json(at: try offset(params, view))
    case .executeCommand: return try execute(params)
    }
  }

  /// The document that `params` name, as it stands now.
  func view(_ params: JSON) throws(ResponseError) -> DocumentView {
    try view(uri: Self.uri(params))
  }

  func view(uri: String) throws(ResponseError) -> DocumentView {
    guard let index = documents.index(forKey: uri) else { throw .invalidParams("the document is not open") }
    return view(ofDocumentAt: index)
  }

  func view(ofDocumentAt index: Dictionary<String, OpenDocument>.Index) -> DocumentView {
    let uri = documents.keys[index]
    var report = documents.values[index].report(
      linter, kind: surroundings.kind(uri: uri), language: surroundings.language(uri: uri))
    if !documents.values[index].isConfiguration { report = surroundings.marks(report, uri: uri) }
    return DocumentView(document: documents.values[index], report: report, encoding: client.encoding)
  }

  private func offset(_ params: JSON, _ view: DocumentView) throws(ResponseError) -> Int {
    try view.offset(params["position"])
  }

  private func diagnostic(_ params: JSON) throws(ResponseError) -> JSON {
    let view = try view(params)
    let items = items(for: view)
    let id = DiagnosticWriter.resultID(items)
    if params["previousResultId"]?.string == id { return ["kind": "unchanged", "resultId": .string(id)] }
    return ["kind": "full", "resultId": .string(id), "items": .written(items)]
  }

  private func execute(_ params: JSON) throws(ResponseError) -> JSON {
    guard let command = params["command"]?.string.flatMap(ServerCommand.init) else {
      throw .invalidParams("there is no such command")
    }
    let argument = params["arguments"]?.array?.first?.string
    switch command {
    case .explain:
      guard let argument, let rule = pages.rule(argument) else { throw .invalidParams("there is no such rule") }
      if client.showsDocuments, let uri = pages.uri(of: rule.id) {
        outbox.request(.showDocument, ["uri": .string(uri), "external": true])
      } else {
        outbox.notify(.showMessage, ["type": 3, "message": .string("\(rule.title). \(rule.why) Ask: \(rule.ask)")])
      }
    case .summary:
      guard let argument else { throw .invalidParams("the document is missing") }
      let summary = CodeLenses(view: try view(uri: argument)).summary
      outbox.notify(.showMessage, ["type": 3, "message": .string(summary)])
    }
    return .null
  }
}

/// The commands that the server runs for its own code actions and code lenses.
enum ServerCommand: String, CaseIterable {
  /// Opens the page of a rule: its id.
  case explain = "consentlint.explain"
  /// Shows the counts of a document: its URI.
  case summary = "consentlint.summary"
}
