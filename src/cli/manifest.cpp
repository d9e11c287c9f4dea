#include "cli/manifest.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

#include "sink/json_writer.hpp"
#include "text/stable_hash.hpp"

namespace rasd::cli {
namespace {

constexpr std::int64_t kFormat = 1;

using Json = nlohmann::ordered_json;

void write_sum(JsonWriter& json, std::string_view key, const RecordSum& sum) {
  json.key(key);
  json.begin_object();
  json.member("count", static_cast<std::int64_t>(sum.count));
  json.member("hash", hex16(sum.hash));
  json.end_object();
}

RecordSum read_sum(const Json& json) {
  const std::string hash = json.at("hash").get<std::string>();
  RecordSum sum;
  sum.count = json.at("count").get<std::uint64_t>();
  const auto [end, error] = std::from_chars(hash.data(), hash.data() + hash.size(), sum.hash, 16);
  if (error != std::errc() || end != hash.data() + hash.size()) throw std::invalid_argument("a hash is none: " + hash);
  return sum;
}

}  // namespace

std::uint64_t record_hash(const Document& document) {
  std::uint64_t hash = stable_hash(document.id);
  for (const std::string* field : {&document.title, &document.text, &document.source, &document.url, &document.published, &document.extra}) {
    hash = stable_hash(*field, stable_hash(std::string_view("\x1F", 1), hash));
  }
  return hash;
}

std::string Manifest::to_json() const {
  std::string out;
  JsonWriter json(out);
  const auto count = [&](std::string_view key, std::uint64_t value) { json.member(key, static_cast<std::int64_t>(value)); };
  json.begin_object();
  json.member("manifest", kFormat);
  json.member("rasd", version);
  json.member("rules", rules);
  json.member("data", data);
  json.key("options");
  json.raw(options);
  json.member(is_part ? "part" : "shard", std::to_string(shard.number) + '/' + std::to_string(shard.of));
  write_sum(json, "input", input);
  write_sum(json, "records", records);
  count("rejected", rejected);
  count("events", events);
  json.member("output", output);
  count("bytes", bytes);
  write_sum(json, "lines", lines);
  if (!blocks.empty()) {
    json.key("blocks");
    json.begin_array();
    for (const std::uint64_t block : blocks) json.integer(static_cast<std::int64_t>(block));
    json.end_array();
  }
  json.end_object();
  json.end_line();
  return out;
}

std::optional<Manifest> Manifest::parse(std::string_view text, std::string& fault) {
  try {
    const Json json = Json::parse(text);
    if (json.at("manifest") != kFormat) {
      fault = "a manifest of another version of rasd";
      return std::nullopt;
    }
    Manifest out;
    out.version = json.at("rasd").get<std::string>();
    out.rules = json.at("rules").get<std::string>();
    out.data = json.at("data").get<std::string>();
    out.options = json.at("options").dump();
    out.is_part = json.contains("part");
    const auto shard = parse_shard(json.at(out.is_part ? "part" : "shard").get<std::string>());
    if (!shard) throw std::invalid_argument("the shard is none");
    out.shard = *shard;
    out.input = read_sum(json.at("input"));
    out.records = read_sum(json.at("records"));
    out.rejected = json.at("rejected").get<std::uint64_t>();
    out.events = json.at("events").get<std::uint64_t>();
    out.output = json.at("output").get<std::string>();
    out.bytes = json.at("bytes").get<std::uint64_t>();
    out.lines = read_sum(json.at("lines"));
    if (json.contains("blocks")) out.blocks = json.at("blocks").get<std::vector<std::uint64_t>>();
    return out;
  } catch (const std::exception& error) {
    fault = std::string("no manifest: ") + error.what();
    return std::nullopt;
  }
}

void count_lines(std::string_view text, Manifest& manifest) {
  manifest.bytes += text.size();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    manifest.lines.add(stable_hash(text.substr(begin, end - begin)));
    if (end == std::string_view::npos) break;
    begin = end + 1;
  }
}

void ManifestRecorder::read(const Document& document, bool ours) {
  const std::uint64_t hash = record_hash(document);
  manifest_.input.add(hash);
  if (ours) manifest_.records.add(hash);
}

void ManifestRecorder::write(std::string_view lines) {
  count_lines(lines, manifest_);
  if (manifest_.shard.of == 1 || manifest_.is_part) return;
  const std::size_t block = written_ / kShardBlock;
  if (manifest_.blocks.size() <= block) manifest_.blocks.resize(block + 1);
  manifest_.blocks[block] += lines.size();
}

Manifest ManifestRecorder::finish(std::uint64_t events, std::uint64_t rejected) {
  manifest_.events = events;
  manifest_.rejected = rejected;
  // Blocks of records without events are blocks as well.
  const std::size_t blocks = (written_ + kShardBlock - 1) / kShardBlock;
  if (manifest_.shard.of > 1 && !manifest_.is_part && manifest_.blocks.size() < blocks) manifest_.blocks.resize(blocks);
  return manifest_;
}

}  // namespace rasd::cli
