// Normaliser and offset map: whatever the bytes, the folded text is UTF-8, folding it again changes nothing, and every
// part of it leads back to whole letters of the original and from there to itself.
#include "text/normalizer.hpp"

#include "fuzz.hpp"
#include "text/utf8.hpp"

namespace rasd::fuzz {
namespace {

const Normalizer& normalizer() {
  static const Normalizer loaded = [] {
    auto result = Normalizer::load(RASD_SOURCE_DIR "/data/normalization");
    check(result.has_value(), "data/normalization does not load");
    return std::move(result).value();
  }();
  return loaded;
}

std::vector<std::uint32_t> starts_of_letters(std::string_view text) {
  std::vector<std::uint32_t> starts;
  for (std::uint32_t at = 0; at < text.size(); at += decode_utf8(text, at).size) starts.push_back(at);
  starts.push_back(static_cast<std::uint32_t>(text.size()));
  return starts;
}

}  // namespace

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> some = {
      "\u0640", " \u0640\u0640 ", "\u064B", "\u0651\u064E", "\u0654", "\u0655", "\uFEFB", "\uFDFA", "\uFDF2", "\uFEEB",
      "\uFF11", "\u200F", "\u202B", "\uFEFF", "\u00A0", "\u2028", "\r\n", "\r", "\u0662\u066B\u0665", "\u066A",
      "\u0623\u0647\u0644\u0627", "\u0645\u062F\u064A\u0646\u0629", "\U0001F534", "\xFF", "\xD8", "\xE2\x80",
      "\xED\xA0\x80", "\xC0\xAF", "\xF4\x90\x80\x80", std::string(1, '\0')};
  return some;
}

void fuzz_one(const std::uint8_t* data, std::size_t size) {
  const std::string_view original = as_text(data, size);
  NormalizedText text;
  normalizer().normalize(original, text);
  check(is_valid_utf8(text.text), "the folded text is no UTF-8");
  check((text.invalid_bytes == 0) == is_valid_utf8(original), "invalid bytes are not counted");
  check(text.invalid_bytes <= size, "more invalid bytes than bytes");
  check(normalizer().fold(text.text) == text.text, "folding twice is not folding once");

  static NormalizedText used;  // its memory must leave no traces
  normalizer().normalize(original, used);
  check(used.text == text.text && used.invalid_bytes == text.invalid_bytes, "used memory changes the text");

  const auto whole = static_cast<std::uint32_t>(text.text.size());
  const std::vector<std::uint32_t> starts = starts_of_letters(text.text);
  OriginalSpan last{0, 0};
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    const NormalizedSpan letter{starts[i], starts[i + 1]};
    const OriginalSpan span = text.map.to_original(letter);
    check(used.map.to_original(letter) == span, "used memory changes the offsets");
    check(span.begin < span.end && span.end <= size, "a letter has no original");
    check(span.begin >= last.begin && span.end >= last.end, "offsets run backwards");
    const bool whole_letters = !is_valid_utf8(original) || (!is_continuation(original[span.begin]) &&
                                                            (span.end == size || !is_continuation(original[span.end])));
    check(whole_letters, "an original span cuts a letter");
    const NormalizedSpan back = text.map.to_normalized(span);
    check(back.begin <= letter.begin && letter.end <= back.end && back.end <= whole, "the way back loses the letter");
    last = span;
  }
  if (whole > 0) check(last.end == size, "the end of the original is lost");

  // Longer spans are no smaller than their parts.
  for (std::size_t i = 0; i + 1 < starts.size(); i += 1 + starts.size() / 16) {
    for (std::size_t j = i + 1; j < starts.size(); j += 1 + starts.size() / 16) {
      const OriginalSpan span = text.map.to_original({starts[i], starts[j]});
      check(span.contains(text.map.to_original({starts[i], starts[i + 1]})), "a span loses its first letter");
      check(span.contains(text.map.to_original({starts[j - 1], starts[j]})), "a span loses its last letter");
    }
  }
  // Total: any offsets of the original give some span.
  for (std::uint32_t begin = 0; begin <= size; begin += 1 + static_cast<std::uint32_t>(size) / 16) {
    const NormalizedSpan span = text.map.to_normalized({begin, static_cast<std::uint32_t>(size)});
    check(span.begin <= span.end && span.end == whole, "a tail of the original is lost");
  }
}

}  // namespace rasd::fuzz
