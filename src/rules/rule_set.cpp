#include "rules/rule_set.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "rules/lowering.hpp"
#include "rules/pattern_item.hpp"
#include "rules/pattern_key.hpp"
#include "rules/trigger_index.hpp"
#include "text/snapshot.hpp"

namespace rasd {
namespace {

// The sets of lists that every match of the pattern takes a word or phrase of.
void add_needs(const Pattern& pattern, const ListResolver& resolve, std::vector<std::vector<ListId>>& needs) {
  if (!pattern.or_else.empty()) return;
  for (const PatternElement& element : pattern.elements) {
    if (element.kind != PatternElement::Kind::lists || element.negated || element.min == 0) continue;
    std::vector<ListId> lists;
    for (const std::string& name : element.lists) lists.push_back(resolve(name));
    // A name that was not resolved is another line's fault; nothing is concluded from it.
    if (!lists.empty() && std::find(lists.begin(), lists.end(), kNoList) == lists.end()) needs.push_back(std::move(lists));
  }
}

using ProgramId = std::uint32_t;

// The programs of a rule, by the order of its lines.
struct CompiledRule {
  std::vector<ProgramId> roles;
  std::vector<ProgramId> requires_;
  std::vector<ProgramId> unless;
  std::vector<ProgramId> statuses;
  std::uint32_t needed = 0;  // 1 << Role: roles that some line names without '?'
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(roles, requires_, unless, statuses, needed);
  }
};

struct CompiledStatus {
  std::vector<ProgramId> patterns;
  std::vector<ProgramId> unless;
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(patterns, unless);
  }
};

}  // namespace

