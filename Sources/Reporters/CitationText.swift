import Clauses

extension Rule.Citation {
  /// "text checked 2026-11", or "text not checked".
  package var checked: String { read.map { "text checked \($0)" } ?? "text not checked" }
}
