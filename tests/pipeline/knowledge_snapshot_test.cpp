// Knowledge that the build compiled gives the events that the texts give; it is used for its own texts alone, and never when it is damaged.
#include "pipeline/knowledge_snapshot.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "sink/jsonl_sink.hpp"
#include "support/golden.hpp"
#include "support/temp_dir.hpp"
#include "text/snapshot.hpp"
#include "text/table_reader.hpp"

namespace rasd {
namespace {

namespace fs = std::filesystem;

const std::string kSource = RASD_SOURCE_DIR;

bool is_from_texts(const Knowledge& knowledge) {
  const std::vector<Rule>& rules = knowledge.impl().rules->rules();
  return std::any_of(rules.begin(), rules.end(), [](const Rule& rule) { return !rule.examples.empty(); });
}

// Copies of rules and data, and what is compiled from them, once for all tests.
class Compiled {
 public:
  Compiled() {
    fs::copy(kSource + "/rules", folder_.path() + "/rules", fs::copy_options::recursive);
    fs::copy(kSource + "/data", folder_.path() + "/data", fs::copy_options::recursive);
    paths_.rules = folder_.path() + "/rules";
    paths_.data = folder_.path() + "/data";
    const auto normalizer = Normalizer::load(paths_.data + "/normalization");
    const auto gazetteer = Gazetteer::compile(paths_.data + "/gazetteer", *normalizer);
    paths_.compiled_gazetteer = folder_.write("gazetteer.bin", *gazetteer);
    const auto bytes = compile_knowledge(paths_);
    bytes_ = *bytes;
    paths_.compiled_knowledge = folder_.write("knowledge.bin", bytes_);
  }
  [[nodiscard]] const KnowledgePaths& paths() const { return paths_; }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  TempDir folder_;
  KnowledgePaths paths_;
  std::string bytes_;
};

const Compiled& compiled() {
  static const Compiled once;
  return once;
}

std::shared_ptr<const Knowledge> load(const KnowledgePaths& paths) {
  auto loaded = Knowledge::load(paths);
  EXPECT_TRUE(loaded);
  return loaded ? *loaded : nullptr;
}

// Puts a file back as it was, its time too.
class Restored {
 public:
  explicit Restored(std::string file) : file_(std::move(file)), time_(fs::last_write_time(file_)), content_(*read_file(file_)) {}
  ~Restored() {
    std::ofstream(file_, std::ios::binary | std::ios::trunc) << content_;
    fs::last_write_time(file_, time_);
  }
  void append(const std::string& text) const { std::ofstream(file_, std::ios::binary | std::ios::app) << text; }
  void touch() const { fs::last_write_time(file_, time_ + std::chrono::hours(3)); }

