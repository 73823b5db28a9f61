#include "CLibZip.h"

#include "LazyLibrary.h"

static const char *const names[] = {
#if defined(__APPLE__)
    "libzip.5.dylib",
#endif
    // Debian 12 calls it by the number 4.
    "libzip.so.5", "libzip.so.4", NULL};
static LazyLibrary libzip = {names, NULL};

void zip_error_init(zip_error_t *error) { FORWARD(libzip, NOTHING, zip_error_init, error); }

void zip_error_fini(zip_error_t *error) { FORWARD(libzip, NOTHING, zip_error_fini, error); }

zip_source_t *zip_source_buffer_create(const void *bytes, zip_uint64_t size, int frees, zip_error_t *error) {
  FORWARD(libzip, NULL, zip_source_buffer_create, bytes, size, frees, error);
}

void zip_source_free(zip_source_t *source) { FORWARD(libzip, NOTHING, zip_source_free, source); }

zip_t *zip_open_from_source(zip_source_t *source, int flags, zip_error_t *error) {
  FORWARD(libzip, NULL, zip_open_from_source, source, flags, error);
}

void zip_discard(zip_t *archive) { FORWARD(libzip, NOTHING, zip_discard, archive); }

zip_int64_t zip_get_num_entries(zip_t *archive, zip_flags_t flags) {
  FORWARD(libzip, -1, zip_get_num_entries, archive, flags);
}

zip_int64_t zip_name_locate(zip_t *archive, const char *name, zip_flags_t flags) {
  FORWARD(libzip, -1, zip_name_locate, archive, name, flags);
}

void zip_stat_init(zip_stat_t *status) { FORWARD(libzip, NOTHING, zip_stat_init, status); }

int zip_stat_index(zip_t *archive, zip_uint64_t index, zip_flags_t flags, zip_stat_t *status) {
  FORWARD(libzip, -1, zip_stat_index, archive, index, flags, status);
}

zip_file_t *zip_fopen_index(zip_t *archive, zip_uint64_t index, zip_flags_t flags) {
  FORWARD(libzip, NULL, zip_fopen_index, archive, index, flags);
}

zip_int64_t zip_fread(zip_file_t *file, void *bytes, zip_uint64_t count) {
  FORWARD(libzip, -1, zip_fread, file, bytes, count);
}

int zip_fclose(zip_file_t *file) { FORWARD(libzip, -1, zip_fclose, file); }

zip_source_t *zip_source_buffer(zip_t *archive, const void *bytes, zip_uint64_t size, int frees) {
  FORWARD(libzip, NULL, zip_source_buffer, archive, bytes, size, frees);
}

zip_int64_t zip_file_add(zip_t *archive, const char *name, zip_source_t *source, zip_flags_t flags) {
  FORWARD(libzip, -1, zip_file_add, archive, name, source, flags);
}

int zip_set_file_compression(zip_t *archive, zip_uint64_t index, int32_t method, uint32_t level) {
  FORWARD(libzip, -1, zip_set_file_compression, archive, index, method, level);
}

int zip_file_set_encryption(zip_t *archive, zip_uint64_t index, uint16_t method, const char *password) {
  FORWARD(libzip, -1, zip_file_set_encryption, archive, index, method, password);
}

int zip_file_set_mtime(zip_t *archive, zip_uint64_t index, time_t time, zip_flags_t flags) {
  FORWARD(libzip, -1, zip_file_set_mtime, archive, index, time, flags);
}

int zip_close(zip_t *archive) { FORWARD(libzip, -1, zip_close, archive); }

void zip_source_keep(zip_source_t *source) { FORWARD(libzip, NOTHING, zip_source_keep, source); }

int zip_source_open(zip_source_t *source) { FORWARD(libzip, -1, zip_source_open, source); }

zip_int64_t zip_source_read(zip_source_t *source, void *bytes, zip_uint64_t count) {
  FORWARD(libzip, -1, zip_source_read, source, bytes, count);
}

int zip_source_close(zip_source_t *source) { FORWARD(libzip, -1, zip_source_close, source); }

int CLibZipIsInstalled(void) { return LazyLibraryOpen(&libzip) != NULL; }
