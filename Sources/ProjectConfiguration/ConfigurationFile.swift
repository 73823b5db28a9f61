import Clauses

/// What one `.consentlint.yaml` says. Paths in it are relative to its folder.
public struct ConfigurationFile: Sendable, Equatable {
  public static let name = ".consentlint.yaml"

  /// Something for the paths that a pattern fits.
  public struct PathChoice: Sendable, Equatable {
    public var paths: PathGlob
    public var value: String

    public init(paths: PathGlob, value: String) {
      self.paths = paths
      self.value = value
    }
  }

  /// Another level for rules; nil = off.
  public struct LevelChange: Sendable, Equatable {
    public var rules: RuleSelector
    public var level: Rule.Level?
    /// Paths that it is for; empty = all.
    public var paths: [PathGlob]

    public init(rules: RuleSelector, level: Rule.Level?, paths: [PathGlob] = []) {
      self.rules = rules
      self.level = level
      self.paths = paths
    }
  }

  public struct Limit: Sendable, Equatable {
    public var name: String
    public var value: Int

    public init(name: String, value: Int) {
      self.name = name
      self.value = value
    }
  }

  /// As messages name the file.
  public var path: String
  /// The absolute path of its folder.
  public var folder: String
  /// True if files in the folders above do not count.
  public var isRoot = false
  public var failLevel: Located<FailLevel>?
  public var baseline: Located<String>?
  public var ruleFolders: [Located<String>] = []
  public var ignored: [Located<PathGlob>] = []
  public var kinds: [Located<PathChoice>] = []
  public var languages: [Located<PathChoice>] = []
  public var levels: [Located<LevelChange>] = []
  public var limits: [Located<Limit>] = []
  public var policies: [Located<Policy>] = []

  public init(path: String, folder: String) {
    self.path = path
    self.folder = folder
  }

  /// `path`, which is absolute, as this file's patterns see it; nil if it lies elsewhere.
  public func relative(_ path: String) -> String? {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
  }

  /// The absolute path of what the file names by `path`.
  public func resolved(_ path: String) -> String {
    path.hasPrefix("/") ? path : folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }
}
