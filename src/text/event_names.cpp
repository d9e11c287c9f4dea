// The names under which enumerations of the event record are printed.
#include "rasd/event.hpp"

namespace rasd {

const char* to_string(Status status) {
  switch (status) {
    case Status::asserted: return "asserted";
    case Status::claimed: return "claimed";
    case Status::alleged: return "alleged";
    case Status::denied: return "denied";
    case Status::planned: return "planned";
    case Status::foiled: return "foiled";
    case Status::aggregate: return "aggregate";
  }
  return "asserted";
}

const char* to_string(Salience salience) { return salience == Salience::background ? "background" : "main"; }

const char* to_string(CasualtyKind kind) {
  switch (kind) {
    case CasualtyKind::killed: return "killed";
    case CasualtyKind::injured: return "injured";
    case CasualtyKind::detained: return "detained";
    case CasualtyKind::abducted: return "abducted";
    case CasualtyKind::missing: return "missing";
    case CasualtyKind::displaced: return "displaced";
  }
  return "killed";
}

}  // namespace rasd
