#include "sink/workbook.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdio>

#include "rasd/date.hpp"
#include "sink/cell_text.hpp"

namespace rasd {
namespace {

// The library would put the time of day into the file; the same records give the same bytes. Midnight of 1 January 1980, from
// which the dates of a zip count.
constexpr time_t kCreated = 315532800;
constexpr int kFirstYear = 1900;  // before it, Excel has no dates

// XML keeps a carriage return only as an escape that readers other than Excel show as it stands: a line end is one LF.
std::string one_line_end(std::string text) {
  std::size_t keep = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    text[keep++] = text[i] == '\r' ? '\n' : text[i];
  }
  text.resize(keep);
  return text;
}

}  // namespace

Workbook::Workbook(const std::string& path, const std::string& scratch_directory, std::uint32_t max_rows)
    : max_rows_(max_rows) {
  std::string directory = scratch_directory;
  lxw_workbook_options options = {};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = directory.data();
  options.use_zip64 = LXW_TRUE;  // a dump's rows can be more than 4 GB of XML
  book_ = workbook_new_opt(path.c_str(), &options);
  lxw_doc_properties properties = {};
  properties.created = kCreated;
  workbook_set_properties(book_, &properties);
  bold_ = workbook_add_format(book_);
  format_set_bold(bold_);
  date_ = workbook_add_format(book_);
  format_set_num_format(date_, "yyyy-mm-dd");
}

Workbook::~Workbook() {
  if (book_ != nullptr) lxw_workbook_free(book_);
}

std::string Workbook::close() {
  const lxw_error error = workbook_close(book_);  // frees it, whatever comes of it
  book_ = nullptr;
  return error == LXW_NO_ERROR ? std::string() : lxw_strerror(error);
}

Sheet::Sheet(Workbook& book, std::string name, std::vector<SheetColumn> columns)
    : book_(book), name_(std::move(name)), columns_(std::move(columns)) {
  begin();
}

void Sheet::begin() {
  ++sheets_;
  const std::string name = sheets_ == 1 ? name_ : name_ + ' ' + std::to_string(sheets_);
  sheet_ = workbook_add_worksheet(book_.book_, name.c_str());
  worksheet_right_to_left(sheet_);
  worksheet_freeze_panes(sheet_, 1, 1);
  const auto count = static_cast<std::uint16_t>(columns_.size());
  for (std::uint16_t i = 0; i < count; ++i) {
    lxw_format* format = columns_[i].column.kind == ColumnKind::date ? book_.date_ : nullptr;
    worksheet_set_column(sheet_, i, i, columns_[i].width, format);
    worksheet_write_string(sheet_, 0, i, columns_[i].column.name, book_.bold_);
  }
  rows_ = 1;
}

void Sheet::write(std::uint32_t row, std::uint16_t column, ColumnKind kind, const Cell& cell) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
    worksheet_write_number(sheet_, row, column, static_cast<double>(*integer), nullptr);
  } else if (const auto* number = std::get_if<double>(&cell)) {
    worksheet_write_number(sheet_, row, column, *number, nullptr);
  } else if (const auto* text = std::get_if<std::string>(&cell)) {
    const auto day = kind == ColumnKind::date && text->size() == 10 ? parse_iso_date(*text) : std::nullopt;
    const std::chrono::year_month_day parts(day.value_or(Date{}));
    if (day && static_cast<int>(parts.year()) >= kFirstYear) {
      lxw_datetime date = {static_cast<int>(parts.year()), static_cast<int>(static_cast<unsigned>(parts.month())),
                           static_cast<int>(static_cast<unsigned>(parts.day())), 0, 0, 0};
      worksheet_write_datetime(sheet_, row, column, &date, book_.date_);
    } else {
      worksheet_write_string(sheet_, row, column, one_line_end(printable(fitted(*text))).c_str(), nullptr);
    }
  }
}

bool Sheet::row(const std::vector<Cell>& cells) {
  if (rows_ == book_.max_rows_) {
    if (!finish()) return false;
    begin();
  }
  const auto count = static_cast<std::uint16_t>(std::min(cells.size(), columns_.size()));
  for (std::uint16_t i = 0; i < count; ++i) write(rows_, i, columns_[i].column.kind, cells[i]);
  ++rows_;
  return std::ferror(sheet_->optimize_tmpfile) == 0;
}

bool Sheet::finish() {
  worksheet_autofilter(sheet_, 0, 0, rows_ - 1, static_cast<lxw_col_t>(columns_.size() - 1));
  return std::fflush(sheet_->optimize_tmpfile) == 0 && std::ferror(sheet_->optimize_tmpfile) == 0;
}

}  // namespace rasd
