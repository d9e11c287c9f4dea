#include "source/format.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "source/csv_reader.hpp"
#include "source/field_aliases.hpp"
#include "source/jsonl_source.hpp"

namespace rasd {
namespace {

using namespace std::string_view_literals;

bool begins(std::string_view text, std::string_view head) { return text.substr(0, head.size()) == head; }
bool ends(std::string_view text, std::string_view tail) {
  return text.size() > tail.size() && text.substr(text.size() - tail.size()) == tail;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

std::string_view without_space(std::string_view text) {
  if (begins(text, "\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

// {"messages": [ as Telegram exports begin, [{ or {"key": over several lines; not a text that happens to begin with a brace.
bool looks_like_json(std::string_view head) {
  head = without_space(head);
  if (head.empty() || (head.front() != '{' && head.front() != '[')) return false;
  const bool is_array = head.front() == '[';
  head = without_space(head.substr(1));
  if (is_array) return begins(head, "{");
  if (!begins(head, "\"")) return false;
  const std::size_t close = head.find('"', 1);
  return close != std::string_view::npos && begins(without_space(head.substr(close + 1)), ":");
}

// A first line of column names, one of them that of a text.
bool looks_like_table(std::string_view line) {
  if (begins(line, "\xEF\xBB\xBF")) line.remove_prefix(3);
  const char delimiter = sniff_delimiter(line);
  if (delimiter == '\0' || line.size() > 2000) return false;
  const FieldAliases aliases{ReadOptions{}};
  bool has_text = false;
  for (const std::string& name : split_csv_line(line, delimiter)) {
    const auto match = aliases.find(name);
    has_text = has_text || (match && match->field == Field::text);
  }
  return has_text;
}

}  // namespace

InputFormat format_by_name(std::string_view name) {
  std::string plain = lower(name.substr(name.rfind('/') == std::string_view::npos ? 0 : name.rfind('/') + 1));
  for (const std::string_view packed : {".gz"sv, ".zst"sv, ".zstd"sv, ".bz2"sv, ".xz"sv}) {
    if (ends(plain, packed)) {
      plain.resize(plain.size() - packed.size());
      break;
    }
  }
  constexpr std::array<std::pair<std::string_view, InputFormat>, 13> kEndings = {
      {{".jsonl", InputFormat::jsonl}, {".ndjson", InputFormat::jsonl}, {".jl", InputFormat::jsonl},   {".json", InputFormat::json},
       {".csv", InputFormat::csv},     {".tsv", InputFormat::tsv},      {".tab", InputFormat::tsv},    {".html", InputFormat::html},
       {".htm", InputFormat::html},    {".xhtml", InputFormat::html},   {".warc", InputFormat::warc},  {".wet", InputFormat::warc},
       {".txt", InputFormat::text}}};
  for (const auto& [ending, format] : kEndings) {
    if (ends(plain, ending)) return format;
  }
  return InputFormat::detect;
}

bool looks_like_html(std::string_view head) {
  const std::string start = lower(without_space(head).substr(0, 512));
  if (begins(start, "<!doctype html") || begins(start, "<html")) return true;
  return (begins(start, "<?xml") || begins(start, "<!--")) && start.find("<html") != std::string::npos;
}

InputFormat format_by_content(ByteReader& bytes) {
  const std::string_view line = bytes.peek_line();
  if (is_json_object(line)) return InputFormat::jsonl;
  if (looks_like_table(line.substr(0, line.find('\r')))) return InputFormat::csv;
  if (!line.empty() && (line.front() == '{' || line.front() == '[' || line.front() == '\xEF') && looks_like_json(bytes.peek(4096))) {
    return InputFormat::json;
  }
  return InputFormat::text;
}

std::string_view foreign_format(std::string_view head) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kMagic = {{{"%PDF-", "a PDF file"},
                                                                                     {"\x89PNG", "a picture"},
                                                                                     {"\xFF\xD8\xFF", "a picture"},
                                                                                     {"GIF8", "a picture"},
                                                                                     {"\xD0\xCF\x11\xE0", "an old Office file"},
                                                                                     {"{\\rtf", "an RTF file"},
                                                                                     {"Rar!", "a RAR archive"},
                                                                                     {"SQLite format 3", "a database"},
                                                                                     {"\x7F" "ELF", "a program"}}};
  for (const auto& [magic, what] : kMagic) {
    if (begins(head, magic)) return what;
  }
  return {};
}

bool is_hidden(std::string_view path) {
  return begins(path, ".") || path.find("/.") != std::string_view::npos || begins(path, "__MACOSX/");
}

}  // namespace rasd
