#include "pipeline/knowledge_snapshot.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <utility>

#include "code_stamp.inc"
#include "text/mapped_file.hpp"
#include "text/snapshot.hpp"
#include "text/source_stamp.hpp"
#include "text/table_reader.hpp"

namespace rasd {
namespace {

constexpr std::uint64_t kMagic = 0x0001'4E4B'4453'4152ull;  // "RASDKN", version 1; another byte order reads another number

struct Header {
  std::uint64_t magic = kMagic;
  std::uint64_t code = kCodeStamp;  // layouts and hashes are this code's
  std::uint64_t sum = 0;            // of all that follows
  SourceStamp rules, data, gazetteer;
};
constexpr std::size_t kSummed = offsetof(Header, rules);

std::vector<std::string> rule_files(const KnowledgePaths& paths) { return list_files(paths.rules, {".rules", ".lst"}); }

// The gazetteer's tables have their own stamp.
std::vector<std::string> data_files(const KnowledgePaths& paths) {
  std::vector<std::string> files = list_files(paths.data, {".tsv", ".lst"});
  const std::string gazetteer = paths.data + "/gazetteer/";
  std::erase_if(files, [&](const std::string& file) { return file.compare(0, gazetteer.size(), gazetteer) == 0; });
  return files;
}

}  // namespace

bool restore_knowledge(const std::string& file, const KnowledgePaths& paths, Knowledge::Impl& knowledge) {
  if (!paths.rule_overlays.empty() || !paths.data_overlays.empty() || !knowledge.gazetteer->is_compiled()) return false;
  const auto mapped = map_file(file);
  Header header;
  if (mapped == nullptr || mapped->size() < sizeof header) return false;
  std::memcpy(&header, mapped->data(), sizeof header);
  const Header expected;
  if (header.magic != expected.magic || header.code != expected.code) return false;
  if (header.gazetteer.content != knowledge.gazetteer->compiled_from().content) return false;
  if (!is_made_from(header.rules, paths.rules, rule_files(paths)) || !is_made_from(header.data, paths.data, data_files(paths))) return false;
  if (header.sum != checksum(mapped->substr(kSummed))) return false;
  SnapshotReader reader(mapped->substr(sizeof header));
  Vocabulary more;
  PhraseFinder phrases;
  auto actors = std::make_shared<ActorLexicon>();
  reader(more, phrases, *actors);
  auto lexicon = Lexicon::restore(reader, knowledge.vocabulary);
  auto rules = RuleSet::restore(reader, lexicon);
  if (!reader.whole()) return false;
  knowledge.vocabulary.extend(std::move(more));
  knowledge.phrases.emplace(std::move(phrases));
  knowledge.actors = std::move(actors);
  knowledge.lexicon = std::move(lexicon);
  knowledge.rules = std::move(rules);
  return true;
}

Result<std::string> compile_knowledge(const KnowledgePaths& paths) {
  KnowledgePaths from_text = paths;
  from_text.compiled_knowledge.clear();
  const auto loaded = Knowledge::load(from_text);
  if (!loaded) return loaded.error();
  const Knowledge::Impl& knowledge = (*loaded)->impl();
  if (!knowledge.gazetteer->is_compiled()) {
    return Diagnostic{"D041", paths.compiled_gazetteer, 0, 0, "this gazetteer was not compiled from the tables of " + paths.data, "compile it first"};
  }
  SnapshotWriter writer;
  writer(knowledge.vocabulary, *knowledge.phrases, *knowledge.actors);
  knowledge.lexicon->save(writer);
  knowledge.rules->save(writer);
  Header header;
  header.rules = stamp_files(paths.rules, rule_files(paths), true);
  header.data = stamp_files(paths.data, data_files(paths), true);
  header.gazetteer = knowledge.gazetteer->compiled_from();
  std::string out(sizeof header, '\0');
  std::memcpy(out.data(), &header, sizeof header);
  out += writer.bytes();
  header.sum = checksum(std::string_view(out).substr(kSummed));
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

}  // namespace rasd
