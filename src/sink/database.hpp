// An SQLite file that is written once, from start to end: one transaction, no journal, as the file only gets its name when whole.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "sink/record_columns.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace rasd {

class Statement {
 public:
  Statement(sqlite3* database, const std::string& sql);
  ~Statement();
  Statement(const Statement&) = delete;  // owns what the library allocated
  Statement& operator=(const Statement&) = delete;

  // Runs it with these values. False where it failed; the database says why.
  bool run(const std::vector<Cell>& values);

 private:
  sqlite3_stmt* statement_ = nullptr;
};

class Database {
 public:
  explicit Database(const std::string& path);
  ~Database();
  Database(const Database&) = delete;  // owns what the library allocated
  Database& operator=(const Database&) = delete;

  bool execute(const std::string& sql);
  // An insert into a table of that many columns. What is there already under the same key stays.
  [[nodiscard]] std::unique_ptr<Statement> insert_into(const std::string& table, std::size_t columns);
  // Whether the last insert added a row.
  [[nodiscard]] bool added() const;
  [[nodiscard]] std::string fault() const;
  // Brings everything to the file. False where that failed.
  bool close();

 private:
  sqlite3* database_ = nullptr;
};

}  // namespace rasd
