#include "mention/gazetteer_image.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "text/mapped_file.hpp"

namespace rasd {
namespace {

constexpr std::uint64_t kMagic = 0x0002'5A47'4453'4152ull;  // "RASDGZ", version 2; another byte order reads another number
constexpr std::size_t kSections = 19;
constexpr std::size_t kAlignment = 8;

struct Section {
  std::uint64_t offset = 0, width = 0, count = 0;
};

struct Header {
  std::uint64_t magic = kMagic;
  std::uint64_t size = 0;  // of the whole file
  std::uint64_t sum = 0;   // of all that follows: an image that is not quite right would send look-ups anywhere
  SourceStamp stamp;
  std::array<Section, kSections> sections;
};

constexpr std::size_t kSummed = offsetof(Header, stamp);

class ImageView {
 public:
  ImageView(std::span<const char> bytes, const Header& header) : bytes_(bytes), header_(header) {}

  template <class T>
  std::span<const T> take() {
    const Section& section = header_.sections[next_++];
    const std::uint64_t room = bytes_.size() - sizeof(Header);
    if (section.width != sizeof(T) || section.offset % kAlignment != 0 || section.offset > room ||
        section.count > (room - section.offset) / sizeof(T)) {
      whole_ = false;
      return {};
    }
    return {reinterpret_cast<const T*>(bytes_.data() + sizeof(Header) + section.offset), section.count};
  }
  FrozenStrings take_strings() {
    const auto begins = take<std::uint32_t>();
    const auto arena = take<char>();
    const auto slots = take<FrozenStrings::Slot>();
    if (begins.empty() || begins.back() != arena.size() || (slots.size() & (slots.size() - 1)) != 0) whole_ = false;
    return {begins, {arena.data(), arena.size()}, slots};
  }
  [[nodiscard]] bool whole() const { return whole_; }
  [[nodiscard]] std::size_t taken() const { return next_; }

 private:
  std::span<const char> bytes_;
  const Header& header_;
  std::size_t next_ = 0;
  bool whole_ = true;
};

}  // namespace

void ImageWriter::add_bytes(const void* data, std::size_t width, std::size_t count) {
  body_.resize((body_.size() + kAlignment - 1) / kAlignment * kAlignment, '\0');
  sections_.insert(sections_.end(), {body_.size(), width, count});
  if (count > 0) body_.append(static_cast<const char*>(data), width * count);
}

void ImageWriter::add(const StringTable& table) {
  const std::vector<std::uint32_t> begins = table.begins();
  add(std::span<const std::uint32_t>(begins));
  add(std::span<const char>(table.arena()));
  add(std::span<const FrozenStrings::Slot>(table.slots()));
}

std::string ImageWriter::finish(const SourceStamp& stamp) const {
  Header header;
  header.size = sizeof(Header) + body_.size();
  header.stamp = stamp;
  for (std::size_t i = 0; i < std::min(kSections, sections_.size() / 3); ++i) {
    header.sections[i] = {sections_[3 * i], sections_[3 * i + 1], sections_[3 * i + 2]};
  }
  std::string out(sizeof header, '\0');
  std::memcpy(out.data(), &header, sizeof header);
  out += body_;
  const std::uint64_t sum = checksum(std::string_view(out).substr(kSummed));
  std::memcpy(out.data() + offsetof(Header, sum), &sum, sizeof sum);
  return out;
}

std::unique_ptr<GazetteerImage> read_image(std::span<const char> bytes, SourceStamp& stamp) {
  if (bytes.size() < sizeof(Header)) return nullptr;
  const Header& header = *reinterpret_cast<const Header*>(bytes.data());
  if (header.magic != kMagic || header.size != bytes.size()) return nullptr;
  if (header.sum != checksum({bytes.data() + kSummed, bytes.size() - kSummed})) return nullptr;
  stamp = header.stamp;
  ImageView view(bytes, header);
  auto image = std::make_unique<GazetteerImage>();
  image->texts = view.take_strings();
  image->words = view.take_strings();
  image->names.begins = view.take<std::uint64_t>();
  image->names.first = view.take<std::uint32_t>();
  image->names.edges = view.take<NameTrie::Edge>();
  image->names.nodes = view.take<NameTrie::Node>();
  image->names.payloads = view.take<NameTrie::Payload>();
  image->small_names = view.take_strings();
  image->small_begins = view.take<std::uint32_t>();
  image->small_rows = view.take<std::uint32_t>();
  image->rows = view.take<PlaceRecord>();
  image->countries = view.take<std::uint32_t>();
  image->admins = view.take<std::uint32_t>();
  return view.whole() && view.taken() == kSections ? std::move(image) : nullptr;
}

}  // namespace rasd
