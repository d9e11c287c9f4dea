// Who did it and to whom: the participants of all mentions of an incident, each once.
#include "event/record_values.hpp"

#include <algorithm>

#include "event/merger.hpp"
#include "event/subject.hpp"

namespace rasd {
namespace {

constexpr std::size_t kMaxActors = 3;
constexpr std::size_t kMaxTargets = 2;
constexpr std::uint32_t kDoerReach = 3;  // sentences

using Side = std::vector<Argument> EventMention::*;

const ParticipantValue* value_of(const Analysis& analysis, const Argument& argument) {
  if (argument.mention < 0 || analysis.mention(argument.mention).type != MentionType::participant) return nullptr;
  return &analysis.mentions->participant(analysis.mention(argument.mention));
}

bool is_force(std::string_view kind) {
  return kind == "state_forces" || kind == "external_forces" || kind == "police" || kind == "government";
}

// The country that an adjective of nationality stands for: «ghara isra'iliyya».
std::string_view nation_of(const Analysis& analysis, const Argument& argument, ListId nationality) {
  if (nationality == kNoList || argument.mention >= 0 || argument.tokens.size() != 1) return {};
  const WordAnalysis& word = *analysis.text->tokens[argument.tokens.begin].word;
  if (!word.in(nationality)) return {};
  const std::string_view value = analysis.lexicon->value_text(word.value_in(nationality));
  return value.size() == 3 ? value : std::string_view();
}

// How good a form of a participant is: a proper name beats a description beats a back reference. Negative: no
// participant of that side.
class Ranking {
 public:
  Ranking(const Analysis& analysis, Side side)
      : analysis_(analysis),
        actor_(side == &EventMention::actors),
        nationality_(analysis.lexicon->list_id("participant.nationality")) {}

  [[nodiscard]] int operator()(const Argument& argument) const {
    const ParticipantValue* value = value_of(analysis_, argument);
    if (value == nullptr) {
      if (!nation_of(analysis_, argument, nationality_).empty()) return actor_ ? 2 : -1;
      if (argument.mention >= 0) return actor_ ? -1 : 2;
      return actor_ ? -1 : 0;
    }
    if (actor_) {
      if (value->thing) return -1;
      if (value->generic && value->id == kNoId) return 0;
      if (value->named || value->person) return 4;
      if (value->id != kNoId) return 4;
      if (fighting_kind(value->kind)) return 3;
      return value->kind == "civilians" || value->kind == "unknown" ? 1 : 2;
    }
    // «29 persons», «others» tell how many, not who.
    const bool known = value->named || value->person;
    if (value->kind == "unknown") return known ? 3 : -1;
    if (!known && value->id == kNoId && value->country.empty() && value->group == "persons") return 0;
    if (value->generic && value->id == kNoId) return 0;
    if (value->named || value->person || value->id != kNoId) return 4;
    return value->thing ? 2 : 3;
  }

  [[nodiscard]] std::string_view nation(const Argument& argument) const {
    return nation_of(analysis_, argument, nationality_);
  }

