#include "LazyLibrary.h"

void *LazyLibraryOpen(LazyLibrary *library) {
  void *handle = atomic_load_explicit(&library->handle, memory_order_acquire);
  for (const char *const *name = library->names; handle == NULL && *name != NULL; name++) {
    // Two threads may come here at once: dlopen gives both the same handle.
    handle = dlopen(*name, RTLD_NOW | RTLD_LOCAL);
  }
  atomic_store_explicit(&library->handle, handle, memory_order_release);
  return handle;
}
