import Testing

@testable import LanguageServer

/// The base protocol: bodies come out whole wherever reads end, and a stream with faults is taken up again.
@Suite struct FramerTests {
  private static func pieces(_ bytes: [UInt8], readsOf size: Int) -> [MessageFramer.Piece] {
    var framer = MessageFramer()
    var pieces: [MessageFramer.Piece] = []
    var at = 0
    while at < bytes.count {
      let end = min(bytes.count, at + size)
      framer.append(bytes[at..<end])
      at = end
      while let piece = framer.next() { pieces.append(piece) }
    }
    return pieces
  }

  private static func bodies(_ text: String, readsOf size: Int = 4096) -> [String] {
    pieces(Array(text.utf8), readsOf: size).compactMap {
      if case .body(let body) = $0 { String(decoding: body, as: UTF8.self) } else { nil }
    }
  }

  @Test(arguments: [1, 2, 3, 7, 16, 1000])
  func readsMayEndAnywhere(size: Int) {
    let text = ["{}", "{\"a\":\"é\"}", "", "[1,2]"].map { "Content-Length: \($0.utf8.count)\r\n\r\n\($0)" }.joined()
    #expect(Self.bodies(text, readsOf: size) == ["{}", "{\"a\":\"é\"}", "", "[1,2]"])
  }

  @Test func otherHeadersAndOtherCasesAndPlainLineFeeds() {
    let type = "Content-Type: application/vscode-jsonrpc; charset=utf-8"
    #expect(Self.bodies("\(type)\r\nContent-Length: 2\r\n\r\n{}") == ["{}"])
    #expect(Self.bodies("CONTENT-LENGTH:2\r\n\(type)\r\n\r\n{}") == ["{}"])
    #expect(Self.bodies("content-length: 2\n\n{}") == ["{}"])
  }

  @Test(arguments: [
    "Content-Length: x\r\n\r\n", "Content-Length: -5\r\n\r\n", "Content-Length: 99999999999999\r\n\r\n",
    "Content-Length:\r\n\r\n", "not a header at all {}\r\n\r\n", "\u{0}\u{1}\u{FF}",
  ])
  func aFaultIsToldOnceAndSkipped(fault: String) {
    let pieces = Self.pieces(Array("\(fault)Content-Length: 2\r\n\r\n{}".utf8), readsOf: 5)
    #expect(pieces.last == .body(Array("{}".utf8)))
    #expect(pieces.count == 2, "\(pieces)")
  }

  @Test func garbageWithoutEndTakesNoMemory() {
    var framer = MessageFramer()
    let garbage = [UInt8](repeating: 0x78, count: 60_000)
    var faults = 0
    for _ in 0..<20 {
      framer.append(garbage)
      while framer.next() != nil { faults += 1 }
    }
    #expect(faults == 1)
    framer.append(MessageFramer.framed(Array("{}".utf8)))
    #expect(framer.next() == .body(Array("{}".utf8)))
  }

  @Test func largeBody() {
    let body = [UInt8](repeating: 0x20, count: 3 << 20)
    #expect(Self.pieces(MessageFramer.framed(body), readsOf: 65_536) == [.body(body)])
  }
}
