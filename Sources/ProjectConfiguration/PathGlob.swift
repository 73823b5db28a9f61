/// A pattern for paths, as ignore files have it: `*` and `?` inside of one name, `**` for any folders.
///
/// A pattern without a slash fits a name in any folder; a folder's pattern fits all that is in the folder.
public struct PathGlob: Sendable, Equatable {
  public let source: String
  private let parts: [[UInt8]]

  private static let anyFolders = Array("**".utf8)

  public init(_ source: String) {
    self.source = source
    var parts = source.utf8.split(separator: UInt8(ascii: "/")).map(Array.init).filter { $0 != [UInt8(ascii: ".")] }
    let isAnywhere = !source.utf8.dropLast().contains(UInt8(ascii: "/"))
    if isAnywhere, !parts.isEmpty, parts.first != Self.anyFolders { parts.insert(Self.anyFolders, at: 0) }
    self.parts = parts
  }

  /// True if the pattern fits `path`, which is relative to the file that has the pattern, or a folder above `path`.
  public func fits(_ path: String) -> Bool {
    let names = path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    return Self.fits(parts[...], names[...])
  }

  /// Row by row, so that many `**` cannot make it slow: which ends of the names the parts so far can have reached.
  private static func fits(_ parts: ArraySlice<[UInt8]>, _ names: ArraySlice<[UInt8]>) -> Bool {
    guard !parts.isEmpty else { return false }
    var reached = [true] + names.map { _ in false }
    for part in parts {
      if part == anyFolders {
        var isOpen = false
        for index in reached.indices {
          isOpen = isOpen || reached[index]
          reached[index] = isOpen
        }
        continue
      }
      for index in names.indices.reversed() {
        reached[index + 1] = reached[index] && isName(names[index], like: part)
      }
      reached[0] = false
    }
    // What is in a folder that fits, fits too; the empty path is the configuration's own folder.
    return reached.dropFirst().contains(true)
  }

  /// `*` is any run of signs, `?` one byte.
  private static func isName(_ name: [UInt8], like pattern: [UInt8]) -> Bool {
    var at = 0
    var next = 0
    var star: (pattern: Int, name: Int)?
    while at < name.count {
      if next < pattern.count, pattern[next] == UInt8(ascii: "*") {
        star = (next, at)
        next += 1
      } else if next < pattern.count, pattern[next] == name[at] || pattern[next] == UInt8(ascii: "?") {
        next += 1
        at += 1
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        next = last.pattern + 1
        at = last.name + 1
      } else {
        return false
      }
    }
    return pattern[next...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
