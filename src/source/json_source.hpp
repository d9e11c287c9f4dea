// JSON that is not one object a line: an array of articles, objects over several lines, and the exports of Telegram. It is read
// object by object, never as a whole.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "source/byte_reader.hpp"
#include "source/json_article.hpp"
#include "source/source.hpp"

namespace rasd {

class JsonSource : public Source {
 public:
  JsonSource(std::unique_ptr<ByteReader> bytes, std::string name, ReadOptions options);
  bool next(Document& out, ReadLog& log) override;

 private:
  enum class Found : std::uint8_t { object, too_large, cut, end };

  int peek();  // the next byte, -1 at the end
  int get();
  Found find_object();       // to the next article or message, which goes to object_
  Found read_object();
  void read_string(std::string& out);

  std::unique_ptr<ByteReader> bytes_;
  std::string name_;
  ReadOptions options_;
  JsonArticleReader articles_;
  std::string_view chunk_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t chunk_start_ = 0;

  bool is_telegram_ = false;  // the input is an object with lists of messages in it
  bool started_ = false;
  bool done_ = false;
  bool found_any_ = false;
  std::vector<char> open_;    // brackets around the place
  std::size_t messages_depth_ = 0;  // of the list of messages that is being read; 0 = none
  std::string key_;           // the last key of a container
  std::string chat_;          // the name of the chat, and its id
  std::string chat_id_;
  std::string object_;
  std::uint64_t object_line_ = 0;
  std::uint64_t object_byte_ = 0;
};

}  // namespace rasd
