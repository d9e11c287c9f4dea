// Knowledge of the project's own rules and data, loaded once for a test program, and articles run through it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "rasd/extractor.hpp"

namespace rasd::test {

// Fails the calling test (and returns null) where the project's rules do not load.
std::shared_ptr<const Knowledge> project_knowledge();
// The events of one article with the project's rules. `published` is an ISO day or empty.
std::vector<Event> extract(const std::string& text, const std::string& published = "", const std::string& title = "");
std::string read_text(const std::string& path);

}  // namespace rasd::test
