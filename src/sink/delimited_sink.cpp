#include "sink/delimited_sink.hpp"

#include "sink/cell_text.hpp"

namespace rasd {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

// TSV has no way to write a tab or a line end: each run of them is one blank. Many readers take a quote at the start of a
// cell for quoting, so such a cell is quoted as in CSV; elsewhere a quote is a letter like others.
std::string tab_separated(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool breaks = c == '\t' || c == '\n' || c == '\r';
    if (!breaks) {
      out += c;
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
  }
  return !out.empty() && out.front() == '"' ? quoted(out) : out;
}

std::string comma_separated(const std::string& text) {
  if (text.empty()) return text;
  const bool needs_quotes = text.find_first_of(",\"\r\n") != std::string::npos || text.front() == ' ' || text.back() == ' ';
  return needs_quotes ? quoted(text) : text;
}

}  // namespace

void DelimitedSink::append_text(const std::string& text) {
  out_.text() += options_.delimiter == '\t' ? tab_separated(text) : comma_separated(text);
}

void DelimitedSink::end_row() { out_.text() += options_.delimiter == '\t' ? "\n" : "\r\n"; }

// Written with the first row or at the end: a run that fails before leaves nothing.
void DelimitedSink::append_head() {
  has_head_ = true;
  if (options_.byte_order_mark) out_.text() += kByteOrderMark;
  bool first = true;
  for (const Column& column : record_columns(options_.columns)) {
    if (!first) out_.text() += options_.delimiter;
    first = false;
    append_text(column.name);
  }
  end_row();
}

bool DelimitedSink::write(const Record& record) {
  if (!has_head_) append_head();
  read_row(record, book_, options_.columns, cells_);
  const std::vector<Column>& columns = record_columns(options_.columns);
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (i > 0) out_.text() += options_.delimiter;
    std::string text = cell_text(cells_[i]);
    if (columns[i].kind == ColumnKind::text && !options_.raw_cells) text = fitted(printable(disarmed(std::move(text))));
    append_text(text);
  }
  end_row();
  return out_.written();
}

bool DelimitedSink::finish() {
  if (!has_head_) append_head();
  return out_.flush();
}

}  // namespace rasd
