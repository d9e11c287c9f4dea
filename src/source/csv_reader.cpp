#include "source/csv_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rasd {
namespace {

enum class RowState : std::uint8_t { done, open_quote, bad_quote };

// Cuts lines into the fields of a row, one line after the other.
class RowCutter {
 public:
  RowCutter(std::vector<std::string>& fields, char delimiter) : fields_(fields), delimiter_(delimiter) {
    fields_.clear();
    fields_.emplace_back();
  }
  RowState add(std::string_view line) {
    if (in_quotes_) fields_.back() += '\n';
    for (std::size_t i = 0; i < line.size();) {
      if (in_quotes_) {
        const std::size_t quote = line.find('"', i);
        fields_.back().append(line.substr(i, quote == std::string_view::npos ? quote : quote - i));
        if (quote == std::string_view::npos) return RowState::open_quote;
        i = quote + 1;
        if (i < line.size() && line[i] == '"') {
          fields_.back() += '"';
          ++i;
          continue;
        }
        in_quotes_ = false;
        if (i < line.size() && line[i] != delimiter_) return RowState::bad_quote;
      } else if (line[i] == delimiter_) {
        fields_.emplace_back();
        ++i;
        at_start_ = true;
        continue;
      } else if (line[i] == '"' && at_start_) {
        in_quotes_ = true;
        ++i;
      } else {
        // A quotation mark within an unquoted field stands for itself.
        const std::size_t end = std::min(line.find(delimiter_, i), line.size());
        fields_.back().append(line.substr(i, end - i));
        i = end;
      }
      at_start_ = false;
    }
    return in_quotes_ ? RowState::open_quote : RowState::done;
  }

 private:
  std::vector<std::string>& fields_;
  char delimiter_;
  bool in_quotes_ = false;
  bool at_start_ = true;
};

}  // namespace

bool CsvReader::next_line(Line& line) {
  if (!again_.empty()) {
    line = std::move(again_.front());
    again_.pop_front();
    return true;
  }
  std::string_view text;
  line.byte = bytes_.offset();
  if (!bytes_.next_line(text, line.too_long)) return false;
  line.number = ++lines_;
  if (line.number == 1 && text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  line.text.assign(line.too_long ? std::string_view() : text);
  return true;
}

bool CsvReader::next(CsvRow& row) {
  Line line;
  do {
    if (!next_line(line)) return false;
  } while (!line.too_long && line.text.empty());
  row.line = line.number;
  row.byte = line.byte;
  row.fault = line.too_long ? "too large" : "";
  if (line.too_long) return true;
  RowCutter cutter(row.fields, delimiter_);
  RowState state = cutter.add(line.text);
  std::deque<Line> behind;
  std::size_t size = line.text.size();
  const char* fault = "a quotation mark is never closed";
  while (state == RowState::open_quote && line.number > alone_until_) {
    Line more;
    if (!next_line(more)) break;
    size += more.text.size() + 1;
    const bool too_large = more.too_long || size > bytes_.max_record_bytes();
    if (!too_large) state = cutter.add(more.text);
    behind.push_back(std::move(more));
    if (too_large) break;
  }
  if (state == RowState::bad_quote) fault = "text behind a closing quotation mark (a quotation mark within a field must be doubled)";
  if (state == RowState::done) return true;
  row.fault = fault;
  if (!behind.empty()) {
    alone_until_ = std::max(alone_until_, behind.back().number);
    for (Line& old : again_) behind.push_back(std::move(old));
    again_ = std::move(behind);
  }
  return true;
}

char sniff_delimiter(std::string_view header) {
  constexpr std::array<char, 4> kDelimiters = {'\t', ';', '|', ','};
  char best = '\0';
  std::size_t most = 0;
  for (const char delimiter : kDelimiters) {
    std::size_t count = 0;
    bool in_quotes = false;
    for (const char c : header) {
      if (c == '"') in_quotes = !in_quotes;
      if (c == delimiter && !in_quotes) ++count;
    }
    if (count > most) {
      most = count;
      best = delimiter;
    }
  }
  return best;
}

std::vector<std::string> split_csv_line(std::string_view line, char delimiter) {
  std::vector<std::string> fields;
  RowCutter(fields, delimiter).add(line);
  return fields;
}

}  // namespace rasd
