// What a run got right and wrong, event by event, kept in a file for the next run to be compared with.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eval/score.hpp"

namespace rasd::eval {

struct Snapshot {
  // An event of gold that is asked for.
  struct Asked {
    std::string shown;  // type and trigger
    bool found = false;
    std::vector<std::string> rules;     // that found it
    std::map<std::string, std::size_t> faults;  // of each argument that is not right, and of sub_type and status; only where it is found
  };
  // An event that the program should not have reported.
  struct Wrong {
    std::string shown;
    std::string what;  // spurious, again, false assertion
    std::vector<std::string> rules;
  };
  std::map<std::string, double> figures;
  std::map<std::string, Asked> asked;  // by article and id
  std::map<std::string, Wrong> wrong;  // by article, place of the trigger and type
};

[[nodiscard]] Snapshot take_snapshot(const Score& score);
[[nodiscard]] std::string to_json(const Snapshot& snapshot);
// Nothing where `json` is no snapshot.
[[nodiscard]] std::optional<Snapshot> read_snapshot(std::string_view json);

}  // namespace rasd::eval
