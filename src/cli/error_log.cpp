#include "cli/error_log.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>

#include "sink/json_writer.hpp"

namespace rasd::cli {
namespace {

constexpr std::size_t kMaxGroups = 200;
constexpr std::size_t kShownGroups = 6;

// What many records can have in common: the reason up to its particulars.
std::string common_part(const std::string& reason) {
  std::string out = reason.substr(0, reason.find_first_of(":;(\"0123456789"));
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out.empty() ? reason : out;
}

}  // namespace

std::string error_line(const InputIssue& issue) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.member("file", issue.file);
  json.member("line", static_cast<std::int64_t>(issue.line));
  json.member("byte", static_cast<std::int64_t>(issue.byte));
  json.member("reason", issue.reason);
  json.end_object();
  return out;
}

std::string emitted_line(const Rejection& rejection) { return "{\"error\":" + error_line(rejection) + "}\n"; }

std::optional<Rejection> read_emitted_line(std::string_view line) {
  constexpr std::string_view kStart = "{\"error\":";
  if (line.substr(0, kStart.size()) != kStart) return std::nullopt;  // cheap: records have other first keys
  const auto json = nlohmann::json::parse(line, nullptr, false);
  if (!json.is_object() || json.size() != 1 || !json["error"].is_object()) return std::nullopt;
  const nlohmann::json& error = json["error"];
  const auto has = [&error](const char* key, auto is) { return error.contains(key) && (error[key].*is)(); };
  using Is = bool (nlohmann::json::*)() const noexcept;
  const Is is_number = &nlohmann::json::is_number_unsigned;
  const Is is_text = &nlohmann::json::is_string;
  if (!has("file", is_text) || !has("line", is_number) || !has("byte", is_number) || !has("reason", is_text)) return std::nullopt;
  return Rejection{error["file"].get<std::string>(), error["line"].get<std::uint64_t>(), error["byte"].get<std::uint64_t>(),
                   error["reason"].get<std::string>()};
}

ErrorLog::~ErrorLog() {
  if (file_ != nullptr) std::fclose(file_);
}

bool ErrorLog::open(const ErrorPolicy& policy, std::string& fault) {
  policy_ = policy;
  if (policy_.path.empty()) return true;
  file_ = std::fopen(policy_.path.c_str(), "we");
  if (file_ == nullptr) fault = policy_.path + ": cannot be written: " + std::strerror(errno);
  return file_ != nullptr;
}

void ErrorLog::write(const InputIssue& issue) {
  if (file_ != nullptr) std::fprintf(file_, "%s\n", error_line(issue).c_str());
}

void ErrorLog::reject(const Rejection& rejection) {
  ++count_;
  write(rejection);
  for (const auto& listener : listeners_) listener(rejection);
  const std::string reason = common_part(rejection.reason);
  auto group = std::find_if(groups_.begin(), groups_.end(), [&](const Group& known) { return known.reason == reason; });
  if (group == groups_.end()) {
    if (groups_.size() >= kMaxGroups) return;
    groups_.push_back({reason, rejection.file + (rejection.line > 0 ? ':' + std::to_string(rejection.line) : std::string()), 0});
    group = groups_.end() - 1;
  }
  ++group->count;
}

void ErrorLog::fail(const InputIssue& failure) { write(failure); }

bool ErrorLog::close(std::string& fault) {
  if (file_ == nullptr) return true;
  const bool good = std::ferror(file_) == 0;
  const bool closed = std::fclose(file_) == 0;
  file_ = nullptr;
  if (!good || !closed) fault = policy_.path + ": cannot be written: " + std::strerror(errno);
  return good && closed;
}

bool ErrorLog::gave_up() const { return (policy_.on_error == OnError::fail && count_ > 0) || count_ > policy_.max_errors; }

std::string ErrorLog::why_gave_up() const {
  return policy_.on_error == OnError::fail ? "stopped at the first rejected record (--on-error fail)"
                                           : "stopped: more than " + std::to_string(policy_.max_errors) + " rejected records (--max-errors)";
}

std::string ErrorLog::groups() const {
  std::vector<Group> sorted = groups_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Group& a, const Group& b) { return a.count > b.count; });
  std::string out;
  std::size_t shown = 0;
  for (std::size_t i = 0; i < sorted.size() && i < kShownGroups; ++i) {
    out += (out.empty() ? "" : ", ") + std::to_string(sorted[i].count) + ' ' + sorted[i].reason + " (first " + sorted[i].first + ')';
    shown += sorted[i].count;
  }
  if (shown < count_) out += ", " + std::to_string(count_ - shown) + " other";
  return out;
}

}  // namespace rasd::cli
