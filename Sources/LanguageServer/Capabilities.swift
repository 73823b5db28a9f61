/// What the server says of itself when a session begins.
enum Capabilities {
  static func json(for client: ClientAbilities) -> JSON {
    [
      "positionEncoding": .string(client.encoding.rawValue),
      // 2 = incremental.
      "textDocumentSync": ["openClose": true, "change": 2],
      "hoverProvider": true,
      "definitionProvider": true,
      "referencesProvider": true,
      "documentSymbolProvider": ["label": "ConsentLint"],
      "foldingRangeProvider": true,
      "codeLensProvider": ["resolveProvider": false],
      "inlayHintProvider": true,
      "selectionRangeProvider": true,
      "documentLinkProvider": ["resolveProvider": false],
      "semanticTokensProvider": [
        "legend": ["tokenTypes": .array(SemanticTokens.types.map { .string($0.type) }), "tokenModifiers": []],
        "full": true,
      ],
      "codeActionProvider": client.takesCodeActions
        ? [
          "codeActionKinds": ["quickfix", "refactor", .string(CodeActions.fixAllKind)],
          "resolveProvider": .bool(client.resolvesEdits),
        ] : true,
      "completionProvider": ["resolveProvider": false],
      "executeCommandProvider": ["commands": .array(ServerCommand.allCases.map { .string($0.rawValue) })],
      "diagnosticProvider": [
        "identifier": "consentlint", "interFileDependencies": false, "workspaceDiagnostics": true,
      ],
      "workspace": ["workspaceFolders": ["supported": true, "changeNotifications": true]],
    ]
  }
}
