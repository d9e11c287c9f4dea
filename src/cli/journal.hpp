// How far an unfinished run came: beside its partial output stands a file that says how many articles went into how many bytes of it,
// so that the same command can go on where the last one was killed.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>

namespace rasd::cli {

struct Checkpoint {
  std::uint64_t articles = 0;  // whose events are all in the output
  std::uint64_t bytes = 0;     // of the output
};

class Journal {
 public:
  // `run` stands for the command, its inputs and its rules; the journal of another run is not gone on with.
  Journal(std::string path, std::string run) : path_(std::move(path)), run_(std::move(run)) {}
  ~Journal();
  Journal(const Journal&) = delete;  // owns a file
  Journal& operator=(const Journal&) = delete;

  enum class State : std::uint8_t { none, same_run, other_run };
  // What the last run left. A line that was cut off by its end does not count.
  State read(Checkpoint& last) const;
  // Begins the journal anew at a checkpoint. False where it cannot be written; `fault` says why.
  bool begin(const Checkpoint& at, std::string& fault);
  // Called when the bytes have been written.
  bool note(const Checkpoint& at);
  // The run is over.
  void remove();

 private:
  std::string path_;
  std::string run_;
  std::FILE* file_ = nullptr;
};

}  // namespace rasd::cli
