// The program from outside: exit statuses, standard input, messages, files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "rasd_program.hpp"
#include "support/rasd.hpp"

namespace rasd {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

constexpr const char* kArticle = kStrike;

std::string record(const std::string& id, const std::string& text, const std::string& published = "2024-01-24") {
  return strike_record(id, text, published);
}

std::vector<nlohmann::json> parse_lines(const std::string& text) { return json_lines(text); }

TEST(Cli, HelpAndVersion) {
  const Outcome help = rasd_program("--help");
  EXPECT_EQ(help.status, 0);
  EXPECT_THAT(help.out, AllOf(HasSubstr("Examples:"), HasSubstr("extract"), HasSubstr("explain"), HasSubstr("rules")));
  EXPECT_THAT(help.err, IsEmpty());
  const Outcome command_help = rasd_program("extract --help");
  EXPECT_EQ(command_help.status, 0);
  EXPECT_LT(command_help.out.find("Examples:"), command_help.out.find("--published"));
  EXPECT_EQ(rasd_program("help extract").out, command_help.out);
  const Outcome version = rasd_program("--version");
  EXPECT_EQ(version.status, 0);
  EXPECT_THAT(version.out, StartsWith("rasd "));
}

TEST(Cli, WrongUsageIsTwo) {
  for (const char* arguments : {"--no-such-option", "extract --offsets letters", "extract --input-format xml", "extract -j 0",
                                "extract --published yesterday", "rules", "rules check --nothing"}) {
    const Outcome outcome = rasd_program(arguments);
    EXPECT_EQ(outcome.status, 2) << arguments;
    EXPECT_THAT(outcome.out, IsEmpty()) << arguments;
    EXPECT_THAT(outcome.err, Not(IsEmpty())) << arguments;
  }
  EXPECT_THAT(rasd_program("extract --published yesterday").err, HasSubstr("YYYY-MM-DD"));
  EXPECT_THAT(rasd_program("extract --offsets letters").err, HasSubstr("\"letters\" is none of byte, code_point, utf16"));
  EXPECT_THAT(rasd_program("mentions --type dates").err, HasSubstr("\"dates\" is none of date, number"));
}

TEST(Cli, EventsOfATextFile) {
  const TempDir directory;
  const std::string path = directory.write("a.txt", kArticle);
  const Outcome outcome = rasd_program(path + " --published 2024-01-24");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.err, IsEmpty());
  auto events = parse_lines(outcome.out);
  ASSERT_EQ(events.size(), 1u) << outcome.out;
  EXPECT_EQ(events[0]["trigger"]["text"], "قصفت");
  EXPECT_EQ(events[0]["date"]["start"], "2024-01-23");
  EXPECT_EQ(events[0]["location"]["name"], "سرمين");
  EXPECT_EQ(events[0]["casualties"]["killed"]["min"], 5);
  EXPECT_EQ(rasd_program("extract " + path + " --published 2024-01-24").out, outcome.out);
  EXPECT_EQ(rasd_program("extract --published 2024-01-24", kArticle).out, outcome.out);
  EXPECT_EQ(rasd_program("--published=2024-01-24 -", kArticle).out, outcome.out);
}

TEST(Cli, EventsOfJsonLinesInInputOrder) {
  const TempDir directory;
  const std::string content = record("z", kArticle) + record("a", kArticle);
  const std::string path = directory.write("a.jsonl", content);
  const Outcome outcome = rasd_program(path);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  auto events = parse_lines(outcome.out);
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0]["doc_id"], "z");
  EXPECT_EQ(events[1]["doc_id"], "a");
  EXPECT_NE(events[0]["event_id"], events[1]["event_id"]);
  EXPECT_EQ(rasd_program("", content).out, outcome.out) << "standard input is recognised as JSON Lines";
  EXPECT_EQ(rasd_program("extract -j 2 " + path).out, outcome.out);
  const std::string copy = directory.write("copy.dat", content);
  EXPECT_EQ(rasd_program("extract " + copy).out, outcome.out);
}

