// One function a command: declares its options and sets what to run when it was chosen.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace rasd::cli {

using Run = std::function<int()>;

void add_extract_command(CLI::App& app, Run& run);
void add_explain_command(CLI::App& app, Run& run);
void add_rules_command(CLI::App& app, Run& run);
void add_profile_command(CLI::App& rules, Run& run);    // below `rules`
void add_new_rules_command(CLI::App& rules, Run& run);  // below `rules`
void add_lexicon_command(CLI::App& app, Run& run);
void add_lookup_commands(CLI::App& app, Run& run);  // actors, places
void add_merge_command(CLI::App& app, Run& run);
void add_convert_command(CLI::App& app, Run& run);
void add_report_command(CLI::App& app, Run& run);
void add_schema_command(CLI::App& app, Run& run);
void add_validate_command(CLI::App& app, Run& run);
void add_eval_command(CLI::App& app, Run& run);
void add_dedup_command(CLI::App& app, Run& run);
void add_block_command(CLI::App& app, Run& run);
void add_layer_commands(CLI::App& app, Run& run);  // tokens, sentences, mentions

}  // namespace rasd::cli
