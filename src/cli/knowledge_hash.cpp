#include "cli/knowledge_hash.hpp"

#include <algorithm>

#include "text/stable_hash.hpp"
#include "text/table_reader.hpp"

namespace rasd::cli {
namespace {

std::string hash_of(const std::string& base, const std::vector<std::string>& overlays) {
  std::vector<std::string> folders = {base};
  folders.insert(folders.end(), overlays.begin(), overlays.end());
  std::uint64_t hash = stable_hash({});
  for (const std::string& folder : folders) {
    for (const char* extension : {".rules", ".lst", ".tsv"}) {
      for (const std::string& path : list_files(folder, extension)) {
        const Result<std::string> content = read_file(path);
        hash = stable_hash(path.substr(folder.size()) + '\x1E' + (content ? *content : std::string()) + '\x1F', hash);
      }
    }
    hash = stable_hash("\x1D", hash);  // an overlay adds to what is below it; it is not one folder with it
  }
  return hex16(hash);
}

}  // namespace

KnowledgeHash knowledge_hash(const KnowledgePaths& paths) {
  return {hash_of(paths.rules, paths.rule_overlays), hash_of(paths.data, paths.data_overlays)};
}

}  // namespace rasd::cli
