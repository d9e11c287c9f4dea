#include "cli/heap.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#if defined(__linux__) && defined(__GLIBC__)
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace rasd::cli {

#if defined(__linux__) && defined(__GLIBC__) && defined(MADV_HUGEPAGE)

void set_up_heap() {
  constexpr std::uintptr_t kLargePage = std::uintptr_t{2} << 20;
  constexpr int kFirst = 64 << 20;  // address space, which takes memory only where it is written to
  constexpr std::size_t kMore = std::size_t{1} << 20;
  mallopt(M_MMAP_THRESHOLD, kFirst);
  mallopt(M_TRIM_THRESHOLD, 4 * kFirst);
  mallopt(M_TOP_PAD, kFirst);
  void* const begin = sbrk(0);
  void* volatile more = std::malloc(kMore);  // more than what is left of what the heap began with
  std::free(more);
  void* const end = sbrk(0);
  mallopt(M_TOP_PAD, 1 << 20);
  const std::uintptr_t first = (reinterpret_cast<std::uintptr_t>(begin) + kLargePage - 1) & ~(kLargePage - 1);
  const std::uintptr_t last = reinterpret_cast<std::uintptr_t>(end) & ~(kLargePage - 1);
  if (first < last) madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
}

#else

void set_up_heap() {}

#endif

}  // namespace rasd::cli
