import Foundation

/// What a figure must be read with: the machine it was measured on.
enum Machine {
  static var description: String {
    "\(processor), \(ProcessInfo.processInfo.processorCount) cores; \(swiftVersion)"
  }

  /// The CPU's model name as Linux tells it.
  private static var processor: String {
    let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n") ?? []
    let model = lines.first { $0.hasPrefix("model name") }?.split(separator: ":", maxSplits: 1).last
    return model.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown processor"
  }

  /// The first line of `swift --version`; the compiler does not tell it to the program.
  private static var swiftVersion: String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["swift", "--version"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return "unknown Swift" }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? "unknown Swift"
  }
}