TEST(Cli, OnlyTheEventsAskedFor) {
  const std::string articles =
      record("a", "قصفت طائرات حربية بلدة سرمين في ريف إدلب مساء أمس، ما أدى إلى مقتل خمسة مدنيين.") +
      record("b", "اعتقلت الشرطة التونسية خمسة محتجين في مدينة صفاقس يوم الاثنين.", "2019-05-08");
  const auto ids = [&](const std::string& options) {
    std::string found;
    for (const auto& event : parse_lines(rasd_program("extract -q " + options, articles).out)) found += event["doc_id"];
    return found;
  };
  EXPECT_EQ(ids(""), "ab");
  EXPECT_EQ(ids("--type 'Air/drone strike'"), "a");
  EXPECT_EQ(ids("--type Protests,Battles"), "b");
  EXPECT_EQ(ids("--country TUN"), "b");
  EXPECT_EQ(ids("--country TUN,SYR"), "ab");
  EXPECT_EQ(ids("--since 2024-01-23"), "a");
  EXPECT_EQ(ids("--until 2019-12-31"), "b");
  EXPECT_EQ(ids("--status alleged,denied"), "");
  EXPECT_EQ(ids("--salience main --min-confidence 0.1"), "ab");
  EXPECT_EQ(ids("--salience background"), "");
  for (const auto& [arguments, message] :
       {std::pair("extract --type Batles", "did you mean \"Battles\"?"), std::pair("extract --country syr", "three capitals"),
        std::pair("extract --status said", "asserted"), std::pair("extract --since 2024", "YYYY-MM-DD")}) {
    const Outcome outcome = rasd_program(arguments, articles);
    EXPECT_EQ(outcome.status, 2) << arguments;
    EXPECT_THAT(outcome.err, HasSubstr(message)) << arguments;
  }
}

TEST(Cli, NoEventIsNoFailure) {
  const Outcome latin = rasd_program("", "The president met the minister in Paris.\n");
  EXPECT_EQ(latin.status, 0);
  EXPECT_THAT(latin.out, IsEmpty());
  const Outcome nothing = rasd_program("", "");
  EXPECT_EQ(nothing.status, 0);
  EXPECT_THAT(nothing.out, IsEmpty());
  EXPECT_THAT(nothing.err, IsEmpty());
}

TEST(Cli, RejectedRecordsGiveThreeAndCostNothingElse) {
  const TempDir directory;
  const std::string path =
      directory.write("bad.jsonl", "not json\n" + record("good", kArticle) + "{\"doc_id\": \"x\", \"title\": \"t\"}\n");
  const Outcome outcome = rasd_program(path);
  EXPECT_EQ(outcome.status, 3);
  EXPECT_EQ(parse_lines(outcome.out).size(), 1u);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("bad.jsonl:1: not JSON"), HasSubstr("bad.jsonl:3: no text field"),
                                 HasSubstr("--text-field"), HasSubstr("2 records rejected")));
}

TEST(Cli, AnArticleThatIsAllTitle) {
  const Outcome outcome = rasd_program("", "{\"doc_id\": \"t\", \"published\": \"2024-01-24\", \"title\": \"مقتل ثلاثة جنود بانفجار "
                                           "عبوة ناسفة في سيناء\", \"text\": \"\"}\n");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(parse_lines(outcome.out).size(), 1u);
  const Outcome nothing = rasd_program("", "{\"doc_id\": \"t\", \"title\": \"\", \"text\": \"\"}\n");
  EXPECT_EQ(nothing.status, 3);
  EXPECT_THAT(nothing.err, HasSubstr("stdin:1: the text is empty"));
}

TEST(Cli, TheSameEventsForAnyNumberOfThreadsAndAnyWayIn) {
  const std::string samples = std::string(RASD_SOURCE_DIR) + "/data/samples/samples.jsonl";
  const std::string one = rasd_program("extract -j 1 " + samples).out;
  EXPECT_GT(parse_lines(one).size(), 5u);
  for (const char* jobs : {"2", "7"}) EXPECT_EQ(rasd_program(std::string("extract -j ") + jobs + " " + samples).out, one) << jobs;
  EXPECT_EQ(rasd_program("", read_file(samples).value()).out, one);
  EXPECT_EQ(rasd_program("extract --input-format jsonl -", read_file(samples).value()).out, one);
}

