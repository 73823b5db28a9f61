extension [String] {
  /// The entries that `other` does not have, counted: what stands twice here and once there is missing once.
  func missing(from other: [String]) -> [String] {
    var rest: [String: Int] = [:]
    for entry in other { rest[entry, default: 0] += 1 }
    return filter { entry in
      guard let count = rest[entry], count > 0 else { return true }
      rest[entry] = count - 1
      return false
    }
  }
}
