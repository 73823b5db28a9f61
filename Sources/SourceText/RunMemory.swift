/// What was made in one run over a document, for the next one; what a run does not use is forgotten in time.
///
/// It is inlined into other modules, so that it is made for their types: copies by way of a type's table take long.
package struct RunMemory<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  @usableFromInline var entries: [Key: (generation: Int, value: Value)] = [:]
  @usableFromInline var generation = 0
  @usableFromInline var used = 0
  /// Entries beyond twice the used ones that may stay.
  @usableFromInline let slack: Int

  @inlinable package init(slack: Int) {
    self.slack = slack
  }

  /// Begins a run.
  @inlinable package mutating func begin() {
    generation &+= 1
    used = 0
  }

  /// True if there is so much that a run which uses `count` entries would end with less.
  @inlinable package func isOverfull(for count: Int) -> Bool { entries.count > 2 * count + slack }

  /// Ends the run; what it did not use goes once it is more than what it used.
  @inlinable package mutating func finish() {
    guard isOverfull(for: used) else { return }
    let current = generation
    entries = entries.filter { $0.value.generation == current }
  }

  /// The value for `key`, which counts as used; nil if there is none.
  @inlinable package mutating func take(_ key: Key) -> Value? {
    guard let index = entries.index(forKey: key) else { return nil }
    used += 1
    entries.values[index].generation = generation
    return entries.values[index].value
  }

  @inlinable package mutating func put(_ value: Value, for key: Key) {
    used += 1
    entries[key] = (generation, value)
  }
}
