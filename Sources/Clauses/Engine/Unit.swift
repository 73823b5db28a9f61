import Language

/// One sentence after the other of a document, each with the sentences that introduce it: owns the memory that
/// patterns are run in.
struct Unit {
  /// Most tokens of one lead-in that stand before an item: its last ones.
  static let mostOfLeadIn = 60
  /// Most lead-ins above an item.
  static let mostLeadIns = 4
  /// Most tokens that lead-ins may add before an item.
  static let longestLeadIn = mostOfLeadIn * mostLeadIns

  /// Calls `body` with the tokens of each sentence that introduces `sentence`, as far as they stand before it; the
  /// innermost first.
  @inline(__always)
  static func forEachLeadIn(of sentence: Sentence, in document: Sentences, _ body: (Range<Int>) -> Void) {
    var next = sentence.leadIn
    var depth = 0
    while next >= 0, depth < mostLeadIns {
      let leadIn = document.sentences[Int(next)]
      let end = Int(leadIn.tokens.upperBound)
      body(max(Int(leadIn.tokens.lowerBound), end - mostOfLeadIn)..<end)
      next = leadIn.leadIn
      depth += 1
    }
  }

  private let matcher: Matcher
  private let memory: UnitMemory
  /// The sentence that was taken up last.
  private(set) var view: UnitView

  init(_ matcher: Matcher) {
    self.matcher = matcher
    memory = UnitMemory(matcher.view.pointee)
    view = UnitView(memory.buffers, matcher.view)
  }

  /// Takes up sentence `index` and looks its words up. `all` are the document's tokens; they must outlive the use
  /// of the unit.
  mutating func load(_ index: Int, of document: Sentences, tokens all: UnsafeBufferPointer<Token>) {
    guard let base = all.baseAddress else { return }
    view.load(index, of: document, from: base)
  }

  /// Notes the names that the sentence introduces: they count from the next one on.
  mutating func readNames() {
    view.readNames()
  }

  /// The names that the document has introduced so far.
  var names: DocumentNames { view.names }

  /// Notes names that a sentence which is not taken up introduces.
  mutating func addNames(_ names: [DocumentNames.Added]) {
    for name in names { view.names.add(name.key, name.kind) }
  }

  /// Makes the sentence a line to tick, if it chooses something.
  mutating func addBox() {
    if view.isChoice(isContinued: false) { view.hasBox = true }
  }

  /// Runs the patterns all of whose sets are there, in order. `body` gets each match; matches of `find` patterns
  /// touch the sentence's own tokens.
  func match(_ body: (Match) -> Void) {
    withExtendedLifetime((matcher, memory)) {
      var machine = PatternMachine(view)
      machine.run(body)
    }
  }
}
