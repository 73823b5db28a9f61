/// An array of plain values that never changes and is read without checks or reference counting.
final class FixedArray<Element: BitwiseCopyable>: @unchecked Sendable {
  // Unchecked: the memory is written in `init` only.
  let base: UnsafePointer<Element>
  let count: Int
  private let memory: UnsafeMutablePointer<Element>

  init(_ elements: [Element]) {
    count = elements.count
    memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    for (index, element) in elements.enumerated() { (memory + index).initialize(to: element) }
    base = UnsafePointer(memory)
  }

  deinit {
    memory.deallocate()
  }
}
