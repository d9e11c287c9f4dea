#include "cli/list_places.hpp"

#include "pipeline/knowledge_source.hpp"

namespace rasd::cli {

ListPlaces::ListPlaces(const KnowledgePaths& paths) {
  Diagnostics ignored;  // the same files have been read without a fault
  for (const WordList& list : read_knowledge_source(paths, ignored).lists) {
    std::string& places = places_[list.name];
    places += (places.empty() ? "" : ", ") + list.file + ':' + std::to_string(list.line);
  }
}

std::string ListPlaces::of(const std::string& list) const {
  const auto found = places_.find(list);
  return found == places_.end() ? std::string() : found->second;
}

}  // namespace rasd::cli
