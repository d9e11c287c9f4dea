#include "pipeline/knowledge_folders.hpp"

#include <filesystem>
#include <vector>

#include "text/table_reader.hpp"

namespace rasd {
namespace {

namespace fs = std::filesystem;

bool is_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

// The directory that holds both rules/ and data/; empty where there is none.
fs::path home(const KnowledgeRequest& request) {
  if (const fs::path here = request.beside; !here.empty()) {
    // A library stands in lib/ or lib/<machine>/, a program in bin/; a build has its folder somewhere in the tree.
    for (const fs::path& root :
         {here / "../share/rasd", here / "../../share/rasd", here, here / "..", here / "../..", here / "../../.."}) {
      if (is_folder(root / "rules") && is_folder(root / "data" / "normalization")) return root.lexically_normal();
    }
  }
  return !request.source_tree.empty() && is_folder(fs::path(request.source_tree) / "rules") ? fs::path(request.source_tree) : fs::path();
}

// A compiled file: beside the program in a build, beside data/ where it is installed. Empty where there is none.
std::string compiled_file(const fs::path& here, const char* name) {
  std::error_code error;
  if (here.empty()) return {};
  for (const fs::path& folder : {here, here / "../share/rasd", here / "../../share/rasd"}) {
    if (fs::is_regular_file(folder / name, error)) return (folder / name).lexically_normal().string();
  }
  return {};
}

bool extends_shipped(const std::string& rules) {
  const std::string mark = "extends";
  for (const std::string& file : list_files(rules, ".rules")) {
    const Result<std::string> content = read_file(file);
    if (content && (content->compare(0, mark.size(), mark) == 0 || content->find('\n' + mark) != std::string::npos)) return true;
  }
  return false;
}

// `given` alone, or over the shipped one and the user's.
void lay(const std::string& given, bool is_overlay, const fs::path& shipped, const std::string& user, std::string& base,
         std::vector<std::string>& overlays) {
  if (!given.empty() && !is_overlay) {
    base = given;
    return;
  }
  base = shipped.string();
  if (is_folder(user)) overlays.push_back(user);
  if (!given.empty()) overlays.push_back(given);
}

}  // namespace

std::optional<KnowledgePaths> find_knowledge_folders(const KnowledgeRequest& request) {
  const bool more_rules = !request.rules.empty() && extends_shipped(request.rules);
  const bool more_data = !request.data.empty() && !is_folder(fs::path(request.data) / "normalization");
  const fs::path root = home(request);
  if (root.empty() && (request.rules.empty() || request.data.empty() || more_rules || more_data)) return std::nullopt;
  const auto of_user = [&](const char* folder) { return request.user.empty() ? request.user : request.user + folder; };
  KnowledgePaths paths;
  paths.compiled_gazetteer = compiled_file(request.beside, "gazetteer.bin");
  paths.compiled_knowledge = compiled_file(request.beside, "knowledge.bin");
  lay(request.rules, more_rules, root / "rules", of_user("/rules"), paths.rules, paths.rule_overlays);
  lay(request.data, more_data, root / "data", of_user("/data"), paths.data, paths.data_overlays);
  return paths;
}

}  // namespace rasd
