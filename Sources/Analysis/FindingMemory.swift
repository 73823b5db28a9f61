import Clauses
import SourceText

/// What a finding says, apart from where it stands.
struct FindingWords: Sendable {
  var message: String
  var quote: String
  var sentence: String
  var captures: [String: String]
  /// See `Fingerprints`: the name without the counter.
  var fingerprint: String
}

/// The words of findings that were made before: most of a finding's cost is its strings.
struct FindingMemory: Sendable {
  /// All that the words depend on; of the bytes only hashes are kept.
  struct Key: Hashable, Sendable {
    struct Capture {
      var name: String
      var bytes: ArraySlice<UInt8>
    }

    private let rule: Int
    private let stance: Stance
    private let start: Int
    private let length: Int
    private let digest: Int

    init(
      rule: Int, stance: Stance, start: Int, length: Int, sentence: ArraySlice<UInt8>, captures: [Capture]
    ) {
      self.rule = rule
      self.stance = stance
      self.start = start
      self.length = length
      // Seeded anew in each process: nobody can make two of them the same.
      var hasher = Hasher()
      func add(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
        hasher.combine(bytes.count)
      }
      add(sentence)
      for capture in captures {
        hasher.combine(capture.name)
        add(capture.bytes)
      }
      digest = hasher.finalize()
    }
  }

  /// What the last run came to.
  struct Run: Sendable {
    /// The kind of document, where it is sure: levels depend on it.
    var kind: String?
    var findings: [Finding] = []
    /// By finding: its fingerprint without the counter.
    var names: [String] = []
  }

  private var memory = RunMemory<Key, FindingWords>(slack: 64)
  var last = Run()

  /// True if it is time for a run over all of a document of so many findings: only such a run can tell what is not used
  /// any more.
  func isOverfull(for findings: Int) -> Bool { memory.isOverfull(for: findings) }

  /// Begins a run over all of a document.
  mutating func begin() { memory.begin() }

  mutating func finish() { memory.finish() }

  /// The words for `key`, made by `make` if they are not known.
  mutating func words(_ key: Key, make: () -> FindingWords) -> FindingWords {
    if let known = memory.take(key) { return known }
    let words = make()
    memory.put(words, for: key)
    return words
  }
}
