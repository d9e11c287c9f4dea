/* Reads articles as JSON Lines from standard input and prints their events, through the C interface. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>

#include <rasd/rasd.h>

int main(void) {
  rasd_extractor *extractor = NULL;
  rasd_result *result = NULL;
  if (rasd_open(NULL, &extractor, &result) != RASD_OK) {
    fprintf(stderr, "%s\n", rasd_result_message(result));
    rasd_result_free(result);
    return 1;
  }
  rasd_result_free(result);

  int code = 0;
  char *line = NULL;
  size_t room = 0;
  for (ssize_t length; (length = getline(&line, &room, stdin)) >= 0;) {
    const rasd_status status = rasd_extract_record(extractor, line, (size_t)length, &result);
    size_t size = 0;
    const char *events = rasd_result_lines(result, &size);
    fwrite(events, 1, size, stdout);
    if (status != RASD_OK) {
      fprintf(stderr, "left out: %s\n", rasd_result_message(result));
      code = 3;
    }
    rasd_result_free(result);
  }
  free(line);
  rasd_close(extractor);
  return code;
}
