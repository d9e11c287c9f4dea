#include "cli/interrupt.hpp"

#include <signal.h>
#include <unistd.h>

#include <cstring>

namespace rasd::cli {
namespace {

// A signal handler reaches nothing but what is static.
char path_to_remove[4096];
std::atomic<std::atomic<bool>*> stop_flag{nullptr};
std::atomic<int> caught{0};

void on_signal(int number) {
  std::atomic<bool>* const stop = stop_flag.load();
  int none = 0;
  if (stop != nullptr && caught.compare_exchange_strong(none, number)) {
    stop->store(true);
    return;
  }
  if (path_to_remove[0] != '\0') ::unlink(path_to_remove);
  ::signal(number, SIG_DFL);
  ::raise(number);
}

void listen() {
  const bool needed = path_to_remove[0] != '\0' || stop_flag.load() != nullptr;
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) ::signal(number, needed ? on_signal : SIG_DFL);
}

}  // namespace

void remove_when_interrupted(const std::string& path) {
  if (path.size() >= sizeof path_to_remove) return;
  std::memcpy(path_to_remove, path.c_str(), path.size() + 1);
  listen();
}

void stop_when_interrupted(std::atomic<bool>& stop) {
  stop_flag.store(&stop);
  listen();
}

void stop_when_interrupted() {
  stop_flag.store(nullptr);
  listen();
}

int caught_signal() { return caught.load(); }

}  // namespace rasd::cli
