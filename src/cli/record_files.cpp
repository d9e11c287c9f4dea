#include "cli/record_files.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/exit_codes.hpp"
#include "sink/record_values.hpp"

namespace rasd::cli {

void add_record_files(CLI::App& command, RecordFiles& files) {
  command.add_option("input", files.paths, "Event records as rasd extract writes them, one a line; - or nothing is standard input")
      ->type_name("FILE");
}

bool has_no_input(const RecordFiles& files) { return files.paths.empty() && ::isatty(STDIN_FILENO) == 1; }

int explain_usage(const char* command, const RecordFiles& /*files*/) {
  std::fprintf(stderr,
               "rasd: no input. Name a file of event records, or send them on standard input:\n"
               "  rasd %s events.jsonl\n"
               "  rasd extract articles.jsonl | rasd %s\n"
               "More: rasd %s --help\n",
               command, command, command);
  return kUsage;
}

RecordLineReader::RecordLineReader(const RecordFiles& files, Messages& messages) : paths_(files.paths), messages_(messages) {
  if (paths_.empty()) paths_.emplace_back("-");
}

bool RecordLineReader::open_next() {
  while (opened_ < paths_.size()) {
    const std::string& path = paths_[opened_++];
    std::string fault;
    std::unique_ptr<ByteStream> stream = DescriptorStream::open(path, nullptr, fault);
    name_ = path == "-" ? "stdin" : path;
    number_ = 0;
    if (!stream) {
      messages_.error(name_ + ": " + fault);
      continue;
    }
    bytes_ = std::make_unique<ByteReader>(std::move(stream));
    if (bytes_->peek(1) == "{" || !is_packed(bytes_->peek(kPackedHead))) return true;
    archive_ = std::make_unique<Archive>(std::move(bytes_));
    if (archive_->next_member()) {
      bytes_ = std::make_unique<ByteReader>(std::make_unique<MemberStream>(*archive_));
      return true;
    }
    messages_.error(name_ + ": " + (archive_->fault().empty() ? "an archive with nothing in it" : archive_->fault()));
  }
  return false;
}

bool RecordLineReader::next() {
  while (bytes_ || open_next()) {
    bool too_long = false;
    offset_ = bytes_->offset();
    if (!bytes_->next_line(line_, too_long)) {
      if (const std::string fault = bytes_->fault(); !fault.empty()) messages_.error(name_ + ": " + fault);
      bytes_.reset();
      continue;
    }
    ++number_;
    if (too_long) {
      reject("the line is too long for an event record");
      continue;
    }
    if (number_ == 1 && line_.substr(0, 3) == "\xEF\xBB\xBF") line_.remove_prefix(3);
    if (const auto rejection = read_emitted_line(line_)) {
      take(*rejection);
    } else if (line_.find_first_not_of(" \t\r") != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

bool RecordLineReader::write_all(RecordSink& sink) {
  std::string fault;
  bool good = true;
  while (good && next()) {
    if (const std::optional<Record> record = parse_record(line_, fault)) {
      good = sink.write(*record);
    } else {
      reject(fault);
    }
  }
  return good;
}

void RecordLineReader::reject(const std::string& reason) { take({name_, number_, offset_, reason}); }

void RecordLineReader::take(const Rejection& rejection) {
  ReadLog log;
  log.rejections.push_back(rejection);
  messages_.take(log);
}

}  // namespace rasd::cli
