#include "cli/input_paths.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>

#include "source/byte_reader.hpp"
#include "source/format.hpp"

namespace rasd::cli {
namespace {

namespace fs = std::filesystem;

bool is_folder(const std::string& path) {
  std::error_code error;
  return path != "-" && fs::is_directory(path, error);
}

void add_files_of(const std::string& folder, std::vector<std::string>& out, Messages& messages) {
  std::vector<std::string> files;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    std::error_code ignored;
    if (is_hidden(name)) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file(ignored)) {
      files.push_back(at->path().string());
    }
  }
  if (error) messages.error(folder + ": cannot be read: " + error.message());
  std::sort(files.begin(), files.end());
  if (files.empty() && !error) messages.warn(folder + ": no files in it");
  std::move(files.begin(), files.end(), std::back_inserter(out));
}

std::vector<std::string> read_list(const PathOptions& options, Messages& messages) {
  std::vector<std::string> out;
  std::string fault;
  auto stream = DescriptorStream::open(options.files_from, nullptr, fault);
  std::string list;
  if (stream) {
    ByteReader bytes(std::move(stream));
    bytes.read_rest(list);
    fault = bytes.fault();
  }
  if (!fault.empty()) messages.error(options.files_from + ": " + fault);
  const char separator = options.null_separated ? '\0' : '\n';
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(separator, at), list.size());
    std::string path = list.substr(at, end - at);
    if (!options.null_separated && !path.empty() && path.back() == '\r') path.pop_back();
    if (!path.empty()) out.push_back(std::move(path));
    at = end + 1;
  }
  return out;
}

}  // namespace

std::vector<std::string> expand_paths(const PathOptions& options, Messages& messages) {
  std::vector<std::string> named = options.paths;
  if (!options.files_from.empty()) {
    const std::vector<std::string> listed = read_list(options, messages);
    named.insert(named.end(), listed.begin(), listed.end());
  } else if (named.empty()) {
    named.emplace_back("-");
  }
  std::vector<std::string> out;
  for (const std::string& path : named) {
    if (options.recursive && is_folder(path)) {
      add_files_of(path, out, messages);
    } else {
      out.push_back(path);
    }
  }
  return out;
}

}  // namespace rasd::cli