struct RuleSet::Impl {
  RuleSource source;
  std::shared_ptr<const Lexicon> lexicon;
  std::size_t list_count = 0;
  std::vector<std::uint8_t> asked_lists;  // by list: some test names it
  TriggerIndex index;
  std::vector<std::unique_ptr<PatternProgram>> programs;
  std::vector<CompiledRule> rules;
  std::vector<CompiledStatus> statuses;

  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(source, list_count, asked_lists, index, programs, rules, statuses);
  }

  // One clause's matching: the masks and the outcomes that rules share.
  struct Run {
    const Impl& impl;
    MatchScratch& scratch;
    UnitRange trigger;

    PatternProgram::Outcome outcome(ProgramId id) {
      if (scratch.program_epoch[id] == scratch.epoch) {
        const std::uint64_t known = scratch.program_outcome[id];
        return {(known >> 32) != 0, static_cast<std::uint32_t>(known)};
      }
      const PatternProgram::Outcome out = impl.programs[id]->match(scratch.masks, trigger, scratch.bytes);
      scratch.program_epoch[id] = scratch.epoch;
      scratch.program_outcome[id] = (std::uint64_t{out.matched ? 1u : 0u} << 32) | out.argument;
      return out;
    }
    bool matches(ProgramId id) { return outcome(id).matched; }
  };

  void set_status(Run& run, const CompiledRule& compiled, const Rule& rule, RuleMatch& match) const {
    for (std::size_t i = compiled.statuses.size(); i-- > 0;) {
      if (run.matches(compiled.statuses[i])) {
        match.status = rule.statuses[i].status;
        return;
      }
    }
    for (std::size_t i = statuses.size(); i-- > 0;) {
      const auto holds = [&](ProgramId id) { return run.matches(id); };
      if (!std::any_of(statuses[i].patterns.begin(), statuses[i].patterns.end(), holds)) continue;
      if (std::any_of(statuses[i].unless.begin(), statuses[i].unless.end(), holds)) continue;
      match.status = source.statuses[i].value;
      match.status_rule = &source.statuses[i];
      return;
    }
  }

  void explain_statuses(Run& run, MatchTrace::Step& step) const {
    const auto holds = [&](ProgramId id) { return run.matches(id); };
    for (std::size_t i = 0; i < statuses.size(); ++i) {
      if (!std::any_of(statuses[i].patterns.begin(), statuses[i].patterns.end(), holds)) continue;
      const auto stop = std::find_if(statuses[i].unless.begin(), statuses[i].unless.end(), holds);
      const auto label = static_cast<std::size_t>(stop - statuses[i].unless.begin());
      step.statuses.emplace_back(&source.statuses[i],
                                 stop == statuses[i].unless.end() ? "applies" : source.statuses[i].unless[label].label);
    }
  }

  void explain_line(Run& run, ProgramId id, const Pattern& pattern, std::uint32_t first_unit, MatchTrace::Step& step) const {
    const std::vector<PatternProgram::Stop> stops = programs[id]->stops(run.scratch.masks, run.trigger);
    for (std::size_t i = 0; i < stops.size(); ++i) {
      const auto [element, reached] = stops[i];
      const Pattern& one = i == 0 ? pattern : pattern.or_else[i - 1];
      const bool stopped = element < one.elements.size();
      step.stops.push_back({&pattern, stopped ? written_item(pattern, one.elements[element]) : std::string(), reached != kNoUnit,
                            reached != kNoUnit ? first_unit + reached : 0});
    }
  }

  // Which item of which line stopped the rule.
  void explain_stop(Run& run, std::uint32_t number, std::uint32_t first_unit, MatchTrace::Step& step) const {
    const Rule& rule = source.rules[number];
    const CompiledRule& compiled = rules[number];
    for (std::size_t i = 0; i < compiled.unless.size(); ++i) {
      if (run.matches(compiled.unless[i])) return step.stops.push_back({&rule.unless[i].pattern, {}, false, 0});
    }
    for (std::size_t i = 0; i < compiled.requires_.size(); ++i) {
      if (!run.matches(compiled.requires_[i])) return explain_line(run, compiled.requires_[i], rule.requires_[i], first_unit, step);
    }
    const std::uint32_t absent = absent_roles(run, rule, compiled);
    for (std::size_t i = 0; i < compiled.roles.size(); ++i) {
      if (absent != 0 && static_cast<int>(rule.roles[i].role) == __builtin_ctz(absent)) {
        explain_line(run, compiled.roles[i], rule.roles[i].pattern, first_unit, step);
      }
    }
  }

  // Roles that the rule cannot do without and that nothing fills: 1 << Role.
  std::uint32_t absent_roles(Run& run, const Rule& rule, const CompiledRule& compiled) const {
    std::uint32_t absent = compiled.needed;
    for (std::size_t i = 0; i < compiled.roles.size() && absent != 0; ++i) {
      const std::uint32_t bit = 1u << static_cast<int>(rule.roles[i].role);
      if ((absent & bit) == 0) continue;
      const PatternProgram::Outcome found = run.outcome(compiled.roles[i]);
      if (found.matched && found.argument != kNoUnit) absent &= ~bit;
    }
    return absent;
  }

  // Empty where the rule applies, else what stopped it.
  std::string apply(Run& run, std::uint32_t number, std::uint32_t first_unit, RuleMatch& match, bool explain) const {
    const Rule& rule = source.rules[number];
    const CompiledRule& compiled = rules[number];
    // Most rules stop here. Outcomes are remembered, so the order matters to the explanation only.
    if (!explain && absent_roles(run, rule, compiled) != 0) return "role";
    for (std::size_t i = 0; i < compiled.unless.size(); ++i) {
      if (run.matches(compiled.unless[i])) return explain ? "unless " + rule.unless[i].label : "unless";
    }
    for (std::size_t i = 0; i < compiled.requires_.size(); ++i) {
      if (!run.matches(compiled.requires_[i]))
        return explain ? "require line " + std::to_string(rule.requires_[i].line) : "require";
    }
    if (const std::uint32_t absent = explain ? absent_roles(run, rule, compiled) : 0; absent != 0)
      return std::string("role ") + to_string(static_cast<Role>(__builtin_ctz(absent))) + " not found";
    std::uint32_t filled = 0;
    for (std::size_t i = 0; i < compiled.roles.size(); ++i) {
      const RoleLine& line = rule.roles[i];
      const std::uint32_t bit = 1u << static_cast<int>(line.role);
      if ((filled & bit) != 0) continue;
      const PatternProgram::Outcome found = run.outcome(compiled.roles[i]);
      if (!found.matched || found.argument == kNoUnit) continue;
      filled |= bit;
      match.arguments.push_back({line.role, first_unit + found.argument, &line});
    }
    set_status(run, compiled, rule, match);
    return {};
  }
};

