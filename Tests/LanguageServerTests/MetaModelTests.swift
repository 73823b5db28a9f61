import TestSupport
import Testing

@testable import LanguageServer

/// The names and numbers in the server's source are those of LSP 3.17.
@Suite struct MetaModelTests {
  @Test(.enabled(if: MetaModel.shared != nil, Comment(rawValue: MetaModel.hint)))
  func namesAreThere() throws {
    let model = try #require(MetaModel.shared)
    for method in ClientRequest.allCases {
      #expect(model.hasRequest(method.rawValue, from: "clientToServer"), "\(method)")
    }
    for method in ClientNotification.allCases {
      #expect(model.hasNotification(method.rawValue, from: "clientToServer"), "\(method)")
    }
    for method in ServerMethod.allCases {
      let isThere =
        model.hasRequest(method.rawValue, from: "serverToClient")
        || model.hasNotification(method.rawValue, from: "serverToClient")
      #expect(isThere, "\(method)")
    }
    let codes = model.values(of: "ErrorCodes").union(model.values(of: "LSPErrorCodes"))
    for code in ResponseError.Code.allCases { #expect(codes.contains(code.rawValue), "\(code)") }
    for encoding in PositionEncoding.allCases {
      #expect(model.faults(.string(encoding.rawValue), as: "PositionEncodingKind") == [])
    }
  }

  /// The judge itself: it must see what is wrong.
  @Test(.enabled(if: MetaModel.shared != nil, Comment(rawValue: MetaModel.hint)))
  func faultsAreSeen() throws {
    let model = try #require(MetaModel.shared)
    let position: JSON = ["line": 1, "character": 2]
    #expect(model.faults(position, as: "Position") == [])
    #expect(model.faults(["line": 1], as: "Position") != [])
    #expect(model.faults(["line": -1, "character": 2], as: "Position") != [])
    #expect(model.faults(["line": 1, "character": 2, "colum": 3], as: "Position") != [])
    #expect(model.faults(["contents": ["kind": "html", "value": ""]], as: "Hover") != [])
    #expect(model.faults(.null, as: "Hover") != [])
  }
}
