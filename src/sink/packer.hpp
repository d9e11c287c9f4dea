// Packs what is written on its way to a file: .gz .zst .bz2 .xz.
#pragma once

#include <sys/types.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct archive;

namespace rasd {

// Whether the ending of a path says that it is packed; without_packing() is the path without that ending.
[[nodiscard]] bool is_packed_path(const std::string& path);
[[nodiscard]] std::string without_packing(const std::string& path);

class Packer {
 public:
  using Put = std::function<bool(std::string_view)>;
  // By the ending of `path`; `put` takes the packed bytes. Null, with `fault`, where this system cannot pack so.
  static std::unique_ptr<Packer> open(const std::string& path, Put put, std::string& fault);
  ~Packer();
  Packer(const Packer&) = delete;  // owns a handle that points to it
  Packer& operator=(const Packer&) = delete;

  bool write(std::string_view bytes);
  // Puts out what is still held back.
  bool finish();

 private:
  explicit Packer(Put put);
  static ssize_t on_write(archive*, void* self, const void* bytes, std::size_t size);

  Put put_;
  archive* handle_;
};

}  // namespace rasd
