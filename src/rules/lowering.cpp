#include "rules/lowering.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <mutex>

#include "rules/vocabulary.hpp"

namespace rasd {
namespace {

using Kind = PatternElement::Kind;

// An element with its test's number in the half instead of its names.
struct Node {
  enum class Kind : std::uint8_t { unit, edge, group };
  Kind kind = Kind::unit;
  bool negated = false;
  bool capture = false;
  bool every = false;      // any unit: no test
  std::uint8_t test = 0;
  std::uint8_t min = 1, max = 1;
  std::vector<std::vector<Node>> alternatives;
};

using Windows = std::array<std::uint64_t, kMaxHalfTests>;

// Bit i of `starts`: the row may begin behind i units. The result says likewise where it may end.
std::uint64_t reach(const std::vector<Node>& row, std::uint64_t starts, const Windows& windows, std::uint64_t valid, std::uint64_t edge);

std::uint64_t step(const Node& node, std::uint64_t at, const Windows& windows, std::uint64_t valid, std::uint64_t edge) {
  switch (node.kind) {
    case Node::Kind::edge: return at & edge;
    case Node::Kind::unit: {
      std::uint64_t fits = valid;
      if (!node.every) fits &= node.negated ? ~windows[node.test] : windows[node.test];
      return (at & fits) << 1;
    }
    case Node::Kind::group: {
      std::uint64_t out = 0;
      for (const auto& row : node.alternatives) out |= reach(row, at, windows, valid, edge);
      return out;
    }
  }
  return 0;
}

std::uint64_t reach(const std::vector<Node>& row, std::uint64_t starts, const Windows& windows, std::uint64_t valid, std::uint64_t edge) {
  std::uint64_t at = starts;
  for (const Node& node : row) {
    for (std::uint8_t i = 0; i < node.min && at != 0; ++i) at = step(node, at, windows, valid, edge);
    std::uint64_t more = at;
    for (std::uint8_t i = node.min; i < node.max; ++i) {
      more = step(node, more, windows, valid, edge) & ~at;  // what is new goes on
      if (more == 0) break;
      at |= more;
    }
    if (at == 0) return 0;
  }
  return at;
}

// All byte values below 1 << bits with (or without) a bit, as a class.
std::string byte_class(std::size_t bit, std::size_t bits, bool set) {
  const auto hex = [](unsigned value) {
    const char* digits = "0123456789ABCDEF";
    return std::string("\\x{") + digits[value >> 4] + digits[value & 15] + "}";
  };
  std::string out = "[";
  const unsigned size = 1u << bits;
  const unsigned run = 1u << bit;
  for (unsigned begin = set ? run : 0; begin < size; begin += 2 * run) out += hex(begin) + "-" + hex(begin + run - 1);
  return out + "]";
}

}  // namespace

struct PatternProgram::Half {
  bool reversed = false;
  bool capture = false;
  std::vector<UnitTest> tests;   // the bit of each is its index
  std::vector<Node> row;
  std::string expression;
  int captures = 0;
  mutable std::once_flag compiled;
  mutable std::unique_ptr<re2::RE2> program;

  void write(const std::vector<Node>& nodes, std::string& out) {
    for (const Node& node : nodes) {
      const bool repeated = node.min != 1 || node.max != 1;
      std::string one;
      switch (node.kind) {
        case Node::Kind::edge: one = "\\z"; break;
        case Node::Kind::unit: one = node.every ? "[\\x{00}-\\x{FF}]" : byte_class(node.test, tests.size(), !node.negated); break;
        case Node::Kind::group:
          one = "(?:";
          for (std::size_t i = 0; i < node.alternatives.size(); ++i) {
            if (i > 0) one += '|';
            write(node.alternatives[i], one);
          }
          one += ')';
          break;
      }
      if (node.capture) {
        one = "(" + one + ")";
        ++captures;
      }
      out += one;
      if (repeated) out += "{" + std::to_string(node.min) + "," + std::to_string(node.max) + "}?";
    }
  }

  struct View {
    Windows windows{};
    std::uint32_t units = 0;
    bool cut = false;  // the clause goes on behind the reach
  };

