#include "sink/database.hpp"

#include <sqlite3.h>

namespace rasd {

Statement::Statement(sqlite3* database, const std::string& sql) {
  sqlite3_prepare_v2(database, sql.c_str(), -1, &statement_, nullptr);
}

Statement::~Statement() { sqlite3_finalize(statement_); }

bool Statement::run(const std::vector<Cell>& values) {
  if (statement_ == nullptr) return false;
  int column = 0;
  for (const Cell& value : values) {
    ++column;
    if (const auto* text = std::get_if<std::string>(&value)) {
      sqlite3_bind_text64(statement_, column, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
      sqlite3_bind_int64(statement_, column, *integer);
    } else if (const auto* number = std::get_if<double>(&value)) {
      sqlite3_bind_double(statement_, column, *number);
    } else {
      sqlite3_bind_null(statement_, column);
    }
  }
  const bool done = sqlite3_step(statement_) == SQLITE_DONE;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  return done;
}

Database::Database(const std::string& path) {
  sqlite3_open_v2(path.c_str(), &database_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  execute("pragma journal_mode = off; pragma synchronous = off; pragma locking_mode = exclusive; begin");
}

Database::~Database() { sqlite3_close_v2(database_); }

bool Database::execute(const std::string& sql) {
  return sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

std::unique_ptr<Statement> Database::insert_into(const std::string& table, std::size_t columns) {
  std::string sql = "insert or ignore into " + table + " values (";
  for (std::size_t i = 0; i < columns; ++i) sql += i == 0 ? "?" : ", ?";
  return std::make_unique<Statement>(database_, sql + ')');
}

bool Database::added() const { return sqlite3_changes(database_) > 0; }

std::string Database::fault() const { return database_ == nullptr ? "out of memory" : sqlite3_errmsg(database_); }

bool Database::close() {
  if (!execute("commit")) return false;
  const bool closed = sqlite3_close(database_) == SQLITE_OK;
  if (closed) database_ = nullptr;
  return closed;
}

}  // namespace rasd
