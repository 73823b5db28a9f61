import Foundation
import PackagePlugin

/// Compiles the YAML files below a target's folder into one C file of that target.
@main struct CompileRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let folder = target.directoryURL
    let output = context.pluginWorkDirectoryURL.appending(path: "GeneratedRules.c")
    return [
      .buildCommand(
        displayName: "Compiling the rules in \(folder.lastPathComponent)",
        executable: try context.tool(named: "rulec").url,
        arguments: [folder.path, "--output", output.path],
        // Every file by name: one that is added, changed or removed runs the command again, and
        // the build takes files that are some command's input as handled, so that a new group's folder
        // needs no line in the manifest.
        inputFiles: Self.ruleFiles(below: folder),
        outputFiles: [output])
    ]
  }

  private static func ruleFiles(below folder: URL) -> [URL] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted().map { folder.appending(path: $0) }
  }
}
