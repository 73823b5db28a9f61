import Foundation

/// The folder with the real forms and labels, beside the project; nil where it is not there.
/// Tests that need it are skipped, visibly, with `.enabled(if: Shared.isThere, Shared.hint)`.
public enum Shared {
  /// Path of the project's root.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  public static let folder = root.deletingLastPathComponent().appending(path: "shared")

  public static var isThere: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "gold").path)
  }

  /// The plain texts of the real forms, in the order of their names.
  public static func formTexts() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "forms/txt"), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "txt" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}

/// A small seeded generator (SplitMix64), so that random tests are the same in each run.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
