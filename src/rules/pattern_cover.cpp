#include "rules/pattern_cover.hpp"

#include <algorithm>

#include "rules/pattern_key.hpp"

namespace rasd {
namespace {

using Kind = PatternElement::Kind;

// A gap stops at barriers; a single `_` does not.
bool is_gap(const PatternElement& element) { return element.kind == Kind::any && (element.min != 1 || element.max != 1); }

template <class T>
bool each_in(const std::vector<T>& some, const std::vector<T>& all) {
  return std::all_of(some.begin(), some.end(), [&](const T& one) { return std::find(all.begin(), all.end(), one) != all.end(); });
}

}  // namespace

PatternCover::PatternCover(const std::vector<WordList>& lists) {
  for (const WordList& list : lists) imports_[list.name].insert(list.imports.begin(), list.imports.end());
}

bool PatternCover::covers(const Pattern& wide, const Pattern& narrow) const {
  std::vector<const std::vector<PatternElement>*> rows = {&wide.elements};
  for (const Pattern& other : wide.or_else) rows.push_back(&other.elements);
  const auto covered = [&](const std::vector<PatternElement>& row) {
    return std::any_of(rows.begin(), rows.end(), [&](const auto* each) { return covers(*each, row); });
  };
  return covered(narrow.elements) &&
         std::all_of(narrow.or_else.begin(), narrow.or_else.end(), [&](const Pattern& other) { return covered(other.elements); });
}

bool PatternCover::covers(const std::vector<PatternElement>& wide, const std::vector<PatternElement>& narrow) const {
  return std::equal(wide.begin(), wide.end(), narrow.begin(), narrow.end(),
                    [&](const PatternElement& a, const PatternElement& b) { return covers(a, b); });
}

bool PatternCover::covers(const PatternElement& wide, const PatternElement& narrow) const {
  if (wide.kind != narrow.kind || wide.negated != narrow.negated) return false;
  if (wide.proclitics != narrow.proclitics || wide.any_preposition != narrow.any_preposition) return false;
  if (wide.min > narrow.min || wide.max < narrow.max) return false;
  switch (wide.kind) {
    case Kind::lists:
      return wide.negated ? within(wide.lists, narrow.lists) : within(narrow.lists, wide.lists);
    case Kind::any:  // the fewer barriers, the wider
      return is_gap(wide) == is_gap(narrow) && within(wide.lists, narrow.lists) && each_in(wide.barrier_types, narrow.barrier_types) &&
             each_in(wide.barrier_classes, narrow.barrier_classes);
    case Kind::type:
      return wide.type == narrow.type;
    case Kind::unit_class:
      return wide.unit_class == narrow.unit_class;
    case Kind::trigger:
    case Kind::argument:
      return true;
    case Kind::group:
      return pattern_key({wide}) == pattern_key({narrow});
  }
  return false;
}

bool PatternCover::within(const std::vector<std::string>& narrow, const std::vector<std::string>& wide) const {
  Names known;
  for (const std::string& list : wide) add_with_imports(list, known);
  return std::all_of(narrow.begin(), narrow.end(), [&](const std::string& list) { return known.count(list) != 0; });
}

void PatternCover::add_with_imports(const std::string& list, Names& out) const {
  if (!out.insert(list).second) return;
  const auto imports = imports_.find(list);
  if (imports == imports_.end()) return;
  for (const std::string& name : imports->second) add_with_imports(name, out);
}

}  // namespace rasd
