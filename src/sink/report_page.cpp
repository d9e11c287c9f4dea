#include "sink/report_page.hpp"

#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "text/sha256.hpp"
#include "text/table_reader.hpp"
#include "text/utf8.hpp"

namespace rasd {
namespace {

constexpr std::string_view kOpen = "{{";
constexpr std::string_view kClose = "}}";
// What differs from page to page.
const std::set<std::string> kGiven = {"data", "title", "language", "direction"};
const std::set<std::string> kFixed = {"policy", "style", "script", "labels", "world"};

// Characters that end a line of JavaScript or turn the direction of what follows, wherever they stand.
bool is_unseen(char32_t point) {
  return point == 0x2028 || point == 0x2029 || point == 0x061C || point == 0x200E || point == 0x200F ||
         (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF;
}

void append_escape(std::string& out, char32_t point) {
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += "0123456789abcdef"[(point >> shift) & 0xF];
}

// Calls `text` with what stands between place holders and `holder` with their names.
template <class Text, class Holder>
void walk(std::string_view frame, const Text& text, const Holder& holder) {
  while (true) {
    const std::size_t open = frame.find(kOpen);
    const std::size_t close = open == std::string_view::npos ? open : frame.find(kClose, open);
    if (close == std::string_view::npos) break;
    text(frame.substr(0, open));
    holder(std::string(frame.substr(open + kOpen.size(), close - open - kOpen.size())));
    frame.remove_prefix(close + kClose.size());
  }
  text(frame);
}

std::string source_hash(const std::string& content) {
  const auto digest = sha256(content);
  return "'sha256-" + base64(digest.data(), digest.size()) + '\'';
}

// Nothing may be loaded from anywhere; no script or style runs but ours.
std::string policy_of(const std::string& script, const std::string& style) {
  return "default-src 'none'; script-src " + source_hash(script) + "; style-src " + source_hash(style) +
         "; base-uri 'none'; form-action 'none'";
}

class Parts {
 public:
  explicit Parts(std::string folder) : folder_(std::move(folder)) {}
  std::string file(const std::string& name) {
    Result<std::string> content = read_file(folder_ + '/' + name);
    if (content) return std::move(content).value();
    faults_.insert(faults_.end(), content.error().begin(), content.error().end());
    return {};
  }
  // The files of a kind below a folder, in the order of their names.
  std::string joined(const std::string& name, std::string_view extension) {
    std::string all;
    const std::vector<std::string> paths = list_files(folder_ + '/' + name, extension);
    if (paths.empty()) fault(name, "D001", "no file " + std::string(extension) + " in this folder");
    for (const std::string& path : paths) {
      Result<std::string> content = read_file(path);
      if (content) {
        all += content.value();
      } else {
        faults_.insert(faults_.end(), content.error().begin(), content.error().end());
      }
    }
    return all;
  }
  std::string json(const std::string& name) {
    const std::string content = file(name);
    if (faults_.empty() && !nlohmann::json::accept(content)) fault(name, "D081", "not JSON");
    return content;
  }
  void fault(const std::string& name, std::string code, std::string message) {
    faults_.push_back({std::move(code), folder_ + '/' + name, 0, 0, std::move(message), {}});
  }
  [[nodiscard]] const Diagnostics& faults() const { return faults_; }

 private:
  std::string folder_;
  Diagnostics faults_;
};

}  // namespace

std::string script_json(std::string_view json) {
  std::string out;
  out.reserve(json.size() + json.size() / 64);
  std::size_t copied = 0;
  for (std::size_t i = 0; i < json.size();) {
    const auto byte = static_cast<unsigned char>(json[i]);
    const bool is_markup = byte == '<' || byte == '>' || byte == '&';
    // All characters to escape begin with one of these bytes.
    const bool may_be_unseen = byte == 0xD8 || byte == 0xE2 || byte == 0xEF;
    if (!is_markup && !may_be_unseen) {
      ++i;
      continue;
    }
    const DecodedPoint point = decode_utf8(json, i);
    if (is_markup || is_unseen(point.point)) {
      out.append(json, copied, i - copied);
      append_escape(out, point.point);
      copied = i + point.size;
    }
    i += point.size;
  }
  return out.append(json, copied, json.size() - copied);
}

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

Result<ReportPage> ReportPage::load(const std::string& folder) {
  Parts files(folder);
  ReportPage page;
  page.frame_ = files.file("page.html");
  const std::string script = "(() => {\n\"use strict\";\n" + files.joined("script", ".js") + "})();\n";
  const std::string style = files.joined("style", ".css");
  page.parts_["labels"] = script_json("{\"en\":" + files.json("labels.en.json") + ",\"ar\":" + files.json("labels.ar.json") + '}');
  page.parts_["world"] = script_json(files.json("world.json"));
  page.parts_["policy"] = policy_of(script, style);
  page.parts_["script"] = script;
  page.parts_["style"] = style;
  if (!files.faults().empty()) return files.faults();
  std::set<std::string> missing = kGiven;
  missing.insert(kFixed.begin(), kFixed.end());
  walk(page.frame_, [](std::string_view) {}, [&](const std::string& name) {
    if (missing.erase(name) == 0 && kGiven.count(name) + kFixed.count(name) == 0) {
      files.fault("page.html", "D082", "there is nothing that could take the place of {{" + name + "}}");
    }
  });
  for (const std::string& name : missing) files.fault("page.html", "D082", "{{" + name + "}} is missing");
  if (!files.faults().empty()) return files.faults();
  return page;
}

std::string ReportPage::page(std::string_view data, std::string_view title, std::string_view language) const {
  std::map<std::string, std::string> given = {{"title", html_text(title)}, {"language", html_text(language)}};
  given["direction"] = language == "ar" ? "rtl" : "ltr";
  given["data"] = script_json(data);
  std::string out;
  walk(frame_, [&out](std::string_view text) { out += text; },
       [&](const std::string& name) {
         const auto fixed = parts_.find(name);
         out += fixed != parts_.end() ? fixed->second : given.at(name);
       });
  return out;
}

}  // namespace rasd
