import Clauses

/// What a project set for its documents: its configuration files, from the nearest folder outwards.
///
/// Of two files that say something on the same point, the nearer counts. Lists of rule folders and ignored paths, and
/// policies of different names, add up.
public struct Configuration: Sendable, Equatable {
  /// A value, and the file and line that it comes from.
  public struct Origin: Sendable, Equatable {
    public var path: String
    public var line: Int
  }

  public typealias Found<Value> = (value: Value, origin: Origin)

  /// The nearest first.
  public var files: [ConfigurationFile]

  public init(files: [ConfigurationFile] = []) {
    self.files = files
  }

  public var isEmpty: Bool { files.isEmpty }

  public var failLevel: Found<FailLevel>? {
    first { file in file.failLevel.map { found($0, in: file, value: $0.value) } }
  }

  /// The absolute path of the baseline.
  public var baseline: Found<String>? {
    first { file in file.baseline.map { found($0, in: file, value: file.resolved($0.value)) } }
  }

  /// The absolute paths of the folders with the project's own rules, the farthest first: a nearer rule replaces it.
  public var ruleFolders: [Found<String>] {
    files.reversed().flatMap { file in file.ruleFolders.map { found($0, in: file, value: file.resolved($0.value)) } }
  }

  /// The limits that are set, the farthest first: a nearer one counts.
  public var limits: [Found<ConfigurationFile.Limit>] {
    files.reversed().flatMap { file in file.limits.map { found($0, in: file, value: $0.value) } }
  }

  /// The pattern that leaves out the document at `path`, which is absolute; nil if it is not left out.
  public func ignoring(_ path: String) -> Found<String>? {
    first { file in
      guard let relative = file.relative(path) else { return nil }
      return file.ignored.first { $0.value.fits(relative) }.map { found($0, in: file, value: $0.value.source) }
    }
  }

  /// The kind of document that is set for the absolute `path`.
  public func kind(of path: String) -> Found<String>? { choice(for: path, \.kinds) }

  /// The language code that is set for the absolute `path`.
  public func language(of path: String) -> Found<String>? { choice(for: path, \.languages) }

  /// The level that is set for `rule` in the document at the absolute `path`: in the nearest file the most exact entry,
  /// of several such the last. nil if none is.
  public func level(of rule: String, in path: String) -> Found<ConfigurationFile.LevelChange>? {
    first { file in
      let relative = file.relative(path)
      var best: (precision: Int, change: Located<ConfigurationFile.LevelChange>)?
      for change in file.levels where change.value.rules.includes(rule) {
        let paths = change.value.paths
        guard paths.isEmpty || relative.map({ path in paths.contains { $0.fits(path) } }) ?? false else { continue }
        let precision = 2 * change.value.rules.precision + (paths.isEmpty ? 0 : 1)
        if precision >= best?.precision ?? 0 { best = (precision, change) }
      }
      return best.map { found($0.change, in: file, value: $0.change.value) }
    }
  }

  /// The policies for the document at the absolute `path`, whatever its kind, sorted by name.
  public func policies(for path: String) -> [Found<Policy>] {
    var byName: [String: Found<Policy>] = [:]
    for file in files.reversed() {
      let relative = file.relative(path)
      for policy in file.policies {
        let paths = policy.value.paths
        let applies = paths.isEmpty || relative.map { path in paths.contains { $0.fits(path) } } ?? false
        byName[policy.value.name] = applies ? found(policy, in: file, value: policy.value) : nil
      }
    }
    return byName.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The last of the nearest file's choices that fits `path`.
  private func choice(
    for path: String, _ choices: KeyPath<ConfigurationFile, [Located<ConfigurationFile.PathChoice>]>
  ) -> Found<String>? {
    first { file in
      guard let relative = file.relative(path) else { return nil }
      return file[keyPath: choices].last { $0.value.paths.fits(relative) }
        .map { found($0, in: file, value: $0.value.value) }
    }
  }

  private func first<Value>(_ find: (ConfigurationFile) -> Found<Value>?) -> Found<Value>? {
    for file in files {
      if let found = find(file) { return found }
    }
    return nil
  }

  private func found<Value, Stored>(_ located: Located<Stored>, in file: ConfigurationFile, value: Value)
    -> Found<Value>
  {
    (value, Origin(path: file.path, line: located.line))
  }
}
