// The tables of the database that rasd writes.
#pragma once

#include <string>

namespace rasd {

[[nodiscard]] std::string sqlite_tables();
// Made when the tables are full, as that is faster.
[[nodiscard]] std::string sqlite_indexes();

}  // namespace rasd
