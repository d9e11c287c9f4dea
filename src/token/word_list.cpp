#include "token/word_list.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/table_reader.hpp"
#include "token/utf8.hpp"
#include "token/word_list_keys.hpp"

namespace rasd {
namespace {

constexpr std::array<std::string_view, 9> kItemKeys = {"plural", "dual",    "feminine", "form",  "imperfect",
                                                       "masdar", "passive", "class",    "gender"};
constexpr std::array<std::string_view, 7> kListKeys = {"pos", "import", "value", "item", "derive", "extends", "replaces"};
constexpr std::array<std::pair<std::string_view, Pos>, 6> kPosNames = {{{"verb", Pos::verb},
                                                                        {"noun", Pos::noun},
                                                                        {"adjective", Pos::adjective},
                                                                        {"name", Pos::name},
                                                                        {"particle", Pos::particle},
                                                                        {"form", Pos::form}}};

Diagnostic fault_at(const std::string& file, std::uint32_t line, std::uint32_t column, std::string code,
                    std::string message, std::string hint = {}) {
  return {std::move(code), file, line, column, std::move(message), std::move(hint)};
}

bool is_blank(char32_t c) { return c == U' ' || c == U'\t' || c == U'\r' || c == 0xA0; }
bool is_direction_mark(char32_t c) { return c == 0x200E || c == 0x200F || c == 0x061C || c == 0xFEFF; }
bool is_direction_control(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

// What was seen in one line.
struct LineScan {
  std::size_t end = 0;  // without comment
  bool bad_utf8 = false;
  bool has_control = false;
  std::uint32_t bad_utf8_column = 0;
  std::uint32_t control_column = 0;
  std::uint32_t mixed_column = 0;  // 0 = not mixed
};

// '#' starts a comment at the start of the line or behind a blank, unless an Arabic letter follows (a hashtag in an example).
bool starts_comment(std::string_view line, std::size_t at, char32_t previous) {
  if (at != 0 && !is_blank(previous)) return false;
  return !is_arabic_letter(code_point_at(line, at + 1).value);
}

// Whether a line is as nearly all are: without '#', of ASCII and two-byte letters, and of the former only one word, in front.
// Such a line has no fault and no comment.
bool is_plain(std::string_view line) {
  bool started = false, second_word = false, second_ascii = false, other = false;
  std::size_t at = 0;
  while (at < line.size()) {
    const auto byte = static_cast<unsigned char>(line[at]);
    if (byte >= 0x80) {
      const bool pair = byte >= 0xC2 && byte < 0xE0 && at + 1 < line.size() && (static_cast<unsigned char>(line[at + 1]) & 0xC0u) == 0x80u;
      if (!pair || second_ascii) return false;
      other = true;
      at += 2;
      continue;
    }
    if (byte == '#') return false;
    if (is_ascii_letter(byte)) {
      if (other) return false;
      (second_word ? second_ascii : started) = true;
    } else if (byte == ' ' || byte == '\t' || byte == '\r') {
      second_word = started;
    }
    ++at;
  }
  return true;
}

LineScan scan(std::string_view line) {
  LineScan result;
  if (is_plain(line)) {
    result.end = line.size();
    return result;
  }
  std::uint32_t column = 1;
  char32_t previous = U' ';
  bool arabic = false;        // an Arabic letter was seen
  bool arabic_first = false;  // no ASCII key before it
  bool in_first_word = true;
  bool ascii_in_first = false;
  std::uint32_t second_ascii_column = 0;
  std::size_t at = 0;
  while (at < line.size()) {
    const CodePoint c = code_point_at(line, at);
    if (c.value == U'#' && starts_comment(line, at, previous)) break;
    if (c.value == 0xFFFD && c.size == 1 && !result.bad_utf8) {
      result.bad_utf8 = true;
      result.bad_utf8_column = column;
    }
    if (is_direction_control(c.value) && !result.has_control) {
      result.has_control = true;
      result.control_column = column;
    }
    if (is_arabic_letter(c.value)) {
      if (!arabic) arabic_first = !ascii_in_first;
      if (!arabic && second_ascii_column != 0 && result.mixed_column == 0) result.mixed_column = second_ascii_column;
      arabic = true;
    } else if (is_ascii_letter(c.value)) {
      if (arabic && arabic_first && result.mixed_column == 0) result.mixed_column = column;
      if (!arabic && in_first_word) ascii_in_first = true;
      if (!arabic && !in_first_word && second_ascii_column == 0) second_ascii_column = column;
    } else if (is_blank(c.value) && (ascii_in_first || arabic)) {
      in_first_word = false;
    }
    if (!is_direction_mark(c.value)) previous = c.value;
    at += c.size;
    ++column;
  }
  result.end = at;
  return result;
}

std::size_t skip_blanks(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    const CodePoint c = code_point_at(line, at);
    if (!is_blank(c.value) && !is_direction_mark(c.value)) break;
    at += c.size;
  }
  return at;
}

std::string_view trim_end(std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = code_point_before(text, text.size());
    if (!is_blank(c.value) && !is_direction_mark(c.value)) break;
    text.remove_suffix(c.size);
  }
  return text;
}

std::uint32_t column_of(std::string_view line, std::size_t offset) {
  std::uint32_t column = 1;
  for (std::size_t at = 0; at < offset && at < line.size(); at += code_point_at(line, at).size) ++column;
  return column;
}

SourceLine cut_line(std::string_view line, std::uint32_t number) {
  SourceLine result;
  result.number = number;
  const std::size_t begin = skip_blanks(line, 0);
  for (std::size_t at = 0; at < begin; at += code_point_at(line, at).size) {
    if (is_blank(code_point_at(line, at).value)) ++result.indent;
  }
  std::size_t key_end = begin;
  if (key_end < line.size() && static_cast<unsigned char>(line[key_end]) < 0x80 && !is_ascii_digit(static_cast<unsigned char>(line[key_end]))) {
    while (key_end < line.size() && static_cast<unsigned char>(line[key_end]) < 0x80 && line[key_end] != ' ' &&
           line[key_end] != '\t') {
      ++key_end;
    }
  }
  result.key = line.substr(begin, key_end - begin);
  const std::size_t rest_begin = skip_blanks(line, key_end);
  result.rest = trim_end(line.substr(rest_begin));
  result.rest_column = column_of(line, rest_begin);
  return result;
}

bool is_list_name(std::string_view name) {
  if (name.empty() || name.front() == '.' || name.back() == '.') return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
  });
}

