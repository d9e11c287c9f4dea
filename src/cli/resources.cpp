#include "cli/resources.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "text/stable_hash.hpp"

#ifndef RASD_VERSION
#define RASD_VERSION "0.0.0"
#endif

namespace rasd::cli {
namespace {

namespace fs = std::filesystem;

bool is_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

// The directory that holds both rules/ and data/; empty where there is none.
fs::path home() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    const fs::path here = program.parent_path();
    for (const fs::path& root : {here / "../share/rasd", here, here / "..", here / "../..", here / "../../.."}) {
      if (is_folder(root / "rules") && is_folder(root / "data" / "normalization")) return root.lexically_normal();
    }
  }
#ifdef RASD_SOURCE_DIR
  if (is_folder(fs::path(RASD_SOURCE_DIR) / "rules")) return RASD_SOURCE_DIR;
#endif
  return {};
}

}  // namespace

void add_knowledge_options(CLI::App& command, KnowledgeOptions& options) {
  command.add_option("--rules", options.rules, "Directory of rules to use instead of the built-in ones")->type_name("DIR");
  command.add_option("--data", options.data, "Directory of data tables to use instead of the built-in ones")->type_name("DIR");
}

std::optional<KnowledgePaths> find_knowledge(const KnowledgeOptions& options, Messages& messages) {
  KnowledgePaths paths{options.rules, options.data};
  if (paths.rules.empty() || paths.data.empty()) {
    const fs::path root = home();
    if (root.empty()) {
      messages.error("the directories rules/ and data/ are not where this program looks for them; "
                     "name them with --rules DIR and --data DIR");
      return std::nullopt;
    }
    if (paths.rules.empty()) paths.rules = (root / "rules").string();
    if (paths.data.empty()) paths.data = (root / "data").string();
  }
  for (const auto& [option, path] : {std::pair{"--rules", &paths.rules}, std::pair{"--data", &paths.data}}) {
    if (!is_folder(*path)) {
      messages.error(*path + ": no such directory (" + option + ')');
      return std::nullopt;
    }
  }
  return paths;
}

std::string knowledge_state(const KnowledgeOptions& options) {
  Messages silent(true);
  const std::optional<KnowledgePaths> paths = find_knowledge(options, silent);
  std::vector<std::string> files;
  for (const std::string& folder : paths ? std::vector<std::string>{paths->rules, paths->data} : std::vector<std::string>{}) {
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
      std::error_code ignored;
      if (!at->is_regular_file(ignored)) continue;
      files.push_back(at->path().string() + ' ' + std::to_string(at->file_size(ignored)) + ' ' +
                      std::to_string(at->last_write_time(ignored).time_since_epoch().count()));
    }
  }
  std::sort(files.begin(), files.end());
  std::uint64_t hash = stable_hash(RASD_VERSION);
  for (const std::string& file : files) hash = stable_hash(file, hash);
  return hex16(hash);
}

std::shared_ptr<const Knowledge> load_knowledge(const KnowledgeOptions& options, Messages& messages) {
  const std::optional<KnowledgePaths> paths = find_knowledge(options, messages);
  if (!paths) return nullptr;
  auto knowledge = Knowledge::load(*paths);
  if (!knowledge) {
    messages.faults(knowledge.error());
    return nullptr;
  }
  return std::move(knowledge).value();
}

}  // namespace rasd::cli
