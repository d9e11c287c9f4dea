#include "pipeline/knowledge_source.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "rules/rule_parser.hpp"
#include "text/table_reader.hpp"

namespace rasd {
namespace {

// Folders whose tables are rows that an overlay can add to.
constexpr std::array<std::string_view, 2> kOpenFolders = {"gazetteer", "actors"};

void add_lists(const std::string& directory, std::vector<WordList>& lists, Diagnostics& faults) {
  for (const std::string& path : list_files(directory, ".lst")) {
    const Result<std::string> content = read_file(path);
    if (!content) {
      faults.insert(faults.end(), content.error().begin(), content.error().end());
      continue;
    }
    std::vector<WordList> found = parse_word_lists(*content, path, faults);
    lists.insert(lists.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  }
}

// A table that nobody reads would be a silent fault.
void refuse_other_tables(const std::string& overlay, Diagnostics& faults) {
  for (const std::string& path : list_files(overlay, ".tsv")) {
    const std::string_view inside = std::string_view(path).substr(overlay.size());
    const bool open = std::any_of(kOpenFolders.begin(), kOpenFolders.end(), [&](std::string_view folder) {
      return inside.substr(0, folder.size() + 2) == '/' + std::string(folder) + '/';
    });
    const std::string_view file = inside.substr(inside.rfind('/') + 1);
    if (open && file != "nations.tsv" && file != "forces.tsv") continue;
    faults.push_back({"D040", path, 0, 0, "this table cannot be laid over the shipped one",
                      "an overlay holds word lists, and tables in gazetteer/ and actors/; for others copy data/ and name the copy"});
  }
}

}  // namespace

RuleSource read_knowledge_source(const KnowledgePaths& paths, Diagnostics& faults) {
  RuleSource source = parse_rule_directory(paths.rules, faults, paths.rule_overlays);
  add_lists(paths.data, source.lists, faults);
  for (const std::string& overlay : paths.data_overlays) {
    add_lists(overlay, source.lists, faults);
    refuse_other_tables(overlay, faults);
  }
  return source;
}

std::vector<std::string> overlay_folders(const KnowledgePaths& paths, const std::string& name) {
  std::vector<std::string> out;
  for (const std::string& overlay : paths.data_overlays) out.push_back(overlay + '/' + name);
  return out;
}

}  // namespace rasd
