// The C interface: include/rasd/rasd.h over the extractor, and the readers and writers that the program has.
#include "rasd/rasd.h"

#include <dlfcn.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <filesystem>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/knowledge_folders.hpp"
#include "rasd/extractor.hpp"
#include "sink/jsonl_sink.hpp"
#include "source/json_article.hpp"
#include "source/source.hpp"

#ifndef RASD_VERSION
#define RASD_VERSION "0.0.0"
#endif

struct rasd_result {
  std::string lines;
  std::string message;
};

namespace {

// Scratch memory of one call at a time. It is kept from call to call: a warm word cache is much of the speed.
struct Worker {
  Worker(const std::shared_ptr<const rasd::Knowledge>& knowledge, const rasd::JsonlOptions& options)
      : workspace(knowledge), writer(options), reader({}) {}
  rasd::Workspace workspace;
  rasd::EventLineWriter writer;
  rasd::JsonArticleReader reader;
};

}  // namespace

struct rasd_extractor {
 public:
  rasd_extractor(std::shared_ptr<const rasd::Knowledge> knowledge, const rasd::JsonlOptions& lines)
      : knowledge_(std::move(knowledge)), lines_(lines), extractor_(knowledge_) {}

  std::unique_ptr<Worker> borrow() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        std::unique_ptr<Worker> worker = std::move(idle_.back());
        idle_.pop_back();
        return worker;
      }
    }
    return std::make_unique<Worker>(knowledge_, lines_);
  }
  void give_back(std::unique_ptr<Worker> worker) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(worker));
  }
  void extract(const rasd::Document& document, Worker& worker, std::string& lines) const {
    worker.writer.append(document, extractor_.extract(document, worker.workspace), lines);
  }

 private:
  std::shared_ptr<const rasd::Knowledge> knowledge_;
  rasd::JsonlOptions lines_;
  rasd::Extractor extractor_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Worker>> idle_;
};

