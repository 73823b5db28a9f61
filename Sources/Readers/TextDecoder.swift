import SourceText

/// A file's characters as clean UTF-8, before any structure.
struct DecodedText {
  var bytes: [UInt8]
  var map: SourceMap
  var encoding: TextEncoding
  var problems: [Problem]
}

/// Bytes in any encoding -> clean UTF-8 in LF lines, without the signs that only typesetting needs.
enum TextDecoder {
  /// Decodes `bytes`; nil if they are no text.
  ///
  /// - Parameter declared: the encoding that the document names; a mark and valid UTF-8 speak louder.
  static func decode(_ bytes: [UInt8], declared: DeclaredEncoding? = nil) -> DecodedText? {
    bytes.withUnsafeBufferPointer { buffer -> DecodedText? in
      let detection = EncodingDetection(buffer)
      guard !detection.isBinary else { return nil }
      let isByteText = detection.markLength == 0 && detection.scan.map { $0.invalid > 0 } ?? false
      if isByteText, let declared, let text = wide(buffer, .declared, from: 0, declared: declared) { return text }
      if detection.encoding == .utf8, let scan = detection.scan {
        if scan.invalid == 0, !scan.hasSigns { return untouched(bytes, from: detection.markLength) }
        return utf8(buffer, from: detection.markLength, scan)
      }
      return wide(buffer, detection.encoding, from: detection.markLength)
    }
  }

  /// Nothing to do: one copied segment.
  private static func untouched(_ bytes: [UInt8], from start: Int) -> DecodedText {
    DecodedText(
      bytes: start == 0 ? bytes : Array(bytes[start...]),
      map: .identity(length: bytes.count - start, from: start), encoding: .utf8, problems: [])
  }

  private static func utf8(
    _ buffer: UnsafeBufferPointer<UInt8>, from start: Int, _ scan: UTF8Scan
  ) -> DecodedText {
    var builder = TextBuilder(buffer, from: start, capacity: buffer.count)
    let end = buffer.count
    var at = start
    while true {
      at = UTF8Scan.plainEnd(buffer, from: at)
      guard at < end else { break }
      let (value, length) = UTF8Decoding.scalar(buffer, at: at, end: end)
      let origin = TextRange(start: at, end: at + length)
      if value == UTF8Decoding.invalid {
        builder.replace(origin, with: "\u{FFFD}")
      } else if value == 0x0D {
        if at + 1 < end, buffer[at + 1] == 0x0A { builder.drop(origin) } else { builder.replace(origin, with: "\n") }
      } else if Signs.isSuspect(value) {
        switch Signs.action(value, after: at > 0 ? buffer[at - 1] : 0) {
        case .keep: break
        case .drop: builder.drop(origin)
        case .become(let string): builder.replace(origin, with: string)
        }
      }
      at += length
    }
    builder.finish()
    var problems: [Problem] = []
    if let range = scan.firstInvalid {
      problems.append(.invalidEncoding(encoding: TextEncoding.utf8.rawValue, count: scan.invalid, range: range))
    }
    return DecodedText(bytes: builder.bytes, map: builder.map, encoding: .utf8, problems: problems)
  }

  private static func wide(
    _ buffer: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding, from start: Int, declared: DeclaredEncoding? = nil
  ) -> DecodedText? {
    var units = CodeUnits(buffer, encoding, from: start, declared: declared)
    var builder = TextBuilder(buffer, from: start, capacity: buffer.count)
    var invalid = 0
    var firstInvalid: TextRange?
    var scalars = 0
    var controls = 0
    while let (value, origin) = units.next() {
      scalars += 1
      if value == UTF8Decoding.invalid {
        invalid += 1
        firstInvalid = firstInvalid ?? origin
        builder.replace(origin, with: "\u{FFFD}")
      } else if value == 0x0D {
        if units.peek == 0x0A { builder.drop(origin) } else { builder.replace(origin, with: "\n") }
      } else {
        if value < 0x09 || (value > 0x0D && value < 0x20) { controls += 1 }
        switch Signs.action(value, after: builder.bytes.last ?? 0) {
        case .keep: builder.append(value, origin)
        case .drop: builder.drop(origin)
        case .become(let string): builder.replace(origin, with: string)
        }
      }
    }
    builder.finish()
    // Bytes that only looked like text give controls and broken pairs.
    if controls * 50 > scalars || invalid * 4 > scalars { return nil }
    var problems: [Problem] = []
    if let range = firstInvalid {
      problems.append(.invalidEncoding(encoding: declared?.name ?? encoding.rawValue, count: invalid, range: range))
    }
    return DecodedText(bytes: builder.bytes, map: builder.map, encoding: encoding, problems: problems)
  }
}