  View view(const ClauseMasks& masks, UnitRange trigger) const {
    View out;
    const std::uint32_t available = reversed ? trigger.begin : masks.size() - trigger.end;
    out.units = std::min(available, kReach);
    out.cut = available > kReach;
    for (std::size_t i = 0; i < tests.size(); ++i) {
      out.windows[i] = reversed ? masks.backward(tests[i], static_cast<int>(trigger.begin)) : masks.forward(tests[i], static_cast<int>(trigger.end));
    }
    return out;
  }

  bool gate(const View& seen) const {
    const std::uint64_t valid = (std::uint64_t{1} << seen.units) - 1;
    const std::uint64_t edge = seen.cut ? 0 : std::uint64_t{1} << seen.units;
    return reach(row, 1, seen.windows, valid, edge) != 0;
  }

  // The distance of the argument from the trigger; kNoUnit where there is no match or no argument.
  std::uint32_t run(const View& seen, std::string& bytes, bool& matched) const {
    std::call_once(compiled, [this] {
      re2::RE2::Options options(re2::RE2::Latin1);
      options.set_dot_nl(true);
      options.set_log_errors(false);
      options.set_max_mem(1 << 20);
      program = std::make_unique<re2::RE2>(expression, options);
    });
    matched = false;
    if (!program->ok()) return kNoUnit;
    bytes.assign(seen.units, '\0');
    for (std::size_t t = 0; t < tests.size(); ++t) {
      for (std::uint64_t left = seen.windows[t] & ((std::uint64_t{1} << seen.units) - 1); left != 0; left &= left - 1) {
        bytes[static_cast<std::size_t>(__builtin_ctzll(left))] |= static_cast<char>(1u << t);
      }
    }
    // One more byte stands behind a cut clause, outside the searched part: `\z` cannot match there.
    if (seen.cut) bytes.push_back('\0');
    re2::StringPiece found[1 + kReach];
    const int wanted = captures == 0 ? 0 : std::min<int>(1 + captures, 1 + static_cast<int>(kReach));
    matched = program->Match(bytes, 0, seen.units, re2::RE2::ANCHOR_START, found, wanted);
    if (!matched) return kNoUnit;
    for (int i = 1; i < wanted; ++i) {
      if (found[i].data() != nullptr) return static_cast<std::uint32_t>(found[i].data() - bytes.data());
    }
    return kNoUnit;
  }
};

UnitTest unit_test_of(const PatternElement& element, ArgumentType argument, const ListResolver& resolve,
                      const std::vector<std::string>& known_lists, const std::string& file, std::uint32_t line, Diagnostics& faults) {
  UnitTest test;
  test.negated = element.negated;
  test.proclitics = element.proclitics;
  for (const std::string& name : element.lists) {
    const ListId list = resolve(name);
    if (list == kNoList) {
      faults.push_back({"R080", file, line, element.column, "unknown list '" + name + "'",
                        did_you_mean(name, known_lists, "lists are defined in *.lst files and list blocks")});
    } else {
      test.lists.push_back(list);
    }
  }
  std::sort(test.lists.begin(), test.lists.end());
  test.lists.erase(std::unique(test.lists.begin(), test.lists.end()), test.lists.end());
  const bool free_of_preposition = !element.any_preposition && (element.proclitics & kAnyPreposition) == 0;
  switch (element.kind) {
    case Kind::argument:
      test.kind = UnitTest::Kind::type;
      test.type = argument;
      test.no_preposition = free_of_preposition;
      break;
    case Kind::type:
      test.kind = UnitTest::Kind::type;
      test.type = element.type;
      test.no_preposition = free_of_preposition && !element.negated;
      break;
    case Kind::lists: test.kind = UnitTest::Kind::lists; break;
    case Kind::unit_class:
      test.kind = UnitTest::Kind::unit_class;
      test.unit_class = element.unit_class;
      break;
    case Kind::any:
      test.kind = element.min != 1 || element.max != 1 ? UnitTest::Kind::gap : UnitTest::Kind::any;
      for (ArgumentType type : element.barrier_types) test.barrier_types |= static_cast<std::uint8_t>(1u << static_cast<int>(type));
      for (UnitClass unit_class : element.barrier_classes) test.barrier_classes |= 1u << static_cast<int>(unit_class);
      break;
    case Kind::trigger:
    case Kind::group: break;
  }
  return test;
}

namespace {

// Builds the node rows of one half and collects its tests.
class HalfBuilder {
 public:
  HalfBuilder(const Pattern& pattern, ArgumentType argument, const ListResolver& resolve, const std::vector<std::string>& known, bool reversed,
              Diagnostics& faults)
      : pattern_(pattern), argument_(argument), resolve_(resolve), known_(known), reversed_(reversed), faults_(faults) {}

