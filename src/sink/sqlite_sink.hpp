// SQLite: the tables events, participants, places, casualties and documents, the view v_acled, and full-text search over the
// texts as written and as our normaliser folds them.
#pragma once

#include <memory>
#include <string>

#include "sink/code_book.hpp"
#include "sink/database.hpp"
#include "sink/scratch_file.hpp"
#include "text/normalizer.hpp"

namespace rasd {

struct SqliteOptions {
  std::string version;  // of the program, for the table `about`
  std::string command;  // with which it was run
};

class SqliteSink : public RecordSink {
 public:
  // Null where there is no place for the file; the output says why. `output` and `book` outlive the sink.
  static std::unique_ptr<SqliteSink> open(Output& output, const CodeBook& book, Normalizer normalizer,
                                          const SqliteOptions& options);
  // A record whose event_id is there already is the same event, and left out.
  bool write(const Record& record) override;
  bool finish() override;

 private:
  SqliteSink(Output& output, std::unique_ptr<ScratchFile> file, const CodeBook& book, Normalizer normalizer)
      : output_(output), file_(std::move(file)), codes_(book), normalizer_(std::move(normalizer)), database_(file_->path()) {}
  bool prepare(const SqliteOptions& options);
  bool good(bool done);
  bool write_participants(const Record& record, const char* side, const char* word);
  bool write_place(const Record& record, const Record& place, std::int64_t number);
  bool write_casualties(const Record& record);
  bool write_search(const Record& record);

  Output& output_;
  std::unique_ptr<ScratchFile> file_;
  const CodeBook& codes_;
  Normalizer normalizer_;
  Database database_;
  std::unique_ptr<Statement> documents_, events_, participants_, places_, casualties_, search_;
  std::int64_t number_ = 0;
  std::vector<Cell> cells_;
};

}  // namespace rasd
