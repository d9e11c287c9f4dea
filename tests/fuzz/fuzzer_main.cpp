// libFuzzer's way in. Half of the mutations put a piece of the target's own world (a word, a rule line) into the input,
// since bytes alone seldom make an Arabic word.
#include <algorithm>
#include <cstring>
#include <random>

#include "fuzz.hpp"

extern "C" {

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  rasd::fuzz::fuzz_one(data, size);
  return 0;
}

std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed) {
  const auto& pieces = rasd::fuzz::pieces();
  std::minstd_rand random(seed);
  if (pieces.empty() || random() % 2 == 0) return LLVMFuzzerMutate(data, size, max_size);
  for (auto count = 1 + random() % 3; count > 0; --count) {
    const std::string& piece = pieces[random() % pieces.size()];
    if (size + piece.size() > max_size) break;
    std::size_t at = random() % (size + 1);
    // Mostly between words, so that those that are there stay whole.
    while (random() % 8 != 0 && at < size && data[at] != ' ' && data[at] != '\n') ++at;
    std::memmove(data + at + piece.size(), data + at, size - at);
    std::copy(piece.begin(), piece.end(), data + at);
    size += piece.size();
  }
  return size;
}

}  // extern "C"
