#include "token/affixes.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/table_reader.hpp"
#include "token/lexicon.hpp"
#include "token/utf8.hpp"

namespace rasd {
namespace {

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 18> kFeatureNames = {{
    {"perfect", kPerfect},
    {"imperfect", kImperfect},
    {"active", kActive},
    {"passive", kPassive},
    {"masculine", kMasculine},
    {"feminine", kFeminine},
    {"singular", kSingular},
    {"dual", kDual},
    {"plural", kPlural},
    {"first", kFirst},
    {"second", kSecond},
    {"third", kThird},
    {"masdar", kMasdar},
    {"active_participle", kActiveParticiple},
    {"passive_participle", kPassiveParticiple},
    {"construct", kConstruct},
    {"dual_or_plural", kDualOrPlural},
    {"accusative", kAccusative},
}};

std::size_t index_of(std::vector<std::string>& values, const std::string& value) {
  const auto at = std::find(values.begin(), values.end(), value);
  if (at != values.end()) return static_cast<std::size_t>(at - values.begin());
  values.push_back(value);
  return values.size() - 1;
}

}  // namespace

std::vector<std::string_view> split_cell(std::string_view cell, char separator) {
  std::vector<std::string_view> parts;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(separator), cell.size());
    if (end > 0) parts.push_back(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return parts;
}

std::optional<std::uint32_t> parse_features(std::string_view names) {
  std::uint32_t bits = 0;
  for (const std::string_view name : split_cell(names)) {
    if (name == "-") continue;
    const auto* at = std::find_if(kFeatureNames.begin(), kFeatureNames.end(),
                                  [&](const auto& entry) { return entry.first == name; });
    if (at == kFeatureNames.end()) return std::nullopt;
    bits |= at->second;
  }
  return bits;
}

Result<Letters> Letters::load(const std::string& path, const Normalizer& normalizer) {
  const Result<Table> table = read_table(path, {"name", "letter"});
  if (!table) return table.error();
  Letters letters;
  Diagnostics faults;
  for (const TableRow& row : table.value().rows) {
    const std::string& name = row.cells[0];
    const char32_t letter = code_point_at(row.cells[1], 0).value;
    if (name == "ta_marbuta") {
      letters.ta_marbuta = letter;
    } else if (name == "ha") {
      letters.ha = letter;
    } else if (name == "alef_maqsura") {
      letters.alef_maqsura = letter;
    } else if (name == "ya") {
      letters.ya = letter;
    } else if (name == "shadda") {
      // A combining mark stands on a carrier in the table.
      letters.shadda = code_point_before(row.cells[1], row.cells[1].size()).value;
    } else if (name == "article") {
      letters.article = normalizer.fold(row.cells[1]);
    } else if (name == "lam") {
      letters.lam = normalizer.fold(row.cells[1]);
    } else {
      faults.push_back(table.value().fault(row, 0, "L102", "unknown letter name \"" + name + "\""));
    }
  }
  if (!faults.empty()) return faults;
  return letters;
}

Final Letters::final_of(std::string_view written) const {
  std::size_t end = written.size();
  while (end > 0) {
    const CodePoint c = code_point_before(written, end);
    if (c.value == ta_marbuta) return Final::ta_marbuta;
    if (c.value == ha) return Final::real_ha;
    if (c.value == alef_maqsura) return Final::alef_maqsura;
    if (c.value == ya) return Final::real_ya;
    if (!is_arabic_mark(c.value)) break;
    end -= c.size;
  }
  return Final::none;
}

bool Letters::accepts(Final final, char32_t last) const {
  if (last == 0) return true;
  switch (final) {
    case Final::none:
      return true;
    case Final::ta_marbuta:
      return last == ta_marbuta || last == ha;
    case Final::real_ha:
      return last != ta_marbuta;
    case Final::alef_maqsura:
      return last != ya;
    case Final::real_ya:
      return true;
  }
  return true;
}

std::string Letters::without_marks(std::string_view written) const {
  std::string out;
  for (std::size_t at = 0; at < written.size();) {
    const CodePoint c = code_point_at(written, at);
    if (!is_arabic_mark(c.value)) out.append(written.substr(at, c.size));
    at += c.size;
  }
  return out;
}

std::string Letters::with_shadda_only(std::string_view written) const {
  std::string out;
  for (std::size_t at = 0; at < written.size();) {
    const CodePoint c = code_point_at(written, at);
    if (!is_arabic_mark(c.value) || c.value == shadda) out.append(written.substr(at, c.size));
    at += c.size;
  }
  return out;
}

void AffixIndex::build(const std::vector<std::string>& forms, bool at_end) {
  at_end_ = at_end;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const std::string& form = forms[i];
    const bool anywhere = form.size() < (at_end ? 1u : 2u);
    const unsigned char byte = anywhere ? 0 : static_cast<unsigned char>(at_end ? form.back() : form[1]);
    for (std::size_t b = 0; b < by_byte_.size(); ++b) {
      if (anywhere || b == byte) by_byte_[b].push_back(static_cast<std::uint8_t>(i));
    }
  }
}

