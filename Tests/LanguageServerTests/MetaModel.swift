import Foundation
import TestSupport

@testable import LanguageServer

/// The machine-readable description of LSP 3.17, and whether values are what it says.
///
/// It is not part of the project: where it does not lie beside it, messages are not checked, and a test says so.
struct MetaModel: Sendable {
  static let shared = MetaModel()

  static let hint = "needs ../shared/lsp/metaModel.json"

  private let structures: [String: JSON]
  private let enumerations: [String: JSON]
  private let aliases: [String: JSON]
  private let requests: [String: JSON]
  private let notifications: [String: JSON]

  private init?() {
    let url = Shared.folder.appending(path: "lsp/metaModel.json")
    guard let data = try? Data(contentsOf: url), let model = try? JSONParser.parse([UInt8](data)) else { return nil }
    func table(_ list: String, by key: String) -> [String: JSON] {
      Dictionary((model[list]?.array ?? []).map { ($0[key]?.string ?? "", $0) }) { first, _ in first }
    }
    structures = table("structures", by: "name")
    enumerations = table("enumerations", by: "name")
    aliases = table("typeAliases", by: "name")
    requests = table("requests", by: "method")
    notifications = table("notifications", by: "method")
  }

  /// True if there is such a request that goes this way (or both).
  func hasRequest(_ method: String, from direction: String) -> Bool { has(requests[method], direction) }

  func hasNotification(_ method: String, from direction: String) -> Bool { has(notifications[method], direction) }

  private func has(_ entry: JSON?, _ direction: String) -> Bool {
    guard let way = entry?["messageDirection"]?.string else { return false }
    return way == direction || way == "both"
  }

  /// The values of an enumeration of numbers.
  func values(of enumeration: String) -> Set<Int> {
    Set((enumerations[enumeration]?["values"]?.array ?? []).compactMap { $0["value"]?.integer })
  }

  // MARK: Messages

  func faults(inParams params: JSON?, ofNotification method: String) -> [String] {
    guard let entry = notifications[method] else { return ["no notification \(method)"] }
    return faults(inParams: params, of: entry, method)
  }

  func faults(inParams params: JSON?, ofRequest method: String) -> [String] {
    guard let entry = requests[method] else { return ["no request \(method)"] }
    return faults(inParams: params, of: entry, method)
  }

  func faults(inResult result: JSON, of method: String) -> [String] {
    guard let type = requests[method]?["result"] else { return ["no request \(method)"] }
    return faults(result, type, "\(method).result")
  }

  func faults(inPartialResult result: JSON, of method: String) -> [String] {
    guard let type = requests[method]?["partialResult"] else { return ["no partial result of \(method)"] }
    return faults(result, type, "\(method).partialResult")
  }

  func faults(_ value: JSON, as name: String) -> [String] {
    faults(value, ["kind": "reference", "name": .string(name)], name)
  }

  private func faults(inParams params: JSON?, of entry: JSON, _ method: String) -> [String] {
    guard let type = entry["params"] else { return params == nil || params == .null ? [] : ["\(method): params"] }
    return faults(params ?? .null, type, method)
  }

  // MARK: Types

  private func faults(_ value: JSON, _ type: JSON, _ path: String) -> [String] {
    switch type["kind"]?.string {
    case "base": return isBase(value, type["name"]?.string ?? "") ? [] : ["\(path): no \(type["name"]?.string ?? "")"]
    case "reference": return faults(value, reference: type["name"]?.string ?? "", path)
    case "array":
      guard let values = value.array, let element = type["element"] else { return ["\(path): no array"] }
      return values.enumerated().flatMap { faults($1, element, "\(path)[\($0)]") }
    case "map":
      guard let members = value.members, let element = type["value"] else { return ["\(path): no map"] }
      return members.flatMap { faults($0.value, element, "\(path).\($0.key)") }
    case "tuple":
      guard let values = value.array, let items = type["items"]?.array, values.count == items.count else {
        return ["\(path): no tuple"]
      }
      return zip(values, items).flatMap { faults($0, $1, path) }
    case "or":
      let all = (type["items"]?.array ?? []).map { faults(value, $0, path) }
      if all.contains(where: \.isEmpty) { return [] }
      return ["\(path): none of several types: \(all.min { $0.count < $1.count } ?? [])"]
    case "and": return (type["items"]?.array ?? []).flatMap { faults(value, $0, path) }
    case "stringLiteral": return value.string == type["value"]?.string ? [] : ["\(path): not \(type["value"] ?? .null)"]
    case "literal": return faults(value, properties: type["value"]?["properties"]?.array ?? [], path)
    default: return ["\(path): a type that this test does not know"]
    }
  }

  private func faults(_ value: JSON, reference name: String, _ path: String) -> [String] {
    if name == "LSPAny" { return [] }
    if name == "LSPObject" { return value.members == nil ? ["\(path): no object"] : [] }
    if let structure = structures[name] { return faults(value, properties: properties(of: structure), path) }
    if let alias = aliases[name]?["type"] { return faults(value, alias, path) }
    guard let enumeration = enumerations[name], let type = enumeration["type"] else {
      return ["\(path): no type \(name)"]
    }
    let values = enumeration["values"]?.array ?? []
    if values.contains(where: { $0["value"] == value }) { return [] }
    return enumeration["supportsCustomValues"]?.bool == true
      ? faults(value, type, path) : ["\(path): no value of \(name)"]
  }

  /// The properties of a structure with those that it inherits.
  private func properties(of structure: JSON) -> [JSON] {
    let bases = (structure["extends"]?.array ?? []) + (structure["mixins"]?.array ?? [])
    let inherited = bases.compactMap { $0["name"]?.string }.compactMap { structures[$0] }.flatMap(properties)
    let own = structure["properties"]?.array ?? []
    let names = Set(own.compactMap { $0["name"]?.string })
    return own + inherited.filter { !names.contains($0["name"]?.string ?? "") }
  }

  private func faults(_ value: JSON, properties: [JSON], _ path: String) -> [String] {
    guard let members = value.members else { return ["\(path): no object"] }
    var faults: [String] = []
    var known: Set<String> = []
    for property in properties {
      guard let name = property["name"]?.string, let type = property["type"] else { continue }
      known.insert(name)
      if let member = value[name] {
        faults += self.faults(member, type, "\(path).\(name)")
      } else if property["optional"]?.bool != true {
        faults.append("\(path): \(name) is missing")
      }
    }
    // The model allows more members; the server has no reason to send what nobody knows.
    faults += members.filter { !known.contains($0.key) }.map { "\(path): unknown member \($0.key)" }
    if Set(members.map(\.key)).count < members.count { faults.append("\(path): a member comes twice") }
    return faults
  }

  private func isBase(_ value: JSON, _ name: String) -> Bool {
    switch (name, value) {
    case ("string", .string), ("DocumentUri", .string), ("URI", .string), ("RegExp", .string): true
    case ("boolean", .bool), ("null", .null), ("decimal", .integer), ("decimal", .number): true
    case ("integer", .integer(let value)): Int32(exactly: value) != nil
    case ("uinteger", .integer(let value)): value >= 0 && Int32(exactly: value) != nil
    default: false
    }
  }
}
