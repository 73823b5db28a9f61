/// What the client said of itself when the session began.
struct ClientAbilities: Sendable {
  var encoding = PositionEncoding.utf16
  var folders: [String] = []
  /// Asks for diagnostics, so that none must be published.
  var pullsDiagnostics = false
  var refreshesDiagnostics = false
  /// Shows the other places that belong to a diagnostic.
  var showsRelatedPlaces = false
  /// Shows what is of no use in a fainter colour.
  var fadesUnused = false
  var refreshesInlayHints = false
  var refreshesSemanticTokens = false
  var refreshesCodeLenses = false
  var hoversInMarkdown = false
  var nestsSymbols = false
  var foldsWholeLines = false
  var takesCodeActions = false
  var resolvesEdits = false
  var takesDocumentChanges = false
  var takesSnippets = false
  var givesConfiguration = false
  var registersConfiguration = false
  var registersWatchedFiles = false
  var showsDocuments = false
  var showsProgress = false

  /// - Parameter params: those of `initialize`.
  init(_ params: JSON) {
    let abilities = params["capabilities"] ?? .null
    let document = abilities["textDocument"] ?? .null
    let workspace = abilities["workspace"] ?? .null
    let window = abilities["window"] ?? .null
    // The client's order is its preference.
    encoding = abilities["general", "positionEncodings"]?.strings.compactMap(PositionEncoding.init).first ?? .utf16
    pullsDiagnostics = document["diagnostic"]?.members != nil
    let published = document["publishDiagnostics"] ?? .null
    showsRelatedPlaces = published["relatedInformation"]?.bool ?? false
    fadesUnused = published["tagSupport", "valueSet"]?.array?.contains(1) ?? false
    refreshesDiagnostics = workspace["diagnostics", "refreshSupport"]?.bool ?? false
    refreshesInlayHints = workspace["inlayHint", "refreshSupport"]?.bool ?? false
    refreshesSemanticTokens = workspace["semanticTokens", "refreshSupport"]?.bool ?? false
    refreshesCodeLenses = workspace["codeLens", "refreshSupport"]?.bool ?? false
    hoversInMarkdown = document["hover", "contentFormat"]?.strings.first == "markdown"
    nestsSymbols = document["documentSymbol", "hierarchicalDocumentSymbolSupport"]?.bool ?? false
    foldsWholeLines = document["foldingRange", "lineFoldingOnly"]?.bool ?? false
    takesCodeActions = document["codeAction", "codeActionLiteralSupport"]?.members != nil
    resolvesEdits = document["codeAction", "resolveSupport", "properties"]?.strings.contains("edit") ?? false
    takesDocumentChanges = workspace["workspaceEdit", "documentChanges"]?.bool ?? false
    takesSnippets = document["completion", "completionItem", "snippetSupport"]?.bool ?? false
    givesConfiguration = workspace["configuration"]?.bool ?? false
    registersConfiguration = workspace["didChangeConfiguration", "dynamicRegistration"]?.bool ?? false
    registersWatchedFiles = workspace["didChangeWatchedFiles", "dynamicRegistration"]?.bool ?? false
    showsDocuments = window["showDocument", "support"]?.bool ?? false
    showsProgress = window["workDoneProgress"]?.bool ?? false
    folders = Self.folders(params)
  }

  /// The workspace's folders; of older clients the one root.
  private static func folders(_ params: JSON) -> [String] {
    if let list = params["workspaceFolders"]?.array {
      return list.compactMap { $0["uri"]?.string.flatMap(DocumentURI.path) }
    }
    if let root = params["rootUri"]?.string.flatMap(DocumentURI.path) { return [root] }
    return params["rootPath"]?.string.map { [$0] } ?? []
  }
}
