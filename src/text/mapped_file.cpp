#include "text/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstring>

namespace rasd {

std::shared_ptr<const std::string_view> map_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return nullptr;
  struct stat info = {};
  void* start = MAP_FAILED;
  if (::fstat(file, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0) {
#ifdef MAP_POPULATE  // all of it is read for its checksum
    constexpr int kFlags = MAP_PRIVATE | MAP_POPULATE;
#else
    constexpr int kFlags = MAP_PRIVATE;
#endif
    start = ::mmap(nullptr, static_cast<std::size_t>(info.st_size), PROT_READ, kFlags, file, 0);
  }
  ::close(file);
  if (start == MAP_FAILED) return nullptr;
  const auto* bytes = new std::string_view(static_cast<const char*>(start), static_cast<std::size_t>(info.st_size));
  return {bytes, [](const std::string_view* mapped) {
            ::munmap(const_cast<char*>(mapped->data()), mapped->size());
            delete mapped;
          }};
}

void release_pages(std::string_view mapped) {
#ifdef MADV_DONTNEED
  ::madvise(const_cast<char*>(mapped.data()), mapped.size(), MADV_DONTNEED);
#else
  static_cast<void>(mapped);
#endif
}

std::uint64_t checksum(std::string_view bytes) {
  constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15ull;
  constexpr std::size_t kLanes = 4;  // a multiplication takes as long as four can be under way
  std::array<std::uint64_t, kLanes> lanes = {1, 2, 3, 4};
  const auto mix = [](std::uint64_t lane, std::uint64_t block) {
    lane = (lane ^ block) * kPrime;  // each step can be undone: two contents that differ in one block differ in the end
    return lane ^ (lane >> 29);
  };
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  for (std::array<std::uint64_t, kLanes> blocks; left >= sizeof blocks; at += sizeof blocks, left -= sizeof blocks) {
    std::memcpy(blocks.data(), at, sizeof blocks);
    for (std::size_t i = 0; i < kLanes; ++i) lanes[i] = mix(lanes[i], blocks[i]);
  }
  std::uint64_t sum = bytes.size();
  for (const std::uint64_t lane : lanes) sum = mix(sum, lane);
  while (left > 0) {
    const std::size_t size = left < sizeof sum ? left : sizeof sum;
    std::uint64_t block = 0;
    std::memcpy(&block, at, size);
    sum = mix(sum, block);
    at += size;
    left -= size;
  }
  return sum;
}

}  // namespace rasd
