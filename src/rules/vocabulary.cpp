#include "rules/vocabulary.hpp"

#include <algorithm>

namespace rasd {
namespace {

template <class T>
struct Named {
  const char* name;
  T value;
};

constexpr Named<Role> kRoleNames[] = {
    {"actor", Role::actor},         {"target", Role::target},
    {"place", Role::place},         {"other_place", Role::other_place},
    {"date", Role::date},           {"killed", Role::killed},
    {"injured", Role::injured},     {"detained", Role::detained},
    {"abducted", Role::abducted},   {"missing", Role::missing},
    {"displaced", Role::displaced}, {"weapon", Role::weapon},
    {"reporter", Role::reporter},
};

constexpr Named<ArgumentType> kTypeNames[] = {
    {"Actor", ArgumentType::actor}, {"Place", ArgumentType::place},   {"Date", ArgumentType::date},
    {"Count", ArgumentType::count}, {"Number", ArgumentType::number}, {"Weapon", ArgumentType::weapon},
    {"Any", ArgumentType::any},
};

constexpr Named<UnitClass> kClassNames[] = {
    {"verb", UnitClass::verb},
    {"noun", UnitClass::noun},
    {"adjective", UnitClass::adjective},
    {"particle", UnitClass::particle},
    {"finite", UnitClass::finite},
    {"passive", UnitClass::passive},
    {"active", UnitClass::active},
    {"plural", UnitClass::plural},
    {"dual", UnitClass::dual},
    {"singular", UnitClass::singular},
    {"feminine", UnitClass::feminine},
    {"masculine", UnitClass::masculine},
    {"article", UnitClass::article},
    {"punct", UnitClass::punct},
    {"comma", UnitClass::comma},
    {"quote", UnitClass::quote},
    {"number", UnitClass::number},
    {"word", UnitClass::word},
    {"clause_start", UnitClass::clause_start},
    {"clause_end", UnitClass::clause_end},
};

constexpr Named<Status> kStatusNames[] = {
    {"asserted", Status::asserted},   {"claimed", Status::claimed}, {"alleged", Status::alleged},
    {"denied", Status::denied},       {"planned", Status::planned}, {"foiled", Status::foiled},
    {"aggregate", Status::aggregate},
};

template <class T, std::size_t N>
std::optional<T> find(const Named<T> (&table)[N], std::string_view name) {
  for (const Named<T>& row : table) {
    if (name == row.name) return row.value;
  }
  return std::nullopt;
}

template <class T, std::size_t N>
std::vector<std::string> names(const Named<T> (&table)[N]) {
  std::vector<std::string> out;
  for (const Named<T>& row : table) out.emplace_back(row.name);
  return out;
}

template <class T, std::size_t N>
const char* name_of(const Named<T> (&table)[N], T value) {
  for (const Named<T>& row : table) {
    if (row.value == value) return row.name;
  }
  return "";
}

}  // namespace

std::optional<Role> role_named(std::string_view name) {
  return find(kRoleNames, name);
}
std::optional<ArgumentType> argument_type_named(std::string_view name) {
  return find(kTypeNames, name);
}
std::optional<UnitClass> unit_class_named(std::string_view name) {
  return find(kClassNames, name);
}
std::optional<Status> status_named(std::string_view name) {
  return find(kStatusNames, name);
}

std::vector<std::string> role_names() {
  return names(kRoleNames);
}
std::vector<std::string> argument_type_names() {
  return names(kTypeNames);
}
std::vector<std::string> unit_class_names() {
  return names(kClassNames);
}
std::vector<std::string> status_names() {
  return names(kStatusNames);
}

const char* to_string(ArgumentType type) {
  return name_of(kTypeNames, type);
}
const char* to_string(UnitClass unit_class) {
  return name_of(kClassNames, unit_class);
}

namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Insertions, deletions, substitutions and swaps of neighbours; case does not count.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

}  // namespace

std::string did_you_mean(std::string_view name, const std::vector<std::string>& known, std::string otherwise) {
  const std::string wanted = lower(name);
  std::size_t nearest = wanted.size() / 3 + 1;
  const std::string* found = nullptr;
  for (const std::string& candidate : known) {
    const std::size_t here = distance(wanted, lower(candidate));
    if (here < nearest ||
        (here == nearest && found == nullptr && here <= std::max<std::size_t>(1, wanted.size() / 3))) {
      nearest = here;
      found = &candidate;
    }
  }
  return found == nullptr ? otherwise : "did you mean " + *found + "?";
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

}  // namespace rasd
