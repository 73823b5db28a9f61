extension PhraseAutomaton.States {
  /// The same automaton with as few states as it can have: those from which the same phrases end after the same words
  /// are one. A class with many endings behind many beginnings would else repeat the endings for each beginning.
  ///
  /// The automaton has no cycles, so one pass will do that takes what follows a state before the state itself (Revuz,
  /// Minimisation of acyclic deterministic automata in linear time, 1992).
  func minimized() -> Self {
    var edgesOf = [Range<Int>](repeating: 0..<0, count: ends.count)
    var start = 0
    while start < edges.count {
      var end = start
      while end < edges.count, edges[end].state == edges[start].state { end += 1 }
      edgesOf[Int(edges[start].state)] = start..<end
      start = end
    }
    // By state: the state that it is the same as; 0 = not known yet.
    var same = [UInt32](repeating: 0, count: ends.count)
    var known: [Future: UInt32] = [:]
    /// Goes no deeper than the longest phrase has words.
    func visit(_ state: Int) -> UInt32 {
      if same[state] != 0 { return same[state] }
      let steps = edges[edgesOf[state]].flatMap { [$0.wordClass, visit(Int($0.next))] }
      let future = Future(ends: ends[state], steps: steps)
      same[state] = known[future] ?? UInt32(state)
      known[future] = same[state]
      return same[state]
    }
    for state in ends.indices.dropFirst() { _ = visit(state) }
    return keeping(same)
  }

  /// What can still come behind a state.
  private struct Future: Hashable {
    var ends: [SymbolID]
    /// Classes and states by turns.
    var steps: [UInt32]
  }

  /// Keeps the states that stand for themselves, and numbers them anew in their order.
  private func keeping(_ same: [UInt32]) -> Self {
    var numbers = [UInt32](repeating: 0, count: ends.count)
    var result = Self()
    result.classOf = classOf
    for state in ends.indices.dropFirst() where same[state] == UInt32(state) {
      numbers[state] = UInt32(result.ends.count)
      result.ends.append(ends[state])
    }
    let number = { (state: UInt32) in numbers[Int(same[Int(state)])] }
    result.firstState = firstState.map(number)
    for edge in edges where same[Int(edge.state)] == edge.state {
      result.edges.append((number(edge.state), edge.wordClass, number(edge.next)))
    }
    return result
  }
}
