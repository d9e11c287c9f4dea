// Articles from JSON, events to JSON Lines.
//
//   const rasd::Result<rasd::Document> article = rasd::read_article(line);
//   if (article) rasd::append_lines(*article, extractor.extract(*article, workspace), out);
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rasd/document.hpp"
#include "rasd/event.hpp"
#include "rasd/result.hpp"
#include "rasd/sink.hpp"

namespace rasd {

// One article as a JSON object, with the keys that are known (docs/inputs.md). The diagnostics say why it is none.
[[nodiscard]] Result<Document> read_article(std::string_view json);

// An article that is text alone; `published` is a day or empty. Gives it the id and anchor that the program would.
[[nodiscard]] Document make_article(std::string text, const std::string& published = {});

// One line an event, as `rasd extract` prints it (docs/output-format.md).
void append_lines(const Document& document, const std::vector<Event>& events, std::string& out,
                  OffsetUnit offsets = OffsetUnit::code_point);

}  // namespace rasd
