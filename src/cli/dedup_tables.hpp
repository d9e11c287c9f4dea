// What `rasd dedup` and `rasd block` share.
#pragma once

#include <optional>

#include "cli/messages.hpp"
#include "cli/resources.hpp"
#include "dedup/tables.hpp"

namespace rasd::cli {

void add_dedup_data_option(CLI::App& command, KnowledgeOptions& options);
// Nothing where a table is missing or wrong; it has been said.
std::optional<DedupTables> load_dedup_tables(const KnowledgeOptions& options, Messages& messages);

}  // namespace rasd::cli
