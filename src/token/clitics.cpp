#include "token/clitics.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "text/table_reader.hpp"
#include "token/lexicon.hpp"

namespace rasd {
namespace {

constexpr std::array<std::pair<std::string_view, std::uint8_t>, 7> kProcliticNames = {
    {{"wa", kConjWa}, {"fa", kConjFa}, {"bi", kPrepBi}, {"li", kPrepLi}, {"ka", kPrepKa}, {"sa", kFutureSa}, {"al", kArticle}}};

constexpr std::array<std::pair<std::string_view, unsigned>, 8> kHostNames = {{{"verb", kHostPerfect | kHostImperfect},
                                                                              {"imperfect", kHostImperfect},
                                                                              {"noun", kHostNoun},
                                                                              {"name", kHostName},
                                                                              {"particle", kHostParticle},
                                                                              {"preposition", kHostPreposition},
                                                                              {"complement", kHostComplement},
                                                                              {"form", kHostForm}}};

template <class Names>
std::optional<std::uint8_t> parse_bits(std::string_view cell, const Names& names, std::uint8_t* count = nullptr) {
  unsigned bits = 0;
  for (const std::string_view word : split_cell(cell)) {
    if (word == "-") continue;
    bool found = false;
    for (const auto& [name, bit] : names) {
      if (name != word) continue;
      bits |= static_cast<unsigned>(bit);
      found = true;
    }
    if (!found) return std::nullopt;
    if (count != nullptr) ++*count;
  }
  return static_cast<std::uint8_t>(bits);
}

}  // namespace

std::optional<std::uint8_t> parse_hosts(std::string_view names) { return parse_bits(names, kHostNames); }

Result<CliticTable> CliticTable::load(const std::string& directory, const Normalizer& normalizer, const Letters& letters) {
  const Result<Table> before = read_table(directory + "/proclitics.tsv", {"proclitics", "on", "form"});
  if (!before) return before.error();
  const Result<Table> after = read_table(directory + "/enclitics.tsv", {"on", "rank", "form"});
  if (!after) return after.error();
  CliticTable result;
  Diagnostics faults;
  for (const TableRow& cells : before.value().rows) {
    ProcliticRow row;
    const std::optional<std::uint8_t> bits = parse_bits(cells.cells[0], kProcliticNames, &row.count);
    const std::optional<std::uint8_t> hosts = parse_hosts(cells.cells[1]);
    if (!bits || !hosts) {
      faults.push_back(before.value().fault(cells, bits ? 1 : 0, "L102", "unknown name in \"" + cells.cells[bits ? 1 : 0] + "\""));
      continue;
    }
    row.bits = *bits;
    row.hosts = *hosts;
    row.form = cells.cells[2] == "-" ? "" : normalizer.fold(cells.cells[2]);
    result.proclitics.push_back(std::move(row));
  }
  result.enclitics.emplace_back();
  for (const TableRow& cells : after.value().rows) {
    EncliticRow row;
    const std::optional<std::uint8_t> hosts = parse_hosts(cells.cells[0]);
    if (!hosts) {
      faults.push_back(after.value().fault(cells, 0, "L102", "unknown name in \"" + cells.cells[0] + "\""));
      continue;
    }
    row.hosts = *hosts;
    std::from_chars(cells.cells[1].data(), cells.cells[1].data() + cells.cells[1].size(), row.rank);
    row.written = cells.cells[2];
    row.form = normalizer.fold(row.written);
    row.final = letters.final_of(row.written);
    result.enclitics.push_back(std::move(row));
  }
  if (!faults.empty()) return faults;
  std::vector<std::string> forms;
  for (const ProcliticRow& row : result.proclitics) forms.push_back(row.form);
  result.proclitic_index.build(forms, false);
  forms.clear();
  for (const EncliticRow& row : result.enclitics) forms.push_back(row.form);
  result.enclitic_index.build(forms, true);
  return result;
}

}  // namespace rasd
