// The options that say in which form events are written, and the sink that writes them so.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/messages.hpp"
#include "cli/resources.hpp"
#include "sink/code_book.hpp"
#include "sink/format.hpp"
#include "sink/output.hpp"
#include "sink/record_sink.hpp"
#include "text/normalizer.hpp"

namespace CLI {
class App;
}

namespace rasd::cli {

struct FormatOptions {
  std::optional<Format> format;  // else by the extension of the output
  std::optional<bool> byte_order_mark;
  bool raw_cells = false;
  bool extra_columns = false;
};

void add_format_options(CLI::App& command, FormatOptions& options);

// The format of an output; nothing where its extension is none of ours: it has been said, and the exit code is kUsage.
[[nodiscard]] std::optional<Format> choose_format(const FormatOptions& options, const std::string& output, Messages& messages);

// A sink for one of the formats, with the tables it needs.
class RecordFormat {
 public:
  // Null where its tables cannot be read or its file cannot be made; it has been said.
  static std::unique_ptr<RecordFormat> open(Format format, const FormatOptions& options,
                                            const KnowledgeOptions& knowledge, Output& output, Messages& messages);
  [[nodiscard]] RecordSink& sink() { return *sink_; }

 private:
  explicit RecordFormat(CodeBook book) : book_(std::move(book)) {}
  std::unique_ptr<RecordSink> make(Format format, const FormatOptions& options, Output& output);

  CodeBook book_;
  std::optional<Normalizer> normalizer_;  // where the format searches texts
  std::unique_ptr<RecordSink> sink_;
};

}  // namespace rasd::cli
