#include "sink/table_sink.hpp"

#include "text/utf8.hpp"

namespace rasd {
namespace {

struct Column {
  const char* head;
  std::size_t width;
};
constexpr Column kColumns[] = {{"date", 10},   {"type", 26},  {"place", 16},  {"actor", 24},
                               {"target", 24}, {"killed", 6}, {"injured", 7}, {"trigger", 20}};
constexpr std::size_t kColumnCount = sizeof kColumns / sizeof kColumns[0];
// The mark keeps the columns in order on terminals that reorder right-to-left text.
constexpr std::string_view kSeparator = "\xE2\x80\x8E| ";

bool has_no_width(char32_t point) {
  return (point >= 0x64B && point <= 0x65F) || point == 0x670 || (point >= 0x200B && point <= 0x200F) ||
         (point >= 0x202A && point <= 0x202E) || (point >= 0x2060 && point <= 0x2069) || point == 0xFEFF;
}

// One line, without marks, cut or filled to the width.
void append_cell(std::string& out, std::string_view text, std::size_t width, bool last) {
  std::string cell;
  std::size_t used = 0;
  for (std::size_t i = 0; i < text.size();) {
    const DecodedPoint point = decode_utf8(text, i);
    i += point.size;
    if (has_no_width(point.point)) continue;
    if (used == width) {
      while (is_continuation(cell.back())) cell.pop_back();
      cell.pop_back();
      cell += "\xE2\x80\xA6";
      break;
    }
    append_utf8(cell, point.point < 0x20 ? U' ' : point.point);
    ++used;
  }
  out += cell;
  if (!last) out.append(width - used + 1, ' ');
}

std::string joined_names(const std::vector<Participant>& list) {
  std::string out;
  for (const Participant& participant : list) {
    if (!out.empty()) out += " + ";
    out += participant.name.empty() ? participant.mention.text : participant.name;
  }
  return out;
}

std::string count_of(const std::optional<Casualty>& casualty) {
  if (!casualty) return {};
  const CountRange& count = casualty->count;
  std::string out = std::to_string(count.min);
  if (!count.max) return out + '+';
  if (*count.max != count.min) out += '-' + std::to_string(*count.max);
  return out;
}

void append_row(std::string& out, const std::string (&cells)[kColumnCount]) {
  for (std::size_t i = 0; i < kColumnCount; ++i) {
    if (i > 0) out += kSeparator;
    append_cell(out, cells[i], kColumns[i].width, i + 1 == kColumnCount);
  }
  out += '\n';
}

std::string type_of(const Event& event) {
  if (event.status == Status::asserted) return event.sub_event_type;
  return event.sub_event_type + " (" + to_string(event.status) + ')';
}

}  // namespace

void TableSink::write(const Document&, const std::vector<Event>& events) {
  ++documents_;
  if (!good_ || events.empty()) return;
  std::string out;
  if (events_ == 0) {
    std::string heads[kColumnCount];
    for (std::size_t i = 0; i < kColumnCount; ++i) heads[i] = kColumns[i].head;
    append_row(out, heads);
  }
  events_ += events.size();
  for (const Event& event : events) {
    const auto& killed = event.casualties[static_cast<std::size_t>(CasualtyKind::killed)];
    const auto& injured = event.casualties[static_cast<std::size_t>(CasualtyKind::injured)];
    append_row(out, {event.date ? to_iso(event.date->range.start) : std::string(), type_of(event),
                     event.location ? event.location->name : std::string(), joined_names(event.actors),
                     joined_names(event.targets), count_of(killed), count_of(injured), event.trigger.text});
  }
  good_ = write_(out);
}

bool TableSink::finish() {
  if (!good_) return false;
  good_ = write_(std::to_string(events_) + (events_ == 1 ? " event in " : " events in ") + std::to_string(documents_) +
                 (documents_ == 1 ? " article\n" : " articles\n"));
  return good_;
}

}  // namespace rasd
