/* rasd for C, and for every language that calls C: Arabic news text in, conflict events as JSON Lines out.
 *
 *   rasd_extractor *extractor = NULL;
 *   rasd_result *result = NULL;
 *   if (rasd_open(NULL, &extractor, &result) == RASD_OK) {
 *     rasd_result_free(result);
 *     if (rasd_extract_text(extractor, text, strlen(text), "2024-01-31", &result) == RASD_OK) fputs(rasd_result_lines(result, NULL), stdout);
 *   }
 *   fputs(rasd_result_message(result), stderr);
 *   rasd_result_free(result);
 *   rasd_close(extractor);
 *
 * Threads: an extractor may be used by any number of threads at once; open it once and share it. It keeps scratch memory for as many
 * threads as called it at the same time. Only rasd_close() must come after everything else. A result belongs to the thread that has it.
 *
 * Errors: every function that can fail returns a code and makes a result, to be freed, whose message says why, in English, for a
 * person. The result is NULL only where memory ran out. No C++ exception comes out of the library; it prints nothing, never ends the program, and reads
 * neither the clock nor the locale nor the environment.
 *
 * Versions: what stands here stays as it is; functions, codes and members at the end of rasd_options may be added. */
#ifndef RASD_RASD_H
#define RASD_RASD_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define RASD_API __attribute__((visibility("default")))
#else
#define RASD_API
#endif

typedef enum rasd_status {
  RASD_OK = 0,            /* also where there was no event */
  RASD_BAD_ARGUMENT = 1,  /* a null pointer, a `published` that is no date, a text that is too large */
  RASD_BAD_KNOWLEDGE = 2, /* rules or data are missing or faulty */
  RASD_BAD_RECORD = 3,    /* no JSON object, or one without a text */
  RASD_NO_MEMORY = 4,
  RASD_INTERNAL = 5       /* a fault of the library; please report it */
} rasd_status;

typedef enum rasd_offsets { RASD_CODE_POINTS = 0, RASD_BYTES = 1, RASD_UTF16 = 2 } rasd_offsets;

typedef struct rasd_options {
  size_t size;         /* sizeof(rasd_options) */
  const char *rules;   /* directory of rules and of data, as --rules and --data of the program: instead of the shipped ones, or */
  const char *data;    /* over them. NULL: the shipped ones, share/rasd of the prefix in which the library stands */
  int offsets;         /* what offsets count in: rasd_offsets */
  int provenance;      /* not 0: name the rule that found each part */
} rasd_options;
#define RASD_OPTIONS_INIT {sizeof(rasd_options), NULL, NULL, RASD_CODE_POINTS, 0}

typedef struct rasd_extractor rasd_extractor; /* rules and data, loaded */
typedef struct rasd_result rasd_result;       /* what one call has to say */

/* Loads rules and data. `options` may be NULL. `result` may be NULL where the message is not wanted. */
RASD_API rasd_status rasd_open(const rasd_options *options, rasd_extractor **out, rasd_result **result);
/* NULL is allowed, here and in rasd_result_free. */
RASD_API void rasd_close(rasd_extractor *extractor);

/* The events of a text of `size` bytes of UTF-8. `published` is the day that relative dates are counted from ("2024-01-31"), or NULL. */
RASD_API rasd_status rasd_extract_text(rasd_extractor *extractor, const char *text, size_t size, const char *published,
                                       rasd_result **result);
/* The events of one article as a JSON object, with the keys that the program knows ("text", "published", "title", "doc_id", …;
 * docs/inputs.md). Blank bytes alone are no record and no error. */
RASD_API rasd_status rasd_extract_record(rasd_extractor *extractor, const char *json, size_t size, rasd_result **result);

/* Event records, one JSON object a line, each with a line end; what the program prints for the article. `size` may be NULL; a zero
 * byte stands behind the last. Valid until rasd_result_free. */
RASD_API const char *rasd_result_lines(const rasd_result *result, size_t *size);
/* What was wrong; after RASD_OK warnings, or "". */
RASD_API const char *rasd_result_message(const rasd_result *result);
RASD_API void rasd_result_free(rasd_result *result);

/* The version of rasd, "0.1.0". Never freed. */
RASD_API const char *rasd_version(void);

#ifdef __cplusplus
}
#endif

#endif
