#include "text/normalizer.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstring>
#include <optional>

#include "text/table_reader.hpp"
#include "text/utf8.hpp"

namespace rasd {
namespace {

constexpr std::uint32_t kKeep = 0xFFFFFFFF;
constexpr std::uint32_t kDrop = 0xFFFFFFFE;
constexpr char32_t kTatweel = 0x640;
constexpr char32_t kTableSize = 0x10000;
constexpr std::size_t kSlack = 64;  // room that is always left behind the write position

// Entries of the table for what starts with two given bytes: the bytes to write and above them how many, which is as many as are
// read; or the slow way.
constexpr std::uint32_t kSlow = 0;
constexpr std::uint32_t kOne = 1;
constexpr std::uint32_t kTwo = 2;
constexpr std::uint32_t size_of(std::uint32_t entry) { return entry >> 24; }
constexpr std::size_t place_of(unsigned char first, unsigned char second) { return std::size_t{first} << 8 | second; }
constexpr std::uint32_t pack(std::string_view bytes) {
  std::uint32_t entry = static_cast<std::uint32_t>(bytes.size()) << 24;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    entry |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  }
  return entry;
}

std::optional<char32_t> parse_point(std::string_view hex) {
  if (hex.size() < 4 || hex.size() > 5) return std::nullopt;
  char32_t value = 0;
  for (const char c : hex) {
    if (c >= '0' && c <= '9') {
      value = value * 16 + static_cast<char32_t>(c - '0');
    } else if (c >= 'A' && c <= 'F') {
      value = value * 16 + static_cast<char32_t>(c - 'A' + 10);
    } else {
      return std::nullopt;
    }
  }
  if (value >= kTableSize) return std::nullopt;
  return value;
}

// "0660" or "064B..065F".
std::optional<std::pair<char32_t, char32_t>> parse_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  const auto first = parse_point(text.substr(0, dots));
  const auto last = dots == std::string_view::npos ? first : parse_point(text.substr(dots + 2));
  if (!first || !last || *first > *last) return std::nullopt;
  return std::pair{*first, *last};
}

// "0627" or "0644 0627"; "-" gives the empty string.
std::optional<std::string> parse_target(std::string_view text) {
  std::string out;
  if (text == "-") return out;
  while (!text.empty()) {
    const std::size_t blank = text.find(' ');
    const auto point = parse_point(text.substr(0, blank));
    if (!point) return std::nullopt;
    append_utf8(out, *point);
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
  }
  if (out.empty()) return std::nullopt;
  return out;
}

struct Block {
  char32_t first, last;
};
// Presentation forms A and B, half-width and full-width forms.
constexpr Block kCompatibilityBlocks[] = {{0xFB50, 0xFDFF}, {0xFE70, 0xFEFE}, {0xFF01, 0xFFEE}};

}  // namespace

Result<Normalizer> Normalizer::load(const std::string& directory) {
  Result<Table> table = read_table(directory + "/folding.tsv", {"code", "to", "name"});
  if (!table) return table.error();
  Normalizer out;
  out.table_.assign(kTableSize, kKeep);
  Diagnostics faults;
  for (const TableRow& row : table->rows) {
    const auto range = parse_range(row.cells[0]);
    const auto target = parse_target(row.cells[1]);
    if (!range) {
      faults.push_back(table->fault(row, 0, "D101", "no code point or range: " + row.cells[0], "write 0623 or 064B..065F"));
    }
    if (!target) {
      faults.push_back(table->fault(row, 1, "D102", "no code points: " + row.cells[1], "write 0627, or - to drop"));
    }
    if (!range || !target) continue;
    std::uint32_t entry = kDrop;
    if (!target->empty()) {
      entry = static_cast<std::uint32_t>(out.pool_.size());
      out.pool_.push_back(*target);
    }
    for (char32_t point = range->first; point <= range->second; ++point) out.table_[point] = entry;
  }
  out.add_compatibility_forms(faults);
  out.build_short_table();
  if (!faults.empty()) return faults;
  return out;
}

void Normalizer::add_compatibility_forms(Diagnostics& faults) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status) != 0) {
    faults.push_back({"D103", {}, 0, 0, std::string("ICU has no NFKC data: ") + u_errorName(status), {}});
    return;
  }
  icu::UnicodeString decomposed;
  for (const Block& block : kCompatibilityBlocks) {
    for (char32_t point = block.first; point <= block.last; ++point) {
      if (table_[point] != kKeep || nfkc->getDecomposition(static_cast<UChar32>(point), decomposed) == 0) continue;
      const icu::UnicodeString composed = nfkc->normalize(decomposed, status);
      if (U_FAILURE(status) != 0) continue;
      std::string folded;
      for (std::int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
        const auto letter = static_cast<char32_t>(composed.char32At(i));
        const std::uint32_t entry = letter < kTableSize ? table_[letter] : kKeep;
        if (entry == kKeep) {
          append_utf8(folded, letter);
        } else if (entry != kDrop) {
          folded += pool_[entry];
        }
      }
      table_[point] = folded.empty() ? kDrop : static_cast<std::uint32_t>(pool_.size());
      if (!folded.empty()) pool_.push_back(std::move(folded));
    }
  }
}

