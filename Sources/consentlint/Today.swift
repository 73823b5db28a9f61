import Analysis

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The day that dates in documents are compared with.
enum Today {
  /// Today by the machine's clock, or the day of SOURCE_DATE_EPOCH: a check of an old state can be run again.
  static var date: CalendarDay {
    if let set = Terminal.environment("SOURCE_DATE_EPOCH"), var seconds = time_t(set) {
      var parts = tm()
      gmtime_r(&seconds, &parts)
      return CalendarDay(parts)
    }
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return CalendarDay(parts)
  }
}

extension CalendarDay {
  fileprivate init(_ parts: tm) {
    self.init(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
