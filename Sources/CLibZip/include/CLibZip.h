/// The part of libzip that Readers and their tests use, opened when the first document needs it (see LazyLibrary).
///
/// Names, values and layouts are libzip's own (https://libzip.org/documentation/), the same since version 1.0.
#ifndef C_LIBZIP_H
#define C_LIBZIP_H

#include <stdint.h>
#include <time.h>

#pragma GCC visibility push(hidden)

typedef int64_t zip_int64_t;
typedef uint64_t zip_uint64_t;
typedef uint32_t zip_flags_t;
typedef struct zip zip_t;
typedef struct zip_file zip_file_t;
typedef struct zip_source zip_source_t;

typedef struct zip_error {
  int zip_err;
  int sys_err;
  char *str;
} zip_error_t;

typedef struct zip_stat {
  zip_uint64_t valid;
  const char *name;
  zip_uint64_t index;
  zip_uint64_t size;
  zip_uint64_t comp_size;
  time_t mtime;
  uint32_t crc;
  uint16_t comp_method;
  uint16_t encryption_method;
  uint32_t flags;
} zip_stat_t;

#define ZIP_TRUNCATE 8
#define ZIP_RDONLY 16
#define ZIP_FL_OVERWRITE 8192u
#define ZIP_CM_STORE 0
#define ZIP_EM_NONE 0
#define ZIP_EM_AES_256 0x0103
#define ZIP_STAT_ENCRYPTION_METHOD 0x0080u

void zip_error_init(zip_error_t *error);
void zip_error_fini(zip_error_t *error);
zip_source_t *zip_source_buffer_create(const void *bytes, zip_uint64_t size, int frees, zip_error_t *error);
void zip_source_free(zip_source_t *source);
zip_t *zip_open_from_source(zip_source_t *source, int flags, zip_error_t *error);
void zip_discard(zip_t *archive);
zip_int64_t zip_get_num_entries(zip_t *archive, zip_flags_t flags);
zip_int64_t zip_name_locate(zip_t *archive, const char *name, zip_flags_t flags);
void zip_stat_init(zip_stat_t *status);
int zip_stat_index(zip_t *archive, zip_uint64_t index, zip_flags_t flags, zip_stat_t *status);
zip_file_t *zip_fopen_index(zip_t *archive, zip_uint64_t index, zip_flags_t flags);
zip_int64_t zip_fread(zip_file_t *file, void *bytes, zip_uint64_t count);
int zip_fclose(zip_file_t *file);

// Making an archive.
zip_source_t *zip_source_buffer(zip_t *archive, const void *bytes, zip_uint64_t size, int frees);
zip_int64_t zip_file_add(zip_t *archive, const char *name, zip_source_t *source, zip_flags_t flags);
int zip_set_file_compression(zip_t *archive, zip_uint64_t index, int32_t method, uint32_t level);
int zip_file_set_mtime(zip_t *archive, zip_uint64_t index, time_t time, zip_flags_t flags);
int zip_file_set_encryption(zip_t *archive, zip_uint64_t index, uint16_t method, const char *password);
int zip_close(zip_t *archive);
void zip_source_keep(zip_source_t *source);
int zip_source_open(zip_source_t *source);
zip_int64_t zip_source_read(zip_source_t *source, void *bytes, zip_uint64_t count);
int zip_source_close(zip_source_t *source);

/// True if libzip is installed. Without it every function fails as on a damaged file.
int CLibZipIsInstalled(void);

#pragma GCC visibility pop

#endif
