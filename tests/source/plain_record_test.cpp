// The quick reader of records gives the same as the general JSON parser, and leaves to it what it does not read.
#include "source/plain_record.hpp"

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
  bool add(const std::string& what) {
    log += what + '\n';
    return true;
  }
};

bool reads_plainly(const std::string& text) {
  Recorder recorder;
  return PlainRecordReader(text).run(recorder);
}

TEST(PlainRecord, SameAsTheGeneralParser) {
  for (const std::string text : {
           R"({})",
           R"( { "a" : "b" , "c":1,"d":null, "e": true ,"f":false} )",
           R"({"text":"قال \"نعم\"\nثم مضى\t\u0628\u0644\u062F\u0629 \/ \\ \b\f\r","id":0,"n":123456789012345678 })",
           R"({"key \"x\" \u0041":"","long":"سطر طويل من الكلام لا علامة فيه حتى آخره تقريبا ثم تأتي العلامة \" هنا"})",
           "{\"del\":\"\x7F\xC2\x80\xF0\x9F\x98\x80\"}",
           R"({"a":"1","a":"2"})",
       }) {
    Recorder plain;
    Recorder general;
    ASSERT_TRUE(PlainRecordReader(text).run(plain)) << text;
    ASSERT_TRUE(nlohmann::json::sax_parse(text, &general)) << text;
    EXPECT_EQ(plain.log, general.log) << text;
  }
}

TEST(PlainRecord, LeavesTheRestToTheGeneralParser) {
  for (const char* text : {
           "", "[]", "1", "{", "{}x", "{\"a\":}", "{\"a\" 1}", "{\"a\":1,}", "{,}", "{a:1}", "{\"a\":\"b", "{\"a\":\"b\\", "{\"a\":\"\\x\"}",
           "{\"a\":\"\\u12\"}", "{\"a\":\"\\u12G4\"}", "{\"a\":\"\\uD83D\\uDE00\"}", "{\"a\":\"tab\there and on\"}", "{\"a\":{}}", "{\"a\":[1]}",
           "{\"a\":-1}", "{\"a\":1.5}", "{\"a\":1e3}", "{\"a\":01}", "{\"a\":1234567890123456789}", "{\"a\":nul}", "{\"a\":truth}",
       }) {
    EXPECT_FALSE(reads_plainly(text)) << text;
  }
}

}  // namespace
}  // namespace rasd
