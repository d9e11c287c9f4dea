// Where word lists are defined: list name -> "file:line".
#pragma once

#include <map>
#include <string>

#include "rasd/extractor.hpp"

namespace rasd::cli {

class ListPlaces {
 public:
  explicit ListPlaces(const KnowledgePaths& paths);
  // Empty where no list has the name.
  [[nodiscard]] std::string of(const std::string& list) const;

 private:
  std::map<std::string, std::string> places_;
};

}  // namespace rasd::cli
