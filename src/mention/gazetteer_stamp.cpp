#include <filesystem>

#include "mention/gazetteer_tables.hpp"
#include "text/table_reader.hpp"

namespace rasd {
namespace {

void mix(std::uint64_t& into, std::uint64_t value) { into = (into ^ value) * 0x9E3779B97F4A7C15ull + (into >> 31); }

// All letters that names may be written with, folded: tables of folding that differ fold them differently.
std::uint64_t folding(const Normalizer& normalizer) {
  std::string letters;
  for (unsigned letter = 0x600; letter < 0x700; ++letter) {
    letters.push_back(static_cast<char>(0xC0 | (letter >> 6)));
    letters.push_back(static_cast<char>(0x80 | (letter & 0x3F)));
  }
  return hash_bytes(normalizer.fold(letters));
}

}  // namespace

SourceStamp stamp_of(const std::string& directory, const std::vector<std::string>& paths, const Normalizer& normalizer,
                     bool with_content) {
  namespace fs = std::filesystem;
  SourceStamp stamp;
  const std::uint64_t letters = folding(normalizer);
  mix(stamp.files, letters);
  mix(stamp.content, letters);
  for (const std::string& path : paths) {
    const std::uint64_t name = hash_bytes(std::string_view(path).substr(std::min(directory.size(), path.size())));
    std::error_code error;
    mix(stamp.files, name);
    mix(stamp.files, fs::file_size(path, error));
    mix(stamp.files, static_cast<std::uint64_t>(fs::last_write_time(path, error).time_since_epoch().count()));
    if (!with_content) continue;
    mix(stamp.content, name);
    if (const Result<std::string> content = read_file(path); content) mix(stamp.content, hash_bytes(content.value()));
  }
  if (!with_content) stamp.content = 0;
  return stamp;
}

}  // namespace rasd
