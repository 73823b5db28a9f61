import Analysis

/// Runs a server over a channel: one thread reads, one handles the messages in their order.
public enum ServerLoop {
  /// Longest time that unpublished diagnostics wait while messages come without a pause.
  private static let longestWait = Duration.milliseconds(100)

  /// Serves until the client says so or goes away.
  ///
  /// - Returns: the exit code of the protocol: 0 after `shutdown`, else 1.
  public static func run(_ channel: some Channel, linter: Linter, surroundings: some Surroundings) -> Int32 {
    let inbox = Inbox()
    let outbox = Outbox(inbox: inbox) { channel.write($0) }
    let server = Server(linter: linter, surroundings: surroundings, outbox: outbox)
    let isReading = BackgroundThread.start {
      var framer = MessageFramer()
      while let bytes = channel.read() {
        framer.append(bytes)
        while let piece = framer.next() {
          switch piece {
          case .body(let body): inbox.put(Message(body: body))
          case .fault(let text): inbox.put(.invalid(id: nil, error: ResponseError(.parseError, text)))
          }
        }
      }
      inbox.end()
    }
    guard isReading else { return 1 }
    return loop(server, inbox)
  }

  /// Handles messages; publishes as soon as none waits, so that a burst of edits is analysed once.
  private static func loop(_ server: Server, _ inbox: Inbox) -> Int32 {
    let clock = ContinuousClock()
    var waitingSince: ContinuousClock.Instant?
    while true {
      if server.hasUnpublished {
        let since = waitingSince ?? clock.now
        waitingSince = since
        if inbox.isEmpty || since.duration(to: clock.now) > longestWait {
          server.publish()
          waitingSince = nil
        }
      } else {
        waitingSince = nil
      }
      if let code = server.handle(inbox.take()) { return code }
    }
  }
}
