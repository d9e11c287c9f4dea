// Packed files for tests, made by libarchive's writer.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <string>
#include <utility>
#include <vector>

namespace rasd {

using Members = std::vector<std::pair<std::string, std::string>>;

// `filter`: "", "gzip", "zstd", "bzip2", "xz". `format`: "raw" (one member), "ustar", "pax", "zip".
inline std::string pack(const std::string& format, const std::string& filter, const Members& members) {
  const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", locale_t{});  // names are written by it
  const locale_t before = ::uselocale(utf8);
  std::string out(std::size_t{8} << 20, '\0');
  std::size_t used = 0;
  archive* const handle = ::archive_write_new();
  ::archive_write_set_format_by_name(handle, format.c_str());
  if (!filter.empty()) ::archive_write_add_filter_by_name(handle, filter.c_str());
  if (format == "pax" || format == "zip") ::archive_write_set_options(handle, "hdrcharset=UTF-8");
  ::archive_write_set_bytes_in_last_block(handle, 1);
  ::archive_write_open_memory(handle, out.data(), out.size(), &used);
  for (const auto& [name, content] : members) {
    archive_entry* const entry = ::archive_entry_new();
    ::archive_entry_set_pathname(entry, name.c_str());
    ::archive_entry_set_filetype(entry, AE_IFREG);
    ::archive_entry_set_perm(entry, 0644);
    ::archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    ::archive_write_header(handle, entry);
    ::archive_write_data(handle, content.data(), content.size());
    ::archive_entry_free(entry);
  }
  ::archive_write_close(handle);
  ::archive_write_free(handle);
  ::uselocale(before);
  ::freelocale(utf8);
  out.resize(used);
  return out;
}

}  // namespace rasd
