#include "eval/scored_event.hpp"

#include <algorithm>

namespace rasd::eval {
namespace {

constexpr const char* kNames[kArguments] = {"actors", "targets", "date", "country", "location", "killed",
                                            "injured", "detained", "abducted", "missing", "displaced"};
constexpr const char* kAsserted[] = {"asserted", "claimed", "alleged", "foiled", "reported"};

std::string shown(const Count& count) {
  const auto end = [](const std::optional<std::int64_t>& number) { return number ? std::to_string(*number) : std::string(); };
  return count.min == count.max ? end(count.min) : end(count.min) + ".." + end(count.max);
}

std::string shown(const std::vector<Party>& parties) {
  std::string out;
  for (const Party& party : parties) out += (out.empty() ? "" : ", ") + party.shown;
  return out;
}

}  // namespace

const char* to_string(Argument argument) { return kNames[static_cast<std::size_t>(argument)]; }

bool ScoredEvent::is_asserted() const { return std::find(std::begin(kAsserted), std::end(kAsserted), status) != std::end(kAsserted); }

std::size_t ScoredEvent::size(Argument argument) const {
  switch (argument) {
    case Argument::actors: return actors.size();
    case Argument::targets: return targets.size();
    case Argument::date: return date ? 1 : 0;
    case Argument::country: return country.empty() ? 0 : 1;
    case Argument::location: return has_location ? 1 : 0;
    default: return counts[static_cast<std::size_t>(argument) - kFirstCount] ? 1 : 0;
  }
}

std::string shown(const ScoredEvent& event, Argument argument) {
  std::string value;
  switch (argument) {
    case Argument::actors: value = shown(event.actors); break;
    case Argument::targets: value = shown(event.targets); break;
    case Argument::date:
      if (event.date) value = event.date->start == event.date->end ? event.date->start : event.date->start + ".." + event.date->end;
      break;
    case Argument::country: value = event.country; break;
    case Argument::location:
      if (event.has_location) value = event.places.front().shown;
      break;
    default:
      if (const auto& count = event.counts[static_cast<std::size_t>(argument) - kFirstCount]) value = shown(*count);
  }
  return '[' + value + ']';
}

std::string brief(const ScoredEvent& event) {
  std::string out = event.sub_type + " \"" + event.trigger + '"';
  for (std::size_t i = 0; i < kArguments; ++i) {
    const auto argument = static_cast<Argument>(i);
    if (event.size(argument) > 0) out += std::string(" ") + to_string(argument) + ' ' + shown(event, argument);
  }
  return out;
}

}  // namespace rasd::eval
