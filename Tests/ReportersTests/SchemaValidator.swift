import Foundation

/// Checks JSON against a JSON Schema (2020-12), for the keywords that this project's schema uses.
/// A keyword that it does not know is a fault too: it would be passed over in silence.
struct SchemaValidator {
  let schema: JSONValue
  /// True to refuse members that the schema does not name. A published schema lets them through, since fields
  /// may be added; what we write must be in it.
  var isStrict = false

  private static let annotations: Set<String> = ["$schema", "$id", "$defs", "title", "description"]

  /// What is wrong with `value`, each with its path; empty if it is valid.
  func faults(in value: JSONValue) -> [String] {
    faults(in: value, schema: schema, path: "$")
  }

  private func faults(in value: JSONValue, schema: JSONValue, path: String) -> [String] {
    guard case .object(let keywords) = schema else { return ["\(path): the schema is no object"] }
    return keywords.sorted { $0.key < $1.key }.flatMap { keyword, argument in
      check(keyword, argument, of: schema, value, path)
    }
  }

  private func check(
    _ keyword: String, _ argument: JSONValue, of schema: JSONValue, _ value: JSONValue, _ path: String
  ) -> [String] {
    switch (keyword, argument, value) {
    case ("$ref", .string(let reference), _):
      guard let target = resolve(reference) else { return ["\(path): \(reference) leads nowhere"] }
      return faults(in: value, schema: target, path: path)
    case ("anyOf", .array(let choices), _):
      let results = choices.map { faults(in: value, schema: $0, path: path) }
      return results.contains([]) ? [] : ["\(path): fits none of the choices: \(results)"]
    case ("type", .string(let type), _):
      return Self.hasType(value, type) ? [] : ["\(path): is no \(type)"]
    case ("const", _, _):
      return value == argument ? [] : ["\(path): is not \(argument)"]
    case ("enum", .array(let values), _):
      return values.contains(value) ? [] : ["\(path): is not one of \(values)"]
    case ("required", .array(let names), .object(let members)):
      return names.compactMap { name in
        guard case .string(let name) = name, members[name] == nil else { return nil }
        return "\(path).\(name): is not there"
      }
    case ("properties", .object(let properties), .object(let members)):
      return members.sorted { $0.key < $1.key }.flatMap { name, member -> [String] in
        if let property = properties[name] { return faults(in: member, schema: property, path: "\(path).\(name)") }
        return isStrict ? ["\(path).\(name): is not in the schema"] : []
      }
    case ("additionalProperties", _, .object(let members)):
      var named: [String: JSONValue] = [:]
      if case .object(let properties) = schema["properties"] { named = properties }
      return members.filter { named[$0.key] == nil }.sorted { $0.key < $1.key }.flatMap { name, member in
        argument == .boolean(false)
          ? ["\(path).\(name): is not allowed"] : faults(in: member, schema: argument, path: "\(path).\(name)")
      }
    case ("items", _, .array(let elements)):
      return elements.enumerated().flatMap { index, element in
        faults(in: element, schema: argument, path: "\(path)[\(index)]")
      }
    case ("pattern", .string(let pattern), .string(let text)):
      return text.range(of: pattern, options: .regularExpression) != nil ? [] : ["\(path): does not fit \(pattern)"]
    case ("minLength", .integer(let length), .string(let text)):
      return text.unicodeScalars.count >= length ? [] : ["\(path): is too short"]
    case ("minimum", .integer(let bound), _):
      return Self.number(value).map { $0 >= Double(bound) } ?? true ? [] : ["\(path): is below \(bound)"]
    case ("maximum", .integer(let bound), _):
      return Self.number(value).map { $0 <= Double(bound) } ?? true ? [] : ["\(path): is above \(bound)"]
    case ("required", _, _), ("properties", _, _), ("additionalProperties", _, _), ("items", _, _),
      ("pattern", _, _), ("minLength", _, _):
      // A keyword for another type says nothing about this value.
      return []
    default:
      return Self.annotations.contains(keyword) ? [] : ["\(path): unknown keyword \(keyword)"]
    }
  }

  private func resolve(_ reference: String) -> JSONValue? {
    guard reference.hasPrefix("#/") else { return nil }
    var target = schema
    for part in reference.dropFirst(2).split(separator: "/") { target = target[String(part)] }
    return target == .null ? nil : target
  }

  private static func hasType(_ value: JSONValue, _ type: String) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .boolean), ("integer", .integer), ("number", .integer), ("number", .number),
      ("string", .string), ("array", .array), ("object", .object):
      true
    default: false
    }
  }

  private static func number(_ value: JSONValue) -> Double? {
    switch value {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }
}
