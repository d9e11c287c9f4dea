#include "text/table_reader.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "text/utf8.hpp"

namespace rasd {
namespace {

std::vector<std::string> split_cells(std::string_view line) {
  std::vector<std::string> cells;
  std::size_t begin = 0;
  while (true) {
    const std::size_t tab = line.find('\t', begin);
    std::string_view cell = line.substr(begin, tab == std::string_view::npos ? tab : tab - begin);
    while (!cell.empty() && cell.front() == ' ') cell.remove_prefix(1);
    while (!cell.empty() && cell.back() == ' ') cell.remove_suffix(1);
    cells.emplace_back(cell);
    if (tab == std::string_view::npos) return cells;
    begin = tab + 1;
  }
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

bool is_skipped(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return first == std::string_view::npos || line[first] == '#';
}

}  // namespace

Diagnostic Table::fault(const TableRow& row, std::size_t cell, std::string code, std::string message,
                        std::string hint) const {
  std::size_t column = 1;
  for (std::size_t i = 0; i < cell && i < row.cells.size(); ++i) column += count_points(row.cells[i]) + 1;
  return {std::move(code), file, row.line, static_cast<std::uint32_t>(column), std::move(message), std::move(hint)};
}

Result<Table> read_table(const std::string& path, const std::vector<std::string>& columns) {
  Result<std::string> content = read_file(path);
  if (!content) return content.error();
  Table table;
  table.file = path;
  Diagnostics faults;
  std::string_view rest = *content;
  if (rest.substr(0, 3) == "\xEF\xBB\xBF") rest.remove_prefix(3);
  bool has_header = false;
  for (std::uint32_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (is_skipped(line)) continue;
    if (!is_valid_utf8(line)) {
      faults.push_back({"D004", path, number, 0, "bytes that are no UTF-8", "save the file as UTF-8"});
      continue;
    }
    TableRow row{number, split_cells(line)};
    if (!has_header) {
      has_header = true;
      if (row.cells != columns) {
        return Diagnostic{"D002", path, number, 1, "wrong header row", "expected the columns " + joined(columns)};
      }
      continue;
    }
    while (row.cells.size() > columns.size() && row.cells.back().empty()) row.cells.pop_back();
    if (row.cells.size() > columns.size()) {
      faults.push_back(table.fault(row, columns.size(), "D003",
                                   std::to_string(row.cells.size()) + " cells where the header has " +
                                       std::to_string(columns.size()),
                                   "cells are parted by single tabs"));
      continue;
    }
    row.cells.resize(columns.size());
    table.rows.push_back(std::move(row));
  }
  if (!has_header) {
    faults.push_back({"D002", path, 1, 1, "no header row", "expected the columns " + joined(columns)});
  }
  if (!faults.empty()) return faults;
  return table;
}

Result<std::string> read_file(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return Diagnostic{"D001", path, 0, 0, "cannot be read: it is a directory", "a file is needed here"};
  }
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) return Diagnostic{"D001", path, 0, 0, "cannot be read: no such file, or no right to read it", {}};
  std::string content;
  const auto size = std::filesystem::file_size(path, error);
  if (!error) content.reserve(static_cast<std::size_t>(size) + 1);
  char buffer[1 << 16];
  for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, file.get())) > 0;) content.append(buffer, got);
  if (std::ferror(file.get()) != 0) return Diagnostic{"D001", path, 0, 0, "cannot be read to its end", {}};
  return content;
}

std::vector<std::string> list_files(const std::string& directory, std::string_view extension) { return list_files(directory, {extension}); }

std::vector<std::string> list_files(const std::string& directory, std::initializer_list<std::string_view> extensions) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator walk(directory, fs::directory_options::skip_permission_denied, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    std::error_code ignored;
    if (!walk->is_regular_file(ignored)) continue;
    std::string path = walk->path().generic_string();
    const std::string_view view = path;
    const bool wanted = std::any_of(extensions.begin(), extensions.end(), [&](std::string_view extension) {
      return view.size() > extension.size() && view.substr(view.size() - extension.size()) == extension;
    });
    if (wanted) files.push_back(std::move(path));
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates) {
  std::size_t best = name.size() / 3 + 1;
  std::string nearest;
  std::vector<std::size_t> row;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > name.size() + best || name.size() > candidate.size() + best) continue;
    row.resize(candidate.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= name.size(); ++i) {
      std::size_t diagonal = row[0];
      row[0] = i;
      for (std::size_t j = 1; j < row.size(); ++j) {
        const std::size_t change = diagonal + (name[i - 1] == candidate[j - 1] ? 0 : 1);
        diagonal = row[j];
        row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
      }
    }
    if (row.back() < best) {
      best = row.back();
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace rasd
