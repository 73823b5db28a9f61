import CLibZip

/// A ZIP file in memory, whose parts are only unpacked within limits.
///
/// The bytes must stay where they are as long as the archive is used.
final class ZipArchive {
  enum Failure: Error, Equatable {
    case damaged
    case encrypted
    case exceeded(LimitName)
  }

  private let archive: OpaquePointer
  private let limits: ReadingLimits
  /// Bytes of the archive itself.
  private let size: Int
  /// Bytes unpacked up to now.
  private var unpacked = 0
  private static let chunk = 1 << 16

  init(_ bytes: UnsafeRawBufferPointer, limits: ReadingLimits) throws(Failure) {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(bytes.count), 0, &error) else {
      throw .damaged
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw .damaged
    }
    self.archive = archive
    self.limits = limits
    size = bytes.count
    if zip_get_num_entries(archive, 0) > limits.zipEntries { throw .exceeded(.zipEntries) }
  }

  deinit {
    zip_discard(archive)
  }

  /// The bytes of the part called `name`; nil if there is none.
  func part(_ name: String) throws(Failure) -> [UInt8]? {
    let index = zip_name_locate(archive, name, 0)
    guard index >= 0 else { return nil }
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0 else { throw .damaged }
    if status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0, status.encryption_method != ZIP_EM_NONE {
      throw .encrypted
    }
    guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else { throw .damaged }
    defer { zip_fclose(file) }
    // The sizes that the file tells are not to be trusted: the bytes are counted as they come.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(min(status.size, UInt64(limits.unzippedSize), 1 << 24)))
    let packed = min(Int(clamping: status.comp_size), size)
    let (product, overflows) = packed.multipliedReportingOverflow(by: limits.zipRatio)
    let ratioLimit = overflows ? Int.max : max(1 << 20, product)
    while true {
      let before = bytes.count
      let count = withUnsafeTemporaryAllocation(byteCount: Self.chunk, alignment: 1) { chunk in
        let count = zip_fread(file, chunk.baseAddress, zip_uint64_t(Self.chunk))
        if count > 0 { bytes.append(contentsOf: chunk[..<Int(count)]) }
        return count
      }
      guard count >= 0 else { throw .damaged }
      if count == 0 { return bytes }
      unpacked += bytes.count - before
      if unpacked > limits.unzippedSize { throw .exceeded(.unzippedSize) }
      if bytes.count > ratioLimit { throw .exceeded(.zipRatio) }
    }
  }
}
