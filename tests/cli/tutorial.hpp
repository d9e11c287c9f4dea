// Pages that are followed as a newcomer does: each file is saved, each command typed, each answer compared.
//
// A block is indented by four blanks. Its lines behind `$ rasd ` are typed, what follows is the answer, where `…` leaves something out. Another
// block is the content of the file that the paragraph before it names last, in backquotes, before its closing colon.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "support/rasd.hpp"

namespace rasd {

inline constexpr const char* kIndent = "    ";
inline constexpr const char* kSkip = "…";

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

inline bool begins_with(const std::string& text, const std::string& prefix) { return text.compare(0, prefix.size(), prefix) == 0; }

// An indented block with the paragraph before it.
struct Block {
  std::string before;
  std::vector<std::string> lines;
};

inline std::vector<Block> blocks_of(const std::string& text) {
  std::vector<Block> blocks;
  std::string paragraph;
  bool inside = false;
  bool ended = false;  // the paragraph
  for (const std::string& line : lines_of(text)) {
    if (begins_with(line, kIndent)) {
      if (!inside) blocks.push_back({paragraph, {}});
      inside = true;
      blocks.back().lines.push_back(line.substr(4));
    } else if (line.empty()) {
      if (inside) blocks.back().lines.emplace_back();  // a blank line inside a block, or its end
      ended = true;
    } else {
      if (ended) paragraph.clear();
      ended = false;
      inside = false;
      paragraph += line + "\n";
    }
  }
  for (Block& block : blocks) {
    while (!block.lines.empty() && block.lines.back().empty()) block.lines.pop_back();
  }
  return blocks;
}

// The last name in backquotes of a paragraph that ends with a colon; empty where it names no file.
inline std::string file_named(const std::string& paragraph) {
  if (paragraph.size() < 2 || paragraph.compare(paragraph.size() - 2, 2, ":\n") != 0) return {};
  const std::size_t end = paragraph.rfind('`');
  const std::size_t begin = end == std::string::npos ? end : paragraph.rfind('`', end - 1);
  return begin == std::string::npos ? std::string() : paragraph.substr(begin + 1, end - begin - 1);
}

inline std::string without_blanks_around(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? std::string() : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

// Whether a line of the answer is as shown: what stands around each `…` must follow one another, the first at the begin, the last at the end.
inline bool is_as_shown(const std::string& line, std::string shown) {
  std::size_t at = 0;
  bool first = true;
  for (std::size_t gap = shown.find(kSkip); gap != std::string::npos; gap = shown.find(kSkip)) {
    const std::string part = without_blanks_around(shown.substr(0, gap));
    const std::size_t found = line.find(part, at);
    if (found == std::string::npos || (first && line.find_first_not_of(' ') < found)) return false;
    at = found + part.size();
    first = false;
    shown.erase(0, gap + std::string(kSkip).size());
  }
  if (first) return line == shown;
  const std::string last = without_blanks_around(shown);
  return line.size() >= at + last.size() && line.compare(line.size() - last.size(), last.size(), last) == 0;
}

// The shown lines must follow one another in the answer; only `…` lets lines be left out.
inline void expect_answer(const std::vector<std::string>& shown, const std::vector<std::string>& answer, const std::string& command) {
  std::size_t at = 0;
  bool skipping = false;
  for (const std::string& line : shown) {
    if (line == kSkip) {
      skipping = true;
      continue;
    }
    const auto matches = [&](const std::string& got) { return is_as_shown(got, line); };
    const auto from = answer.begin() + static_cast<std::ptrdiff_t>(at);
    const auto found = skipping ? std::find_if(from, answer.end(), matches) : (from != answer.end() && matches(*from) ? from : answer.end());
    ASSERT_TRUE(found != answer.end()) << command << "\nshown: " << line << "\ngot:   " << (from == answer.end() ? "nothing" : *from);
    at = static_cast<std::size_t>(found - answer.begin()) + 1;
    skipping = false;
  }
  EXPECT_TRUE(skipping || at == answer.size()) << command << "\nnot shown: " << (at < answer.size() ? answer[at] : "");
}

struct Followed {
  int files = 0;
  int commands = 0;
};

// Follows a page, or a part of one, in a folder of its own.
inline Followed follow(const std::string& tutorial) {
  const TempDir directory;
  Followed done;
  for (const Block& block : blocks_of(tutorial)) {
    std::vector<std::string> plain;
    for (std::size_t i = 0; i < block.lines.size();) {
      if (!begins_with(block.lines[i], "$ rasd ")) {
        plain.push_back(block.lines[i++]);
        continue;
      }
      if (!plain.empty() && !file_named(block.before).empty()) {
        std::string content;
        for (const std::string& line : plain) content += line + "\n";
        directory.write(file_named(block.before), content);
        ++done.files;
      }
      plain.clear();
      const std::string command = block.lines[i].substr(2);
      std::vector<std::string> shown;
      for (++i; i < block.lines.size() && !begins_with(block.lines[i], "$ "); ++i) shown.push_back(block.lines[i]);
      while (!shown.empty() && shown.back().empty()) shown.pop_back();
      const Outcome outcome = run_program("cd '" + directory.path() + "' && '" + RASD_BINARY + "' " + command.substr(5) + " 2>&1");
      expect_answer(shown, lines_of(outcome.out), command);
      ++done.commands;
    }
    if (!plain.empty()) {
      const std::string file = file_named(block.before);
      EXPECT_FALSE(file.empty()) << "a block that is neither a file nor a session:\n" << plain.front();
      if (file.empty()) continue;
      std::string content;
      for (const std::string& line : plain) content += line + "\n";
      directory.write(file, content);
      ++done.files;
    }
  }
  return done;
}

}  // namespace rasd