 private:
  const Analysis& analysis_;
  bool actor_;
  ListId nationality_;
};

Participant make_participant(const Analysis& analysis, const Argument& argument, std::string_view nation) {
  Participant out;
  out.mention = analysis.text_span(argument.tokens, argument.stem);
  out.name = out.mention.text;
  out.kind = "unknown";
  out.basis = to_string(argument.basis);
  out.rule = std::string(argument.rule);
  if (!nation.empty()) {
    out.kind = "state_forces";
    out.country = std::string(nation);
    const ActorId state = analysis.actors->state_force(nation, "state");
    if (state != kNoId) {
      const ActorEntry& actor = analysis.actors->entry(state);
      out.id = actor.id;
      out.name = actor.name;
      out.name_en = actor.name_en;
    }
    return out;
  }
  if (argument.mention < 0) return out;
  const Mention& mention = analysis.mention(argument.mention);
  if (mention.type != MentionType::participant) {
    if (mention.type == MentionType::place || mention.type == MentionType::weapon) out.kind = "facility";
    return out;
  }
  const ParticipantValue& value = analysis.mentions->participant(mention);
  out.kind = value.kind.empty() ? "unknown" : std::string(value.kind);
  out.country = std::string(value.country);
  if (value.id != kNoId) {
    const ActorEntry& actor = analysis.actors->entry(value.id);
    out.id = actor.id;
    out.name_en = actor.name_en;
    if (!actor.name.empty()) out.name = actor.name;
    if (out.country.empty()) out.country = actor.country;
    if (is_coalition(actor)) out.country.clear();
  } else if (value.count && value.head.begin > mention.tokens.begin && value.head.begin < mention.tokens.end) {
    // The figure is the toll's: the name is who they are.
    out.name = analysis.text_span({value.head.begin, mention.tokens.end}).text;
  }
  return out;
}

// Whether the phrase's head is a place or thing that somebody has: «mawaqi'», «maqarr».
bool possession(const Analysis& analysis, const ParticipantValue& value) {
  const ListId facility = analysis.lexicon->list_id("participant.facility");
  return value.thing ||
         (facility != kNoList && !value.head.empty() && analysis.text->tokens[value.head.begin].is_word() &&
          analysis.text->tokens[value.head.begin].word->in(facility));
}

// «mawaqi' tabi'a li-tanzim X»: whose the place or thing is, that is aimed at.
std::optional<Participant> owner_of(const Analysis& analysis, const Argument& argument) {
  const ParticipantValue* value = value_of(analysis, argument);
  if (value == nullptr || !possession(analysis, *value)) return std::nullopt;
  std::vector<NameHit> hits;
  for (std::uint32_t at = value->head.end; at < argument.tokens.end && hits.empty(); ++at) {
    analysis.actors->names().find(*analysis.text, at, argument.tokens.end, hits);
  }
  if (hits.empty()) return std::nullopt;
  const ActorEntry& actor = analysis.actors->entry(actor_of(hits.front()));
  if (actor.person || !fighting_kind(actor.kind)) return std::nullopt;
  Participant out;
  const WordAnalysis& first = *analysis.text->tokens[hits.front().tokens.begin].word;
  const std::uint8_t stem =
      hits.front().proclitics != 0 && (hits.front().proclitics & kArticle) == 0 && !first.readings.empty()
          ? first.readings.front().stem_begin
          : 0;
  out.mention = analysis.text_span(hits.front().tokens, stem);
  out.id = actor.id;
  out.name = actor.name;
  out.name_en = actor.name_en;
  out.kind = actor.kind;
  out.country = actor.country;
  out.basis = to_string(argument.basis);
  out.rule = std::string(argument.rule);
  return out;
}

// Where the best form of a group is people of it or a back reference, its name as the article has it.
std::optional<Argument> proper_form(const Analysis& analysis, const Argument& argument) {
  const ParticipantValue* value = value_of(analysis, argument);
  if (value == nullptr || value->id == kNoId || value->person) return std::nullopt;
  const bool armed_group =
      value->kind == "rebel" || value->kind == "political_militia" || value->kind == "identity_militia";
  if (!value->generic && !(armed_group && (value->victims || possession(analysis, *value)))) return std::nullopt;
  const auto& mentions = analysis.mentions->mentions;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].type != MentionType::participant) continue;
    const ParticipantValue& other = analysis.mentions->participant(mentions[i]);
    if (other.id != value->id || other.generic || other.victims || other.person || possession(analysis, other))
      continue;
    Argument form = argument;
    form.mention = static_cast<std::int32_t>(i);
    form.tokens = mentions[i].tokens;
    form.stem = mentions[i].stem;
    return form;
  }
  return std::nullopt;
}

