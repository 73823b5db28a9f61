import Analysis

/// Fixes: what is offered, and what each one writes.
extension Server {
  /// The actions for a range of a document.
  func codeActions(_ params: JSON) throws(ResponseError) -> JSON {
    let view = try view(params)
    let range = try view.range(params["range"])
    let only = params["context"]?["only"]?.strings
    if view.document.isConfiguration { return configurationActions(view, touching: range, only: only) }
    let path = DocumentURI.path(of: view.document.uri)
    let actions = CodeActions(
      view: view, pages: pages, client: client, isInProject: path != nil,
      hasBaseline: path.flatMap(surroundings.baseline) != nil, edit: { self.edit(for: $0, in: view) })
    return actions.json(
      touching: range, only: only, marks: params["context"]?["diagnostics"]?.array ?? [])
  }

  /// Puts the edit into a code action that was given without one.
  func resolve(_ action: JSON) throws(ResponseError) -> JSON {
    // Clients ask for every action without an edit: an explanation never gets one.
    if action["title"] != nil, action["data"] == nil { return action }
    guard var members = action.members, let data = action["data"], let uri = data["uri"]?.string,
      let fix = Fix(data), let version = data["version"]?.integer
    else { throw .invalidParams("this action is not mine") }
    let view = try view(uri: uri)
    guard view.document.version == version else {
      throw ResponseError(.contentModified, "The document has changed since.")
    }
    guard let edit = edit(for: fix, in: view) else {
      throw .invalidParams("this fix is not possible here")
    }
    members.removeAll { $0.key == "edit" }
    members.append(JSON.Member(key: "edit", value: edit))
    return .object(members)
  }

  /// The workspace edit of a fix; nil if it cannot be made.
  private func edit(for fix: Fix, in view: DocumentView) -> JSON? {
    let uri = view.document.uri
    let edits = FixEdits(view: view, pages: pages) { bytes in self.check(bytes, as: view.document) }
    if fix.kind == .baseline {
      return edits.finding(of: fix).flatMap { baselineEdit(adding: $0, of: uri) }
    }
    return edits.changes(for: fix).map {
      client.edit($0, of: view.buffer, uri: uri, version: view.document.version)
    }
  }

  /// What is said of other bytes for an open document.
  private func check(_ bytes: [UInt8], as document: OpenDocument) -> DocumentReport {
    let report = linter.check(
      document.source(with: bytes), kind: surroundings.kind(uri: document.uri),
      language: surroundings.language(uri: document.uri), answersQuestions: false)
    return surroundings.marks(report, uri: document.uri)
  }

  private func baselineEdit(adding finding: Finding, of uri: String) -> JSON? {
    guard let path = DocumentURI.path(of: uri), let place = surroundings.baseline(of: path) else { return nil }
    let baselineURI = DocumentURI.uri(of: place.path)
    let open = documents[baselineURI]
    guard let buffer = open?.buffer ?? surroundings.read(place.path).flatMap(TextBuffer.init(file:)),
      let change = BaselineEdit(buffer: buffer).change(adding: finding, of: place.name)
    else { return nil }
    return client.edit([change], of: buffer, uri: baselineURI, version: open?.version)
  }
}
