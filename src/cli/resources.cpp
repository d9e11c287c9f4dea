#include "cli/resources.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "pipeline/knowledge_folders.hpp"
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

// The directory of this program; empty where that is not known.
fs::path program_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path() : program.parent_path();
}

}  // namespace

std::string user_folder() {
  // The specification of the XDG base directories: a path that is not absolute does not count.
  const char* config = std::getenv("XDG_CONFIG_HOME");
  if (config != nullptr && config[0] == '/') return std::string(config) + "/rasd";
  const char* home_folder = std::getenv("HOME");
  return home_folder != nullptr && home_folder[0] == '/' ? std::string(home_folder) + "/.config/rasd" : std::string();
}

void add_knowledge_options(CLI::App& command, KnowledgeOptions& options) {
  command.add_option("--rules", options.rules, "Directory of rules: instead of the built-in ones, or added to them where it says \"extends shipped\"")->type_name("DIR");
  command.add_option("--data", options.data, "Directory of data: instead of the built-in one, or added to it where it has no normalization/")->type_name("DIR");
  command.add_flag("--shipped-only", options.shipped_only, "Without the rules and data in $XDG_CONFIG_HOME/rasd");
}

std::optional<KnowledgePaths> find_knowledge(const KnowledgeOptions& options, Messages& messages) {
  for (const auto& [option, path] : {std::pair{"--rules", &options.rules}, std::pair{"--data", &options.data}}) {
    if (!path->empty() && !is_folder(*path)) {
      messages.error(*path + ": no such directory (" + option + ')');
      return std::nullopt;
    }
  }
  KnowledgeRequest request{program_folder().string(), {}, options.rules, options.data, options.shipped_only ? std::string() : user_folder()};
#ifdef RASD_SOURCE_DIR
  request.source_tree = RASD_SOURCE_DIR;
#endif
  std::optional<KnowledgePaths> paths = find_knowledge_folders(request);
  if (!paths) messages.error(std::string(kNoKnowledge) + "; name them with --rules DIR and --data DIR");
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

namespace {

std::shared_ptr<const Knowledge> load_paths(const std::optional<KnowledgePaths>& paths, Messages& messages) {
  if (!paths) return nullptr;
  auto knowledge = Knowledge::load(*paths);
  if (!knowledge) {
    messages.faults(knowledge.error());
    return nullptr;
  }
  return std::move(knowledge).value();
}

}  // namespace

std::shared_ptr<const Knowledge> load_knowledge(const KnowledgeOptions& options, Messages& messages) {
  std::optional<KnowledgePaths> paths = find_knowledge(options, messages);
  if (paths) paths->compiled_knowledge.clear();
  return load_paths(paths, messages);
}

std::shared_ptr<const Knowledge> load_compiled_knowledge(const KnowledgeOptions& options, Messages& messages) {
  const std::optional<KnowledgePaths> paths = find_knowledge(options, messages);
  // Taken apart by nobody: the process ends with the run, and a tenth of the time of an empty one went into that.
  static auto* const kept = new std::vector<std::shared_ptr<const Knowledge>>;
  kept->push_back(load_paths(paths, messages));
  return kept->back();
}

}  // namespace rasd::cli
