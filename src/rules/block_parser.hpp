// Reads the blocks of one rule file. Its parts: rule_blocks.cpp (blocks), rule_lines.cpp (role, include, unless, status
// and implied lines), example_lines.cpp (examples and counter-examples).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/pattern_parser.hpp"
#include "rules/rule_blocks.hpp"

namespace rasd {

class BlockParser {
 public:
  BlockParser(const std::string& file, RuleBlocks& out, Diagnostics& faults)
      : file_(file), out_(out), faults_(faults) {}
  void parse(std::string_view content);

 private:
  struct BecausePlace {
    std::string label;
    SourcePlace place;
  };
  using Parameters = std::vector<std::string>;

  void disable_line();
  void extends_line();
  void types_block();
  void roles_block();
  void rule_block();
  void status_block();

  // "KEYWORD NAME": the name, checked; empty after a fault. `rest` and `column` are what stands behind it.
  std::string block_name(const SourceLine& line, std::string_view& rest, std::uint32_t& column);
  void nothing_behind(const SourceLine& line, std::string_view rest, std::uint32_t column);
  void skip_body();
  // Calls `handle` for each line of the block's body; lines at another indent than the first one are reported, unless
  // `handle` took them.
  template <class Handle>
  void body(Handle handle);

  void rule_line(const SourceLine& line, RuleBlock& block, std::vector<BecausePlace>& becauses, bool& has_trigger);
  void role_line(const SourceLine& line, const std::string& origin, const Parameters* parameters,
                 std::vector<RoleEntry>& entries);
  void include_line(const SourceLine& line, const Parameters* parameters, std::vector<RoleEntry>& entries);
  bool check_include_argument(const std::string& argument, const Parameters* parameters, const SourcePlace& where);
  void unless_line(const SourceLine& line, std::vector<LabelledPattern>& unless);
  void status_line(const SourceLine& line, std::vector<StatusLine>& statuses);
  void implied_line(const SourceLine& line, std::vector<Role>& implied);
  std::optional<Status> status_value(const SourceLine& line, const std::string& name, std::uint32_t column);

  // `of_rule`: not of a status block, which has no event.
  Example example_block(const SourceLine& head, bool of_rule, std::vector<std::pair<Role, SourcePlace>>& roles,
                        SourcePlace& because);
  void check_because(const std::vector<BecausePlace>& becauses, const std::vector<LabelledPattern>& unless);

  void unknown_key(const SourceLine& line, const std::vector<std::string>& known, const std::string& where);
  bool needs_value(const SourceLine& line, const std::string& what);
  [[nodiscard]] PatternPlace pattern_place(const SourceLine& line, std::uint32_t column, bool argument = false,
                                           const Parameters* parameters = nullptr) const {
    return {file_, line.number, column, argument, parameters};
  }
  // `column` 0: where the line's text begins.
  [[nodiscard]] SourcePlace place(const SourceLine& line, std::uint32_t column = 0) const {
    return {file_, line.number, column == 0 ? line.indent + 1 : column};
  }
  void fault_at(const SourcePlace& where, const char* code, std::string message, std::string hint = {});
  void fault(const SourceLine& line, const char* code, std::string message, std::string hint = {}) {
    fault_at(place(line), code, std::move(message), std::move(hint));
  }

  const std::string& file_;
  RuleBlocks& out_;
  Diagnostics& faults_;
  std::vector<SourceLine> lines_;
  std::size_t at_ = 0;
};

// Whether a name is made of ASCII letters, digits, '.', '_', '-'.
[[nodiscard]] bool is_identifier(std::string_view name);
// The first word of `text`; `text` becomes what stands behind it, `column` moves along.
std::string_view take_word(std::string_view& text, std::uint32_t& column);
// Column of what stands behind the key; behind the key itself where nothing does.
[[nodiscard]] std::uint32_t rest_column(const SourceLine& line);

}  // namespace rasd
