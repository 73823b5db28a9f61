import Analysis
import ProjectConfiguration

@testable import LanguageServer

/// A folder of forms in which remarks count, and which may have a baseline.
final class TestProject: TestFiles, @unchecked Sendable {
  private let linter = TestClient.linter
  private let hasBaseline: Bool

  init(baseline: String? = nil) {
    hasBaseline = baseline != nil
    super.init(baseline.map { ["/forms/.baseline": $0] } ?? [:])
  }

  override func refined(_ report: DocumentReport, at path: String) -> DocumentReport {
    let rules = (try? linter.get().allRules.map(\.id)) ?? []
    return ProjectRules(Configuration(), rules: rules, today: CalendarDay(year: 2026, month: 11, day: 1))
      .apply(to: report, at: path)
  }

  override func baseline(of path: String) -> BaselinePlace? {
    hasBaseline ? BaselinePlace(path: "/forms/.baseline", name: String(path.dropFirst("/forms/".count))) : nil
  }
}
