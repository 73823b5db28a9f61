/// Libraries that are opened when a document first needs them.
///
/// Linked the usual way, libxml2 and libzip bring ICU, libcrypto and libstdc++ into every start of the program: 3 of
/// 11 ms, for plain text too. A function with FORWARD as its body opens the library at its first call and passes its
/// arguments on to the library's function of the same name.
#ifndef LAZY_LIBRARY_H
#define LAZY_LIBRARY_H

#include <dlfcn.h>
#include <stdatomic.h>
#include <stddef.h>

/// A library by its names in the order of trying; NULL ends them.
typedef struct {
  const char *const *names;
  _Atomic(void *) handle;
} LazyLibrary;

/// Opens the library, or gives the handle that is open; NULL if it is not installed. Any thread may call it.
void *LazyLibraryOpen(LazyLibrary *library);

/// The body of a function that calls the library's `name`, or returns `failure` (NOTHING for void) without it.
#define FORWARD(library, failure, name, ...)                                             \
  static _Atomic(void *) known;                                                          \
  void *function = atomic_load_explicit(&known, memory_order_acquire);                   \
  if (function == NULL) {                                                                \
    void *handle = LazyLibraryOpen(&library);                                            \
    function = handle == NULL ? NULL : dlsym(handle, #name);                             \
    if (function == NULL) return failure;                                                \
    atomic_store_explicit(&known, function, memory_order_release);                       \
  }                                                                                      \
  return ((__typeof__(&name))function)(__VA_ARGS__)
#define NOTHING

#endif
