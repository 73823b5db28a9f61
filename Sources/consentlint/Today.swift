#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The day that pages carry.
enum Today {
  /// The local day as 2026-11-24; that of SOURCE_DATE_EPOCH (seconds since 1970, in UTC) where it is set, so that a page
  /// can be made again byte by byte.
  static var date: String {
    var parts = tm()
    if let fixed = Terminal.environment("SOURCE_DATE_EPOCH").flatMap({ Int($0) }), fixed >= 0 {
      var seconds = time_t(fixed)
      gmtime_r(&seconds, &parts)
    } else {
      var seconds = time(nil)
      localtime_r(&seconds, &parts)
    }
    func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
  }
}