// Whether the phrase's head says no more than that somebody is there.
bool vague_site(const Analysis& analysis, const Argument& argument) {
  const ListId sites = analysis.lexicon->list_id("event.vague_site");
  const ParticipantValue* value = value_of(analysis, argument);
  if (sites == kNoList || value == nullptr || value->head.empty()) return false;
  const Token& head = analysis.text->tokens[value->head.begin];
  return head.is_word() && head.word->in(sites);
}

SubEventSet interception() {
  static const SubEventSet kSet = sub_event_set({"Disrupted weapons use"});
  return kSet;
}

// What an interception stopped.
std::vector<Participant> stopped_weapons(const IncidentView& incident) {
  std::vector<Participant> out;
  for (const EventMention* member : incident.members) {
    if (member->harm || member->types != interception()) continue;
    for (const Argument& weapon : member->weapons) {
      Participant participant;
      participant.mention = incident.analysis.text_span(weapon.tokens, weapon.stem);
      participant.name = participant.mention.text;
      participant.kind = "facility";
      participant.basis = to_string(weapon.basis);
      participant.rule = std::string(weapon.rule);
      out.push_back(std::move(participant));
      return out;
    }
  }
  return out;
}

struct Group {
  std::vector<Argument> forms;
  int rank = -1;
  int support = 0;  // mentions that name it
  bool harm_only = true;
  std::size_t order = 0;
};

bool same_participant(const Analysis& analysis, const Ranking& ranking, const Argument& a, const Argument& b,
                      bool actor) {
  if (compare_participants(analysis, a, b) == Agreement::same) return true;
  const ParticipantValue* x = value_of(analysis, a);
  const ParticipantValue* y = value_of(analysis, b);
  const std::string_view nation_a = ranking.nation(a), nation_b = ranking.nation(b);
  if (!nation_a.empty() && !nation_b.empty()) return nation_a == nation_b;
  if (!nation_a.empty() || !nation_b.empty()) {
    const ParticipantValue* other = nation_a.empty() ? x : y;
    return other != nullptr && is_force(other->kind) && other->country == (nation_a.empty() ? nation_b : nation_a);
  }
  if (x == nullptr || y == nullptr) return false;
  if (actor) {
    const bool armies = is_force(x->kind) && is_force(y->kind) && x->kind != "police" && y->kind != "police";
    if (armies && !x->country.empty() && x->country == y->country) return true;
  }
  return false;
}

// What the deed was done with is not whom it hit: «tafjir sayyara mufakhkhakha».
bool is_means(const EventMention& event, const Argument& argument) {
  return event.types != interception() &&
         std::any_of(event.weapons.begin(), event.weapons.end(),
                     [&](const Argument& weapon) { return weapon.tokens.overlaps(argument.tokens); });
}

std::vector<Group> group_side(const IncidentView& incident, Side side, const Ranking& ranking) {
  const Analysis& analysis = incident.analysis;
  std::vector<Group> groups;
  // «the attacks» tell of several incidents: whom they hit counts only where no mention tells of this one alone.
  const bool told_alone = std::any_of(incident.members.begin(), incident.members.end(), [&](const EventMention* member) {
    return !member->plural && !(member->*side).empty();
  });
  // Where a weapon was stopped, who launched it is whom it was done to.
  const bool stopped = std::any_of(incident.members.begin(), incident.members.end(), [](const EventMention* member) {
    return !member->harm && member->types == interception();
  });
  const auto add = [&](const EventMention& event) {
    if (event.plural && told_alone) return;
    const bool launch = stopped && !event.harm && (event.types & interception()) == 0;
    if (launch && side == &EventMention::actors) return;
    for (const Argument& argument : launch ? event.actors : event.*side) {
      const int rank = ranking(argument);
      if (rank < 0) continue;
      const ParticipantValue* value = value_of(analysis, argument);
      const bool nobody = value == nullptr || (value->id == kNoId && value->country.empty());
      if ((side == &EventMention::targets || nobody) && is_means(event, argument)) continue;
      auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& known) {
        return std::any_of(known.forms.begin(), known.forms.end(), [&](const Argument& form) {
          return same_participant(analysis, ranking, form, argument, side == &EventMention::actors);
        });
      });
      if (group == groups.end()) {
        groups.emplace_back();
        group = groups.end() - 1;
        group->order = groups.size();
      }
      group->forms.push_back(argument);
      group->rank = std::max(group->rank, rank);
      group->harm_only = group->harm_only && event.harm;
      ++group->support;
    }
  };
  add(*incident.best);
  for (const EventMention* member : incident.members) {
    if (member != incident.best && !member->harm) add(*member);
  }
  if (harmless(*incident.best)) return groups;
  for (const EventMention* member : incident.members) {
    if (member != incident.best && member->harm) add(*member);
  }
  return groups;
}

