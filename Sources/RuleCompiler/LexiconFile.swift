import Clauses

/// A class of the lexicon as its file has it.
struct LexiconFile {
  var name: String
  var entries: [LocatedText]
  /// The file, with its faults; kept because some are seen only beside the other classes.
  var yaml: YAMLFile

  /// - Parameter classes: names of all classes of the language.
  init(_ file: RuleSourceFile, name: String, classes: Set<String>) {
    self.name = name
    entries = []
    yaml = YAMLFile(file)
    guard let root = yaml.root() else { return }
    let fields = yaml.fields(of: root, required: ["title", "words"])
    _ = yaml.text("title", of: fields)
    for item in yaml.list("words", of: fields) {
      guard let entry = yaml.text(in: item, called: "words"),
        let captures = yaml.captures(of: entry, classes: classes)
      else { continue }
      if let capture = captures.first {
        yaml.report("an entry of a class cannot capture `\(capture)`", at: entry.place)
      }
      if let gap = entry.string.utf8Offset(ofAny: ["…", "&"]) {
        yaml.report("an entry of a class has no gaps; `…` and `&` belong in rules", at: gap, in: entry)
      }
      entries.append(entry)
    }
  }

  var lexiconClass: LexiconClass? {
    yaml.diagnostics.isEmpty ? LexiconClass(name: name, entries: entries.map(\.string)) : nil
  }

  /// The classes that an entry takes in.
  static func classNames(of entry: LocatedText) -> [String] {
    (try? Pattern.parse(entry.string))?.classNames ?? []
  }
}

extension [String: LexiconFile] {
  /// Notes every class that takes in itself, at the entry that begins the round.
  mutating func checkCycles() {
    var finished: Set<String> = []

    /// Walks from `name`; `path` is the way here.
    func visit(_ name: String, path: [String]) {
      guard let file = self[name], !finished.contains(name) else { return }
      let path = path + [name]
      for entry in file.entries {
        for other in LexiconFile.classNames(of: entry) {
          if let start = path.firstIndex(of: other) {
            let round = (path[start...] + [other]).map { "@\($0)" }.joined(separator: " -> ")
            self[name]?.yaml.report("a class cannot take in itself: \(round)", at: entry.place)
          } else {
            visit(other, path: path)
          }
        }
      }
      finished.insert(name)
    }

    for name in keys.sorted() { visit(name, path: []) }
  }
}

extension String {
  fileprivate func utf8Offset(ofAny signs: Set<Character>) -> Int? {
    firstIndex { signs.contains($0) }.map { utf8.distance(from: startIndex, to: $0) }
  }
}
