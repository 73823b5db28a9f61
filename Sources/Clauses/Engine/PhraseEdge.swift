/// An edge of the phrase automaton in its hash table (open addressing with linear probing): the state that it leads to,
/// and the half of its hash that does not choose its place, by which it is known.
struct PhraseEdge: BitwiseCopyable, Sendable {
  /// 0 = a free place.
  let check: UInt32
  let next: UInt32

  static let none = PhraseEdge(check: 0, next: 0)

  /// The hash of an edge, spread over the table by a multiplicative hash (Knuth, TAOCP 6.4). Its check is never 0.
  @inline(__always)
  static func hash(_ state: UInt32, _ wordClass: UInt32) -> UInt64 {
    let edge = UInt64(state) << 32 | UInt64(wordClass)
    let spread = (edge &+ 1) &* 0x9E37_79B9_7F4A_7C15
    return spread ^ (spread >> 32) | 1 << 63
  }

  @inline(__always)
  static func check(of hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }

  /// Places for `count` keys: a power of two, so that a hash is cut to a place by a mask.
  static func capacity(for count: Int) -> Int {
    var capacity = 16
    while capacity < count * 3 / 2 { capacity *= 2 }
    return capacity
  }

  static func table(of edges: [(state: UInt32, wordClass: UInt32, next: UInt32)]) -> [PhraseEdge] {
    var table = [PhraseEdge](repeating: .none, count: capacity(for: edges.count))
    for edge in edges {
      let hash = hash(edge.state, edge.wordClass)
      var place = Int(truncatingIfNeeded: hash) & (table.count - 1)
      while table[place].check != 0 { place = (place + 1) & (table.count - 1) }
      table[place] = PhraseEdge(check: check(of: hash), next: edge.next)
    }
    return table
  }
}
