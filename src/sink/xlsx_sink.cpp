#include "sink/xlsx_sink.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "sink/record_values.hpp"
#include "text/stable_hash.hpp"

namespace rasd {
namespace {

constexpr ColumnKind kText = ColumnKind::text;
constexpr ColumnKind kInteger = ColumnKind::integer;

std::vector<SheetColumn> event_columns(ColumnSet set) {
  std::vector<SheetColumn> columns;
  for (const Column& column : record_columns(set)) {
    const std::string_view name = column.name;
    const bool long_text = name == "notes" || name == "title";
    const bool names = name == "actor1" || name == "actor2" || name == "sub_event_type" || name == "event_type";
    columns.push_back({column, long_text ? 60.0 : names ? 26.0 : column.kind == kText ? 16.0 : 11.0});
  }
  return columns;
}

Cell cell(std::string text) { return text.empty() ? Cell() : Cell(std::move(text)); }

}  // namespace

std::unique_ptr<XlsxSink> XlsxSink::open(Output& output, const CodeBook& book, XlsxOptions options) {
  std::unique_ptr<ScratchFile> file = ScratchFile::open(output);
  if (!file) return nullptr;
  return std::unique_ptr<XlsxSink>(new XlsxSink(output, std::move(file), book, std::move(options)));
}

XlsxSink::XlsxSink(Output& output, std::unique_ptr<ScratchFile> file, const CodeBook& book, XlsxOptions options)
    : output_(output),
      file_(std::move(file)),
      codes_(book),
      options_(std::move(options)),
      workbook_(file_->path(), std::filesystem::absolute(file_->path()).parent_path().string(), options_.max_rows),
      events_(workbook_, "Events", event_columns(options_.columns)),
      participants_(workbook_, "Participants",
                    {{{"event_id", kText}, 22}, {{"side", kText}, 8}, {{"number", kInteger}, 8}, {{"name", kText}, 30},
                     {{"name_en", kText}, 30}, {{"participant_id", kText}, 22}, {{"kind", kText}, 18}, {{"inter", kInteger}, 8},
                     {{"country", kText}, 9}, {{"basis", kText}, 10}, {{"text", kText}, 30}, {{"aliases", kText}, 30}}),
      sources_(workbook_, "Sources",
               {{{"doc_id", kText}, 24}, {{"published", ColumnKind::date}, 12}, {{"source", kText}, 20}, {{"url", kText}, 40},
                {{"title", kText}, 60}}),
      rejected_(workbook_, "Rejected", {{{"file", kText}, 30}, {{"line", kInteger}, 8}, {{"reason", kText}, 80}}),
      readme_(workbook_, "ReadMe", {{{"name", kText}, 20}, {{"meaning", kText}, 80}, {{"meaning_ar", kText}, 80}}) {}

bool XlsxSink::keep(bool written) {
  if (!written) output_.fail(output_.path() + ": the rows cannot be kept; is the disk full?");
  return written;
}

bool XlsxSink::write_participants(const Record& record, const char* side, const char* word) {
  bool good = true;
  std::int64_t number = 0;
  for_each_at(record, side, [&](const Record& participant) {
    const auto inter = codes_.inter(text_at(participant, "kind"));
    cells_ = {text_at(record, "event_id"), word, ++number, cell(text_at(participant, "name")),
              cell(text_at(participant, "name_en")), cell(text_at(participant, "id")), cell(text_at(participant, "kind")),
              inter ? Cell(*inter) : Cell(), cell(text_at(participant, "country")), cell(text_at(participant, "basis")),
              cell(text_at(participant, "text")), cell(joined_at(participant, "aliases"))};
    good = good && participants_.row(cells_);
  });
  return good;
}

bool XlsxSink::write_source(const Record& record) {
  const std::string id = text_at(record, "doc_id");
  if (!documents_.insert(stable_hash(id)).second) return true;
  cells_ = {id, cell(text_at(record, "published")), cell(text_at(record, "source")), cell(text_at(record, "url")),
            cell(text_at(record, "title"))};
  return sources_.row(cells_);
}

bool XlsxSink::write(const Record& record) {
  read_row(record, codes_, options_.columns, cells_);
  return keep(events_.row(cells_) && write_participants(record, "actors", "actor") &&
              write_participants(record, "targets", "target") && write_source(record));
}

void XlsxSink::reject(const RejectedRecord& rejected) {
  rejected_.row({rejected.file, rejected.line == 0 ? Cell() : Cell(static_cast<std::int64_t>(rejected.line)), rejected.reason});
}

void XlsxSink::write_readme() {
  readme_.row({"program", "rasd " + options_.version, Cell()});
  readme_.row({"command", options_.command, Cell()});
  constexpr const char* kSheets[][2] = {
      {"Events",
       "One row an event, as an article tells it: a claim stays a claim (status), and nothing was verified. An empty cell says "
       "that the article does not tell it; it is never a zero. Lists are joined with semicolons."},
      {"Participants", "One row a participant of an event: side actor (who did it) or target (to whom or what)."},
      {"Sources", "One row an article that has events."},
      {"Rejected", "Records of the input that could not be read, with file, line and reason."}};
  for (const auto& [name, meaning] : kSheets) readme_.row({name, meaning, Cell()});
  for (const Column& column : record_columns(options_.columns)) {
    const ColumnMeaning& meaning = codes_.meaning(column.name);
    readme_.row({column.name, meaning.english, meaning.arabic});
  }
}

bool XlsxSink::finish() {
  write_readme();
  for (Sheet* sheet : {&events_, &participants_, &sources_, &rejected_, &readme_}) {
    if (!keep(sheet->finish())) return false;
  }
  const std::string fault = workbook_.close();
  if (!fault.empty()) {
    output_.fail(output_.path() + ": the workbook cannot be written: " + fault);
    return false;
  }
  return file_->deliver();
}

}  // namespace rasd
