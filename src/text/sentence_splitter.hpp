// Sentence ends in normalised text: full stops, question and exclamation marks, line ends; not the dots of numbers,
// abbreviations and initials (data/segmentation/abbreviations.txt), and not inside a short quotation.
// Threads: immutable after load.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rasd/result.hpp"
#include "rasd/span.hpp"

namespace rasd {

class Normalizer;

struct SentenceSpan {
  NormalizedSpan span;          // without the white space around it
  std::uint32_t paragraph = 0;  // counts line ends from 0; the title is paragraph 0 where there is one
};

class SentenceSplitter {
 public:
  // `directory` is data/segmentation.
  static Result<SentenceSplitter> load(const std::string& directory, const Normalizer& normalizer);
  void split(std::string_view normalized, std::vector<SentenceSpan>& out) const;

 private:
  std::vector<std::string> abbreviations_;  // folded, sorted; a word that keeps its full stop
};

}  // namespace rasd