TEST(Cli, MessagesAreNoFlood) {
  std::string content;
  for (int i = 0; i < 200; ++i) content += "{\"n\": 1}\n";
  const Outcome outcome = rasd_program("", content);
  EXPECT_EQ(outcome.status, 3);
  EXPECT_LT(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 20);
  EXPECT_THAT(outcome.err, HasSubstr("200 records rejected"));
}

TEST(Cli, BadUtf8IsCountedAndReadOn) {
  const TempDir directory;
  const std::string path = directory.write("bad.txt", std::string(kArticle) + "\n\xFF\xFE" "x");
  const Outcome outcome = rasd_program(path + " --published 2024-01-24");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(parse_lines(outcome.out).size(), 1u);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("bad.txt:2: 2 bytes are no UTF-8")));
  EXPECT_THAT(rasd_program("-q " + path).err, IsEmpty());
}

TEST(Cli, FilesThatCannotBeReadAreNamed) {
  const TempDir directory;
  const std::string good = directory.write("good.txt", kArticle);
  const Outcome missing = rasd_program(directory.path() + "/none.txt " + good + " --published 2024-01-24");
  EXPECT_EQ(missing.status, 1);
  EXPECT_THAT(missing.err, HasSubstr("none.txt: no such file"));
  EXPECT_EQ(parse_lines(missing.out).size(), 1u) << "the other file is read";
  const Outcome folder = rasd_program(directory.path());
  EXPECT_EQ(folder.status, 1);
  EXPECT_THAT(folder.err, HasSubstr("is a directory"));
  const Outcome empty = rasd_program(directory.write("empty.txt", "\n"));
  EXPECT_EQ(empty.status, 3);
  EXPECT_THAT(empty.err, HasSubstr("empty.txt: empty file"));
}

TEST(Cli, APublishedValueThatIsNoDateIsAWarning) {
  const Outcome outcome = rasd_program("", record("a", kArticle, "قبل يومين"));
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.err, HasSubstr("stdin:1: published is no date"));
  auto events = parse_lines(outcome.out);
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0]["published"], "قبل يومين");
  EXPECT_FALSE(events[0].contains("date")) << "yesterday stays open";
}

TEST(Cli, OutputFileAppearsWhole) {
  const TempDir directory;
  const std::string in = directory.write("a.jsonl", record("a", kArticle));
  const std::string out = directory.path() + "/out.jsonl";
  const Outcome outcome = rasd_program("extract " + in + " -o " + out);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_EQ(read_file(out).value(), rasd_program(in).out);
  EXPECT_EQ(list_files(directory.path(), "").size(), 2u);
  const Outcome bad = rasd_program("extract " + in + " -o " + directory.path() + "/none/out.jsonl");
  EXPECT_EQ(bad.status, 1);
  EXPECT_THAT(bad.err, HasSubstr("none/out.jsonl: cannot be written"));
}

TEST(Cli, ABrokenPipeIsQuiet) {
  std::string content;
  for (int i = 0; i < 2000; ++i) content += record("d" + std::to_string(i), kArticle);
  const TempDir directory;
  const std::string path = directory.write("many.jsonl", content);
  const Outcome outcome = run_program(std::string("'") + RASD_BINARY + "' " + path + " | head -n 1");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(parse_lines(outcome.out).size(), 1u);
  EXPECT_THAT(outcome.err, IsEmpty());
}

TEST(Cli, OffsetsInTheUnitAskedFor) {
  const std::string text = std::string("🔴 ") + kArticle;
  const auto start = [&](const char* unit) {
    return parse_lines(rasd_program(std::string("extract --offsets ") + unit, record("a", text)).out)
        .at(0)["trigger"]["start"]
        .get<int>();
  };
  EXPECT_EQ(start("code_point"), 2);
  EXPECT_EQ(start("utf16"), 3);
  EXPECT_EQ(start("byte"), 5);
}

