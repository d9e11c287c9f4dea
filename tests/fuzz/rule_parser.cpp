// Rule parser: any bytes give rules or faults, the same each time; faults say where they are and what to do, and what
// parses without a fault is whole and can be lowered.
#include "rules/rule_parser.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "fuzz.hpp"
#include "rules/lowering.hpp"
#include "text/utf8.hpp"

namespace rasd::fuzz {
namespace {

struct Parsed {
  RuleSource source;
  Diagnostics faults;
};

Parsed parse(std::string_view content) {
  Parsed out;
  RuleParser parser;
  parser.parse(content, "fuzz.rules");
  out.source = parser.finish(out.faults);
  resolve_imports(out.source.lists, out.faults);
  return out;
}

void check_fault(const Diagnostic& fault, std::size_t lines) {
  const std::string text = fault.to_string();
  check(fault.code.size() == 4 && (fault.code[0] == 'R' || fault.code[0] == 'L'), "an unknown code: " + text);
  check(fault.file == "fuzz.rules", "a fault of no file: " + text);
  check(fault.line >= 1 && fault.line <= lines, "a fault outside the file: " + text);
  check(!fault.message.empty(), "a fault without a message: " + text);
  check(is_valid_utf8(text), "a message is no UTF-8");
}

bool stands_trigger_once(const Pattern& pattern) {
  const auto triggers =
      std::count_if(pattern.elements.begin(), pattern.elements.end(),
                    [](const PatternElement& e) { return e.kind == PatternElement::Kind::trigger; });
  return triggers == 1 && std::all_of(pattern.or_else.begin(), pattern.or_else.end(), stands_trigger_once);
}

// Lowers the patterns of a file over the lists that it defines itself.
class Lowered {
 public:
  explicit Lowered(const RuleSource& source) {
    for (const WordList& list : source.lists) names_.push_back(list.name);
  }
  void pattern(const Pattern& pattern, std::optional<ArgumentType> argument) {
    check(stands_trigger_once(pattern), "a pattern without its trigger: " + pattern.text);
    Diagnostics faults;
    const auto program = PatternProgram::lower(
        pattern, argument,
        [this](std::string_view name) {
          const auto found = std::find(names_.begin(), names_.end(), name);
          return found == names_.end() ? kNoList : static_cast<ListId>(found - names_.begin());
        },
        names_, tests_, faults);
    check((program != nullptr) == faults.empty(), "neither a program nor a fault: " + pattern.text);
    for (const Diagnostic& fault : faults)
      check(fault.code == "R058" || fault.code == "R080", "an unexpected fault: " + fault.to_string());
  }

 private:
  std::vector<std::string> names_;
  TestTable tests_;
};

}  // namespace

// The lines of the project's own rule files, and what lines are made of.
const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> out;
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(RASD_SOURCE_DIR "/rules")) {
      if (entry.path().extension() == ".rules") paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    for (const std::string& path : paths) {
      std::ifstream file(path, std::ios::binary);
      for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line[0] != '#') out.push_back("\n" + line + "\n");
      }
    }
    std::vector<std::string> signs = {
        "TRIGGER", "@", "_{0,3}", "{a.b}", "{a|b}", "[Actor]", "[Place]", "<finite>", "<clause_start>", "(", ")", "|", "!",
        "_!{a}{0,5}", "b+", "any+", "$x", "?", "*", "{2}", "{0,30}", "\n  ", "\nlist a\n  pos noun\n  قصف\n",
        "\nroles r X\n  role actor?:Actor {$X} @ TRIGGER\n", "\n  include r(a)\n", "\n  include r\n", "\ntypes t\n",
        "\nrule a.b\n  event Attack\n  trigger {a}\n", "\nstatus s\n", "\n  example\n    text قصف\n    trigger قصف\n",
        "\n  counter\n    text قصف\n    because x\n", "\n  unless x TRIGGER {a}\n", "\n  require TRIGGER {a}\n",
        "\n  import a\n", "\n  value 5\n", "\t", "\r\n", "\u202E", "\u200F", "\xFF", "#", "-", ":"};
    const std::size_t lines = out.size();
    for (std::size_t i = 0; i < lines; ++i) out.push_back(signs[i % signs.size()]);
    return out;
  }();
  return all;
}

void fuzz_one(const std::uint8_t* data, std::size_t size) {
  const std::string_view content = as_text(data, size);
  const Parsed parsed = parse(content);
  const Parsed again = parse(content);
  check(parsed.faults.size() == again.faults.size(), "the faults differ from one time to the next");
  const auto ends = std::count_if(content.begin(), content.end(), [](char c) { return c == '\n' || c == '\r'; });
  for (std::size_t i = 0; i < parsed.faults.size(); ++i) {
    check_fault(parsed.faults[i], static_cast<std::size_t>(ends) + 1);
    check(parsed.faults[i].to_string() == again.faults[i].to_string(), "the faults differ from one time to the next");
  }
  check(parsed.source.rules.size() == again.source.rules.size(), "the rules differ from one time to the next");
  if (!parsed.faults.empty()) return;

  Lowered lowered(parsed.source);
  for (const Rule& rule : parsed.source.rules) {
    check(!rule.id.empty() && !rule.triggers.empty() && !rule.sub_events.empty(), "a rule is not whole: " + rule.id);
    for (const std::string& type : rule.sub_events) check(event_type_of(type) != nullptr, "no sub-event type: " + type);
    for (const RoleLine& role : rule.roles) lowered.pattern(role.pattern, role.type);
    for (const Pattern& pattern : rule.requires_) lowered.pattern(pattern, std::nullopt);
    for (const LabelledPattern& unless : rule.unless) lowered.pattern(unless.pattern, std::nullopt);
    for (const StatusLine& status : rule.statuses) lowered.pattern(status.pattern, std::nullopt);
  }
  for (const StatusRule& status : parsed.source.statuses) {
    for (const Pattern& pattern : status.patterns) lowered.pattern(pattern, std::nullopt);
    for (const LabelledPattern& unless : status.unless) lowered.pattern(unless.pattern, std::nullopt);
  }
}

}  // namespace rasd::fuzz
