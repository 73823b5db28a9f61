import Analysis
import Reporters
import Synchronization

/// The pages that explain rules, as files that the client can open. A page is written when it is first named.
final class RulePages: Sendable {
  private let rules: [String: AnyRule]
  private let surroundings: any Surroundings
  /// By rule: the URI; nil if the page could not be written.
  private let uris = Mutex<[String: String?]>([:])

  init(rules: [AnyRule], surroundings: any Surroundings) {
    self.rules = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
    self.surroundings = surroundings
  }

  func rule(_ id: String) -> AnyRule? { rules[id] }

  /// The URI of the rule's page; nil if there is none.
  func uri(of id: String) -> String? {
    uris.withLock { uris in
      if let known = uris[id] { return known }
      let uri = rules[id].flatMap { rule in
        surroundings.keep(page: RuleWebPage.render(rule), named: "\(id).html").map(DocumentURI.uri)
      }
      uris[id] = .some(uri)
      return uri
    }
  }
}
