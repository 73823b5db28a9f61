import Foundation
import Testing

/// Compares `actual` with `Goldens/<name>`. With RECORD=1 in the environment the file is rewritten, and the
/// test still fails, so that nobody records by accident.
func expectGolden(_ name: String, _ actual: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/\(name)")
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try actual.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name): look at it, then run without RECORD", sourceLocation: sourceLocation)
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  #expect(actual == expected, "differs from Goldens/\(name); RECORD=1 rewrites it", sourceLocation: sourceLocation)
}
