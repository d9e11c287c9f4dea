#include "source/source.hpp"

#include "source/byte_reader.hpp"
#include "source/jsonl_source.hpp"
#include "source/text_source.hpp"
#include "text/stable_hash.hpp"

namespace rasd {
namespace {

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() > tail.size() && text.substr(text.size() - tail.size()) == tail;
}

InputFormat format_of(const std::string& path, ByteReader& bytes) {
  for (const std::string_view tail : {".jsonl", ".ndjson", ".jl"}) {
    if (ends_with(path, tail)) return InputFormat::jsonl;
  }
  if (ends_with(path, ".txt")) return InputFormat::text;
  return is_json_object(bytes.peek_line()) ? InputFormat::jsonl : InputFormat::text;
}

bool all_digits(std::string_view text) {
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return !text.empty();
}

// "Tue, 23 Jan 2024 10:00:00 GMT", "23 Jan 2024".
std::optional<Date> parse_feed_date(std::string_view text) {
  constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  const std::size_t comma = text.find(", ");
  if (comma == 3) text.remove_prefix(comma + 2);
  const std::size_t day_digits = text.size() > 1 && text[1] == ' ' ? 1 : 2;
  if (text.size() < day_digits + 9 || text[day_digits] != ' ' || text[day_digits + 4] != ' ') return std::nullopt;
  const std::string_view day = text.substr(0, day_digits);
  const std::string_view year = text.substr(day_digits + 5, 4);
  const std::size_t month = kMonths.find(text.substr(day_digits + 1, 3));
  if (!all_digits(day) || !all_digits(year) || month == std::string_view::npos || month % 3 != 0) return std::nullopt;
  return make_date(std::stoi(std::string(year)), static_cast<unsigned>(month / 3 + 1),
                   static_cast<unsigned>(std::stoi(std::string(day))));
}

}  // namespace

std::string InputIssue::to_string() const {
  return line == 0 ? file + ": " + reason : file + ':' + std::to_string(line) + ": " + reason;
}

std::optional<Date> parse_published(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  std::string iso(text);
  if (text.size() >= 10 && text[4] == '/' && text[7] == '/') {
    iso[4] = iso[7] = '-';
  } else if (text.size() == 8 && all_digits(text)) {
    iso.insert(6, "-").insert(4, "-");
  }
  if (const auto date = parse_iso_date(iso)) return date;
  return parse_feed_date(text);
}

void complete_document(Document& document, const ReadOptions& options, const InputIssue& where, ReadLog& log) {
  if (document.published.empty()) document.published = options.published;
  document.anchor.reset();
  if (!document.published.empty()) {
    document.anchor = parse_published(document.published);
    if (!document.anchor) {
      InputIssue issue = where;
      issue.reason = "published is no date: \"" + document.published.substr(0, 40) +
                     "\"; relative dates of this article stay open (write YYYY-MM-DD)";
      log.warnings.push_back(std::move(issue));
    }
  }
  if (document.id.empty()) {
    document.id = "doc_" + hex16(stable_hash(document.url.empty() ? document.text : document.url));
  }
}

std::unique_ptr<Source> open_source(const std::string& path, const ReadOptions& options, ReadLog& log) {
  std::string fault;
  std::unique_ptr<ByteReader> bytes = ByteReader::open(path, fault);
  const std::string name = path == "-" ? "stdin" : path;
  if (!bytes) {
    log.failures.push_back({name, 0, 0, fault});
    return nullptr;
  }
  const std::string_view start = bytes->peek(4);
  if (start.substr(0, 2) == "\xFF\xFE" || start.substr(0, 2) == "\xFE\xFF") {
    log.rejections.push_back({name, 0, 0, "is UTF-16; convert it first: iconv -f UTF-16 -t UTF-8"});
    return nullptr;
  }
  const InputFormat format = options.format == InputFormat::detect ? format_of(path, *bytes) : options.format;
  if (format == InputFormat::jsonl) return std::make_unique<JsonlSource>(std::move(bytes), name, options);
  return std::make_unique<TextSource>(std::move(bytes), name, options);
}

}  // namespace rasd
