#include "sink/table_sink.hpp"

#include <nlohmann/json.hpp>

#include "sink/record_values.hpp"
#include "text/utf8.hpp"

namespace rasd {
namespace {

struct Head {
  const char* head;
  std::size_t width;
};
constexpr Head kColumns[] = {{"date", 10},   {"type", 26},  {"place", 16},  {"actor", 24},
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

std::string joined_names(const Record& record, const char* side) {
  std::string out;
  for_each_at(record, side, [&out](const Record& participant) {
    if (!out.empty()) out += " + ";
    out += text_at(participant, "name");
  });
  return out;
}

std::string count_of(const Record& record, const std::string& kind) {
  const auto min = integer_at(record, "casualties." + kind + ".min");
  const auto max = integer_at(record, "casualties." + kind + ".max");
  if (!min) return {};
  std::string out = std::to_string(*min);
  if (!max) return out + '+';
  if (*max != *min) out += '-' + std::to_string(*max);
  return out;
}

void append_row(std::string& out, const std::string (&cells)[kColumnCount]) {
  for (std::size_t i = 0; i < kColumnCount; ++i) {
    if (i > 0) out += kSeparator;
    append_cell(out, cells[i], kColumns[i].width, i + 1 == kColumnCount);
  }
  out += '\n';
}

std::string type_of(const Record& record) {
  const std::string status = text_at(record, "status");
  const std::string type = text_at(record, "sub_event_type");
  return status == "asserted" ? type : type + " (" + status + ')';
}

std::string counted(std::size_t count, const char* thing) {
  return std::to_string(count) + ' ' + thing + (count == 1 ? "" : "s");
}

}  // namespace

bool TableSink::write(const Record& record) {
  std::string& out = out_.text();
  if (events_ == 0) {
    std::string heads[kColumnCount];
    for (std::size_t i = 0; i < kColumnCount; ++i) heads[i] = kColumns[i].head;
    append_row(out, heads);
  }
  ++events_;
  append_row(out, {text_at(record, "date.start"), type_of(record), text_at(record, "location.name"),
                   joined_names(record, "actors"), joined_names(record, "targets"), count_of(record, "killed"),
                   count_of(record, "injured"), text_at(record, "trigger.text")});
  return out_.written();
}

bool TableSink::finish() {
  out_.text() += counted(events_, "event") + (articles_ > 0 ? " in " + counted(articles_, "article") : "") + '\n';
  return out_.flush();
}

}  // namespace rasd
