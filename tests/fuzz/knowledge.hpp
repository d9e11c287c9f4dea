// The project's rules and data, loaded once, and words from its lists.
#pragma once

#include "fuzz.hpp"
#include "pipeline/knowledge_impl.hpp"
#include "rules/rule_parser.hpp"

namespace rasd::fuzz {

inline const std::shared_ptr<const Knowledge>& project_knowledge() {
  static const std::shared_ptr<const Knowledge> loaded = [] {
    auto knowledge = Knowledge::load({RASD_SOURCE_DIR "/rules", RASD_SOURCE_DIR "/data"});
    check(knowledge.has_value(), "the project's rules do not load");
    return *knowledge;
  }();
  return loaded;
}

// The bytes as an article; the first line is the title where their number is odd.
inline Document document_of(std::string_view bytes) {
  Document document;
  document.text = std::string(bytes);
  const std::size_t line = document.text.find('\n');
  if (bytes.size() % 2 == 1 && line != std::string::npos) {
    document.title = document.text.substr(0, line);
    document.text.erase(0, line + 1);
  }
  return document;
}

// Words and phrases of the rules' lists, each with a blank before it; names, numbers, dates, signs and broken bytes
// stand among them so often that each meets the others.
inline std::vector<std::string> words_and_signs() {
  const std::vector<std::string> others = {
      "\"", "«", "»", "«", "»", "(", ")", "[", "]", "{", ",", "،", "؛", ":", ".", ". ", "\n", "\n\n", "؟", "!", "...", " - ",
      " / ", "%", " 5", " 1,200", " 2018", " 99999999999999999999", " 12.5%", " -5", " 3/4/2018", " ١٢", " خمسة", " مئات",
      " و", " في", " على", " من", " أن", " بين", "لا ", " حلب", " بغداد", " ريف دمشق الشمالي", " صنعاء", " الخرطوم", " غزة",
      " أمس الاثنين", " مساء اليوم", " 6 شباط الجاري", " عام 2016", " الجيش", " قوات النظام", " حركة حماس",
      " طائرات حربية روسية", " مسلحون مجهولون", " مدنيين", " شخصا", " بينهم طفلان", " قالت وكالة", " @name", " #وسم_طويل",
      " https://example.org/a?b=1", "\xFF", "\xD9", "\xE2\x80", "\xF0\x9F\x94", "🔴", "\u200F", "\u202E", "ـ", "\u064B",
      "\uFEFB", "\u0000", "\t", "\r\n", "BBC"};
  std::vector<std::string> out;
  Diagnostics faults;
  std::size_t next = 0;
  for (const WordList& list : parse_rule_directory(RASD_SOURCE_DIR "/rules", faults).lists) {
    for (const ListItem& item : list.items) {
      out.push_back(" " + item.text);
      out.push_back(others[next++ % others.size()]);
    }
  }
  return out;
}

}  // namespace rasd::fuzz
