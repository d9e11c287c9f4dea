#include "rules/lowering.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <mutex>

#include "rules/half_builder.hpp"
#include "text/snapshot.hpp"

namespace rasd {
namespace {

using Kind = PatternElement::Kind;

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

struct alignas(64) PatternProgram::Half {
  // What each trigger asks for shares a line of the processor's cache.
  std::array<TestId, kMaxHalfTests> ids{};
  std::vector<UnitTest> tests;  // the bit of each is its index
  std::uint8_t size = 0;        // how many
  std::uint8_t needed = 0;      // bits of tests that hold for some unit of every match
  bool reversed = false;
  bool capture = false;
  std::vector<HalfNode> row;
  mutable std::once_flag compiled;
  mutable std::unique_ptr<re2::RE2> program;
  mutable int captures = 0;

  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(reversed, capture, size, tests, ids, needed, row);
  }

  // Appends the row as an expression; gives its groups that capture.
  int write(const std::vector<HalfNode>& nodes, std::string& out) const {
    int groups = 0;
    for (const HalfNode& node : nodes) {
      const bool repeated = node.min != 1 || node.max != 1;
      std::string one;
      switch (node.kind) {
        case HalfNode::Kind::edge:
          one = "\\z";
          break;
        case HalfNode::Kind::unit:
          one = node.every ? "[\\x{00}-\\x{FF}]" : byte_class(node.test, tests.size(), !node.negated);
          break;
        case HalfNode::Kind::group:
          one = "(?:";
          for (std::size_t i = 0; i < node.alternatives.size(); ++i) {
            if (i > 0) one += '|';
            groups += write(node.alternatives[i], one);
          }
          one += ')';
          break;
      }
      if (node.capture) {
        one = "(" + one + ")";
        ++groups;
      }
      out += one;
      if (repeated) out += "{" + std::to_string(node.min) + "," + std::to_string(node.max) + "}?";
    }
    return groups;
  }
  [[nodiscard]] std::string expression() const {
    std::string out;
    write(row, out);
    return out;
  }

  struct View {
    Windows windows{};
    std::uint32_t units = 0;
    bool cut = false;  // the clause goes on behind the reach
    [[nodiscard]] std::uint64_t valid() const { return (std::uint64_t{1} << units) - 1; }
  };

  // False where a test that every match needs holds for no unit; the rest of the view is open then.
  bool view(const ClauseMasks& masks, UnitRange trigger, View& out) const {
    const std::uint32_t available = reversed ? trigger.begin : masks.size() - trigger.end;
    out.units = std::min(available, kReach);
    out.cut = available > kReach;
    const auto window = [&](std::size_t i) {
      const UnitTest& test = tests.data()[i];
      return reversed ? masks.backward(test, ids[i], trigger.begin) : masks.forward(test, ids[i], trigger.end);
    };
    for (unsigned left = needed; left != 0; left &= left - 1) {
      const auto i = static_cast<std::size_t>(__builtin_ctz(left));
      out.windows[i] = window(i);
      if ((out.windows[i] & out.valid()) == 0) return false;
    }
    for (std::size_t i = 0; i < size; ++i) {
      if (((needed >> i) & 1u) == 0) out.windows[i] = window(i);
    }
    return true;
  }

  bool gate(const View& seen) const {
    const std::uint64_t edge = seen.cut ? 0 : std::uint64_t{1} << seen.units;
    return reach(row, 1, seen.windows, seen.valid(), edge) != 0;
  }

  // The node that nothing gets past, and how many units the nodes before it reach; false where all are passed.
  bool stop(const ClauseMasks& masks, UnitRange trigger, std::size_t& node, std::uint32_t& units) const {
    View seen;
    static_cast<void>(view(masks, trigger, seen));
    for (std::size_t i = 0; i < tests.size(); ++i) {  // view() leaves some open where it can say no at once
      seen.windows[i] = reversed ? masks.backward(tests[i], ids[i], trigger.begin) : masks.forward(tests[i], ids[i], trigger.end);
    }
    const std::uint64_t edge = seen.cut ? 0 : std::uint64_t{1} << seen.units;
    std::uint64_t at = 1;
    for (node = 0; node < row.size(); ++node) {
      const std::uint64_t next = reach({row[node]}, at, seen.windows, seen.valid(), edge);
      if (next == 0) {
        units = static_cast<std::uint32_t>(63 - __builtin_clzll(at));
        return true;
      }
      at = next;
    }
    return false;
  }

  bool gate(const ClauseMasks& masks, UnitRange trigger, View& out) const {
    return view(masks, trigger, out) && gate(out);
  }

