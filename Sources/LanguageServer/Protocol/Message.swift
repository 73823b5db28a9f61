/// The id of a request. Strings and numbers are different ids.
public enum RequestID: Sendable, Hashable {
  case number(Int)
  case string(String)

  init?(_ json: JSON?) {
    switch json {
    case .string(let value): self = .string(value)
    case let value?:
      guard let number = value.integer else { return nil }
      self = .number(number)
    case nil: return nil
    }
  }

  var json: JSON {
    switch self {
    case .number(let value): .integer(value)
    case .string(let value): .string(value)
    }
  }
}

/// A message that came in, by its kind.
enum Message {
  case request(id: RequestID, method: String, params: JSON)
  case notification(method: String, params: JSON)
  case response(id: RequestID, result: Result<JSON, ResponseError>)
  /// No message: `id` is there if it can be told whom the fault concerns.
  case invalid(id: RequestID?, error: ResponseError)

  /// The message in a body.
  init(body: [UInt8]) {
    do throws(JSONParser.Failure) {
      self.init(try JSONParser.parse(body))
    } catch {
      self = .invalid(id: nil, error: ResponseError(.parseError, "at byte \(error.offset): \(error.message)"))
    }
  }

  init(_ json: JSON) {
    guard case .object = json else {
      self = .invalid(id: nil, error: ResponseError(.invalidRequest, "A message must be an object."))
      return
    }
    let id = RequestID(json["id"])
    let params = json["params"] ?? .null
    if let method = json["method"]?.string {
      if let id {
        self = .request(id: id, method: method, params: params)
      } else if let id = json["id"], !id.isNull {
        self = .invalid(id: nil, error: ResponseError(.invalidRequest, "An id must be a string or an integer."))
      } else {
        self = .notification(method: method, params: params)
      }
    } else if let id, json["method"] == nil, json["result"] != nil || json["error"] != nil {
      if let error = json["error"], !error.isNull {
        let text = error["message"]?.string ?? ""
        self = .response(id: id, result: .failure(ResponseError(code: error["code"]?.integer ?? 0, message: text)))
      } else {
        self = .response(id: id, result: .success(json["result"] ?? .null))
      }
    } else {
      self = .invalid(id: id, error: ResponseError(.invalidRequest, "A message must have a method or a result."))
    }
  }
}

/// Why a request was not answered.
struct ResponseError: Error, Equatable {
  /// The codes of JSON-RPC and of LSP 3.17 that the server uses.
  enum Code: Int, CaseIterable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case internalError = -32603
    case serverNotInitialized = -32002
    case requestFailed = -32803
    case serverCancelled = -32802
    case contentModified = -32801
    case requestCancelled = -32800
  }

  var code: Int
  var message: String

  init(code: Int, message: String) {
    self.code = code
    self.message = message
  }

  init(_ code: Code, _ message: String) {
    self.init(code: code.rawValue, message: message)
  }

  static let cancelled = ResponseError(.requestCancelled, "The request was cancelled.")

  static func invalidParams(_ what: String) -> ResponseError {
    ResponseError(.invalidParams, "The parameters are wrong: \(what).")
  }

  var json: JSON { ["code": .integer(code), "message": .string(message)] }
}
