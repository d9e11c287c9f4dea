#include "cli/shard_merge.hpp"

#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <memory>

#include "sink/output_buffer.hpp"
#include "source/byte_reader.hpp"
#include "text/stable_hash.hpp"

namespace rasd::cli {
namespace {

constexpr std::size_t kMaxLine = std::size_t{1} << 30;
constexpr std::size_t kNamed = 10;  // of missing shards

std::string numbers_text(const std::vector<std::uint64_t>& numbers) {
  std::string out;
  for (std::size_t i = 0; i < numbers.size() && i < kNamed; ++i) out += (i > 0 ? ", " : "") + std::to_string(numbers[i]);
  return numbers.size() > kNamed ? out + " and " + std::to_string(numbers.size() - kNamed) + " more" : out;
}

// What must be the same in all of them.
std::string fault_between(const ShardOutput& a, const ShardOutput& b) {
  const auto differ = [&](const std::string& what, const std::string& of_a, const std::string& of_b) {
    return a.path + " and " + b.path + ": " + what + " differ (" + of_a + ", " + of_b + ')';
  };
  const Manifest& m = a.manifest;
  const Manifest& n = b.manifest;
  if (m.version != n.version) return differ("the versions of rasd", m.version, n.version);
  if (m.rules != n.rules) return differ("the rules", m.rules, n.rules);
  if (m.data != n.data) return differ("the data", m.data, n.data);
  if (m.options != n.options) return differ("the options", m.options, n.options);
  if (m.is_part != n.is_part) return differ("the kinds of shard", m.is_part ? "part" : "shard", n.is_part ? "part" : "shard");
  if (m.shard.of != n.shard.of) return differ("the numbers of shards", std::to_string(m.shard.of), std::to_string(n.shard.of));
  if (!m.is_part && m.input != n.input) {
    return differ("the inputs", std::to_string(m.input.count) + " records " + hex16(m.input.hash),
                  std::to_string(n.input.count) + " records " + hex16(n.input.hash));
  }
  return {};
}

// The lines of one shard, compared on their way with what its manifest counts.
class ShardLines {
 public:
  bool open(const ShardOutput& shard, std::string& fault) {
    shard_ = &shard;
    struct stat info = {};
    std::unique_ptr<ByteStream> stream = DescriptorStream::open(shard.lines_path, nullptr, fault);
    if (!stream || ::stat(shard.lines_path.c_str(), &info) != 0) {
      fault = shard.lines_path + ": " + (fault.empty() ? "cannot be read" : fault);
      return false;
    }
    if (static_cast<std::uint64_t>(info.st_size) != shard.manifest.bytes) return disagree(fault);
    bytes_ = std::make_unique<ByteReader>(std::move(stream), kMaxLine);
    return true;
  }
  // Appends the next lines, `size` bytes of them.
  bool copy(std::uint64_t size, OutputBuffer& out, std::string& fault) {
    while (size > 0) {
      std::string_view line;
      bool too_long = false;
      if (!bytes_->next_line(line, too_long) || too_long || line.size() + 1 > size) return disagree(fault);
      size -= line.size() + 1;
      found_.add(stable_hash(line));
      out.text().append(line).append(1, '\n');
      if (!out.written()) return false;
    }
    return true;
  }
  // Whether everything was copied and is what was written.
  bool close(std::string& fault) {
    bytes_.reset();
    return found_ == shard_->manifest.lines || disagree(fault);
  }

 private:
  bool disagree(std::string& fault) const {
    fault = shard_->lines_path + ": is not what " + shard_->path + " says of it; run that shard again";
    return false;
  }
  const ShardOutput* shard_ = nullptr;
  std::unique_ptr<ByteReader> bytes_;
  RecordSum found_;
};

// Every shard's file is open at once.
void allow_files(std::size_t count) {
  rlimit limit = {};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur > count + 64) return;
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, count + 64);
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

bool write_parts(const std::vector<ShardOutput>& shards, OutputBuffer& out, std::string& fault) {
  for (const ShardOutput& shard : shards) {
    ShardLines lines;
    if (!lines.open(shard, fault) || !lines.copy(shard.manifest.bytes, out, fault) || !lines.close(fault)) return false;
  }
  return true;
}

bool write_blocks(const std::vector<ShardOutput>& shards, OutputBuffer& out, std::string& fault) {
  allow_files(shards.size());
  std::vector<ShardLines> lines(shards.size());
  for (std::size_t i = 0; i < shards.size(); ++i) {
    if (!lines[i].open(shards[i], fault)) return false;
  }
  for (std::uint64_t block = 0;; ++block) {
    const std::size_t at = block % shards.size();
    const auto& blocks = shards[at].manifest.blocks;
    if (block / shards.size() >= blocks.size()) break;  // the first that is missing is behind the last
    if (!lines[at].copy(blocks[block / shards.size()], out, fault)) return false;
  }
  return std::all_of(lines.begin(), lines.end(), [&](ShardLines& each) { return each.close(fault); });
}

}  // namespace

std::string fault_of_shards(std::vector<ShardOutput>& shards) {
  if (shards.empty()) return "no manifests";
  for (const ShardOutput& shard : shards) {
    if (std::string fault = fault_between(shards.front(), shard); !fault.empty()) return fault;
  }
  const auto number = [](const ShardOutput& shard) { return shard.manifest.shard.number; };
  std::stable_sort(shards.begin(), shards.end(), [&](const ShardOutput& a, const ShardOutput& b) { return number(a) < number(b); });
  const std::uint64_t of = shards.front().manifest.shard.of;
  std::vector<std::uint64_t> missing;
  std::uint64_t expected = 1;
  for (std::size_t i = 0; i < shards.size(); ++i) {
    if (i > 0 && number(shards[i]) == number(shards[i - 1])) {
      return shards[i - 1].path + " and " + shards[i].path + ": both are shard " + std::to_string(number(shards[i]));
    }
    for (; expected < number(shards[i]); ++expected) missing.push_back(expected);
    ++expected;
  }
  for (; expected <= of; ++expected) missing.push_back(expected);
  if (!missing.empty()) return "of " + std::to_string(of) + " shards there is no " + numbers_text(missing);
  const Manifest sum = sum_of(shards);
  if (sum.records != sum.input) return "the records of all shards are not those of the input; run the shards again";
  return {};
}

Manifest sum_of(const std::vector<ShardOutput>& shards) {
  Manifest out = shards.front().manifest;
  out.shard = {};
  out.is_part = false;
  out.blocks.clear();
  for (std::size_t i = 1; i < shards.size(); ++i) {
    const Manifest& next = shards[i].manifest;
    if (next.is_part) out.input.add(next.input);
    out.records.add(next.records);
    out.rejected += next.rejected;
    out.events += next.events;
    out.bytes += next.bytes;
    out.lines.add(next.lines);
  }
  return out;
}

bool write_merged(const std::vector<ShardOutput>& shards, Output& output, std::string& fault) {
  OutputBuffer out(output);
  const bool in_sequence = shards.front().manifest.is_part || shards.size() == 1;
  const bool good = in_sequence ? write_parts(shards, out, fault) : write_blocks(shards, out, fault);
  return out.flush() && good;
}

}  // namespace rasd::cli
