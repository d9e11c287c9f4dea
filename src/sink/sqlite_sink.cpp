#include "sink/sqlite_sink.hpp"

#include <nlohmann/json.hpp>

#include "rasd/event.hpp"
#include "sink/record_values.hpp"
#include "sink/sqlite_schema.hpp"

namespace rasd {
namespace {

Cell text_cell(const Record& record, std::string_view path) {
  std::string text = text_at(record, path);
  return text.empty() ? Cell() : Cell(std::move(text));
}
Cell integer_cell(const Record& record, std::string_view path) {
  const auto value = integer_at(record, path);
  return value ? Cell(*value) : Cell();
}
Cell number_cell(const Record& record, std::string_view path) {
  const auto value = number_at(record, path);
  return value ? Cell(*value) : Cell();
}

void append_line(std::string& out, const std::string& text) {
  if (!text.empty()) out += text + '\n';
}

}  // namespace

std::unique_ptr<SqliteSink> SqliteSink::open(Output& output, const CodeBook& book, Normalizer normalizer,
                                             const SqliteOptions& options) {
  std::unique_ptr<ScratchFile> file = ScratchFile::open(output);
  if (!file) return nullptr;
  std::unique_ptr<SqliteSink> sink(new SqliteSink(output, std::move(file), book, std::move(normalizer)));
  return sink->prepare(options) ? std::move(sink) : nullptr;
}

bool SqliteSink::good(bool done) {
  if (!done) output_.fail(output_.path() + ": the database cannot be written: " + database_.fault());
  return done;
}

bool SqliteSink::prepare(const SqliteOptions& options) {
  if (!good(database_.execute(sqlite_tables()))) return false;
  const auto about = database_.insert_into("about", 2);
  if (!good(about->run({"program", "rasd " + options.version}) && about->run({"command", options.command}))) return false;
  documents_ = database_.insert_into("documents", 5);
  events_ = database_.insert_into("events", record_columns(ColumnSet::all).size() + 1);
  participants_ = database_.insert_into("participants", 14);
  places_ = database_.insert_into("places", 15);
  casualties_ = database_.insert_into("casualties", 9);
  search_ = database_.insert_into("search (rowid, as_written, folded)", 3);
  return true;
}

bool SqliteSink::write_participants(const Record& record, const char* side, const char* word) {
  bool done = true;
  std::int64_t number = 0;
  for_each_at(record, side, [&](const Record& participant) {
    const auto inter = codes_.inter(text_at(participant, "kind"));
    const std::string aliases = joined_at(participant, "aliases");
    done = done && participants_->run({text_at(record, "event_id"), word, ++number, text_cell(participant, "name"),
                                       text_cell(participant, "name_en"), text_cell(participant, "id"),
                                       text_cell(participant, "kind"), inter ? Cell(*inter) : Cell(),
                                       text_cell(participant, "country"), text_cell(participant, "basis"),
                                       text_cell(participant, "text"), integer_cell(participant, "start"),
                                       integer_cell(participant, "end"), aliases.empty() ? Cell() : Cell(aliases)});
  });
  return done;
}

bool SqliteSink::write_place(const Record& record, const Record& place, std::int64_t number) {
  return places_->run({text_at(record, "event_id"), number, text_cell(place, "name"), text_cell(place, "name_en"),
                       text_cell(place, "id"), text_cell(place, "kind"), text_cell(place, "admin1"),
                       text_cell(place, "country"), number_cell(place, "latitude"), number_cell(place, "longitude"),
                       integer_cell(place, "precision"), text_cell(place, "basis"), text_cell(place, "text"),
                       integer_cell(place, "start"), integer_cell(place, "end")});
}

bool SqliteSink::write_casualties(const Record& record) {
  bool done = true;
  for (std::size_t i = 0; i < kCasualtyKinds; ++i) {
    const std::string kind = to_string(static_cast<CasualtyKind>(i));
    const Record* toll = value_at(record, "casualties." + kind);
    if (toll == nullptr) continue;
    std::int64_t number = 0;
    const auto row = [&](const Record& part) {
      done = done && casualties_->run({text_at(record, "event_id"), kind, number++, text_cell(part, "group"),
                                       integer_cell(part, "min"), integer_cell(part, "max"), text_cell(part, "text"),
                                       integer_cell(part, "start"), integer_cell(part, "end")});
    };
    row(*toll);
    for_each_at(*toll, "groups", row);
  }
  return done;
}

// A query finds the word as the article writes it, and also as it is without marks, hamzas and the like.
bool SqliteSink::write_search(const Record& record) {
  std::string text;
  for (const char* path : {"title", "evidence.text", "location.name"}) append_line(text, text_at(record, path));
  for (const char* list : {"actors", "targets", "other_locations"}) {
    for_each_at(record, list, [&text](const Record& element) {
      append_line(text, text_at(element, "name"));
      append_line(text, text_at(element, "name_en"));
    });
  }
  append_line(text, text_at(record, "location.name_en"));
  return search_->run({number_, text, normalizer_.fold(text)});
}

bool SqliteSink::write(const Record& record) {
  if (!good(documents_->run({text_at(record, "doc_id"), text_cell(record, "published"), text_cell(record, "source"),
                             text_cell(record, "url"), text_cell(record, "title")}))) {
    return false;
  }
  read_row(record, codes_, ColumnSet::all, cells_);
  cells_.insert(cells_.begin(), Cell(number_ + 1));
  if (!good(events_->run(cells_))) return false;
  if (!database_.added()) return true;
  ++number_;
  bool done = write_participants(record, "actors", "actor") && write_participants(record, "targets", "target");
  std::int64_t number = 0;
  if (const Record* place = value_at(record, "location")) done = done && write_place(record, *place, 0);
  for_each_at(record, "other_locations", [&](const Record& place) { done = done && write_place(record, place, ++number); });
  return good(done && write_casualties(record) && write_search(record));
}

bool SqliteSink::finish() {
  if (!good(database_.execute(sqlite_indexes()))) return false;
  for (auto* statement : {&documents_, &events_, &participants_, &places_, &casualties_, &search_}) statement->reset();
  return good(database_.close()) && file_->deliver();
}

}  // namespace rasd