TEST(Cli, TableForTheEye) {
  const Outcome outcome = rasd_program("extract --format table", record("a", kArticle));
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, AllOf(StartsWith("date"), HasSubstr("2024-01-23"), HasSubstr("1 event in 1 article")));
}

TEST(Cli, ABrokenRuleFileShowsEveryFault) {
  const TempDir directory;
  directory.write("rules/a.rules", "rule broken.one\n  event No such type\n  trigger {no.such.list}\nnonsense here\n");
  const Outcome outcome = rasd_program("extract --rules " + directory.path() + "/rules", record("a", kArticle));
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("a.rules:2:"), HasSubstr("a.rules:4:")));
  EXPECT_EQ(rasd_program("rules check --rules " + directory.path() + "/rules").status, 1);
  const Outcome none = rasd_program("--rules " + directory.path() + "/none", kArticle);
  EXPECT_EQ(none.status, 1);
  EXPECT_THAT(none.err, HasSubstr("none: no such directory (--rules)"));
}

TEST(Cli, TheSameBytesWhateverTheSurroundings) {
  const TempDir directory;
  const std::string path = directory.write("a.jsonl", record("a", kArticle) + record("b", kArticle, "2013-05-05"));
  const std::string plain = rasd_program(path).out;
  EXPECT_THAT(plain, Not(IsEmpty()));
  for (const char* surroundings : {"LC_ALL=C", "LC_ALL=ar_SY.UTF-8 LANG=ar", "TZ=Asia/Damascus", "TZ=America/Los_Angeles"}) {
    const Outcome outcome = run_program(std::string(surroundings) + " '" + RASD_BINARY + "' " + path);
    EXPECT_EQ(outcome.out, plain) << surroundings;
  }
}

TEST(Cli, SentencesTokensAndMentions) {
  auto sentences = parse_lines(rasd_program("sentences", "قتل رجل. وجرح آخر.").out);
  ASSERT_EQ(sentences.size(), 2u);
  EXPECT_EQ(sentences[1]["text"], "وجرح آخر.");
  EXPECT_EQ(sentences[1]["start"], 9);

  const Outcome outcome = rasd_program("tokens", "قصفتها ولِلتُّجار 12");
  auto tokens = parse_lines(outcome.out);
  ASSERT_EQ(tokens.size(), 3u) << outcome.out;
  for (auto& token : tokens) {
    std::string joined;
    for (const auto& segment : token["segments"]) joined += segment.get<std::string>();
    EXPECT_EQ(joined, token["text"]);
    EXPECT_FALSE(token["readings"].empty());
  }
  EXPECT_EQ(tokens[1]["segments"].size(), 3u) << tokens[1].dump();

  auto mentions = parse_lines(rasd_program("mentions --type date,number --published 2024-01-24", kArticle).out);
  ASSERT_EQ(mentions.size(), 2u);
  EXPECT_EQ(mentions[0]["type"], "date");
  EXPECT_EQ(mentions[0]["value"]["start"], "2024-01-23");
  EXPECT_EQ(mentions[1]["type"], "number");
  EXPECT_EQ(mentions[1]["value"]["value"], 5);
}

TEST(Cli, RulesOfTheProject) {
  const Outcome check = rasd_program("rules check --strict");
  EXPECT_EQ(check.status, 0) << check.err;
  EXPECT_THAT(check.out, HasSubstr("no faults"));
  const Outcome list = rasd_program("rules list air_strike");
  EXPECT_EQ(list.status, 0);
  EXPECT_THAT(list.out, HasSubstr("air_strike."));
  EXPECT_EQ(rasd_program("rules list no_such_rule").status, 1);
}

TEST(Cli, ExplainShowsTheStages) {
  const Outcome outcome = rasd_program("explain --published 2024-01-24", kArticle);
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("سرمين"), HasSubstr("match"), HasSubstr("Air/drone strike")));
  const Outcome nobody = rasd_program("explain --doc b", record("a", kArticle));
  EXPECT_EQ(nobody.status, 1);
  EXPECT_THAT(nobody.err, HasSubstr("no article has the id b"));
}

}  // namespace
}  // namespace rasd
