#include "cli/article_run.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "cli/exit_codes.hpp"
#include "cli/interrupt.hpp"
#include "cli/outputs.hpp"
#include "text/stable_hash.hpp"

namespace rasd::cli {
namespace {

// Sizes of the files to read, all known or 0: a pipe has none.
std::uint64_t total_size(const std::vector<std::string>& paths) {
  std::uint64_t total = 0;
  for (const std::string& path : paths) {
    struct stat info = {};
    const bool known = path == "-" ? ::fstat(STDIN_FILENO, &info) == 0 : ::stat(path.c_str(), &info) == 0;
    if (known && S_ISREG(info.st_mode)) {
      total += static_cast<std::uint64_t>(info.st_size);
    } else if (path == "-") {
      return 0;
    }
  }
  return total;
}

}  // namespace

ArticleRun::ArticleRun(const InputOptions& input, const RunOptions& options, Messages& messages)
    : options_(options),
      messages_(messages),
      articles_(input, messages, &control_),
      progress_(progress_style(options.progress, options.verbose, options.quiet), total_size(articles_.paths())) {
  messages.set_line_shown(progress_style(options.progress, options.verbose, options.quiet) == ProgressStyle::line);
  stop_when_interrupted(control_.stop);
  if (options.errors.on_error != OnError::emit) return;
  messages.errors().on_reject([this](const Rejection& rejection) {
    if (read_ >= skipped_) error_lines_.push_back({read_ + 1, emitted_line(rejection)});
  });
}

ArticleRun::~ArticleRun() { stop_when_interrupted(); }

std::string ArticleRun::fingerprint(const std::string& sameness) const {
  std::uint64_t hash = stable_hash(sameness);
  for (const std::string& path : articles_.paths()) {
    struct stat info = {};
    if (::stat(path.c_str(), &info) != 0) info.st_size = -1;
    hash = stable_hash(path + ' ' + std::to_string(info.st_size) + ' ' + std::to_string(info.st_mtim.tv_sec) + '.' +
                           std::to_string(info.st_mtim.tv_nsec) + '\n',
                       hash);
  }
  return hex16(hash);
}

std::unique_ptr<Output> ArticleRun::resume_output(const std::string& path, const std::string& sameness) {
  journal_ = std::make_unique<Journal>(path + ".resume", fingerprint(sameness));
  Checkpoint last;
  const Journal::State state = journal_->read(last);
  if (state == Journal::State::other_run) {
    messages_.error(path + ".resume: is of another run (other inputs, options or rules); remove it and " + path +
                    ".partial to begin anew");
    return nullptr;
  }
  if (state == Journal::State::none) last = {};
  std::string fault;
  std::unique_ptr<Output> output = Output::open_partial(path, last.bytes, fault);
  if (output && output->bytes() != last.bytes) last = {};  // the partial file is gone: all anew
  if (output && !journal_->begin(last, fault)) output.reset();
  if (!output) {
    messages_.error(fault);
    return nullptr;
  }
  skipped_ = last.articles;
  if (skipped_ > 0 && options_.verbose) messages_.note("goes on after " + std::to_string(skipped_) + " articles");
  return output;
}

std::unique_ptr<Output> ArticleRun::open_output(const std::string& path, const std::string& sameness) {
  const bool is_file = !path.empty() && path != "-";
  std::error_code ignored;
  if (is_file && options_.no_clobber && std::filesystem::exists(path, ignored)) {
    messages_.error(path + ": exists, and --no-clobber was asked for");
    return nullptr;
  }
  return options_.resume && is_file ? resume_output(path, sameness) : cli::open_output(path, messages_);
}

bool ArticleRun::next(Document& out) {
  while (articles_.next(out)) {
    if (++read_ > skipped_) return true;
    written_ = read_;
    progress_.update(written_, events_, control_.bytes_read.load(std::memory_order_relaxed));
  }
  return false;
}

bool ArticleRun::put(Output& output, std::string_view bytes) {
  if (!output.write(bytes)) return false;
  checkpoint(output);
  return true;
}

void ArticleRun::checkpoint(const Output& output) {
  if (!journal_ || journal_->note({written_ + end_mark_, output.bytes()})) return;
  messages_.error("the journal of --resume cannot be written; a run that is killed now begins at its last entry");
  journal_.reset();
}

void ArticleRun::before(JsonlSink* lines) {
  ++written_;
  for (; !error_lines_.empty() && error_lines_.front().before_article <= written_; error_lines_.pop_front()) {
    if (lines != nullptr) lines->append_line(error_lines_.front().line);
  }
}

void ArticleRun::after(std::size_t events) {
  events_ += events;
  progress_.update(written_, events_, control_.bytes_read.load(std::memory_order_relaxed));
}

void ArticleRun::last(JsonlSink* lines) {
  if (caught_signal() != 0) return;
  end_mark_ = 1;
  for (const ErrorLine& error : error_lines_) {
    if (lines != nullptr) lines->append_line(error.line);
  }
  error_lines_.clear();
}

int ArticleRun::finish(Output& output, bool written) {
  progress_.finish(written_, events_, control_.bytes_read.load());
  messages_.set_line_shown(false);
  const int code = finish_run(output, written, messages_);
  const bool is_complete = output.temporary().empty();
  if (journal_ && is_complete) journal_->remove();
  if (journal_ && !is_complete && caught_signal() != 0) messages_.note("stopped; the same command goes on from here");
  return code;
}

}  // namespace rasd::cli