 private:
  std::string file_;
  fs::file_time_type time_;
  std::string content_;
};

TEST(KnowledgeSnapshot, GivesWhatTheTextsGive) {
  KnowledgePaths texts = compiled().paths();
  texts.compiled_knowledge.clear();
  const auto from_texts = load(texts);
  const auto from_file = load(compiled().paths());
  ASSERT_TRUE(from_texts && from_file);
  ASSERT_TRUE(is_from_texts(*from_texts));
  ASSERT_FALSE(is_from_texts(*from_file));
  Workspace one(from_texts), other(from_file);
  const Extractor of_texts(from_texts), of_file(from_file);
  EventLineWriter writer({.provenance = true});
  std::size_t events = 0;
  std::string before;
  for (const Rule& rule : from_texts->impl().rules->rules()) {
    for (const Example& example : rule.examples) {
      Document document;
      document.id = rule.id;
      document.text = before + ".\n" + example.text;
      document.anchor = make_date(2024, 1, 20);
      before = example.text;
      const std::vector<Event> found = of_texts.extract(document, one);
      std::string expected, given;
      writer.append(document, found, expected);
      writer.append(document, of_file.extract(document, other), given);
      EXPECT_EQ(given, expected) << document.text;
      events += found.size();
    }
  }
  EXPECT_GT(events, 500u);
}

TEST(KnowledgeSnapshot, TheSameTextsGiveTheSameBytes) {
  const auto again = compile_knowledge(compiled().paths());
  ASSERT_TRUE(again);
  EXPECT_TRUE(*again == compiled().bytes());
}

TEST(KnowledgeSnapshot, AnEditCountsAtOnce) {
  const KnowledgePaths& paths = compiled().paths();
  for (const std::string& file : {paths.rules + "/base/base.rules", paths.rules + "/base/words.lst", paths.data + "/actors/syria.tsv",
                                  paths.data + "/types/resolver.tsv", paths.data + "/normalization/folding.tsv",
                                  paths.data + "/gazetteer/gen_lbn.tsv"}) {
    const Restored file_as_it_was(file);
    file_as_it_was.append("# a remark\n");
    EXPECT_TRUE(is_from_texts(*load(paths))) << file;
  }
  std::ofstream(paths.rules + "/base/more.lst") << "list base.more\n";
  EXPECT_TRUE(is_from_texts(*load(paths)));
  fs::remove(paths.rules + "/base/more.lst");
  EXPECT_FALSE(is_from_texts(*load(paths)));
}

TEST(KnowledgeSnapshot, FilesThatWereCopiedAreRecognised) {
  const KnowledgePaths& paths = compiled().paths();
  const Restored file(paths.rules + "/base/base.rules");
  file.touch();
  EXPECT_FALSE(is_from_texts(*load(paths)));
}

TEST(KnowledgeSnapshot, OverlaysAreReadWithTheTexts) {
  const TempDir overlay;
  overlay.write("words.lst", "list overlay.words\n");
  KnowledgePaths paths = compiled().paths();
  paths.rule_overlays = {overlay.path()};
  EXPECT_TRUE(is_from_texts(*load(paths)));
  paths.rule_overlays.clear();
  paths.data_overlays = {overlay.path()};
  EXPECT_TRUE(is_from_texts(*load(paths)));
}

TEST(KnowledgeSnapshot, ADamagedFileIsNotUsed) {
  const TempDir folder;
  KnowledgePaths paths = compiled().paths();
  const std::string& good = compiled().bytes();
  Knowledge::Impl knowledge;
  knowledge.normalizer = *Normalizer::load(paths.data + "/normalization");
  knowledge.gazetteer = *Gazetteer::load(paths.data + "/gazetteer", *knowledge.normalizer, knowledge.vocabulary, paths.compiled_gazetteer);
  const auto restores = [&](const std::string& bytes) { return restore_knowledge(folder.write("bad.bin", bytes), paths, knowledge); };
  for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{100}, good.size() / 2, good.size() - 1}) {
    EXPECT_FALSE(restores(good.substr(0, size))) << size;
  }
  EXPECT_FALSE(restores(good + '\0'));
  for (std::size_t at = 0; at < good.size(); at += 1 + at / 4) {
    std::string flipped = good;
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
    EXPECT_FALSE(restores(flipped)) << at;
  }
  EXPECT_EQ(knowledge.lexicon, nullptr);
  EXPECT_TRUE(restores(good));
  paths.compiled_knowledge = folder.write("bad.bin", good.substr(0, good.size() / 3));
  EXPECT_TRUE(is_from_texts(*load(paths)));
  paths.compiled_knowledge = folder.path() + "/absent.bin";
  EXPECT_TRUE(is_from_texts(*load(paths)));
}

// What the checksum could not tell: the reader itself never reads behind the end.
TEST(KnowledgeSnapshot, BytesThatEndTooEarlyAreNoticed) {
  SnapshotWriter writer;
  const std::vector<std::string> words = {"one", "two", "three"};
  const std::optional<std::vector<std::uint32_t>> numbers = std::vector<std::uint32_t>{1, 2, 3};
  writer(words, numbers);
  for (std::size_t size = 0; size <= writer.bytes().size(); ++size) {
    SnapshotReader reader(std::string_view(writer.bytes()).substr(0, size));
    std::vector<std::string> words_read;
    std::optional<std::vector<std::uint32_t>> numbers_read;
    reader(words_read, numbers_read);
    EXPECT_EQ(reader.whole(), size == writer.bytes().size());
    if (reader.whole()) {
      EXPECT_EQ(words_read, words);
      EXPECT_EQ(numbers_read, numbers);
    }
  }
  std::string huge(4, '\xFF');  // a length that nothing follows
  SnapshotReader reader(huge);
  std::vector<std::string> none;
  reader(none);
  EXPECT_FALSE(reader.whole());
}

}  // namespace
}  // namespace rasd
