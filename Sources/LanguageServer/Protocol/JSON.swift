/// A JSON value. Objects keep the order of their members, so that messages read as they were written.
public enum JSON: Sendable, Equatable {
  public struct Member: Sendable, Equatable {
    public var key: String
    public var value: JSON
  }

  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([Member])
  /// JSON that was written before; never comes out of the parser.
  case written([UInt8])
}

extension JSON {
  /// The member `key` of an object; nil if there is none, or if this is no object.
  public subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The value at the end of a path of keys.
  public subscript(path: String...) -> JSON? {
    path.reduce(Optional(self)) { $0?[$1] }
  }

  public var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  public var integer: Int? {
    switch self {
    case .integer(let value): value
    // 1.0 is an integer too; clients in JavaScript do not part the two.
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  public var array: [JSON]? {
    if case .array(let values) = self { values } else { nil }
  }

  public var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }

  public var isNull: Bool { self == .null }

  /// The strings of an array; other elements are left out.
  public var strings: [String] { array?.compactMap(\.string) ?? [] }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }

  /// Members whose value is nil are left out; `.null` is written.
  public init(dictionaryLiteral elements: (String, JSON?)...) {
    self = .object(elements.compactMap { key, value in value.map { Member(key: key, value: $0) } })
  }
}
