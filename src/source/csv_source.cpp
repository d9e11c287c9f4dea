#include "source/csv_source.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/utf8.hpp"

namespace rasd {

CsvSource::CsvSource(std::unique_ptr<ByteReader> bytes, std::string name, ReadOptions options, char delimiter)
    : bytes_(std::move(bytes)),
      name_(std::move(name)),
      options_(std::move(options)),
      aliases_(options_),
      rows_(*bytes_),
      delimiter_(delimiter) {}

bool CsvSource::read_header(ReadLog& log) {
  if (delimiter_ == '\0') {
    delimiter_ = sniff_delimiter(bytes_->peek_line());
    if (delimiter_ == '\0') delimiter_ = ',';
  }
  rows_.set_delimiter(delimiter_);
  CsvRow row;
  if (!rows_.next(row)) {
    if (name_ != "stdin") log.warnings.push_back({name_, 0, 0, "empty file: no rows to read"});
    return false;
  }
  names_ = row.fields;
  bool has_text = false;
  for (std::string& name : names_) {
    name.erase(0, std::min(name.find_first_not_of(" \t"), name.size()));
    name.erase(name.find_last_not_of(" \t") + 1);
    fields_.push_back(aliases_.find(name));
    has_text = has_text || (fields_.back() && fields_.back()->field == Field::text);
  }
  if (!row.fault.empty() || !has_text) {
    log.rejections.push_back({name_, row.line, row.byte,
                              row.fault.empty() ? "no column of the text (tried " + aliases_.names_of(Field::text) +
                                                      "); the first row must hold column names; use --text-field"
                                                : "the row of column names: " + row.fault});
    return false;
  }
  return true;
}

std::string CsvSource::unknown_fields(const CsvRow& row) const {
  nlohmann::ordered_json extra;
  for (std::size_t i = 0; i < row.fields.size(); ++i) {
    if (!fields_[i] && !row.fields[i].empty()) extra[names_[i]] = row.fields[i];
  }
  return extra.is_null() ? std::string() : extra.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

bool CsvSource::read_row(CsvRow& row, Document& out, ReadLog& log) {
  const auto reject = [&](std::string reason) {
    log.rejections.push_back({name_, row.line, row.byte, std::move(reason)});
    return false;
  };
  if (row.fault == "too large") return reject(too_large("a row is", options_));
  if (!row.fault.empty()) return reject("bad row: " + row.fault);
  if (row.fields.size() != names_.size()) {
    return reject("bad row: " + std::to_string(row.fields.size()) + " fields where the first row has " + std::to_string(names_.size()));
  }
  RecordFields fields(aliases_);
  bool is_valid = true;
  std::string extra = options_.keep_fields ? unknown_fields(row) : std::string();
  for (std::size_t i = 0; i < row.fields.size(); ++i) {
    if (!fields_[i]) continue;
    if (!is_valid_utf8(row.fields[i])) {
      is_valid = false;
      row.fields[i] = to_valid_utf8(row.fields[i]);
    }
    fields.take(names_[i], *fields_[i], row.fields[i]);
  }
  const InputIssue where{name_, row.line, row.byte, {}};
  if (!fields.fill(out, options_, where, log)) return false;
  out.extra = std::move(extra);
  if (!is_valid) log.warnings.push_back({name_, row.line, row.byte, "bytes that are no UTF-8; read as U+FFFD"});
  return true;
}

bool CsvSource::next(Document& out, ReadLog& log) {
  if (names_.empty() && !done_) done_ = !read_header(log);
  CsvRow row;
  while (!done_) {
    if (rows_.next(row)) {
      if (read_row(row, out, log)) return true;
      continue;
    }
    done_ = true;
    if (const std::string fault = bytes_->fault(); !fault.empty()) {
      log.failures.push_back({name_, 0, bytes_->offset(), "cannot be read to its end: " + fault});
    }
  }
  return false;
}

}  // namespace rasd
