/// The program's name and version, as reports give them.
public enum ToolVersion {
  public static let name = "consentlint"
  public static let current = "0.1.0"
}
