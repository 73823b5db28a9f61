import CLibZip

/// Puts parts into a ZIP file. All other parts are copied as they are packed: libzip does not unpack what does not change.
enum ZipRewriter {
  /// The archive `bytes` with `parts` replaced or added; nil if that could not be done.
  ///
  /// The same input gives the same output: a replaced part keeps its time, a new one gets that of the first part.
  static func rewrite(_ bytes: [UInt8], parts: [(name: String, bytes: [UInt8])]) -> [UInt8]? {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    return bytes.withUnsafeBytes { buffer -> [UInt8]? in
      guard let source = zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, &error) else {
        return nil
      }
      defer { zip_source_free(source) }
      // The archive frees its source when it is closed, but the result is read from it.
      zip_source_keep(source)
      guard let archive = zip_open_from_source(source, 0, &error) else {
        zip_source_free(source)
        return nil
      }
      // libzip reads the new parts when the archive is closed.
      var copies: [UnsafeMutableRawBufferPointer] = []
      defer { for copy in copies { copy.deallocate() } }
      for part in parts {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, part.bytes.count), alignment: 1)
        copies.append(copy)
        copy.copyBytes(from: part.bytes)
        guard put(part.name, copy, count: part.bytes.count, into: archive) else {
          zip_discard(archive)
          return nil
        }
      }
      guard zip_close(archive) == 0 else {
        zip_discard(archive)
        return nil
      }
      return contents(of: source)
    }
  }

  private static func put(
    _ name: String, _ bytes: UnsafeMutableRawBufferPointer, count: Int, into archive: OpaquePointer
  ) -> Bool {
    var status = zip_stat_t()
    zip_stat_init(&status)
    let old = zip_name_locate(archive, name, 0)
    guard zip_stat_index(archive, zip_uint64_t(max(0, old)), 0, &status) == 0,
      let data = zip_source_buffer(archive, bytes.baseAddress, zip_uint64_t(count), 0)
    else { return false }
    let index = zip_file_add(archive, name, data, ZIP_FL_OVERWRITE)
    guard index >= 0 else {
      zip_source_free(data)
      return false
    }
    return zip_file_set_mtime(archive, zip_uint64_t(index), status.mtime, 0) == 0
  }

  private static func contents(of source: OpaquePointer) -> [UInt8]? {
    guard zip_source_open(source) == 0 else { return nil }
    defer { _ = zip_source_close(source) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = zip_source_read(source, &chunk, zip_uint64_t(chunk.count))
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += chunk[..<Int(count)]
    }
  }
}
