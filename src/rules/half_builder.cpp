#include "rules/half_builder.hpp"

#include <algorithm>

#include "rules/vocabulary.hpp"

namespace rasd {

using Kind = PatternElement::Kind;

namespace {

std::uint64_t step(const HalfNode& node, std::uint64_t at, const Windows& windows, std::uint64_t valid,
                   std::uint64_t edge) {
  switch (node.kind) {
    case HalfNode::Kind::edge:
      return at & edge;
    case HalfNode::Kind::unit: {
      std::uint64_t fits = valid;
      if (!node.every) fits &= node.negated ? ~windows[node.test] : windows[node.test];
      return (at & fits) << 1;
    }
    case HalfNode::Kind::group: {
      std::uint64_t out = 0;
      for (const auto& row : node.alternatives) out |= reach(row, at, windows, valid, edge);
      return out;
    }
  }
  return 0;
}

}  // namespace

std::uint64_t reach(const std::vector<HalfNode>& row, std::uint64_t starts, const Windows& windows, std::uint64_t valid,
                    std::uint64_t edge) {
  std::uint64_t at = starts;
  for (const HalfNode& node : row) {
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

UnitTest unit_test_of(const PatternElement& element, ArgumentType argument, const ListResolver& resolve,
                      const std::vector<std::string>& known_lists, const std::string& file, std::uint32_t line,
                      Diagnostics& faults) {
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
    case Kind::lists:
      test.kind = UnitTest::Kind::lists;
      break;
    case Kind::unit_class:
      test.kind = UnitTest::Kind::unit_class;
      test.unit_class = element.unit_class;
      break;
    case Kind::any:
      test.kind = element.min != 1 || element.max != 1 ? UnitTest::Kind::gap : UnitTest::Kind::any;
      for (ArgumentType type : element.barrier_types)
        test.barrier_types |= static_cast<std::uint8_t>(1u << static_cast<int>(type));
      for (UnitClass unit_class : element.barrier_classes) test.barrier_classes |= 1u << static_cast<int>(unit_class);
      break;
    case Kind::trigger:
    case Kind::group:
      break;
  }
  return test;
}

namespace {

// Builds the node rows of one half and collects its tests.
class HalfBuilder {
 public:
  HalfBuilder(const Pattern& pattern, ArgumentType argument, const ListResolver& resolve,
              const std::vector<std::string>& known, bool reversed, Diagnostics& faults)
      : pattern_(pattern),
        argument_(argument),
        resolve_(resolve),
        known_(known),
        reversed_(reversed),
        faults_(faults) {}

  std::vector<HalfNode> row(const std::vector<PatternElement>& elements, std::size_t begin, std::size_t end) {
    std::vector<HalfNode> out;
    for (std::size_t i = begin; i < end; ++i) out.push_back(node(elements[i]));
    if (reversed_) std::reverse(out.begin(), out.end());
    return out;
  }

  // Orders the tests: those that stand in gaps last, which gives them the top bits. Renumbers the nodes.
  std::vector<UnitTest> finish(std::vector<HalfNode>& nodes) {
    std::vector<std::uint8_t> order(tests_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint8_t>(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint8_t a, std::uint8_t b) { return repeats_[a] < repeats_[b]; });
    std::vector<UnitTest> sorted;
    std::vector<std::uint8_t> number(tests_.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      sorted.push_back(tests_[order[i]]);
      number[order[i]] = static_cast<std::uint8_t>(i);
    }
    renumber(nodes, number);
    return sorted;
  }

  [[nodiscard]] bool has_argument() const { return has_argument_; }

 private:
  HalfNode node(const PatternElement& element) {
    HalfNode out;
    out.min = element.min;
    out.max = element.max;
    if (element.kind == Kind::group) {
      out.kind = HalfNode::Kind::group;
      for (const auto& alternative : element.alternatives)
        out.alternatives.push_back(row(alternative, 0, alternative.size()));
      return out;
    }
    if (element.kind == Kind::unit_class &&
        (element.unit_class == UnitClass::clause_start || element.unit_class == UnitClass::clause_end)) {
      out.kind = HalfNode::Kind::edge;
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

  static void renumber(std::vector<HalfNode>& nodes, const std::vector<std::uint8_t>& number) {
    for (HalfNode& node : nodes) {
      if (node.kind == HalfNode::Kind::unit && !node.every && node.test < number.size()) node.test = number[node.test];
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

BuiltHalf build_half(const Pattern& pattern, std::size_t begin, std::size_t end, bool reversed, ArgumentType argument,
                     const ListResolver& resolve, const std::vector<std::string>& known_lists, Diagnostics& faults) {
  HalfBuilder builder(pattern, argument, resolve, known_lists, reversed, faults);
  BuiltHalf out;
  out.row = builder.row(pattern.elements, begin, end);
  out.has_argument = builder.has_argument();
  out.tests = builder.finish(out.row);
  return out;
}

}  // namespace rasd
