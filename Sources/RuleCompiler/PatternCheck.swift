import Clauses
import ProjectConfiguration

/// Bytes of class and capture names.
func isNameByte(_ byte: UInt8) -> Bool {
  byte.isASCIIDigit || byte == UInt8(ascii: "-") || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
}

extension String {
  /// UTF-8 offset of the first `@name` that is not the beginning of a longer name.
  func offsetOfClass(_ name: String) -> Int {
    let bytes = Array(utf8)
    let wanted = Array("@\(name)".utf8)
    return bytes.indices.first { start in
      let rest = bytes[start...]
      return rest.starts(with: wanted) && !(rest.dropFirst(wanted.count).first.map(isNameByte) ?? false)
    } ?? 0
  }
}

extension YAMLFile {
  /// Checks a pattern's grammar and its classes.
  /// - Returns: the captures that it binds; nil where it could not be read.
  mutating func captures(of pattern: LocatedText, classes: Set<String>) -> [String]? {
    do {
      let parsed = try Pattern.parse(pattern.string)
      for name in parsed.classNames where !classes.contains(name) {
        // Not the list of all classes: it is long.
        let hint = classes.sorted().nearest(to: name).map { "; did you mean `@\($0)`?" } ?? ""
        report("unknown class `@\(name)`\(hint)", at: pattern.string.offsetOfClass(name), in: pattern)
      }
      return parsed.captureNames
    } catch {
      report("pattern: \(error.message)", at: error.offset, in: pattern)
      return nil
    }
  }
}
