// The codes of other schemes for an event: CAMEO and PLOVER by its type, UCDP's type of violence by its parties. From
// data/types/codes.tsv and data/codes/participants.tsv; nothing where no mapping is defensible. Threads: immutable after load.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rasd/event.hpp"
#include "rasd/result.hpp"

namespace rasd {

class EventCodeTable {
 public:
  // `directory` is data.
  static Result<EventCodeTable> load(const std::string& directory);
  // For an event whose participants, status and casualties are settled; `type` is its sub-event index.
  [[nodiscard]] EventCodes codes_of(int type, const Event& event) const;

 private:
  enum class Side : std::uint8_t { none, state, group, civilians };
  // Which of UCDP's types an act can be: none, a fight of two armed parties, or also one-sided violence. A bomb from afar that
  // only civilians are told to have met is not known to be aimed at them.
  enum class Violence : std::uint8_t { none, dyad, any };
  struct Row {
    EventCodes codes;
    Violence violence = Violence::none;
  };

  [[nodiscard]] Side side_of(const std::vector<Participant>& participants) const;
  [[nodiscard]] const char* type_of_violence(Violence violence, const Event& event) const;

  std::vector<Row> rows_;  // by sub-event index
  std::map<std::string, Side> sides_;  // by kind of participant
};

}  // namespace rasd
