#include "dedup/tables.hpp"

#include <algorithm>
#include <filesystem>

#include "text/table_reader.hpp"
#include "text/utf8.hpp"

namespace rasd {
namespace {

constexpr std::size_t kShortestStem = 3;  // letters; what is shorter is left as it is
constexpr std::size_t kMostWords = 60;    // a record's sentence and title have fewer, but texts are total

// Letters of any script beyond ASCII; digits and signs tell nothing here, tolls are compared as numbers.
bool is_letter(char32_t point) {
  return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || (point >= 0xC0 && point < 0x600) ||
         (point >= 0x620 && point < 0x660) || (point >= 0x66E && point < 0x6D4);
}

}  // namespace

Result<DedupTables> DedupTables::load(const std::string& data, const std::vector<std::string>& overlays) {
  const auto file = [&](const std::string& name) {
    std::string path = data + "/dedup/" + name;
    for (const std::string& overlay : overlays) {
      std::string own = overlay + "/dedup/" + name;
      if (std::filesystem::exists(own)) path = std::move(own);
    }
    return path;
  };
  auto weights = DedupWeights::load(file("weights.tsv"));
  auto normalizer = Normalizer::load(data + "/normalization");
  if (!weights) return weights.error();
  if (!normalizer) return normalizer.error();
  DedupTables tables(*weights, std::move(normalizer).value());
  Diagnostics faults = tables.read_families(file("families.tsv"));
  const Diagnostics more = tables.read_words(file("words.tsv"));
  faults.insert(faults.end(), more.begin(), more.end());
  if (!faults.empty()) return faults;
  return tables;
}

Diagnostics DedupTables::read_families(const std::string& file) {
  const Result<Table> table = read_table(file, {"sub_event_type", "families"});
  if (!table) return table.error();
  Diagnostics faults;
  for (const TableRow& row : table->rows) {
    std::vector<std::string>& families = families_[row.cells[0]];
    for (std::string_view rest = row.cells[1]; !rest.empty();) {
      const std::string_view name = rest.substr(0, rest.find(','));
      rest.remove_prefix(std::min(name.size() + 1, rest.size()));
      families.emplace_back(name);
    }
    if (families.empty()) faults.push_back(table->fault(row, 1, "D112", "a type needs a family"));
  }
  return faults;
}

Diagnostics DedupTables::read_words(const std::string& file) {
  const Result<Table> table = read_table(file, {"kind", "word"});
  if (!table) return table.error();
  Diagnostics faults;
  for (const TableRow& row : table->rows) {
    if (row.cells[0] == "proclitic") proclitics_.push_back(fold(row.cells[1]));
  }
  std::sort(proclitics_.begin(), proclitics_.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  for (const TableRow& row : table->rows) {
    if (row.cells[0] == "proclitic") continue;
    if (row.cells[0] != "common") faults.push_back(table->fault(row, 0, "D112", "common or proclitic, not " + row.cells[0]));
    const std::string word = fold(row.cells[1]);
    common_.emplace(stem(word));
  }
  return faults;
}

const std::vector<std::string>& DedupTables::families(const std::string& sub_event_type) const {
  static const std::vector<std::string> kNone;
  const auto found = families_.find(sub_event_type);
  return found == families_.end() ? kNone : found->second;
}

std::string_view DedupTables::stem(std::string_view word) const {
  for (const std::string& clitic : proclitics_) {
    if (word.size() <= clitic.size() || word.substr(0, clitic.size()) != clitic) continue;
    const std::string_view rest = word.substr(clitic.size());
    if (count_points(rest) >= kShortestStem) return rest;
  }
  return word;
}

std::vector<std::string> DedupTables::rare_words(std::string_view text) const {
  const std::string folded = fold(text);
  std::vector<std::string> words;
  std::size_t begin = 0;
  const auto end_word = [&](std::size_t end) {
    const std::string_view word = std::string_view(folded).substr(begin, end - begin);
    if (count_points(word) < kShortestStem) return;
    std::string root(stem(word));
    if (common_.count(root) == 0) words.push_back(std::move(root));
  };
  for (std::size_t at = 0; at < folded.size();) {
    const DecodedPoint point = decode_utf8(folded, at);
    if (!is_letter(point.point)) {
      end_word(at);
      begin = at + point.size;
    }
    at += point.size;
  }
  end_word(folded.size());
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  if (words.size() > kMostWords) words.resize(kMostWords);
  return words;
}

}  // namespace rasd
