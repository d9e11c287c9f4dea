#include "cli/build_info.hpp"

#include <archive.h>
#include <simdjson.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include <array>
#include <nlohmann/json.hpp>

#include "cli/knowledge_hash.hpp"
#include "cli/resources.hpp"

#ifndef RASD_VERSION
#define RASD_VERSION "0.0.0"
#endif

namespace rasd::cli {

std::string build_info() {
  UVersionInfo version = {};
  std::array<char, U_MAX_VERSION_STRING_LENGTH> icu = {};
  std::array<char, U_MAX_VERSION_STRING_LENGTH> unicode = {};
  ::u_getVersion(version);
  ::u_versionToString(version, icu.data());
  ::u_getUnicodeVersion(version);
  ::u_versionToString(version, unicode.data());
  Messages silent(true);
  const std::optional<KnowledgePaths> paths = find_knowledge({}, silent);
  std::string out = "rasd " RASD_VERSION "\n";
  const auto line = [&out](const std::string& name, const std::string& value) { out += name + ": " + value + '\n'; };
  line("compiler", __VERSION__);
  line("ICU", std::string(icu.data()) + " (Unicode " + unicode.data() + ')');
  line("libarchive", ::archive_version_details());
  line("simdjson", std::to_string(simdjson::SIMDJSON_VERSION_MAJOR) + '.' + std::to_string(simdjson::SIMDJSON_VERSION_MINOR) + '.' +
                       std::to_string(simdjson::SIMDJSON_VERSION_REVISION));
  line("nlohmann json", std::to_string(NLOHMANN_JSON_VERSION_MAJOR) + '.' + std::to_string(NLOHMANN_JSON_VERSION_MINOR) + '.' +
                            std::to_string(NLOHMANN_JSON_VERSION_PATCH));
  const KnowledgeHash hash = paths ? knowledge_hash(*paths) : KnowledgeHash{};
  line("rules", paths ? paths->rules + " (" + hash.rules + ')' : "not found");
  line("data", paths ? paths->data + " (" + hash.data + ')' : "not found");
  return out;
}

}  // namespace rasd::cli
