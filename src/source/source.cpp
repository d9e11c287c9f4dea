#include "source/source.hpp"

#include "source/archive_source.hpp"
#include "source/csv_source.hpp"
#include "source/encoding.hpp"
#include "source/format.hpp"
#include "source/html_source.hpp"
#include "source/json_source.hpp"
#include "source/jsonl_source.hpp"
#include "source/text_source.hpp"
#include "source/warc_source.hpp"
#include "text/stable_hash.hpp"
#include "text/utf8.hpp"

namespace rasd {
namespace {

constexpr std::size_t kSampleBytes = std::size_t{64} << 10;
constexpr int kMaxDepth = 4;  // an archive in an archive in …

// Says at the end how much of an input was no text in the encoding that it is in.
class DecodedSource : public Source {
 public:
  DecodedSource(std::unique_ptr<Source> source, std::string name, std::string encoding, std::shared_ptr<std::uint64_t> lost)
      : source_(std::move(source)), name_(std::move(name)), encoding_(std::move(encoding)), lost_(std::move(lost)) {}
  bool next(Document& out, ReadLog& log) override {
    if (source_->next(out, log)) return true;
    if (*lost_ > 0) {
      log.warnings.push_back({name_, 0, 0, std::to_string(*lost_) + " bytes or sequences are no " + encoding_ + "; read as U+FFFD"});
    }
    *lost_ = 0;
    return false;
  }

 private:
  std::unique_ptr<Source> source_;
  std::string name_;
  std::string encoding_;
  std::shared_ptr<std::uint64_t> lost_;
};

// Reads no further ahead than the first line where that is a JSON object: a pipe may send one record now and the next tomorrow.
Encoding encoding_of(ByteReader& bytes, const ReadOptions& options) {
  if (!options.encoding.empty()) return {options.encoding, 0, false};
  const std::string_view first = bytes.peek_line();
  if (!first.empty() && first.front() == '{' && first.find('\0') == std::string_view::npos && is_valid_utf8(first)) return {"UTF-8", 0, false};
  return detect_encoding(bytes.peek(kSampleBytes));
}

std::unique_ptr<Source> make_source(InputFormat format, std::unique_ptr<ByteReader> bytes, const std::string& name,
                                    const ReadOptions& options) {
  switch (format) {
    case InputFormat::jsonl:
      return std::make_unique<JsonlSource>(std::move(bytes), name, options);
    case InputFormat::json:
      return std::make_unique<JsonSource>(std::move(bytes), name, options);
    case InputFormat::csv:
      return std::make_unique<CsvSource>(std::move(bytes), name, options, '\0');
    case InputFormat::tsv:
      return std::make_unique<CsvSource>(std::move(bytes), name, options, '\t');
    case InputFormat::html:
      return std::make_unique<HtmlSource>(std::move(bytes), name, options);
    case InputFormat::warc:
      return std::make_unique<WarcSource>(std::move(bytes), name, options);
    case InputFormat::text:
    case InputFormat::detect:
      break;
  }
  return std::make_unique<TextSource>(std::move(bytes), name, options);
}

}  // namespace

std::string InputIssue::to_string() const {
  return line == 0 ? file + ": " + reason : file + ':' + std::to_string(line) + ": " + reason;
}

void complete_document(Document& document, const ReadOptions& options, const InputIssue& where, ReadLog& log) {
  if (document.published.empty()) document.published = options.published;
  document.anchor.reset();
  if (!document.published.empty()) {
    document.anchor = parse_published(document.published, options.date_order);
    if (!document.anchor) {
      InputIssue issue = where;
      issue.reason = "published is no date: \"" + document.published.substr(0, 40) +
                     "\"; relative dates of this article stay open (write YYYY-MM-DD)";
      log.warnings.push_back(std::move(issue));
    }
  }
  if (document.id.empty()) {
    document.id = "doc_" + hex16(stable_hash(document.url.empty() ? document.text : document.url));
  }
}

std::string too_large(std::string_view what, const ReadOptions& options) {
  const std::size_t bytes = options.max_record_bytes;
  const bool is_round = bytes % (std::size_t{1} << 20) == 0;
  return std::string(what) + " larger than " + (is_round ? std::to_string(bytes >> 20) + " MB" : std::to_string(bytes) + " bytes") +
         "; raise --max-record-bytes";
}

std::unique_ptr<Source> open_bytes(std::unique_ptr<ByteReader> bytes, const std::string& name, const ReadOptions& options, int depth,
                                   ReadLog& log) {
  if (is_packed(bytes->peek(kPackedHead))) {
    if (depth < kMaxDepth) return std::make_unique<ArchiveSource>(std::move(bytes), name, options, depth);
    log.rejections.push_back({name, 0, 0, "packed more than " + std::to_string(kMaxDepth) + " times"});
    return nullptr;
  }
  InputFormat format = options.format == InputFormat::detect ? format_by_name(name) : options.format;
  if (const std::string_view foreign = foreign_format(bytes->peek(16)); !foreign.empty() && options.format == InputFormat::detect) {
    log.rejections.push_back({name, 0, 0, std::string(foreign) + ", not text; extract its text first"});
    return nullptr;
  }
  const bool may_be_warc = format == InputFormat::detect || format == InputFormat::text;
  if (may_be_warc && options.format == InputFormat::detect && bytes->peek(7) == "WARC/1.") format = InputFormat::warc;
  // Pages and what a crawler stored say themselves, each for itself, what they are encoded in.
  if (format == InputFormat::warc || format == InputFormat::html) return make_source(format, std::move(bytes), name, options);
  if (format == InputFormat::detect && looks_like_html(bytes->peek_line())) {
    return make_source(InputFormat::html, std::move(bytes), name, options);
  }
  const Encoding encoding = encoding_of(*bytes, options);
  if (encoding.name == "binary") {
    log.rejections.push_back({name, 0, 0, "holds no text (binary data)"});
    return nullptr;
  }
  const auto lost = std::make_shared<std::uint64_t>(0);
  const bool is_utf8 = encoding.name == "UTF-8";
  if (!is_utf8) {
    if (encoding.guessed) log.notes.push_back({name, 0, 0, "read as " + encoding.name});
    bytes->skip(encoding.mark);
    bytes = std::make_unique<ByteReader>(std::make_unique<DecodedStream>(std::move(bytes), encoding.name, lost), options.max_record_bytes);
  }
  // Other tools write JSON Lines into .json as well.
  if (options.format == InputFormat::detect && (format == InputFormat::detect || (format == InputFormat::json && is_json_object(bytes->peek_line())))) {
    format = format_by_content(*bytes);
  }
  auto source = make_source(format, std::move(bytes), name, options);
  return is_utf8 ? std::move(source) : std::make_unique<DecodedSource>(std::move(source), name, encoding.name, lost);
}

std::unique_ptr<Source> open_source(const std::string& path, const ReadOptions& options, ReadLog& log) {
  std::string fault;
  std::unique_ptr<ByteStream> stream = DescriptorStream::open(path, options.control, fault);
  const std::string name = path == "-" ? "stdin" : path;
  if (!stream) {
    log.failures.push_back({name, 0, 0, fault});
    return nullptr;
  }
  return open_bytes(std::make_unique<ByteReader>(std::move(stream), options.max_record_bytes), name, options, 0, log);
}

}  // namespace rasd
