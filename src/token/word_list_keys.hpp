// The closed words of a word list's lines, for what has to know them all: editor modes, completions.
#pragma once

#include <string>
#include <vector>

namespace rasd {

// Keys of the lines of a list and of its items.
[[nodiscard]] std::vector<std::string> word_list_keys();
// What may stand behind `pos`.
[[nodiscard]] std::vector<std::string> pos_names();

}  // namespace rasd
