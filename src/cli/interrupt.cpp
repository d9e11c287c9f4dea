#include "cli/interrupt.hpp"

#include <signal.h>
#include <unistd.h>

#include <cstring>

namespace rasd::cli {
namespace {

// A signal handler reaches nothing but what is static.
char path_to_remove[4096];

void on_signal(int number) {
  if (path_to_remove[0] != '\0') ::unlink(path_to_remove);
  ::signal(number, SIG_DFL);
  ::raise(number);
}

}  // namespace

void remove_when_interrupted(const std::string& path) {
  if (path.size() >= sizeof path_to_remove) return;
  std::memcpy(path_to_remove, path.c_str(), path.size() + 1);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) ::signal(number, path.empty() ? SIG_DFL : on_signal);
}

}  // namespace rasd::cli