void Normalizer::build_short_table() {
  short_table_.assign(0x10000, kSlow);
  for (char32_t point = 0; point < 0x800; ++point) {
    const std::uint32_t entry = table_[point];
    std::string bytes;
    if (entry == kKeep) {
      append_utf8(bytes, point);
    } else if (entry != kDrop) {
      bytes = pool_[entry];
    }
    // What keeps its length needs no new run of the offset map.
    if (bytes.size() != (point < 0x80 ? kOne : kTwo) || point == '\r') continue;
    if (point < 0x80) {
      std::fill_n(short_table_.begin() + static_cast<std::ptrdiff_t>(place_of(static_cast<unsigned char>(point), 0)), 0x100, pack(bytes));
    } else {
      short_table_[place_of(static_cast<unsigned char>(0xC0 | point >> 6), static_cast<unsigned char>(0x80 | (point & 0x3F)))] = pack(bytes);
    }
  }
}

void Normalizer::normalize(std::string_view original, NormalizedText& out) const {
  out.map.clear();
  out.invalid_bytes = 0;
  out.text.resize(original.size() + kSlack);
  out.map.add(0, 0);
  const char* const in = original.data();
  const std::size_t size = original.size();
  char* to = out.text.data();
  std::size_t read = 0;
  std::size_t written = 0;
  const std::uint32_t* const letters = short_table_.data();  // a local one: writing characters may change any member
  while (read < size) {
    const auto byte = static_cast<unsigned char>(in[read]);
    const auto next = static_cast<unsigned char>(read + 1 < size ? in[read + 1] : 0);
    const std::uint32_t entry = letters[place_of(byte, next)];
    if (size_of(entry) == kTwo) {
      to[written] = static_cast<char>(entry);
      to[written + 1] = static_cast<char>(entry >> 8);
      written += kTwo;
      read += kTwo;
      continue;
    }
    if (size_of(entry) == kOne) {
      to[written++] = static_cast<char>(entry);
      ++read;
      continue;
    }
    // Everything that changes its length, and all longer sequences.
    const DecodedPoint decoded = decode_utf8(original, read);
    const auto start = static_cast<std::uint32_t>(read);
    std::string_view piece;
    if (!decoded.valid) {
      out.invalid_bytes += decoded.size;
      piece = "\xEF\xBF\xBD";
    } else if (decoded.point == '\r') {
      piece = "\n";
    } else {
      const std::uint32_t folded = decoded.point < kTableSize ? table_[decoded.point] : kKeep;
      if (folded == kKeep) {
        std::memcpy(to + written, in + read, decoded.size);
        written += decoded.size;
        read += decoded.size;
        continue;
      }
      if (folded != kDrop) piece = pool_[folded];
    }
    read += decoded.size;
    if (decoded.point == '\r' && read < size && in[read] == '\n') ++read;
    if (decoded.point == kTatweel && piece.empty()) {
      // Between spaces it is a dash (datelines); a row of them is one.
      const bool open = written == 0 || to[written - 1] == ' ' || to[written - 1] == '\n';
      std::size_t behind = read;
      while (behind + 1 < size && in[behind] == '\xD9' && in[behind + 1] == '\x80') behind += 2;
      if (open && behind < size && in[behind] == ' ') {
        piece = "-";
        read = behind;
      }
    }
    const std::size_t needed = written + piece.size() + (size - read) + kSlack;
    if (needed > out.text.size()) {
      out.text.resize(needed + needed / 8);
      to = out.text.data();
    }
    if (piece.size() > decoded.size && decoded.valid) {
      // One letter that stands for several: each of them leads back to it.
      out.map.add_expansion(static_cast<std::uint32_t>(written), start);
      for (std::size_t i = 1; i < piece.size(); ++i) {
        if (!is_continuation(piece[i])) out.map.add(static_cast<std::uint32_t>(written + i), start);
      }
    }
    piece.copy(to + written, piece.size());
    written += piece.size();
    out.map.add(static_cast<std::uint32_t>(written), static_cast<std::uint32_t>(read));
  }
  out.text.resize(written);
  out.map.finish(static_cast<std::uint32_t>(written), static_cast<std::uint32_t>(size));
}

std::string Normalizer::fold(std::string_view original) const {
  // Words of lists and names seldom have letters that change their length.
  std::string folded(original);
  std::size_t at = 0;
  while (at < folded.size()) {
    const auto next = static_cast<unsigned char>(at + 1 < folded.size() ? folded[at + 1] : 0);
    const std::uint32_t entry = short_table_[place_of(static_cast<unsigned char>(folded[at]), next)];
    if (entry == kSlow) break;
    folded[at] = static_cast<char>(entry);
    if (size_of(entry) == kTwo) folded[at + 1] = static_cast<char>(entry >> 8);
    at += size_of(entry);
  }
  if (at == folded.size()) return folded;
  NormalizedText out;
  normalize(original, out);
  return std::move(out.text);
}

}  // namespace rasd
