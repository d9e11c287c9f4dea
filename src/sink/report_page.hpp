// The page of `rasd report` as it is joined from the files of data/report: one file that needs no other and no network.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "rasd/result.hpp"

namespace rasd {

// JSON so written that it can stand in a script element: no markup, no line ends of JavaScript, no invisible control of the
// direction of text. It stays the same JSON.
[[nodiscard]] std::string script_json(std::string_view json);
// Text between tags or in an attribute.
[[nodiscard]] std::string html_text(std::string_view text);

class ReportPage {
 public:
  // `folder` is data/report. Faults: D001 cannot be read, D081 is no JSON, D082 a place holder of the page is unknown or missing.
  static Result<ReportPage> load(const std::string& folder);
  // `data` is JSON; `title` and `language` ("ar", "en") are plain text.
  [[nodiscard]] std::string page(std::string_view data, std::string_view title, std::string_view language) const;

 private:
  std::string frame_;                         // page.html, with place holders as in {{style}}
  std::map<std::string, std::string> parts_;  // what takes the place of those that are always the same
};

}  // namespace rasd
