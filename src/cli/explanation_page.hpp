// An explanation as one page for the browser (data/explain): the article, its events, and why a sentence has none.
#pragma once

#include <string>

#include "pipeline/explanation.hpp"
#include "rasd/document.hpp"
#include "sink/report_page.hpp"

namespace rasd::cli {

// What the page's script reads; offsets count UTF-16 units. `event`: the id of the one that is lit at first; may be empty.
[[nodiscard]] std::string explanation_json(const Document& document, const Explanation& explanation, const std::string& event);

[[nodiscard]] std::string explanation_page(const ReportPage& page, const Document& document, const Explanation& explanation, const std::string& event);

}  // namespace rasd::cli
