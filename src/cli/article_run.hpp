// One run of extract over its articles: where they come from, how far it is, where it stops and goes on.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "cli/inputs.hpp"
#include "cli/journal.hpp"
#include "cli/messages.hpp"
#include "cli/progress.hpp"
#include "cli/run_options.hpp"
#include "rasd/extractor.hpp"
#include "sink/jsonl_sink.hpp"
#include "sink/output.hpp"
#include "source/byte_stream.hpp"

namespace rasd::cli {

class ArticleRun {
 public:
  ArticleRun(const InputOptions& input, const RunOptions& options, Messages& messages);
  ~ArticleRun();
  ArticleRun(const ArticleRun&) = delete;  // is listened to
  ArticleRun& operator=(const ArticleRun&) = delete;

  // Where the events go: a new file, or with --resume the one that a killed run of the same kind (`sameness`) left. Null where it
  // cannot be written or must not be; it has been said.
  std::unique_ptr<Output> open_output(const std::string& path, const std::string& sameness);

  // Is told of every record of the input, those of other shards as well.
  void on_record(Articles::Listener tell) { articles_.on_record(std::move(tell)); }
  // The next article that is not in the output yet.
  bool next(Document& out);
  // Bytes of whole articles on their way to the output.
  bool put(Output& output, std::string_view bytes);
  // Around the writing of an article: the lines of errors that stand before it, then what was written.
  void before(JsonlSink* lines);
  void after(std::size_t events);
  // Whether it is time to hand out what is buffered, so that a kill costs little; then checkpoint() remembers it.
  [[nodiscard]] bool checkpoint_due() const { return journal_ != nullptr && written_ % kCheckpointArticles == 0; }
  void checkpoint(const Output& output);
  // At the end: the remaining lines of errors.
  void last(JsonlSink* lines);
  int finish(Output& output, bool written);

 private:
  static constexpr std::uint64_t kCheckpointArticles = 1000;
  struct ErrorLine {
    std::uint64_t before_article;  // counted from 1
    std::string line;
  };
  [[nodiscard]] std::string fingerprint(const std::string& sameness) const;
  std::unique_ptr<Output> resume_output(const std::string& path, const std::string& sameness);

  const RunOptions& options_;
  Messages& messages_;
  ReadControl control_;
  Articles articles_;
  Progress progress_;
  std::unique_ptr<Journal> journal_;
  std::uint64_t skipped_ = 0;  // articles whose events an earlier run wrote
  std::uint64_t read_ = 0;
  std::uint64_t written_ = 0;
  std::uint64_t end_mark_ = 0;  // 1 when the lines behind the last article are in the output as well
  std::uint64_t events_ = 0;
  std::deque<ErrorLine> error_lines_;
};

}  // namespace rasd::cli
