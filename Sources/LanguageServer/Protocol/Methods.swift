/// The requests that the server answers.
enum ClientRequest: String, CaseIterable {
  case initialize
  case shutdown
  case diagnostic = "textDocument/diagnostic"
  case workspaceDiagnostic = "workspace/diagnostic"
  case hover = "textDocument/hover"
  case definition = "textDocument/definition"
  case references = "textDocument/references"
  case documentSymbol = "textDocument/documentSymbol"
  case foldingRange = "textDocument/foldingRange"
  case codeLens = "textDocument/codeLens"
  case inlayHint = "textDocument/inlayHint"
  case semanticTokens = "textDocument/semanticTokens/full"
  case selectionRange = "textDocument/selectionRange"
  case documentLink = "textDocument/documentLink"
  case codeAction = "textDocument/codeAction"
  case resolveCodeAction = "codeAction/resolve"
  case completion = "textDocument/completion"
  case executeCommand = "workspace/executeCommand"
}

/// The notifications that the server takes.
enum ClientNotification: String, CaseIterable {
  case initialized
  case exit
  case didOpen = "textDocument/didOpen"
  case didChange = "textDocument/didChange"
  case didSave = "textDocument/didSave"
  case didClose = "textDocument/didClose"
  case didChangeConfiguration = "workspace/didChangeConfiguration"
  case didChangeWorkspaceFolders = "workspace/didChangeWorkspaceFolders"
  case didChangeWatchedFiles = "workspace/didChangeWatchedFiles"
  case cancelProgress = "window/workDoneProgress/cancel"
  case setTrace = "$/setTrace"
}

/// What the server sends of its own accord.
enum ServerMethod: String, CaseIterable {
  case publishDiagnostics = "textDocument/publishDiagnostics"
  case progress = "$/progress"
  case logMessage = "window/logMessage"
  case showMessage = "window/showMessage"
  case showDocument = "window/showDocument"
  case configuration = "workspace/configuration"
  case registerCapability = "client/registerCapability"
  case refreshDiagnostics = "workspace/diagnostic/refresh"
  case refreshInlayHints = "workspace/inlayHint/refresh"
  case refreshSemanticTokens = "workspace/semanticTokens/refresh"
  case refreshCodeLenses = "workspace/codeLens/refresh"
}
