#include "eval/name_match.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>

#include "text/table_reader.hpp"
#include "text/utf8.hpp"

namespace rasd::eval {
namespace {

constexpr std::size_t kAfterPrefix = 2;   // letters that must be left
constexpr std::size_t kBeforeSuffix = 3;

std::u32string points_of(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedPoint decoded = decode_utf8(text, at);
    points += decoded.point;
    at += decoded.size;
  }
  return points;
}

std::string bytes_of(std::u32string_view points) {
  std::string out;
  for (const char32_t point : points) append_utf8(out, point);
  return out;
}

// Letters and whatever stands for a number.
bool is_word_point(UChar32 point) {
  return u_isalpha(point) != 0 || u_getIntPropertyValue(point, UCHAR_NUMERIC_TYPE) != U_NT_NONE;
}

bool begins_with(std::u32string_view text, std::u32string_view start) { return text.substr(0, start.size()) == start; }

bool share_most(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  std::vector<std::string> shared;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(shared));
  // F1 of the words above one half.
  return 4 * shared.size() > left.size() + right.size();
}

}  // namespace

bool is_same_name(const Name& left, const Name& right) {
  // A general word names nobody where the other side says which one.
  if (left.telling.empty() != right.telling.empty()) return false;
  return left.telling.empty() ? share_most(left.words, right.words) : share_most(left.telling, right.telling);
}

Result<NameReader> NameReader::load(const std::string& table) {
  const Result<Table> rows = read_table(table, {"kind", "becomes", "text"});
  if (!rows) return rows.error();
  NameReader reader;
  Diagnostics faults;
  for (const TableRow& row : rows->rows) {
    const std::string& kind = row.cells[0];
    const std::u32string becomes = points_of(row.cells[1]);
    const std::u32string text = points_of(row.cells[2]);
    if (text.empty()) {
      faults.push_back(rows->fault(row, 2, "D006", "the text is missing"));
    } else if (kind == "letter" && text.size() == 1 && becomes.size() <= 1) {
      reader.letters_[text[0]] = becomes.empty() ? char32_t{0} : becomes[0];
    } else if (kind == "prefix") {
      reader.prefixes_.push_back(text);
    } else if (kind == "suffix") {
      reader.suffixes_.emplace_back(text, becomes);
    } else if (kind == "empty") {
      reader.empty_.insert(row.cells[2]);
    } else {
      faults.push_back(rows->fault(row, 0, "D006", kind == "letter" ? "a letter is one character" : "unknown kind " + kind,
                                   "letter, prefix, suffix, empty"));
    }
  }
  if (!faults.empty()) return faults;
  return reader;
}

std::string NameReader::stem(std::u32string_view word) const {
  for (const std::u32string& prefix : prefixes_) {
    if (!begins_with(word, prefix) || word.size() < prefix.size() + kAfterPrefix) continue;
    word.remove_prefix(prefix.size());
    break;
  }
  for (const auto& [suffix, becomes] : suffixes_) {
    if (word.size() < kBeforeSuffix + suffix.size() || word.substr(word.size() - suffix.size()) != suffix) continue;
    word.remove_suffix(suffix.size());
    return bytes_of(word) + bytes_of(becomes);
  }
  return bytes_of(word);
}

Name NameReader::read(std::string_view text) const {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const compose = icu::Normalizer2::getNFKCInstance(status);
  Name name;
  if (U_FAILURE(status)) return name;
  const icu::UnicodeString composed =
      compose->normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))), status);
  icu::UnicodeString plain;
  for (std::int32_t at = 0; at < composed.length(); at = composed.moveIndex32(at, 1)) {
    auto point = static_cast<char32_t>(composed.char32At(at));
    if (const auto found = letters_.find(point); found != letters_.end()) point = found->second;
    if (point != 0 && u_getCombiningClass(static_cast<UChar32>(point)) == 0) plain.append(static_cast<UChar32>(point));
  }
  plain.toLower(icu::Locale::getRoot());
  std::u32string word;
  const auto end_word = [&] {
    if (!word.empty()) name.words.push_back(stem(word));
    word.clear();
  };
  for (std::int32_t at = 0; at < plain.length(); at = plain.moveIndex32(at, 1)) {
    const UChar32 point = plain.char32At(at);
    if (is_word_point(point)) {
      word += static_cast<char32_t>(point);
    } else {
      end_word();
    }
  }
  end_word();
  std::sort(name.words.begin(), name.words.end());
  std::copy_if(name.words.begin(), name.words.end(), std::back_inserter(name.telling),
               [this](const std::string& each) { return empty_.count(each) == 0; });
  return name;
}

}  // namespace rasd::eval