std::vector<std::string> names_of_keys() {
  std::vector<std::string> names(kListKeys.begin(), kListKeys.end());
  names.insert(names.end(), kItemKeys.begin(), kItemKeys.end());
  return names;
}

// The column of the first character that an item may not hold, or 0.
std::uint32_t bad_item_column(std::string_view text, std::uint32_t column) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const bool bad = c.value == U'(' || c.value == U')' || c.value == U'{' || c.value == U'}' || c.value == U'[' ||
                     c.value == U']' || c.value == U'|';
    if (bad && text.size() > c.size) return column;
    at += c.size;
    ++column;
  }
  return 0;
}

// The state while one block is read.
struct BlockReader {
  WordList list;
  std::string value;
  const std::string& file;
  Diagnostics& faults;

  void fault(const SourceLine& line, std::uint32_t column, std::string code, std::string message, std::string hint = {}) {
    faults.push_back(fault_at(file, line.number, column, std::move(code), std::move(message), std::move(hint)));
  }

  void add_item(const SourceLine& line) {
    if (line.rest.empty()) return fault(line, line.rest_column, "L006", "item is missing");
    if (const std::uint32_t column = bad_item_column(line.rest, line.rest_column); column != 0) {
      return fault(line, column, "L005", "character that no list item may hold");
    }
    ListItem item;
    item.text = std::string(line.rest);
    item.value = value;
    item.line = line.number;
    list.items.push_back(std::move(item));
  }

  void read(const SourceLine& line) {
    if (line.key.empty() || line.key == "item") return add_item(line);
    if (std::find(kItemKeys.begin(), kItemKeys.end(), line.key) != kItemKeys.end()) {
      if (list.items.empty()) {
        return fault(line, line.indent + 1, "L004", "\"" + std::string(line.key) + "\" stands before the first item");
      }
      if (line.rest.empty()) return fault(line, line.rest_column, "L006", "nothing stands behind \"" + std::string(line.key) + "\"");
      list.items.back().forms.push_back({std::string(line.key), std::string(line.rest)});
    } else if (line.key == "value") {
      if (line.rest.empty()) return fault(line, line.rest_column, "L006", "value is missing", "\"value -\" ends a value");
      value = line.rest == "-" ? std::string() : std::string(line.rest);
    } else if (line.key == "import") {
      if (!is_list_name(line.rest)) return fault(line, line.rest_column, "L002", "not a list name: \"" + std::string(line.rest) + "\"");
      list.imports.emplace_back(line.rest);
    } else if (line.key == "extends" || line.key == "replaces") {
      if (!line.rest.empty()) fault(line, line.rest_column, "L006", "nothing stands behind \"" + std::string(line.key) + "\"", "it means the list of the same name");
      list.mode = line.key == "extends" ? ListMode::extends : ListMode::replaces;
    } else if (line.key == "pos") {
      read_pos(line);
    } else if (line.key == "derive") {
      list.derive_masdars = list.derive_masdars || line.rest.find("masdar") != std::string_view::npos;
      list.derive_participles = list.derive_participles || line.rest.find("participle") != std::string_view::npos;
      if (!list.derive_masdars && !list.derive_participles) {
        fault(line, line.rest_column, "L006", "derive needs masdar or participle");
      }
    } else if (line.rest.empty() && line.key.size() == 1 && !is_ascii_letter(static_cast<unsigned char>(line.key[0]))) {
      SourceLine mark = line;  // an ASCII punctuation mark as an item
      mark.rest = line.key;
      mark.rest_column = line.indent + 1;
      add_item(mark);
    } else {
      const std::string nearest = nearest_name(line.key, names_of_keys());
      fault(line, line.indent + 1, "L001", "unknown key \"" + std::string(line.key) + "\"",
            nearest.empty() ? "a Latin item is written \"item ...\"" : "did you mean \"" + nearest + "\"?");
    }
  }

