// Encodings: each is found, named ones win, damage costs letters and is counted.
#include "source/encoding.hpp"

#include <gmock/gmock.h>

#include "reading.hpp"

namespace rasd {
namespace {

using testing::HasSubstr;

constexpr const char* kUtf8 = "قصفت طائرات حربية بلدة سرمين في ريف إدلب مساء أمس، ما أدى إلى مقتل خمسة مدنيين وإصابة آخرين بجروح.";
constexpr std::u16string_view kUtf16 = u"قصفت طائرات حربية بلدة سرمين في ريف إدلب مساء أمس، ما أدى إلى مقتل خمسة مدنيين وإصابة آخرين بجروح.";

std::string in_bytes(std::u16string_view text, const std::string& encoding) {
  // The single-byte encodings of Arabic, letter by letter; only what the texts here hold.
  std::string out;
  for (const char16_t unit : text) {
    if (unit < 0x80) {
      out += static_cast<char>(unit);
    } else if (encoding == "ISO-8859-6") {
      out += static_cast<char>(unit - 0x600 + 0xA0);
    } else {
      for (int byte = 0x80; byte < 0x100; ++byte) {
        std::string back;
        Decoder(encoding).append(std::string(1, static_cast<char>(byte)), true, back);
        std::string wanted;
        Decoder("UTF-16LE").append(utf16(std::u16string_view(&unit, 1), false), true, wanted);
        if (back == wanted) out += static_cast<char>(byte);
      }
    }
  }
  return out;
}

TEST(Encoding, EveryUsualOneIsFound) {
  EXPECT_EQ(read_file_of("a.txt", in_bytes(kUtf16, "windows-1256")).documents.at(0).text, kUtf8);
  EXPECT_EQ(read_file_of("a.txt", in_bytes(kUtf16, "ISO-8859-6")).documents.at(0).text, kUtf8);
  for (const bool big : {false, true}) {
    EXPECT_EQ(read_file_of("a.txt", utf16(kUtf16, big)).documents.at(0).text, kUtf8) << "without a mark";
    EXPECT_EQ(read_file_of("a.txt", (big ? "\xFE\xFF" : "\xFF\xFE") + utf16(kUtf16, big)).documents.at(0).text, kUtf8);
  }
  const Reading guessed = read_file_of("a.txt", in_bytes(kUtf16, "windows-1256"));
  EXPECT_TRUE(guessed.log.warnings.empty());
  EXPECT_THAT(guessed.log.notes.at(0).reason, HasSubstr("windows-1256"));
}

TEST(Encoding, AlsoForJsonLinesAndTables) {
  const std::u16string line = u"{\"id\":\"1\",\"text\":\"" + std::u16string(kUtf16) + u"\"}\n";
  EXPECT_EQ(read_file_of("a.jsonl", utf16(line + line, false)).documents.size(), 2u);
  EXPECT_EQ(read_file_of("a", utf16(line + line, true)).documents.at(1).text, kUtf8);
  EXPECT_EQ(read_file_of("a.jsonl", in_bytes(line, "windows-1256")).documents.at(0).text, kUtf8);
  EXPECT_EQ(read_file_of("a.csv", in_bytes(u"id,text\n1,\"" + std::u16string(kUtf16) + u"\"\n", "windows-1256")).documents.at(0).text, kUtf8);
}

TEST(Encoding, AGivenOneWins) {
  ReadOptions options;
  options.encoding = known_encoding("cp1256");
  EXPECT_EQ(options.encoding, "windows-1256");
  EXPECT_EQ(read_file_of("a.txt", "\xDE\xCA\xE1", options).documents.at(0).text, "قتل");
  EXPECT_EQ(known_encoding("no-such-thing"), "");
}

TEST(Encoding, AShortDamageDoesNotMakeUtf8SomethingElse) {
  const Reading in = read_file_of("a.txt", std::string(kUtf8) + "\xC7\xE1 \xFF");
  EXPECT_EQ(in.documents.at(0).text.substr(0, 10), std::string(kUtf8).substr(0, 10));
  EXPECT_THAT(in.log.warnings.at(0).reason, HasSubstr("3 bytes are no UTF-8"));
}

TEST(Encoding, WhatIsWrongInItIsCounted) {
  // Half a pair in the middle, half a unit at the end.
  const Reading in = read_file_of("a.txt", "\xFF\xFE" + utf16(u"قتل \xD83D جندي", false) + "\x42");
  ASSERT_EQ(in.documents.size(), 1u);
  EXPECT_THAT(in.documents[0].text, HasSubstr("\uFFFD"));
  EXPECT_THAT(in.documents[0].text, HasSubstr("جندي"));
  ASSERT_EQ(in.log.warnings.size(), 1u);
  EXPECT_THAT(in.log.warnings[0].reason, HasSubstr("2 bytes or sequences are no UTF-16LE"));
}

TEST(Encoding, PairsThatSpanBuffersStayWhole) {
  std::u16string text;
  for (int i = 0; i < 100000; ++i) text += u"ا\xD83D\xDE00";
  const Reading in = read_file_of("a.txt", "\xFF\xFE" + utf16(text, false));
  EXPECT_TRUE(in.log.warnings.empty());
  EXPECT_EQ(in.documents.at(0).text.size(), 100000u * 6);
}

TEST(Encoding, EnglishAndEmptyInputsAreUtf8) {
  EXPECT_EQ(detect_encoding("plain words only").name, "UTF-8");
  EXPECT_EQ(detect_encoding("").name, "UTF-8");
}

}  // namespace
}  // namespace rasd
