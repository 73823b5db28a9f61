#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a form from standard input; at a terminal, a paste.
enum Paste {
  private static let endOfText: UInt8 = 0x04
  private static let interrupt: UInt8 = 0x03

  /// All bytes of standard input. At a terminal it asks for a paste first.
  static func readStandardInput() throws(FileError) -> [UInt8] {
    guard Terminal.isTerminal(.input) else {
      return try Files.read(Terminal.Stream.input.rawValue, name: "<stdin>")
    }
    Output.complain(
      """
      Paste the text of the form here.
      When all of it is there, press Enter, then hold Ctrl and press D.
      """)
    let text = try readPaste()
    // The report starts below the sign that the terminal shows for Ctrl-D.
    Output.complain("")
    return text
  }

  /// Reads until Ctrl-D. A terminal by itself cuts lines at 4,096 bytes, and a pasted paragraph is one line:
  /// so its line mode is switched off while the paste comes in.
  private static func readPaste() throws(FileError) -> [UInt8] {
    let descriptor = Terminal.Stream.input.rawValue
    var before = termios()
    guard tcgetattr(descriptor, &before) == 0 else {
      return try Files.read(descriptor, name: "<stdin>")
    }
    var during = before
    // Ctrl-C comes as a byte too, so that the terminal is always put back.
    during.c_lflag &= ~tcflag_t(ICANON | ISIG)
    tcsetattr(descriptor, TCSANOW, &during)
    defer { tcsetattr(descriptor, TCSANOW, &before) }

    var text: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while text.count <= Files.sizeLimit {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return text }
      for byte in chunk[..<count] {
        switch byte {
        case endOfText: return text
        case interrupt:
          tcsetattr(descriptor, TCSANOW, &before)
          exit(130)
        case 0x08, 0x7F: removeLastCharacter(from: &text)
        default: text.append(byte)
        }
      }
    }
    return text
  }

  /// What the backspace key does.
  private static func removeLastCharacter(from text: inout [UInt8]) {
    while let last = text.popLast(), last & 0xC0 == 0x80 {}
  }
}
