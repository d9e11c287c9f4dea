// Which encoding bytes are in, and turning them into UTF-8. Bytes that are wrong in it become U+FFFD and are counted.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "source/byte_reader.hpp"

struct UConverter;

namespace rasd {

struct Encoding {
  std::string name;       // as ICU knows it; "UTF-8" needs no conversion
  std::size_t mark = 0;   // length of the byte order mark at the start
  bool guessed = false;   // from the frequencies of the letters
};

// The encoding of a text that begins with `sample`: its byte order mark, UTF-8 where most of it is, UTF-16 by its zero bytes,
// the `declared` one, else the most likely one. "binary" = this is no text at all.
[[nodiscard]] Encoding detect_encoding(std::string_view sample, std::string_view declared = {});
// The name of a known encoding as ICU has it ("cp1256" -> windows-1256), empty where there is none such.
[[nodiscard]] std::string known_encoding(const std::string& label);

class Decoder {
 public:
  explicit Decoder(const std::string& encoding);
  ~Decoder();
  Decoder(const Decoder&) = delete;  // owns a converter
  Decoder& operator=(const Decoder&) = delete;

  // Appends UTF-8. `last` = no more bytes follow.
  void append(std::string_view bytes, bool last, std::string& out);
  [[nodiscard]] std::uint64_t lost() const { return lost_; }  // sequences that became U+FFFD

 private:
  UConverter* converter_;
  std::uint64_t lost_ = 0;
  char16_t lead_ = 0;  // first half of a pair whose second follows
};

// The bytes of another reader as UTF-8.
class DecodedStream : public ByteStream {
 public:
  // Counts into `lost` what became U+FFFD.
  DecodedStream(std::unique_ptr<ByteReader> bytes, const std::string& encoding, std::shared_ptr<std::uint64_t> lost)
      : bytes_(std::move(bytes)), decoder_(encoding), lost_(std::move(lost)) {}
  std::size_t read(char* into, std::size_t size) override;
  [[nodiscard]] std::string fault() const override { return bytes_->fault(); }

 private:
  std::unique_ptr<ByteReader> bytes_;
  Decoder decoder_;
  std::shared_ptr<std::uint64_t> lost_;
  std::string text_;
  std::size_t at_ = 0;
  bool at_end_ = false;
};

// A whole text as UTF-8; `lost` counts what became U+FFFD. UTF-8 comes back without its mark and otherwise as it is.
[[nodiscard]] std::string decode_text(std::string_view bytes, const Encoding& encoding, std::uint64_t& lost);

}  // namespace rasd