namespace {

using rasd::Document;
using rasd::ReadLog;

rasd_status fail(rasd_result& result, rasd_status status, std::string message) {
  result.message = std::move(message);
  return status;
}

// Runs `call` with a new result and hands that out. Whatever is thrown ends here.
template <class Call>
rasd_status answer(rasd_result** out, const Call& call) noexcept {
  if (out != nullptr) *out = nullptr;
  std::unique_ptr<rasd_result> result(new (std::nothrow) rasd_result);
  if (!result) return RASD_NO_MEMORY;
  rasd_status status = RASD_OK;
  try {
    status = call(*result);
  } catch (const std::bad_alloc&) {
    result->lines.clear();
    result->message.clear();
    status = RASD_NO_MEMORY;
  } catch (const std::exception& error) {
    status = RASD_INTERNAL;
    try {
      result->lines.clear();
      result->message = error.what();
    } catch (...) {
      result->message.clear();
    }
  } catch (...) {
    status = RASD_INTERNAL;
  }
  if (out != nullptr) *out = result.release();
  return status;
}

// Directory of this library; empty where that is not known.
std::string library_folder() {
  Dl_info info = {};
  if (::dladdr(reinterpret_cast<const void*>(&rasd_version), &info) == 0 || info.dli_fname == nullptr) return {};
  std::error_code error;
  const std::filesystem::path file = std::filesystem::canonical(info.dli_fname, error);
  return error ? std::string() : file.parent_path().string();
}

// The members that the caller's struct has; those behind them keep their defaults.
rasd_options known_options(const rasd_options* given) {
  rasd_options options = RASD_OPTIONS_INIT;
  if (given != nullptr) std::memcpy(&options, given, std::min(given->size, sizeof options));
  return options;
}

rasd_status open(const rasd_options* given, rasd_extractor** out, rasd_result& result) {
  if (out == nullptr) return fail(result, RASD_BAD_ARGUMENT, "rasd_open: out is NULL");
  *out = nullptr;
  const rasd_options options = known_options(given);
  if (options.offsets < RASD_CODE_POINTS || options.offsets > RASD_UTF16) {
    return fail(result, RASD_BAD_ARGUMENT, "rasd_open: offsets is none of rasd_offsets");
  }
  rasd::KnowledgeRequest request;
  request.beside = library_folder();
#ifdef RASD_SOURCE_DIR
  request.source_tree = RASD_SOURCE_DIR;
#endif
  for (const auto& [path, into] : {std::pair{options.rules, &request.rules}, std::pair{options.data, &request.data}}) {
    if (path == nullptr || *path == '\0') continue;
    std::error_code error;
    if (!std::filesystem::is_directory(path, error)) return fail(result, RASD_BAD_KNOWLEDGE, std::string(path) + ": no such directory");
    *into = path;
  }
  const auto paths = rasd::find_knowledge_folders(request);
  if (!paths) return fail(result, RASD_BAD_KNOWLEDGE, std::string(rasd::kNoKnowledge) + "; name them in rasd_options");
  auto knowledge = rasd::Knowledge::load(*paths);
  if (!knowledge) {
    for (const rasd::Diagnostic& fault : knowledge.error()) result.message += fault.to_string() + '\n';
    return RASD_BAD_KNOWLEDGE;
  }
  const auto offsets = options.offsets == RASD_BYTES   ? rasd::OffsetUnit::byte
                       : options.offsets == RASD_UTF16 ? rasd::OffsetUnit::utf16
                                                       : rasd::OffsetUnit::code_point;
  *out = new rasd_extractor(std::move(knowledge).value(), {offsets, options.provenance != 0});
  return RASD_OK;
}

constexpr std::size_t kMaxBytes = rasd::ReadOptions{}.max_record_bytes;

// Null where the arguments are fit to be read.
const char* fault_of(const rasd_extractor* extractor, const char* bytes, std::size_t size) {
  if (extractor == nullptr) return "the extractor is NULL";
  if (bytes == nullptr && size > 0) return "the text is NULL";
  return size > kMaxBytes ? "the text is larger than 16 MB" : nullptr;
}

void tell(const std::vector<rasd::InputIssue>& issues, std::string& message) {
  for (const rasd::InputIssue& issue : issues) message += (message.empty() ? "" : "\n") + issue.reason;
}

rasd_status extract_text(rasd_extractor& extractor, std::string_view text, const char* published, rasd_result& result) {
  Document document;
  document.text = text;
  ReadLog log;
  if (published != nullptr && *published != '\0') {
    document.published = published;
    if (!rasd::parse_published(document.published)) {
      return fail(result, RASD_BAD_ARGUMENT, "published is no date: \"" + document.published.substr(0, 40) + "\"; write YYYY-MM-DD");
    }
  }
  rasd::complete_document(document, {}, {}, log);
  std::unique_ptr<Worker> worker = extractor.borrow();
  extractor.extract(document, *worker, result.lines);
  extractor.give_back(std::move(worker));
  return RASD_OK;
}

rasd_status extract_record(rasd_extractor& extractor, std::string_view json, rasd_result& result) {
  if (json.find_first_not_of(" \t\r\n") == std::string_view::npos) return RASD_OK;
  std::unique_ptr<Worker> worker = extractor.borrow();
  Document document;
  ReadLog log;
  const bool good = worker->reader.read(json, {"record", 0, 0, {}}, document, log);
  if (good) extractor.extract(document, *worker, result.lines);
  extractor.give_back(std::move(worker));
  tell(good ? log.warnings : log.rejections, result.message);
  return good ? RASD_OK : RASD_BAD_RECORD;
}

}  // namespace

extern "C" {

rasd_status rasd_open(const rasd_options* options, rasd_extractor** out, rasd_result** result) {
  return answer(result, [&](rasd_result& own) { return open(options, out, own); });
}

void rasd_close(rasd_extractor* extractor) { delete extractor; }

rasd_status rasd_extract_text(rasd_extractor* extractor, const char* text, size_t size, const char* published, rasd_result** result) {
  return answer(result, [&](rasd_result& own) {
    if (const char* const fault = fault_of(extractor, text, size)) return fail(own, RASD_BAD_ARGUMENT, fault);
    return extract_text(*extractor, std::string_view(text, size), published, own);
  });
}

rasd_status rasd_extract_record(rasd_extractor* extractor, const char* json, size_t size, rasd_result** result) {
  return answer(result, [&](rasd_result& own) {
    if (const char* const fault = fault_of(extractor, json, size)) return fail(own, RASD_BAD_ARGUMENT, fault);
    return extract_record(*extractor, std::string_view(json, size), own);
  });
}

const char* rasd_result_lines(const rasd_result* result, size_t* size) {
  if (size != nullptr) *size = result == nullptr ? 0 : result->lines.size();
  return result == nullptr ? "" : result->lines.c_str();
}

const char* rasd_result_message(const rasd_result* result) { return result == nullptr ? "" : result->message.c_str(); }

void rasd_result_free(rasd_result* result) { delete result; }

const char* rasd_version(void) { return RASD_VERSION; }

}  // extern "C"
