#include "sink/packer.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <filesystem>
#include <map>

namespace rasd {
namespace {

// Ending → libarchive's name of the filter.
const std::string* filter_of(const std::string& path) {
  static const std::map<std::string, std::string> kFilters = {{".gz", "gzip"}, {".zst", "zstd"}, {".bz2", "bzip2"}, {".xz", "xz"}};
  std::string ending = std::filesystem::path(path).extension().string();
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const auto found = kFilters.find(ending);
  return found == kFilters.end() ? nullptr : &found->second;
}

}  // namespace

bool is_packed_path(const std::string& path) { return filter_of(path) != nullptr; }

std::string without_packing(const std::string& path) {
  return is_packed_path(path) ? std::filesystem::path(path).replace_extension().string() : path;
}

Packer::Packer(Put put) : put_(std::move(put)), handle_(::archive_write_new()) {}

Packer::~Packer() {
  // A packer that is given up closes its handle too; by then nobody takes bytes.
  put_ = nullptr;
  ::archive_write_free(handle_);
}

ssize_t Packer::on_write(archive*, void* self, const void* bytes, std::size_t size) {
  const Put& put = static_cast<Packer*>(self)->put_;
  return put && put({static_cast<const char*>(bytes), size}) ? static_cast<ssize_t>(size) : -1;
}

std::unique_ptr<Packer> Packer::open(const std::string& path, Put put, std::string& fault) {
  const std::string* const filter = filter_of(path);
  if (filter == nullptr) return nullptr;
  std::unique_ptr<Packer> packer(new Packer(std::move(put)));
  archive* const handle = packer->handle_;
  bool good = ::archive_write_set_format_raw(handle) == ARCHIVE_OK && ::archive_write_add_filter_by_name(handle, filter->c_str()) == ARCHIVE_OK;
  // The same input gives the same bytes: no time in the file, no blanks behind its end.
  if (*filter == "gzip") good = good && ::archive_write_set_filter_option(handle, "gzip", "timestamp", nullptr) == ARCHIVE_OK;
  good = good && ::archive_write_set_bytes_in_last_block(handle, 1) == ARCHIVE_OK &&
         ::archive_write_open(handle, packer.get(), nullptr, &on_write, nullptr) == ARCHIVE_OK;
  if (good) {
    archive_entry* const entry = ::archive_entry_new();
    ::archive_entry_set_filetype(entry, AE_IFREG);
    good = ::archive_write_header(handle, entry) == ARCHIVE_OK;
    ::archive_entry_free(entry);
  }
  if (good) return packer;
  const char* const reason = ::archive_error_string(handle);
  fault = path + ": cannot be packed: " + (reason != nullptr ? reason : "unknown to libarchive");
  return nullptr;
}

bool Packer::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const la_ssize_t put = ::archive_write_data(handle_, bytes.data(), bytes.size());
    if (put <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

bool Packer::finish() { return ::archive_write_close(handle_) == ARCHIVE_OK; }

}  // namespace rasd