RuleSet::RuleSet(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
RuleSet::~RuleSet() = default;

Result<std::shared_ptr<const RuleSet>> RuleSet::build(RuleSource source, std::shared_ptr<const Lexicon> lexicon) {
  auto impl = std::make_unique<Impl>();
  impl->source = std::move(source);
  impl->lexicon = std::move(lexicon);
  const std::vector<std::string> known = impl->lexicon->list_names();
  const ListResolver resolve = [&](std::string_view name) { return impl->lexicon->list_id(name); };
  for (const std::string& name : known) {
    const ListId list = impl->lexicon->list_id(name);
    if (list != kNoList) impl->list_count = std::max<std::size_t>(impl->list_count, std::size_t{list} + 1);
  }

  Diagnostics faults;
  std::map<std::string, ProgramId> ids;
  TestTable tests;
  const auto lower = [&](const Pattern& pattern, std::optional<ArgumentType> argument) -> ProgramId {
    // Role sets are included by many rules: equal patterns share one program.
    std::string key = (argument ? std::to_string(static_cast<int>(*argument)) : "-") + pattern_key(pattern);
    const auto [place, fresh] = ids.emplace(std::move(key), static_cast<ProgramId>(impl->programs.size()));
    if (fresh) impl->programs.push_back(PatternProgram::lower(pattern, argument, resolve, known, tests, faults));
    return place->second;
  };

  for (std::uint32_t number = 0; number < impl->source.rules.size(); ++number) {
    const Rule& rule = impl->source.rules[number];
    std::vector<std::vector<ListId>> needs;
    for (const Pattern& pattern : rule.requires_) add_needs(pattern, resolve, needs);
    for (const RoleLine& line : rule.roles) {
      const auto lines = std::count_if(rule.roles.begin(), rule.roles.end(),
                                       [&](const RoleLine& other) { return other.role == line.role; });
      if (!line.optional && lines == 1) add_needs(line.pattern, resolve, needs);
    }
    for (std::uint32_t i = 0; i < rule.triggers.size(); ++i) {
      TriggerProgram trigger;
      trigger.rule = number;
      trigger.sequence = i;
      trigger.needs = needs;
      const std::size_t before = faults.size();
      for (const PatternElement& element : rule.triggers[i].elements) {
        trigger.units.push_back(
            unit_test_of(element, ArgumentType::any, resolve, known, rule.file, rule.triggers[i].line, faults));
      }
      if (faults.size() == before) impl->index.add(std::move(trigger));
    }
    CompiledRule compiled;
    for (const RoleLine& line : rule.roles) {
      compiled.roles.push_back(lower(line.pattern, line.type));
      if (!line.optional) compiled.needed |= 1u << static_cast<int>(line.role);
    }
    for (const Pattern& pattern : rule.requires_) compiled.requires_.push_back(lower(pattern, std::nullopt));
    for (const LabelledPattern& each : rule.unless) compiled.unless.push_back(lower(each.pattern, std::nullopt));
    for (const StatusLine& each : rule.statuses) compiled.statuses.push_back(lower(each.pattern, std::nullopt));
    impl->rules.push_back(std::move(compiled));
  }
  for (const StatusRule& status : impl->source.statuses) {
    CompiledStatus compiled;
    for (const Pattern& pattern : status.patterns) compiled.patterns.push_back(lower(pattern, std::nullopt));
    for (const LabelledPattern& each : status.unless) compiled.unless.push_back(lower(each.pattern, std::nullopt));
    impl->statuses.push_back(std::move(compiled));
  }
  if (!faults.empty()) return faults;
  impl->index.finish(impl->list_count);
  impl->asked_lists.assign(impl->list_count, 0);
  tests.mark_lists(impl->asked_lists);
  for (const TriggerProgram& trigger : impl->index.triggers()) {
    for (const UnitTest& test : trigger.units) TestTable::mark_lists(test, impl->asked_lists);
  }
  return std::shared_ptr<const RuleSet>(new RuleSet(std::move(impl)));
}

void RuleSet::save(SnapshotWriter& snapshot) const { snapshot(*impl_); }

std::shared_ptr<const RuleSet> RuleSet::restore(SnapshotReader& snapshot, std::shared_ptr<const Lexicon> lexicon) {
  auto impl = std::make_unique<Impl>();
  impl->lexicon = std::move(lexicon);
  snapshot(*impl);
  return std::shared_ptr<const RuleSet>(new RuleSet(std::move(impl)));
}

bool RuleSet::may_trigger(ListId phrase_list) const {
  return impl_->index.may_trigger(phrase_list);
}

void RuleSet::mark_triggers(WordMarker& marker) const {
  for (std::size_t list = 0; list < impl_->list_count; ++list) {
    if (may_trigger(static_cast<ListId>(list))) marker.mark_list(static_cast<ListId>(list), kMayTrigger);
  }
}

bool RuleSet::may_match(const TokenizedText& text, const Sentence& sentence) const {
  return impl_->index.may_match(text, sentence);
}

bool RuleSet::may_trigger(const WordAnalysis& word) const {
  for (const ListHit& hit : word.lists) {
    if (impl_->index.may_trigger(hit.list)) return true;
  }
  return false;
}

void RuleSet::match(const ClauseSet& clauses, std::uint32_t clause, MatchScratch& scratch, std::vector<RuleMatch>& out,
                    MatchTrace* trace) const {
  const UnitRange units = clauses.clauses[clause].units;
  scratch.candidates.clear();
  impl_->index.candidates(clauses, units, scratch.candidates);
  if (scratch.candidates.empty()) return;

  // Most clauses end here or a few lines below, so the masks are made when first needed.
  bool started = false;
  const auto start = [&] {
    if (!started) scratch.masks.start(clauses, units, impl_->list_count, &impl_->asked_lists);
    started = true;
  };
  const auto passes = [&](const UnitTest& test, std::uint32_t unit) {
    if (test.kind == UnitTest::Kind::lists && !test.negated) return is_listed(clauses.units[units.begin + unit], test);
    start();
    return scratch.masks.test(test, unit);
  };
  scratch.found.clear();
  for (std::size_t i = 0; i < scratch.candidates.size(); i += 2) {
    const TriggerProgram& trigger = impl_->index.trigger(scratch.candidates[i + 1]);
    const std::uint32_t anchor = scratch.candidates[i];
    if (anchor < trigger.anchor) continue;
    const std::uint32_t begin = anchor - trigger.anchor;
    const auto length = static_cast<std::uint32_t>(trigger.units.size());
    if (begin + length > units.size()) continue;
    bool fits = true;
    for (std::uint32_t k = 0; k < length && fits; ++k) {
      const UnitTest& test = trigger.units[k];
      fits = passes(test, begin + k);
      if (fits && test.kind == UnitTest::Kind::lists && !test.negated) {
        fits = reads_as_listed(clauses.units[units.begin + begin + k], test.lists);
      }
    }
    if (fits) scratch.found.push_back({{begin, begin + length}, trigger.rule, trigger.sequence});
    if (!fits && trace != nullptr && trace->items) {
      const Rule& rule = impl_->source.rules[trigger.rule];
      trace->near.push_back({&rule, clause, units.begin + anchor, rule.triggers[trigger.sequence].line});
    }
  }
  if (scratch.found.empty()) return;
  start();
  std::sort(scratch.found.begin(), scratch.found.end(), [](const MatchScratch::Found& a, const MatchScratch::Found& b) {
    return std::tie(a.trigger.begin, a.trigger.end, a.rule, a.sequence) <
           std::tie(b.trigger.begin, b.trigger.end, b.rule, b.sequence);
  });
  scratch.found.erase(std::unique(scratch.found.begin(), scratch.found.end(),
                                  [](const MatchScratch::Found& a, const MatchScratch::Found& b) {
                                    return a.trigger == b.trigger && a.rule == b.rule;
                                  }),
                      scratch.found.end());

  if (scratch.program_epoch.size() != impl_->programs.size()) {
    scratch.program_epoch.assign(impl_->programs.size(), 0);
    scratch.program_outcome.assign(impl_->programs.size(), 0);
    scratch.epoch = 0;
  }
  const auto for_each_found = [&](auto visit) {
    const MatchScratch::Found* last = nullptr;
    for (MatchScratch::Found& found : scratch.found) {
      if (last == nullptr || last->trigger != found.trigger) {
        if (++scratch.epoch == 0) {
          scratch.program_epoch.assign(impl_->programs.size(), 0);
          scratch.epoch = 1;
        }
      }
      last = &found;
      visit(found);
    }
  };
  // A gap stops at the triggers of other rules, but only of those that can apply: one whose require lines fail while nothing
  // but verbs stops a gap fails all the more behind barriers.
  const bool one_trigger = std::all_of(scratch.found.begin(), scratch.found.end(), [&](const MatchScratch::Found& found) {
    return found.trigger == scratch.found.front().trigger;
  });
  if (!one_trigger) {
    for_each_found([&](MatchScratch::Found& found) {
      Impl::Run run{*impl_, scratch, found.trigger};
      const CompiledRule& compiled = impl_->rules[found.rule];
      found.possible = std::all_of(compiled.requires_.begin(), compiled.requires_.end(), [&](ProgramId id) { return run.matches(id); });
    });
    for (const MatchScratch::Found& found : scratch.found) {
      if (found.possible) scratch.masks.add_barrier(found.trigger.begin, found.trigger.end);
    }
  }
  for_each_found([&](const MatchScratch::Found& found) {
    if (!one_trigger && !found.possible && trace == nullptr) return;
    RuleMatch match;
    match.rule = &impl_->source.rules[found.rule];
    match.clause = clause;
    match.trigger = {units.begin + found.trigger.begin, units.begin + found.trigger.end};
    Impl::Run run{*impl_, scratch, found.trigger};
    std::string stop = impl_->apply(run, found.rule, units.begin, match, trace != nullptr);
    if (trace != nullptr) {
      trace->steps.push_back({match.rule, clause, match.trigger, stop.empty() ? "matched" : stop, {}, {}});
      if (trace->items && !stop.empty()) impl_->explain_stop(run, found.rule, units.begin, trace->steps.back());
      impl_->explain_statuses(run, trace->steps.back());
    }
    if (stop.empty()) out.push_back(std::move(match));
  });
}

const std::vector<Rule>& RuleSet::rules() const {
  return impl_->source.rules;
}
const std::vector<StatusRule>& RuleSet::statuses() const {
  return impl_->source.statuses;
}
const Lexicon& RuleSet::lexicon() const {
  return *impl_->lexicon;
}

}  // namespace rasd
