import CLibZip

/// A ZIP file made in memory, for tests.
public enum ZipFile {
  /// The bytes of an archive with `parts` in their order; empty if it could not be made.
  public static func make(_ parts: [(name: String, bytes: [UInt8])], password: String? = nil, stored: Bool = false)
    -> [UInt8]
  {
    var error = zip_error_t()
    guard let source = zip_source_buffer_create(nil, 0, 1, &error) else { return [] }
    defer { zip_source_free(source) }
    zip_source_keep(source)
    guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, &error) else { return [] }
    var copies: [UnsafeMutableBufferPointer<UInt8>] = []
    defer { for copy in copies { copy.deallocate() } }
    for part in parts {
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, part.bytes.count))
      _ = copy.initialize(from: part.bytes)
      copies.append(copy)
      guard let data = zip_source_buffer(archive, copy.baseAddress, zip_uint64_t(part.bytes.count), 0) else { continue }
      let index = zip_file_add(archive, part.name, data, zip_flags_t(ZIP_FL_OVERWRITE))
      guard index >= 0 else { continue }
      if stored { zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_STORE, 0) }
      if let password { zip_file_set_encryption(archive, zip_uint64_t(index), UInt16(ZIP_EM_AES_256), password) }
    }
    guard zip_close(archive) == 0, zip_source_open(source) == 0 else { return [] }
    defer { zip_source_close(source) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = zip_source_read(source, &chunk, zip_uint64_t(chunk.count))
      guard count > 0 else { return bytes }
      bytes += chunk[..<Int(count)]
    }
  }

  public static func make(_ parts: [(name: String, text: String)], stored: Bool = false) -> [UInt8] {
    make(parts.map { ($0.name, Array($0.text.utf8)) }, stored: stored)
  }

  /// The parts of an archive by their names; nil if it is none.
  public static func parts(of bytes: [UInt8]) -> [String: [UInt8]]? {
    bytes.withUnsafeBytes { buffer in
      var error = zip_error_t()
      guard let source = zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, &error),
        let archive = zip_open_from_source(source, ZIP_RDONLY, &error)
      else { return nil }
      defer { zip_discard(archive) }
      var parts: [String: [UInt8]] = [:]
      for index in 0..<zip_uint64_t(max(0, zip_get_num_entries(archive, 0))) {
        var status = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &status) == 0, let name = status.name,
          let file = zip_fopen_index(archive, index, 0)
        else { return nil }
        defer { zip_fclose(file) }
        var part = [UInt8](repeating: 0, count: Int(status.size))
        guard zip_fread(file, &part, zip_uint64_t(part.count)) == status.size else { return nil }
        parts[String(cString: name)] = part
      }
      return parts
    }
  }
}
