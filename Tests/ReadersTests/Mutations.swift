import TestSupport

/// Seeded damage to a sample: bytes that change, go, come twice, or come from elsewhere.
struct Mutations {
  private var random: SeededGenerator
  private let pieces: [[UInt8]]

  /// - Parameter pieces: what the format is made of; some of it is put in at random places.
  init(seed: UInt64, pieces: [String]) {
    random = SeededGenerator(seed: seed)
    self.pieces = pieces.map { Array($0.utf8) }
  }

  mutating func next(of sample: [UInt8]) -> [UInt8] {
    var bytes = sample
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      guard !bytes.isEmpty else { return bytes }
      let at = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, at + Int.random(in: 1...40, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2: bytes.removeSubrange(at..<end)
      case 3: bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &random))
      case 4: bytes.removeLast(bytes.count - at)
      default: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: at)
      }
    }
    return bytes
  }
}