bool happened(Status status) { return status != Status::planned && status != Status::denied; }

// Who did it where the incident's own mentions do not say: the doer of the like act told last, a few sentences before.
std::optional<Argument> earlier_doer(const IncidentView& incident, const Ranking& ranking) {
  const EventMention& first = *incident.members.front();
  const EventMention* last = nullptr;
  for (const EventMention& event : incident.events) {
    if (&event >= &first) break;
    if (event.harm || (event.types & incident.best->types) == 0 || event.background != first.background) continue;
    // What is planned or denied is no act of that doer, and what he is accused of says nothing of another act.
    if (event.status == Status::alleged || !happened(incident.best->status)) continue;
    if (event.sentence + kDoerReach < first.sentence) continue;
    const bool doer =
        std::any_of(event.actors.begin(), event.actors.end(), [&](const Argument& a) { return ranking(a) >= 3; });
    if (doer) last = &event;
  }
  if (last == nullptr) return std::nullopt;
  Argument argument =
      *std::find_if(last->actors.begin(), last->actors.end(), [&](const Argument& a) { return ranking(a) >= 3; });
  argument.basis = Basis::inherited;
  argument.rule = "earlier_doer";
  return argument;
}

}  // namespace

std::vector<Participant> participants_of(const IncidentView& incident, Side side) {
  const Analysis& analysis = incident.analysis;
  const bool actor = side == &EventMention::actors;
  const Ranking ranking(analysis, side);
  std::vector<Group> groups = group_side(incident, side, ranking);

  // Who stands on both sides belongs to the one that more mentions put him on; of as many, whose dead are told is who was hit,
  // but who takes a place acts, whatever it cost him.
  static const SubEventSet kGround =
      sub_event_set({"Government regains territory", "Non-state actor overtakes territory", "Non-violent transfer of territory"});
  const bool takes_ground = incident.best->types != 0 && (incident.best->types & ~kGround) == 0;
  const Side other_side = actor ? &EventMention::targets : &EventMention::actors;
  const std::vector<Group> others = group_side(incident, other_side, Ranking(analysis, other_side));
  std::erase_if(groups, [&](const Group& group) {
    return std::any_of(others.begin(), others.end(), [&](const Group& other) {
      const bool same = std::any_of(other.forms.begin(), other.forms.end(), [&](const Argument& x) {
        return std::any_of(group.forms.begin(), group.forms.end(),
                           [&](const Argument& y) { return compare_participants(analysis, x, y) == Agreement::same; });
      });
      const Group& victim = actor ? other : group;
      const Group& doer = actor ? group : other;
      const bool hit = victim.harm_only || doer.harm_only;
      if (takes_ground) return same && !actor;
      return same && (group.support < other.support || (group.support == other.support && actor == hit));
    });
  });

  // A speaker is taken for the doer only where no mention says who it was.
  const auto only_speaks = [](const Group& group) {
    return std::all_of(group.forms.begin(), group.forms.end(), [](const Argument& form) { return form.rule == "speaker"; });
  };
  if (actor && std::any_of(groups.begin(), groups.end(), [&](const Group& group) { return group.rank >= 2 && !only_speaks(group); })) {
    std::erase_if(groups, only_speaks);
  }
  // Back references and plain people tell nothing where somebody is named; but crowds are who demonstrates.
  static const SubEventSet kProtests =
      sub_event_set({"Peaceful protest", "Protest with intervention", "Excessive force against protesters", "Violent demonstration"});
  const bool crowd = std::any_of(incident.members.begin(), incident.members.end(), [](const EventMention* member) {
    return member->types != 0 && (member->types & ~kProtests) == 0;
  });
  int best_rank = -1;
  for (const Group& group : groups) best_rank = std::max(best_rank, group.rank);
  std::erase_if(groups, [&](const Group& group) {
    return (group.rank == 0 && best_rank > 0) || (actor && !crowd && group.rank <= 1 && best_rank >= 3);
  });
  if (actor && groups.empty() && !incident.best->harm && !incident.best->response_to) {
    if (const auto doer = earlier_doer(incident, ranking)) {
      const bool hit = std::any_of(others.begin(), others.end(), [&](const Group& other) {
        return std::any_of(other.forms.begin(), other.forms.end(), [&](const Argument& x) {
          return compare_participants(analysis, x, *doer) == Agreement::same;
        });
      });
      if (!hit) groups.push_back({{*doer}, 4, 1, false, 1});
    }
  }
  if (actor) {
    std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
      if ((a.rank >= 2) != (b.rank >= 2)) return a.rank > b.rank;
      return a.support > b.support;
    });
  }

  if (!actor) {
    std::stable_sort(groups.begin(), groups.end(),
                     [](const Group& a, const Group& b) {
                       if ((a.rank >= 3) != (b.rank >= 3)) return a.rank > b.rank;  // a name tells more than a description
                       return a.support > b.support;
                     });
  }
  std::vector<Participant> out;
  for (const Group& group : groups) {
    if (out.size() >= (actor ? kMaxActors : kMaxTargets)) break;
    const Argument* best = &group.forms.front();
    for (const Argument& argument : group.forms) {
      if (ranking(argument) > ranking(*best)) best = &argument;
    }
    std::optional<Argument> proper = proper_form(analysis, *best);
    const std::optional<Participant> owner = actor ? std::nullopt : owner_of(analysis, *best);
    if (owner) proper.reset();
    Participant participant = make_participant(analysis, proper ? *proper : *best, ranking.nation(*best));
    if (owner && vague_site(analysis, *best)) {
      participant = *owner;
    } else if (owner) {  // the thing itself; its owner follows as a participant of his own
      participant.id.clear();
      participant.name_en.clear();
      participant.name = participant.mention.text;
      participant.kind = "facility";
    }
    if (!participant.id.empty() &&
        std::any_of(out.begin(), out.end(), [&](const Participant& p) { return p.id == participant.id; }))
      continue;
    for (const Argument& argument : group.forms) {
      const std::string text = analysis.text_span(argument.tokens, argument.stem).text;
      if (text != participant.mention.text &&
          std::find(participant.aliases.begin(), participant.aliases.end(), text) == participant.aliases.end()) {
        participant.aliases.push_back(text);
      }
    }
    out.push_back(std::move(participant));
    if (actor || out.size() >= kMaxTargets) continue;
    for (const Argument& argument : group.forms) {
      auto another = owner_of(analysis, argument);
      if (!another || std::any_of(out.begin(), out.end(), [&](const Participant& p) { return p.id == another->id; }))
        continue;
      out.push_back(std::move(*another));
      break;
    }
  }
  if (!actor) {
    for (Participant& weapon : stopped_weapons(incident)) {
      const bool known =
          std::any_of(out.begin(), out.end(), [&](const Participant& p) { return p.kind == "facility"; });
      if (!known && out.size() < kMaxTargets) out.push_back(std::move(weapon));
    }
  }
  return out;
}

}  // namespace rasd