Result<AffixTable> AffixTable::load(const std::string& path, const Normalizer& normalizer, const Letters& letters) {
  const Result<Table> read = read_table(path, {"set", "when", "features", "prefix", "suffix"});
  if (!read) return read.error();
  const Table& table = read.value();
  AffixTable result;
  result.prefixes_ = {""};
  result.suffixes_ = {""};
  Diagnostics faults;
  struct Place {
    std::size_t set;
    std::size_t prefix;
    std::size_t suffix;
  };
  std::vector<Place> places = {{}};
  for (const TableRow& cells : table.rows) {
    AffixRow row;
    const std::optional<std::uint32_t> features = parse_features(cells.cells[2]);
    if (!features) {
      faults.push_back(table.fault(cells, 2, "L102", "unknown feature in \"" + cells.cells[2] + "\""));
      continue;
    }
    row.features = *features;
    if (cells.cells[1] == "final") {
      row.when = AffixWhen::final;
    } else if (cells.cells[1] == "enclitic") {
      row.when = AffixWhen::enclitic;
    } else if (cells.cells[1] != "any") {
      faults.push_back(table.fault(cells, 1, "L102", "unknown condition \"" + cells.cells[1] + "\"", "any, final or enclitic"));
      continue;
    }
    const std::string prefix = cells.cells[3] == "-" ? "" : normalizer.fold(cells.cells[3]);
    const std::string suffix = cells.cells[4] == "-" ? "" : normalizer.fold(cells.cells[4]);
    if (!suffix.empty()) row.final = letters.final_of(cells.cells[4]);
    places.push_back({index_of(result.sets_, cells.cells[0]), index_of(result.prefixes_, prefix),
                      index_of(result.suffixes_, suffix)});
    result.rows_.push_back(row);
  }
  if (!faults.empty()) return faults;
  const std::size_t per_set = result.prefixes_.size() * result.suffixes_.size();
  result.heads_.assign(result.sets_.size() * per_set, 0);
  for (std::size_t i = result.rows_.size() - 1; i >= 1; --i) {  // backwards, so that chains run forwards
    std::uint16_t& head = result.heads_[places[i].set * per_set + places[i].prefix * result.suffixes_.size() + places[i].suffix];
    result.rows_[i].next = head;
    head = static_cast<std::uint16_t>(i);
  }
  result.rows_of_.resize(result.sets_.size());
  for (std::uint16_t set = 0; set < result.sets_.size(); ++set) {
    for (std::uint16_t p = 0; p < result.prefixes_.size(); ++p) {
      for (std::uint16_t s = 0; s < result.suffixes_.size(); ++s) {
        for (std::uint16_t r = result.first_row(set, p, s); r != 0; r = result.rows_[r].next) result.rows_of_[set].push_back({p, s, r});
      }
    }
  }
  result.prefix_index_.build(result.prefixes_, false);
  result.suffix_index_.build(result.suffixes_, true);
  return result;
}

std::optional<std::uint16_t> AffixTable::set_id(std::string_view name) const {
  const auto at = std::find(sets_.begin(), sets_.end(), name);
  if (at == sets_.end()) return std::nullopt;
  return static_cast<std::uint16_t>(at - sets_.begin());
}

}  // namespace rasd