  std::vector<Node> row(const std::vector<PatternElement>& elements, std::size_t begin, std::size_t end) {
    std::vector<Node> out;
    for (std::size_t i = begin; i < end; ++i) out.push_back(node(elements[i]));
    if (reversed_) std::reverse(out.begin(), out.end());
    return out;
  }

  // Orders the tests: those that stand in gaps last, which gives them the top bits. Renumbers the nodes.
  std::vector<UnitTest> finish(std::vector<Node>& nodes) {
    std::vector<std::uint8_t> order(tests_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint8_t>(i);
    std::stable_sort(order.begin(), order.end(), [&](std::uint8_t a, std::uint8_t b) { return repeats_[a] < repeats_[b]; });
    std::vector<UnitTest> sorted;
    std::vector<std::uint8_t> number(tests_.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      sorted.push_back(tests_[order[i]]);
      number[order[i]] = static_cast<std::uint8_t>(i);
    }
    renumber(nodes, number);
    return sorted;
  }

  [[nodiscard]] std::size_t test_count() const { return tests_.size(); }
  [[nodiscard]] bool has_argument() const { return has_argument_; }

 private:
  Node node(const PatternElement& element) {
    Node out;
    out.min = element.min;
    out.max = element.max;
    if (element.kind == Kind::group) {
      out.kind = Node::Kind::group;
      for (const auto& alternative : element.alternatives) out.alternatives.push_back(row(alternative, 0, alternative.size()));
      return out;
    }
    if (element.kind == Kind::unit_class && (element.unit_class == UnitClass::clause_start || element.unit_class == UnitClass::clause_end)) {
      out.kind = Node::Kind::edge;
      return out;
    }
    UnitTest test = unit_test_of(element, argument_, resolve_, known_, pattern_.file, pattern_.line, faults_);
    if (element.kind == Kind::argument) {
      out.capture = true;
      has_argument_ = true;
    }
    if (test == UnitTest{}) {
      out.every = true;
      return out;
    }
    if (test.negated && test.proclitics == 0) {  // X and !X share a bit
      out.negated = true;
      test.negated = false;
    }
    const auto found = std::find(tests_.begin(), tests_.end(), test);
    out.test = static_cast<std::uint8_t>(std::min<std::size_t>(static_cast<std::size_t>(found - tests_.begin()), 255));
    if (found == tests_.end()) {
      tests_.push_back(std::move(test));
      repeats_.push_back(0);
    }
    if (out.test < repeats_.size()) repeats_[out.test] += static_cast<std::uint32_t>(out.max - 1);
    return out;
  }

  static void renumber(std::vector<Node>& nodes, const std::vector<std::uint8_t>& number) {
    for (Node& node : nodes) {
      if (node.kind == Node::Kind::unit && !node.every && node.test < number.size()) node.test = number[node.test];
      for (auto& alternative : node.alternatives) renumber(alternative, number);
    }
  }

  const Pattern& pattern_;
  ArgumentType argument_;
  const ListResolver& resolve_;
  const std::vector<std::string>& known_;
  bool reversed_;
  Diagnostics& faults_;
  std::vector<UnitTest> tests_;
  std::vector<std::uint32_t> repeats_;
  bool has_argument_ = false;
};

}  // namespace

PatternProgram::PatternProgram() = default;
PatternProgram::~PatternProgram() = default;

std::unique_ptr<PatternProgram> PatternProgram::lower(const Pattern& pattern, std::optional<ArgumentType> argument, const ListResolver& resolve,
                                                      const std::vector<std::string>& known_lists, Diagnostics& faults) {
  const std::size_t faults_before = faults.size();
  const auto& elements = pattern.elements;
  const auto trigger = std::find_if(elements.begin(), elements.end(), [](const PatternElement& e) { return e.kind == Kind::trigger; });
  const auto cut = static_cast<std::size_t>(trigger - elements.begin());
  std::unique_ptr<PatternProgram> program(new PatternProgram());
  if (trigger != elements.end()) program->trigger_proclitics_ = trigger->proclitics;

  const auto half = [&](std::size_t begin, std::size_t end, bool reversed) -> std::unique_ptr<Half> {
    if (begin >= end) return nullptr;
    HalfBuilder builder(pattern, argument.value_or(ArgumentType::any), resolve, known_lists, reversed, faults);
    auto out = std::make_unique<Half>();
    out->reversed = reversed;
    out->row = builder.row(elements, begin, end);
    out->capture = builder.has_argument();
    if (builder.test_count() > kMaxHalfTests) {
      faults.push_back({"R058", pattern.file, pattern.line, elements[begin].column,
                        std::string("the part ") + (reversed ? "before" : "behind") + " TRIGGER has " + std::to_string(builder.test_count()) +
                            " different tests: " + pattern.text,
                        "at most 8; name lists together, {a|b}, or write two lines"});
      return nullptr;
    }
    out->tests = builder.finish(out->row);
    out->write(out->row, out->expression);
    return out;
  };
  program->before_ = half(0, cut, true);
  program->behind_ = half(std::min(cut + 1, elements.size()), elements.size(), false);
  if (faults.size() != faults_before) return nullptr;
  return program;
}

PatternProgram::Outcome PatternProgram::match(const ClauseMasks& masks, UnitRange trigger, std::string& bytes) const {
  if (trigger_proclitics_ != 0) {
    UnitTest carries;
    carries.proclitics = trigger_proclitics_;
    if (!masks.test(carries, trigger.begin)) return {};
  }
  Half::View before;
  Half::View behind;
  if (before_ && !before_->gate(before = before_->view(masks, trigger))) return {};
  if (behind_ && !behind_->gate(behind = behind_->view(masks, trigger))) return {};
  Outcome out{true, kNoUnit};
  bool matched = true;
  if (before_ && before_->capture) {
    const std::uint32_t distance = before_->run(before, bytes, matched);
    if (distance != kNoUnit) out.argument = trigger.begin - 1 - distance;
  } else if (behind_ && behind_->capture) {
    const std::uint32_t distance = behind_->run(behind, bytes, matched);
    if (distance != kNoUnit) out.argument = trigger.end + distance;
  }
  out.matched = matched;
  return out;
}

PatternProgram::Outcome PatternProgram::match_by_re2(const ClauseMasks& masks, UnitRange trigger, std::string& bytes) const {
  UnitTest carries;
  carries.proclitics = trigger_proclitics_;
  if (trigger_proclitics_ != 0 && !masks.test(carries, trigger.begin)) return {};
  Outcome out{true, kNoUnit};
  for (const Half* half : {before_.get(), behind_.get()}) {
    if (half == nullptr) continue;
    bool matched = false;
    const std::uint32_t distance = half->run(half->view(masks, trigger), bytes, matched);
    if (!matched) return {};
    if (distance != kNoUnit) out.argument = half->reversed ? trigger.begin - 1 - distance : trigger.end + distance;
  }
  return out;
}

bool PatternProgram::gate(const ClauseMasks& masks, UnitRange trigger) const {
  UnitTest carries;
  carries.proclitics = trigger_proclitics_;
  if (trigger_proclitics_ != 0 && !masks.test(carries, trigger.begin)) return false;
  return (!before_ || before_->gate(before_->view(masks, trigger))) && (!behind_ || behind_->gate(behind_->view(masks, trigger)));
}

std::pair<std::string, std::string> PatternProgram::expressions() const {
  return {before_ ? before_->expression : "", behind_ ? behind_->expression : ""};
}

}  // namespace rasd
