/// An array of plain values that never changes and is read without checks or reference counting.
///
/// For tables in hot loops. Reading outside of `0..<count` is not checked: the caller's tables must be sound.
package final class FixedArray<Element: BitwiseCopyable>: @unchecked Sendable {
  // Unchecked: the memory is written in `init` only.
  package let base: UnsafePointer<Element>
  package let count: Int

  package init(_ elements: [Element]) {
    count = elements.count
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    elements.withUnsafeBufferPointer { buffer in
      if let source = buffer.baseAddress { memory.initialize(from: source, count: buffer.count) }
    }
    base = UnsafePointer(memory)
  }

  deinit {
    base.deallocate()
  }
}
