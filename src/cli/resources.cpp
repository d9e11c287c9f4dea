#include "cli/resources.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>

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

// The directory that holds both rules/ and data/; empty where there is none.
fs::path home() {
  if (const fs::path here = program_folder(); !here.empty()) {
    for (const fs::path& root : {here / "../share/rasd", here, here / "..", here / "../..", here / "../../.."}) {
      if (is_folder(root / "rules") && is_folder(root / "data" / "normalization")) return root.lexically_normal();
    }
  }
#ifdef RASD_SOURCE_DIR
  if (is_folder(fs::path(RASD_SOURCE_DIR) / "rules")) return RASD_SOURCE_DIR;
#endif
  return {};
}

// The compiled gazetteer: beside the program in a build, beside data/ where it is installed. Empty where there is none.
std::string compiled_gazetteer() {
  const fs::path here = program_folder();
  std::error_code error;
  if (here.empty()) return {};
  for (const fs::path& folder : {here, here / "../share/rasd"}) {
    if (fs::is_regular_file(folder / "gazetteer.bin", error)) return (folder / "gazetteer.bin").lexically_normal().string();
  }
  return {};
}

}  // namespace

void add_knowledge_options(CLI::App& command, KnowledgeOptions& options) {
  command.add_option("--rules", options.rules, "Directory of rules to use instead of the built-in ones")->type_name("DIR");
  command.add_option("--data", options.data, "Directory of data tables to use instead of the built-in ones")->type_name("DIR");
}

std::optional<KnowledgePaths> find_knowledge(const KnowledgeOptions& options, Messages& messages) {
  KnowledgePaths paths{options.rules, options.data, compiled_gazetteer()};
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