  void read_pos(const SourceLine& line) {
    std::vector<std::string> names;
    for (const auto& [name, pos] : kPosNames) {
      if (name == line.rest) {
        list.pos = pos;
        list.pos_given = true;
        return;
      }
      names.emplace_back(name);
    }
    const std::string nearest = nearest_name(line.rest, names);
    fault(line, line.rest_column, "L003", "unknown pos \"" + std::string(line.rest) + "\"",
          nearest.empty() ? "verb, noun, adjective, name, particle, form" : "did you mean \"" + nearest + "\"?");
  }
};

}  // namespace

std::vector<SourceLine> read_source_lines(std::string_view content, const std::string& file, Diagnostics& faults) {
  std::vector<SourceLine> lines;
  std::uint32_t number = 0;
  while (!content.empty()) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    const std::string_view line = content.substr(0, end);
    content.remove_prefix(std::min(end + 1, content.size()));
    ++number;
    const LineScan seen = scan(line);
    if (seen.bad_utf8) {
      faults.push_back(fault_at(file, number, seen.bad_utf8_column, "R003", "not UTF-8"));
      continue;
    }
    if (seen.has_control) {
      faults.push_back(fault_at(file, number, seen.control_column, "R001",
                                "invisible control that changes the order of the text", "delete it"));
      continue;
    }
    if (seen.mixed_column != 0) {
      faults.push_back(fault_at(file, number, seen.mixed_column, "R002", "ASCII and Arabic are mixed in one line",
                                "a line is ASCII, or one ASCII key and Arabic to the end, or Arabic only"));
      continue;
    }
    const SourceLine cut = cut_line(line.substr(0, seen.end), number);
    if (!cut.key.empty() || !cut.rest.empty()) lines.push_back(cut);
  }
  return lines;
}

WordList parse_word_list(const std::vector<SourceLine>& lines, std::size_t& index, const std::string& file,
                         Diagnostics& faults) {
  const SourceLine& head = lines[index];
  BlockReader reader{{}, {}, file, faults};
  reader.list.file = file;
  reader.list.line = head.number;
  reader.list.name = std::string(head.rest);
  if (!is_list_name(head.rest)) {
    reader.fault(head, head.rest_column, "L002", "bad list name \"" + reader.list.name + "\"",
                 "small ASCII letters, digits, '_' and '.'");
  }
  for (++index; index < lines.size() && lines[index].indent > head.indent; ++index) reader.read(lines[index]);
  return std::move(reader.list);
}

std::vector<WordList> parse_word_lists(std::string_view content, const std::string& file, Diagnostics& faults) {
  const std::vector<SourceLine> lines = read_source_lines(content, file, faults);
  std::vector<WordList> lists;
  std::size_t index = 0;
  bool reported = false;  // one report for a run of stray lines
  while (index < lines.size()) {
    if (lines[index].key == "list") {
      lists.push_back(parse_word_list(lines, index, file, faults));
      reported = false;
      continue;
    }
    if (!reported) {
      faults.push_back(fault_at(file, lines[index].number, lines[index].indent + 1, "L007", "line outside a list",
                                "indent it below a \"list NAME\" line"));
      reported = true;
    }
    ++index;
  }
  return lists;
}

std::vector<std::string> word_list_keys() {
  std::vector<std::string> keys(kListKeys.begin(), kListKeys.end());
  keys.insert(keys.end(), kItemKeys.begin(), kItemKeys.end());
  return keys;
}

std::vector<std::string> pos_names() {
  std::vector<std::string> names;
  for (const auto& [name, pos] : kPosNames) names.emplace_back(name);
  return names;
}

}  // namespace rasd
