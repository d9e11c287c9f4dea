#include "source/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <cerrno>
#include <cstdio>

#include "text/utf8.hpp"

namespace rasd {
namespace {

bool begins(std::string_view text, std::string_view head) { return text.substr(0, head.size()) == head; }

// libarchive turns member names into Unicode by the locale of the thread; without this one, names in Arabic are lost.
class Utf8Names {
 public:
  Utf8Names() : mine_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", locale_t{})) {
    if (mine_ != locale_t{}) before_ = ::uselocale(mine_);
  }
  ~Utf8Names() {
    if (mine_ == locale_t{}) return;
    ::uselocale(before_);
    ::freelocale(mine_);
  }
  Utf8Names(const Utf8Names&) = delete;  // restores once
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  locale_t mine_;
  locale_t before_ = {};
};

std::string name_of(archive_entry* entry) {
  if (const char* name = ::archive_entry_pathname_utf8(entry)) return name;
  if (const char* name = ::archive_entry_pathname(entry)) return to_valid_utf8(name);
  return "member without a name";
}

}  // namespace

bool is_packed(std::string_view head) {
  using namespace std::string_view_literals;
  for (const std::string_view magic : {"\x1F\x8B"sv, "\x28\xB5\x2F\xFD"sv, "\xFD" "7zXZ\0"sv, "PK\x03\x04"sv, "PK\x05\x06"sv,
                                       "7z\xBC\xAF\x27\x1C"sv}) {
    if (begins(head, magic)) return true;
  }
  if (begins(head, "BZh") && head.size() > 9 && begins(head.substr(4), "1AY&SY")) return true;
  return head.size() > 262 && begins(head.substr(257), "ustar");
}

Archive::Archive(std::unique_ptr<ByteReader> bytes) : bytes_(std::move(bytes)), handle_(::archive_read_new()) {
  for (const auto support : {::archive_read_support_filter_gzip, ::archive_read_support_filter_bzip2, ::archive_read_support_filter_xz,
                             ::archive_read_support_filter_zstd, ::archive_read_support_format_tar, ::archive_read_support_format_zip,
                             ::archive_read_support_format_7zip, ::archive_read_support_format_raw, ::archive_read_support_format_empty}) {
    support(handle_);
  }
  if (bytes_->can_seek()) {
    bytes_->seek(0, SEEK_SET);
    ::archive_read_set_seek_callback(handle_, on_seek);
  }
  const Utf8Names names;
  if (::archive_read_open(handle_, this, nullptr, on_read, nullptr) != ARCHIVE_OK) {
    note_fault();
    broken_ = true;
  }
}

Archive::~Archive() { ::archive_read_free(handle_); }

ssize_t Archive::on_read(archive* handle, void* self, const void** bytes) {
  ByteReader& reader = *static_cast<Archive*>(self)->bytes_;
  const std::string_view chunk = reader.take();
  if (chunk.empty() && !reader.fault().empty()) {
    ::archive_set_error(handle, EIO, "%s", reader.fault().c_str());
    return ARCHIVE_FATAL;
  }
  *bytes = chunk.data();
  return static_cast<la_ssize_t>(chunk.size());
}

std::int64_t Archive::on_seek(archive*, void* self, std::int64_t offset, int whence) {
  const std::int64_t at = static_cast<Archive*>(self)->bytes_->seek(offset, whence);
  return at < 0 ? ARCHIVE_FAILED : at;
}

void Archive::note_fault() {
  const char* const text = ::archive_error_string(handle_);
  fault_ = to_valid_utf8(text == nullptr ? "damaged" : text);
}

bool Archive::next_member() {
  fault_.clear();
  const Utf8Names names;
  while (!broken_) {
    archive_entry* entry = nullptr;
    const int state = ::archive_read_next_header(handle_, &entry);
    if (state == ARCHIVE_EOF) return false;
    if (state == ARCHIVE_RETRY) continue;
    if (state < ARCHIVE_WARN) {
      note_fault();
      broken_ = true;
      return false;
    }
    if (::archive_format(handle_) == ARCHIVE_FORMAT_RAW) {
      member_.clear();
      return true;
    }
    if (::archive_entry_filetype(entry) != AE_IFREG) continue;
    member_ = name_of(entry);
    return true;
  }
  return false;
}

std::size_t Archive::read(char* into, std::size_t size) {
  if (broken_) return 0;
  while (true) {
    const la_ssize_t got = ::archive_read_data(handle_, into, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (got == ARCHIVE_RETRY) continue;
    note_fault();
    broken_ = got == ARCHIVE_FATAL;
    return 0;
  }
}

}  // namespace rasd
