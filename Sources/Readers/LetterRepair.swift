import SourceText

/// Makes words out of letters that only look right: the last step of reading, the same for all formats.
enum LetterRepair {
  /// Puts accents on their letters, and undoes disguises, which are reported.
  static func apply(to result: inout ReadResult) {
    // Plain text has none of the bytes that such letters begin with: nearly all forms end here.
    guard result.text.bytes.withUnsafeBufferPointer(mayNeedRepair) else { return }
    edit(&result, result.text.bytes.withUnsafeBufferPointer(Accents.edits))
    let disguises = result.text.bytes.withUnsafeBufferPointer(Disguises.find)
    guard disguises.words > 0 else { return }
    let range = result.text.map.origin(of: disguises.first)
    edit(&result, disguises.edits)
    result.problems.append(.disguisedLetters(count: disguises.words, range: range))
  }

  private static func mayNeedRepair(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = Disguises.nextLead(bytes, from: 0)
    while at < bytes.count {
      if 0xCC...0xD6 ~= bytes[at] || bytes[at] == 0xF0 { return true }
      at = Disguises.nextLead(bytes, from: at + 1)
    }
    return false
  }

  private static func edit(_ result: inout ReadResult, _ edits: [TextEdit]) {
    guard !edits.isEmpty else { return }
    // An extracted text is its own source, which changes here.
    if !result.rangesAreInFile { result.remarks = result.remarks.map { moved($0, by: edits) } }
    var editable = EditableText(bytes: result.text.bytes, map: result.text.map)
    editable.apply(edits, moving: &result.text.blocks)
    result.text.bytes = editable.bytes
    result.text.map = result.rangesAreInFile ? editable.map : .identity(length: editable.bytes.count)
  }

  private static func moved(_ remark: Remark, by edits: [TextEdit]) -> Remark {
    func moved(_ offset: Int) -> Int {
      edits.reduce(offset) { $1.range.end <= offset ? $0 + $1.replacement.count - $1.range.length : $0 }
    }
    var remark = remark
    remark.origin = TextRange(start: moved(remark.origin.start), end: moved(remark.origin.end))
    return remark
  }
}
