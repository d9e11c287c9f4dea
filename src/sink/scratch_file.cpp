#include "sink/scratch_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <vector>

namespace rasd {

std::unique_ptr<ScratchFile> ScratchFile::open(Output& output) {
  if (!output.temporary().empty()) return std::unique_ptr<ScratchFile>(new ScratchFile(output, output.temporary(), false));
  std::error_code none;
  std::string path = (std::filesystem::temp_directory_path(none) / "rasd-XXXXXX").string();
  const int descriptor = ::mkstemp(path.data());
  if (descriptor < 0) {
    output.fail(path + ": cannot be written: " + std::strerror(errno));
    return nullptr;
  }
  ::close(descriptor);
  return std::unique_ptr<ScratchFile>(new ScratchFile(output, std::move(path), true));
}

ScratchFile::~ScratchFile() {
  if (own_) ::unlink(path_.c_str());
}

bool ScratchFile::deliver() {
  if (!own_) return true;
  std::ifstream file(path_, std::ios::binary);
  std::vector<char> piece(std::size_t{64} << 10);
  while (file) {
    file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    if (!output_.write({piece.data(), static_cast<std::size_t>(file.gcount())})) return false;
  }
  if (file.eof()) return true;
  output_.fail(path_ + ": cannot be read");
  return false;
}

}  // namespace rasd
