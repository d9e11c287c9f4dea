// A file's bytes without a copy, and a number by which one tells that they are all right.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace rasd {

// Mapped for reading as long as the pointer lives; null where that is not possible. Programs replace such files, they do not write
// over them.
[[nodiscard]] std::shared_ptr<const std::string_view> map_file(const std::string& path);

// Gives a mapped file's memory back until it is looked at again: all of it was read for its checksum, little is needed by a run.
void release_pages(std::string_view mapped);

// Changes with any byte. Several bytes a cycle of the processor, and no defence against somebody who means harm.
[[nodiscard]] std::uint64_t checksum(std::string_view bytes);

}  // namespace rasd
