// The editor modes (editors/) know every closed word of the rule language: a new one that is missing there fails here.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "rules/rule_blocks.hpp"
#include "rules/vocabulary.hpp"
#include "text/table_reader.hpp"
#include "token/word_list_keys.hpp"

namespace rasd {
namespace {

const std::string kEditors = std::string(RASD_SOURCE_DIR) + "/editors/";

// The alternatives of all groups in a regular expression; `bar` stands between them, `open` and `close` around.
std::set<std::string> alternatives(std::string text, const std::string& open, const std::string& bar, const std::string& close) {
  std::set<std::string> words;
  for (const std::string& mark : {open, bar, close}) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) text.replace(at, mark.size(), "\n");
  }
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    line.erase(std::remove(line.begin(), line.end(), '\\'), line.end());  // escapes of Vim
    words.insert(line);
  }
  return words;
}

std::set<std::string> words_of_textmate() {
  const auto grammar = nlohmann::json::parse(read_file(kEditors + "vscode/syntaxes/rasd-rules.tmLanguage.json").value());
  std::set<std::string> words;
  const auto flat = grammar.flatten();
  for (const auto& [path, value] : flat.items()) {
    const std::string last = path.substr(path.rfind('/') + 1);
    if (last == "match" || last == "begin") words.merge(alternatives(value.get<std::string>(), "(", "|", ")"));
  }
  return words;
}

std::set<std::string> words_of_vim() {
  return alternatives(read_file(kEditors + "vim/syntax/rasdrules.vim").value(), "\\(", "\\|", "\\)");
}

std::vector<std::string> closed_words() {
  std::vector<std::string> all = rule_file_keys();
  for (const auto& more : {word_list_keys(), pos_names(), role_names(), argument_type_names(), unit_class_names(), status_names(),
                           sub_event_type_names()}) {
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

void expect_all(const std::set<std::string>& known, const std::string& editor) {
  for (const std::string& word : closed_words()) EXPECT_TRUE(known.count(word) == 1) << editor << " does not know: " << word;
}

TEST(EditorModes, TextMateKnowsEveryClosedWord) { expect_all(words_of_textmate(), "VS Code"); }
TEST(EditorModes, VimKnowsEveryClosedWord) { expect_all(words_of_vim(), "Vim"); }

// Also the keys of examples, and what else the shipped files use.
TEST(EditorModes, EveryKeyOfTheShippedRulesIsKnown) {
  for (const auto& [editor, known] : {std::pair{"VS Code", words_of_textmate()}, std::pair{"Vim", words_of_vim()}}) {
    for (const std::string& file : list_files(std::string(RASD_SOURCE_DIR) + "/rules", ".rules")) {
      std::istringstream lines(read_file(file).value());
      for (std::string line; std::getline(lines, line);) {
        const std::size_t begin = line.find_first_not_of(' ');
        if (begin == std::string::npos || line[begin] < 'a' || line[begin] > 'z') continue;
        const std::string key = line.substr(begin, line.find(' ', begin) - begin);
        EXPECT_TRUE(known.count(key) == 1) << editor << " does not know the key " << key << " of " << file;
      }
    }
  }
}

TEST(EditorModes, EveryFileOfTheExtensionIsThere) {
  const auto package = nlohmann::json::parse(read_file(kEditors + "vscode/package.json").value());
  for (const char* const pointer : {"/contributes/grammars/0/path", "/contributes/languages/0/configuration"}) {
    const std::string path = package[nlohmann::json::json_pointer(pointer)].get<std::string>();
    ASSERT_TRUE(read_file(kEditors + "vscode/" + path)) << path;
    EXPECT_TRUE(nlohmann::json::accept(read_file(kEditors + "vscode/" + path).value())) << path;
  }
}

}  // namespace
}  // namespace rasd