  // The distance of the argument from the trigger; kNoUnit where there is no match or no argument.
  std::uint32_t run(const View& seen, std::string& bytes, bool& matched) const {
    std::call_once(compiled, [this] {
      std::string expression;
      captures = write(row, expression);
      re2::RE2::Options options(re2::RE2::Latin1);
      options.set_dot_nl(true);
      options.set_log_errors(false);
      options.set_max_mem(1 << 20);
      program = std::make_unique<re2::RE2>(expression, options);
      if (program->error_code() == re2::RE2::ErrorPatternTooLarge) {  // seldom, and must not go unmatched
        options.set_max_mem(64 << 20);
        program = std::make_unique<re2::RE2>(expression, options);
      }
    });
    matched = false;
    if (!program->ok()) return kNoUnit;
    bytes.assign(seen.units, '\0');
    for (std::size_t t = 0; t < tests.size(); ++t) {
      for (std::uint64_t left = seen.windows[t] & seen.valid(); left != 0; left &= left - 1) {
        bytes[static_cast<std::size_t>(__builtin_ctzll(left))] |= static_cast<char>(1u << t);
      }
    }
    // One more byte stands behind a cut clause, outside the searched part: `\z` cannot match there.
    if (seen.cut) bytes.push_back('\0');
    // One group an alternative with `@`; there are seldom more than a few.
    re2::StringPiece few[1 + kReach];
    std::vector<re2::StringPiece> many;
    const int wanted = captures == 0 ? 0 : 1 + captures;
    if (wanted > static_cast<int>(std::size(few))) many.resize(static_cast<std::size_t>(wanted));
    re2::StringPiece* const found = many.empty() ? few : many.data();
    matched = program->Match(bytes, 0, seen.units, re2::RE2::ANCHOR_START, found, wanted);
    if (!matched) return kNoUnit;
    for (int i = 1; i < wanted; ++i) {
      if (found[i].data() != nullptr) return static_cast<std::uint32_t>(found[i].data() - bytes.data());
    }
    return kNoUnit;
  }
};

PatternProgram::PatternProgram() = default;
PatternProgram::~PatternProgram() = default;

std::unique_ptr<PatternProgram> PatternProgram::lower(const Pattern& pattern, std::optional<ArgumentType> argument,
                                                      const ListResolver& resolve,
                                                      const std::vector<std::string>& known_lists, TestTable& tests,
                                                      Diagnostics& faults) {
  std::unique_ptr<PatternProgram> first = lower_one(pattern, argument, resolve, known_lists, tests, faults);
  bool complete = first != nullptr;
  PatternProgram* last = first.get();
  for (const Pattern& other : pattern.or_else) {
    std::unique_ptr<PatternProgram> next = lower_one(other, argument, resolve, known_lists, tests, faults);
    complete = complete && next;
    if (!complete) continue;  // the other alternatives' faults are worth knowing
    last->otherwise_ = std::move(next);
    last = last->otherwise_.get();
  }
  return complete ? std::move(first) : nullptr;
}

std::unique_ptr<PatternProgram> PatternProgram::lower_one(const Pattern& pattern, std::optional<ArgumentType> argument,
                                                          const ListResolver& resolve,
                                                          const std::vector<std::string>& known_lists, TestTable& tests,
                                                          Diagnostics& faults) {
  const std::size_t faults_before = faults.size();
  const auto& elements = pattern.elements;
  const auto trigger =
      std::find_if(elements.begin(), elements.end(), [](const PatternElement& e) { return e.kind == Kind::trigger; });
  const auto cut = static_cast<std::size_t>(trigger - elements.begin());
  std::unique_ptr<PatternProgram> program(new PatternProgram());
  if (trigger != elements.end()) program->trigger_proclitics_ = trigger->proclitics;
  program->cut_ = static_cast<std::uint32_t>(cut);

  const auto half = [&](std::size_t begin, std::size_t end, bool reversed) -> std::unique_ptr<Half> {
    if (begin >= end) return nullptr;
    BuiltHalf built =
        build_half(pattern, begin, end, reversed, argument.value_or(ArgumentType::any), resolve, known_lists, faults);
    auto out = std::make_unique<Half>();
    out->reversed = reversed;
    out->row = std::move(built.row);
    out->capture = built.has_argument;
    if (built.tests.size() > kMaxHalfTests) {
      faults.push_back({"R058", pattern.file, pattern.line, elements[begin].column,
                        std::string("the part ") + (reversed ? "before" : "behind") + " TRIGGER has " +
                            std::to_string(built.tests.size()) + " different tests: " + pattern.text,
                        "at most 8; name lists together, {a|b}, or write two lines"});
      return nullptr;
    }
    out->tests = std::move(built.tests);
    for (const UnitTest& test : out->tests) out->ids[out->size++] = tests.id_of(test);
    for (const HalfNode& node : out->row) {
      if (node.kind == HalfNode::Kind::unit && !node.every && !node.negated && node.min > 0) {
        out->needed = static_cast<std::uint8_t>(out->needed | (1u << node.test));
      }
    }
    return out;
  };
  program->before_ = half(0, cut, true);
  program->behind_ = half(std::min(cut + 1, elements.size()), elements.size(), false);
  if (faults.size() != faults_before) return nullptr;
  return program;
}

bool PatternProgram::carries_proclitics(const ClauseMasks& masks, UnitRange trigger) const {
  return (masks.proclitics_of(trigger.begin) & trigger_proclitics_) == trigger_proclitics_;
}

PatternProgram::Outcome PatternProgram::match_one(const ClauseMasks& masks, UnitRange trigger,
                                                  std::string& bytes) const {
  if (!carries_proclitics(masks, trigger)) return {};
  Half::View before;
  Half::View behind;
  if (before_ && !before_->gate(masks, trigger, before)) return {};
  if (behind_ && !behind_->gate(masks, trigger, behind)) return {};
  Outcome out{true, kNoUnit};
  if (before_ && before_->capture) {
    const std::uint32_t distance = before_->run(before, bytes, out.matched);
    if (distance != kNoUnit) out.argument = trigger.begin - 1 - distance;
  } else if (behind_ && behind_->capture) {
    const std::uint32_t distance = behind_->run(behind, bytes, out.matched);
    if (distance != kNoUnit) out.argument = trigger.end + distance;
  }
  return out;
}

PatternProgram::Outcome PatternProgram::match_one_by_re2(const ClauseMasks& masks, UnitRange trigger,
                                                         std::string& bytes) const {
  if (!carries_proclitics(masks, trigger)) return {};
  Outcome out{true, kNoUnit};
  for (const Half* half : {before_.get(), behind_.get()}) {
    if (half == nullptr) continue;
    bool matched = false;
    Half::View seen;
    if (!half->view(masks, trigger, seen)) return {};
    const std::uint32_t distance = half->run(seen, bytes, matched);
    if (!matched) return {};
    if (distance != kNoUnit) out.argument = half->reversed ? trigger.begin - 1 - distance : trigger.end + distance;
  }
  return out;
}

PatternProgram::Outcome PatternProgram::match(const ClauseMasks& masks, UnitRange trigger, std::string& bytes) const {
  for (const PatternProgram* one = this; one != nullptr; one = one->otherwise_.get()) {
    const Outcome out = one->match_one(masks, trigger, bytes);
    if (out.matched) return out;
  }
  return {};
}

PatternProgram::Outcome PatternProgram::match_by_re2(const ClauseMasks& masks, UnitRange trigger,
                                                     std::string& bytes) const {
  for (const PatternProgram* one = this; one != nullptr; one = one->otherwise_.get()) {
    const Outcome out = one->match_one_by_re2(masks, trigger, bytes);
    if (out.matched) return out;
  }
  return {};
}

bool PatternProgram::gate(const ClauseMasks& masks, UnitRange trigger) const {
  Half::View seen;
  for (const PatternProgram* one = this; one != nullptr; one = one->otherwise_.get()) {
    if (one->carries_proclitics(masks, trigger) && (!one->before_ || one->before_->gate(masks, trigger, seen)) &&
        (!one->behind_ || one->behind_->gate(masks, trigger, seen))) {
      return true;
    }
  }
  return false;
}

PatternProgram::Stop PatternProgram::stop_one(const ClauseMasks& masks, UnitRange trigger) const {
  if (!carries_proclitics(masks, trigger)) return {cut_, kNoUnit};
  std::size_t node = 0;
  std::uint32_t units = 0;
  if (before_ && before_->stop(masks, trigger, node, units)) {
    return {cut_ - 1 - static_cast<std::uint32_t>(node), units == 0 ? kNoUnit : trigger.begin - units};
  }
  if (behind_ && behind_->stop(masks, trigger, node, units)) {
    return {cut_ + 1 + static_cast<std::uint32_t>(node), units == 0 ? kNoUnit : trigger.end + units - 1};
  }
  return {};
}

std::vector<PatternProgram::Stop> PatternProgram::stops(const ClauseMasks& masks, UnitRange trigger) const {
  std::vector<Stop> out;
  for (const PatternProgram* one = this; one != nullptr; one = one->otherwise_.get()) out.push_back(one->stop_one(masks, trigger));
  return out;
}

std::pair<std::string, std::string> PatternProgram::expressions() const {
  return {before_ ? before_->expression() : "", behind_ ? behind_->expression() : ""};
}

void PatternProgram::fields(SnapshotWriter& snapshot) { snapshot(before_, behind_, trigger_proclitics_, otherwise_); }
void PatternProgram::fields(SnapshotReader& snapshot) { snapshot(before_, behind_, trigger_proclitics_, otherwise_); }

}  // namespace rasd
