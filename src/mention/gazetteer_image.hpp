// The gazetteer as it lies in memory and, compiled, in a file: flat arrays that refer to one another by number. Internal to the
// gazetteer. The file is made and read on machines of one kind; another byte order or version is refused.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "text/source_stamp.hpp"
#include "token/name_index.hpp"
#include "token/string_table.hpp"

namespace rasd {

// A row. Texts are numbers into GazetteerImage::texts.
struct PlaceRecord {
  enum Flag : std::uint8_t { kAmbiguous = 1, kMinor = 2, kSmall = 4, kLocated = 8 };
  std::uint32_t id = 0, name = 0, name_en = 0, kind = 0, admin2 = 0, covers = 0;
  std::uint16_t country = 0, admin1 = 0;  // 0 = none
  std::int32_t latitude = 0, longitude = 0;  // millionths of a degree
  std::uint32_t population = 0;
  float rank = 0;
  std::uint32_t flags = 0;
};

struct GazetteerImage {
  FrozenStrings texts;
  FrozenStrings words;         // of the names that are looked up word by word; Vocabulary takes them over
  NameTrie::Arrays names;      // payload = row
  FrozenStrings small_names;   // whole folded names of the rows that are looked up behind a kind word only
  std::span<const std::uint32_t> small_begins;  // by small name, and one more: where its rows begin in small_rows
  std::span<const std::uint32_t> small_rows;
  std::span<const PlaceRecord> rows;
  std::span<const std::uint32_t> countries;  // by country: its text
  std::span<const std::uint32_t> admins;     // by admin1: its text
};

// Lays arrays down one behind the other. The order of `add` is that of `ImageView::take`.
class ImageWriter {
 public:
  template <class T>
  void add(std::span<const T> values) {
    add_bytes(values.data(), sizeof(T), values.size());
  }
  void add(const StringTable& table);
  [[nodiscard]] std::string finish(const SourceStamp& stamp) const;

 private:
  void add_bytes(const void* data, std::size_t width, std::size_t count);
  std::string body_;
  std::vector<std::uint64_t> sections_;  // offset into the body, width, count
};

// Null where the bytes are no image of this version, or are not as they were written. `bytes` must be aligned to 8 and outlive the image.
[[nodiscard]] std::unique_ptr<GazetteerImage> read_image(std::span<const char> bytes, SourceStamp& stamp);

}  // namespace rasd
