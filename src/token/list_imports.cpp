// Word lists and one another: lists that extend or replace others, then imports.
#include <algorithm>
#include <map>

#include "text/table_reader.hpp"
#include "token/word_list.hpp"

namespace rasd {
namespace {

Diagnostic fault_of(const WordList& list, const char* code, std::string message, std::string hint = {}) {
  return {code, list.file, list.line, 1, std::move(message), std::move(hint)};
}

std::string nearest_hint(const std::string& name, const std::vector<std::string>& names) {
  const std::string nearest = nearest_name(name, names);
  return nearest.empty() ? std::string() : "did you mean \"" + nearest + "\"?";
}

// Puts the items of a list that extends another behind those of the other.
void extend(WordList& base, WordList& more) {
  for (ListItem& item : more.items) {
    if (more.pos_given && more.pos != base.pos && item.pos == Pos::unknown) item.pos = more.pos;
    base.items.push_back(std::move(item));
  }
  base.imports.insert(base.imports.end(), more.imports.begin(), more.imports.end());
  base.derive_masdars = base.derive_masdars || more.derive_masdars;
  base.derive_participles = base.derive_participles || more.derive_participles;
}

void join_lists(std::vector<WordList>& lists, Diagnostics& faults) {
  const auto own = [](const WordList& list) { return list.mode == ListMode::own; };
  if (std::all_of(lists.begin(), lists.end(), own)) return;
  const auto first_other = std::stable_partition(lists.begin(), lists.end(), own);
  std::map<std::string, WordList*> bases;
  std::vector<std::string> names;
  for (auto list = lists.begin(); list != first_other; ++list) {
    bases.emplace(list->name, &*list);
    names.push_back(list->name);
  }
  for (auto list = first_other; list != lists.end(); ++list) {
    const auto base = bases.find(list->name);
    if (base == bases.end()) {
      faults.push_back(fault_of(*list, "R104",
                                "there is no list \"" + list->name + "\" to " + (list->mode == ListMode::extends ? "extend" : "replace"),
                                nearest_hint(list->name, names)));
    } else if (list->mode == ListMode::extends) {
      extend(*base->second, *list);
    } else {
      *base->second = std::move(*list);
    }
  }
  lists.erase(first_other, lists.end());
}

// Depth-first over imports.
class ImportResolver {
 public:
  ImportResolver(std::vector<WordList>& lists, Diagnostics& faults) : lists_(lists), faults_(faults) {
    state_.assign(lists.size(), State::untouched);
    for (std::size_t i = 0; i < lists.size(); ++i) {
      names_.push_back(lists[i].name);
      const auto [at, fresh] = index_.emplace(lists[i].name, i);
      if (!fresh) {
        const WordList& first = lists[at->second];
        faults.push_back(fault_of(lists[i], "R103", "list \"" + lists[i].name + "\" is defined twice",
                                  "first in " + first.file + ":" + std::to_string(first.line)));
      }
    }
  }

  void resolve(std::size_t i) {
    if (state_[i] != State::untouched) return;
    state_[i] = State::open;
    for (const std::string& name : lists_[i].imports) {
      const auto at = index_.find(name);
      if (at == index_.end()) {
        faults_.push_back(fault_of(lists_[i], "R101", "list \"" + lists_[i].name + "\" imports \"" + name + "\", which does not exist",
                                   nearest_hint(name, names_)));
        continue;
      }
      if (state_[at->second] == State::open) {
        faults_.push_back(fault_of(lists_[i], "R102", "list \"" + lists_[i].name + "\" imports itself through \"" + name + "\""));
        continue;
      }
      resolve(at->second);
      take_over(lists_[at->second], lists_[i]);
    }
    state_[i] = State::done;
  }

 private:
  enum class State : std::uint8_t { untouched, open, done };

  static void take_over(const WordList& from, WordList& to) {
    for (const ListItem& item : from.items) {
      ListItem copy = item;
      if (copy.pos == Pos::unknown && from.pos != to.pos) copy.pos = from.pos;
      to.items.push_back(std::move(copy));
    }
  }

  std::vector<WordList>& lists_;
  Diagnostics& faults_;
  std::vector<State> state_;
  std::vector<std::string> names_;
  std::map<std::string, std::size_t> index_;
};

}  // namespace

void resolve_imports(std::vector<WordList>& lists, Diagnostics& faults) {
  join_lists(lists, faults);
  ImportResolver resolver(lists, faults);
  for (std::size_t i = 0; i < lists.size(); ++i) resolver.resolve(i);
}

}  // namespace rasd
