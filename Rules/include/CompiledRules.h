/// The rules of this folder as `rulec` compiled them when the program was built.
#ifndef COMPILED_RULES_H
#define COMPILED_RULES_H

#include <stddef.h>
#include <stdint.h>

/// The compiled rules of one language.
typedef struct {
  const char *language;
  /// The pack as PackCoding wrote it: UTF-8.
  const uint8_t *pack;
  size_t packCount;
  /// See MatcherImage.
  const uint64_t *patterns;
  size_t patternsCount;
  /// The cues of document rules; see CueTable.
  const uint64_t *cues;
  size_t cuesCount;
} CompiledLanguage;

typedef struct {
  /// One a language, in the order of language codes.
  const CompiledLanguage *languages;
  size_t languagesCount;
  /// The cues of the kinds of document; see KindTable.
  const uint64_t *kinds;
  size_t kindsCount;
  /// The phrases of the questions; see KindTable.
  const uint64_t *questions;
  size_t questionsCount;
} CompiledRules;

extern const CompiledRules compiledRules;

#endif
