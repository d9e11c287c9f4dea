#include "text/utf8.hpp"

#include <gtest/gtest.h>

namespace rasd {
namespace {

bool is_valid_by_points(const std::string& text) {
  for (std::size_t i = 0; i < text.size();) {
    const DecodedPoint point = decode_utf8(text, i);
    if (!point.valid) return false;
    i += point.size;
  }
  return true;
}

// Whole blocks are checked at once: a fault must be found at every place in them, and at their edges.
TEST(Utf8, IsCheckedAlikeAtEveryPlaceOfABlock) {
  const std::string pieces[] = {"",     "\xD8",         "\xA7",         "\xC1\x80",     "\xE2\x80\xA6", "\xE2\x80",
                                "\xE2", "\xED\xA0\x80", "\xF0\x9F\x98\x80", "\xF5",     "\xD8\xA7\xA7", "a\xD8"};
  std::size_t valid = 0;
  for (const std::string& text : {std::string("قصفت الطائرات بلدة سرمين ثم عادت"), std::string(48, 'x')}) {
    for (std::size_t at = 0; at <= text.size(); ++at) {
      for (const std::string& piece : pieces) {
        const std::string made = text.substr(0, at) + piece + text.substr(at);
        EXPECT_EQ(is_valid_utf8(made), is_valid_by_points(made)) << at << " " << piece.size();
        EXPECT_EQ(is_valid_utf8(made.substr(0, at + piece.size())), is_valid_by_points(made.substr(0, at + piece.size()))) << at;
        valid += is_valid_utf8(made) ? 1 : 0;
      }
    }
  }
  EXPECT_GT(valid, 100u);
}

}  // namespace
}  // namespace rasd
