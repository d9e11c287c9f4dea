// The quick reader of records gives the same as the general JSON parser, and leaves to it what it does not read.
#include "source/quick_record.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace rasd {
namespace {

// Writes down what a reader tells it.
struct Recorder : nlohmann::json_sax<nlohmann::json> {
  std::string log;
  bool null() override { return add("null"); }
  bool boolean(bool value) override { return add(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return add(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return add(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& written) override { return add(written); }
  bool string(string_t& value) override { return add("s:" + value); }
  bool binary(binary_t&) override { return add("binary"); }
  bool start_object(std::size_t) override { return add("{"); }
  bool key(string_t& name) override { return add("k:" + name); }
  bool end_object() override { return add("}"); }
  bool start_array(std::size_t) override { return add("["); }
  bool end_array() override { return add("]"); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }
  [[nodiscard]] bool value_is_wanted() const { return true; }
  bool add(const std::string& what) {
    log += what + '\n';
    return true;
  }
};

bool reads_quickly(const std::string& text) {
  Recorder recorder;
  return QuickRecordReader().run(text, recorder);
}

TEST(QuickRecord, SameAsTheGeneralParser) {
  for (const std::string text : {
           R"({})",
           R"( { "a" : "b" , "c":1,"d":null, "e": true ,"f":false} )",
           R"({"text":"قال \"نعم\"\nثم مضى\t\u0628\u0644\u062F\u0629 \/ \\ \b\f\r","id":0,"n":123456789012345678 })",
           R"({"key \"x\" \u0041":"","long":"سطر طويل من الكلام لا علامة فيه حتى آخره تقريبا ثم تأتي العلامة \" هنا"})",
           "{\"del\":\"\x7F\xC2\x80\xF0\x9F\x98\x80\"}",
           R"({"a":"1","a":"2"})",
           R"({"a":"\uD83D\uDE00","b":1234567890123456789})",
       }) {
    Recorder quick;
    Recorder general;
    ASSERT_TRUE(QuickRecordReader().run(text, quick)) << text;
    ASSERT_TRUE(nlohmann::json::sax_parse(text, &general)) << text;
    EXPECT_EQ(quick.log, general.log) << text;
  }
}

TEST(QuickRecord, LeavesTheRestToTheGeneralParser) {
  for (const char* text : {
           "", "[]", "1", "{", "{}x", "{\"a\":}", "{\"a\" 1}", "{\"a\":1,}", "{,}", "{a:1}", "{\"a\":\"b", "{\"a\":\"b\\", "{\"a\":\"\\x\"}",
           "{\"a\":\"\\u12\"}", "{\"a\":\"\\u12G4\"}", "{\"a\":\"tab\there and on\"}", "{\"a\":{}}", "{\"a\":[1]}",
           "{\"a\":-1}", "{\"a\":1.5}", "{\"a\":1e3}", "{\"a\":01}", "{\"a\":nul}", "{\"a\":truth}",
       }) {
    EXPECT_FALSE(reads_quickly(text)) << text;
  }
}

// Also in values that nobody wants.
struct Unwanting : Recorder {
  [[nodiscard]] bool value_is_wanted() const { return false; }
};

TEST(QuickRecord, FaultsOfUnwantedValuesAreFaults) {
  Unwanting handler;
  for (const char* text : {"{\"a\":truth}", "{\"a\":\"\\x\"}", "{\"a\":12x}", "{\"a\":1.5.2}", "{\"a\":nul}", "{\"a\":\"\\uD83D\"}", "{\"a\":1} x"}) {
    EXPECT_FALSE(QuickRecordReader().run(text, handler)) << text;
  }
  EXPECT_TRUE(QuickRecordReader().run("{\"a\":-1.5e3,\"b\":\"x\"}", handler));
}

}  // namespace
}  // namespace rasd
