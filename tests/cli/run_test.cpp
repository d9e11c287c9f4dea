// A run from outside: what happens to broken records, kills, signals, full disks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <random>

#include "rasd_program.hpp"

namespace rasd {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// Starts the program without a shell; its id. Output and messages go to files.
pid_t start(const std::vector<std::string>& arguments, const std::string& out, int in = -1) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  std::vector<char*> words = {const_cast<char*>(RASD_BINARY)};
  for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  if (in >= 0) ::dup2(in, 0);
  if (std::freopen(out.c_str(), "w", stdout) == nullptr || std::freopen((out + ".err").c_str(), "w", stderr) == nullptr) ::_exit(99);
  ::execv(RASD_BINARY, words.data());
  ::_exit(99);
}

int wait_for(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// Bytes of the file that a run is writing.
std::size_t size_of(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  return error ? 0 : static_cast<std::size_t>(size);
}

// Articles that take a while: each with events of its own.
std::string many_records(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += strike_record("d" + std::to_string(i), std::string(kStrike) + " وقال شاهد رقم " + std::to_string(i) + " إن القصف تجدد.");
  return out;
}

// Twenty-four ways to break a record, each told from the others by the line it stands in.
std::vector<std::string> broken_records() {
  const std::string good = strike_record("x");
  const std::string body = good.substr(0, good.size() - 1);
  return {
      "not json at all",
      body.substr(0, body.size() / 2),
      body.substr(0, body.size() - 1),
      body + "}",
      body + " trailing",
      body + body,
      "[" + body + "]",
      "\"a string\"",
      "42",
      "null",
      "{}",
      "{\"doc_id\":\"x\"}",
      "{\"title\":\"عنوان بلا متن\"}",
      "{\"text\":\"\",\"title\":\"\"}",
      "{\"text\":null,\"title\":null,\"content\":\" \"}",
      "{\"text\":\"None\"}",
      "{'text':'quotes of another kind'}",
      "{\"text\":\"tab\tin a string\"}",
      "{\"text\":\"bad escape \\x41\"}",
      "{\"text\":\"half a pair \\uD83D\"}",
      "{\"text\":\"cut \\u12\"}",
      "{\"text\":unquoted}",
      "{\"text\":\"a\",}",
      "{\"text\" \"a\"}",
      "{text:\"a\"}",
      "{\"text\":\"a\" \"b\":1}",
      std::string("{\"text\":\"zero\0byte\"}", 20),
      "{\"text\":\"\xFF" "cut by bad bytes}",
      "{\"text\":\"" + std::string(50000, 'x') + "\"}",
      std::string(3000, '{'),
      "id,text",
  };
}

TEST(Run, EveryTenthRecordBrokenInAnotherWay) {
  std::string content;
  std::vector<std::size_t> bad_lines;
  std::size_t line = 0;
  for (const std::string& broken : broken_records()) {
    for (int i = 0; i < 9; ++i, ++line) content += strike_record("d" + std::to_string(line));
    content += broken + "\n";
    bad_lines.push_back(++line);
  }
  ASSERT_GE(bad_lines.size(), 20u);
  const TempDir directory;
  const std::string in = directory.write("dump.jsonl", content);
  const std::string errors = directory.path() + "/errors.jsonl";
  const Outcome outcome = run_rasd("extract --max-record-bytes 40KB --errors " + errors + " " + in);
  EXPECT_EQ(outcome.status, 3);
  const auto events = json_lines(outcome.out);
  EXPECT_EQ(events.size(), 9 * bad_lines.size());
  const auto rejected = json_lines(read_file(errors).value());
  ASSERT_EQ(rejected.size(), bad_lines.size());
  std::size_t last_byte = 0;
  for (std::size_t i = 0; i < rejected.size(); ++i) {
    EXPECT_EQ(rejected[i]["line"], bad_lines[i]);
    EXPECT_EQ(rejected[i]["file"], in);
    EXPECT_GT(rejected[i]["byte"].get<std::size_t>(), last_byte);
    EXPECT_FALSE(rejected[i]["reason"].get<std::string>().empty());
    last_byte = rejected[i]["byte"];
  }
  EXPECT_THAT(outcome.err, AllOf(HasSubstr(std::to_string(bad_lines.size()) + " records rejected"), HasSubstr("not JSON (first ")));
  EXPECT_LT(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 12);
}

TEST(Run, WhatIsDoneWithRejectedRecords) {
  const TempDir directory;
  const std::string in = directory.write("a.jsonl", strike_record("1") + "bad one\n" + strike_record("2") + "bad two\n");
  const Outcome emit = run_rasd("extract --on-error emit " + in);
  EXPECT_EQ(emit.status, 3);
  const auto lines = json_lines(emit.out);
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_EQ(lines[0]["doc_id"], "1");
  EXPECT_EQ(lines[1]["error"]["line"], 2);
  EXPECT_EQ(lines[2]["doc_id"], "2");
  EXPECT_EQ(lines[3]["error"]["line"], 4);
  EXPECT_EQ(run_rasd("extract -j 3 --on-error emit " + in).out, emit.out);
  EXPECT_EQ(run_rasd("extract --on-error emit -f table " + in).status, 2);

  const std::string out = directory.write("out.jsonl", "the last good output\n");
  const Outcome fail = run_rasd("extract --on-error fail -o " + out + " " + in);
  EXPECT_EQ(fail.status, 1);
  EXPECT_THAT(fail.err, AllOf(HasSubstr("a.jsonl:2: "), HasSubstr("--on-error fail"), Not(HasSubstr("a.jsonl:4"))));
  EXPECT_EQ(read_file(out).value(), "the last good output\n");

  EXPECT_EQ(run_rasd("extract --max-errors 2 " + in).status, 3);
  const Outcome many = run_rasd("extract --max-errors 1 " + in);
  EXPECT_EQ(many.status, 1);
  EXPECT_THAT(many.err, HasSubstr("more than 1 rejected"));
  EXPECT_EQ(run_rasd("extract --errors " + directory.path() + "/none/e.jsonl " + in).status, 1);
}

TEST(Run, AKilledRunGoesOnWithoutLossOrDouble) {
  const TempDir directory;
  std::string content = many_records(2000);
  content.insert(content.find("{", content.size() / 2), "broken\n");
  const std::string in = directory.write("many.jsonl", content + "broken at the end\n");
  const std::string out = directory.path() + "/out.jsonl";
  const std::vector<std::string> command = {"extract", in, "-o", out, "--resume", "-j", "2", "--on-error", "emit"};
  const std::string expected = run_rasd("extract --on-error emit -j 1 " + in).out;
  ASSERT_EQ(json_lines(expected).size(), 2002u);
  std::mt19937 random(7);
  int kills = 0;
  for (int round = 0; round < 2; ++round) {
    std::filesystem::remove(out);
    for (int tries = 0; tries < 200; ++tries) {
      const pid_t child = start(command, directory.path() + "/messages");
      // Until it has got on by some random amount, or is done.
      const std::size_t goal = size_of(out + ".partial") + random() % (expected.size() / 5);
      while (::waitpid(child, nullptr, WNOHANG) == 0 && size_of(out + ".partial") <= goal) ::usleep(static_cast<useconds_t>(500 + random() % 3000));
      if (std::filesystem::exists(out)) break;
      ::kill(child, SIGKILL);
      wait_for(child);
      ++kills;
    }
    ASSERT_TRUE(std::filesystem::exists(out));
    EXPECT_EQ(read_file(out).value(), expected);
    EXPECT_FALSE(std::filesystem::exists(out + ".resume"));
    EXPECT_FALSE(std::filesystem::exists(out + ".partial"));
  }
  EXPECT_GT(kills, 5);
}

TEST(Run, AnotherRunIsNotGoneOnWith) {
  const TempDir directory;
  const std::string in = directory.write("a.jsonl", strike_record("1"));
  const std::string out = directory.path() + "/out.jsonl";
  directory.write("out.jsonl.resume", "rasd journal 1 0123456789abcdef\n1 5 .\n");
  directory.write("out.jsonl.partial", "12345");
  const Outcome other = run_rasd("extract --resume -o " + out + " " + in);
  EXPECT_EQ(other.status, 1);
  EXPECT_THAT(other.err, HasSubstr("is of another run"));
  for (const char* arguments : {"extract --resume ", "extract --resume -f table -o x.txt ", "extract --resume -o x.jsonl - "}) {
    EXPECT_EQ(run_rasd(arguments + in).status, 2) << arguments;
  }
}

TEST(Run, SignalsEndWithWholeLines) {
  const TempDir directory;
  const std::string in = directory.write("many.jsonl", many_records(20000));
  for (const int number : {SIGINT, SIGTERM}) {
    const std::string out = directory.path() + "/stdout";
    const pid_t child = start({"extract", "-j", "2", in}, out);
    while (size_of(out) < 100000) ::usleep(1000);
    ::kill(child, number);
    EXPECT_EQ(wait_for(child), 128 + number);
    const std::string written = read_file(out).value();
    EXPECT_EQ(written.back(), '\n');
    const auto events = json_lines(written);
    EXPECT_LT(events.size(), 20000u);
    for (std::size_t i = 0; i < events.size(); ++i) ASSERT_EQ(events[i]["doc_id"], "d" + std::to_string(i));
  }
}

TEST(Run, ASignalLeavesTheLastGoodOutput) {
  const TempDir directory;
  const std::string in = directory.write("many.jsonl", many_records(20000));
  const std::string out = directory.write("out.jsonl", "the last good output\n");
  const pid_t child = start({"extract", in, "-o", out}, directory.path() + "/messages");
  const std::string temporary = out + ".tmp." + std::to_string(child);
  while (size_of(temporary) < 100000) ::usleep(1000);
  ::kill(child, SIGTERM);
  EXPECT_EQ(wait_for(child), 143);
  EXPECT_EQ(read_file(out).value(), "the last good output\n");
  EXPECT_FALSE(std::filesystem::exists(temporary));
}

TEST(Run, ASignalEndsTheWaitForInput) {
  const TempDir directory;
  int ends[2] = {};
  ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  const pid_t child = start({"extract", "-"}, directory.path() + "/stdout", ends[0]);
  ::usleep(600000);  // it waits by now
  ::kill(child, SIGTERM);
  EXPECT_EQ(wait_for(child), 143);
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST(Run, AFullDiskIsAClearError) {
  const TempDir directory;
  const std::string in = directory.write("a.jsonl", strike_record("1"));
  for (const char* where : {" > /dev/full", " -o /dev/full"}) {
    const Outcome outcome = run_rasd("extract " + in + where);
    EXPECT_EQ(outcome.status, 1) << where;
    EXPECT_THAT(outcome.err, HasSubstr("No space left on device")) << where;
  }
}

TEST(Run, AnInputThatCannotBeReadLeavesTheLastGoodOutput) {
  const TempDir directory;
  const std::string in = directory.write("a.jsonl", strike_record("1"));
  const std::string out = directory.write("out.jsonl", "old\n");
  const Outcome outcome = run_rasd("extract " + in + " " + directory.path() + "/none.jsonl -o " + out);
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("none.jsonl: no such file"), HasSubstr("out.jsonl.partial")));
  EXPECT_EQ(read_file(out).value(), "old\n");
  EXPECT_EQ(read_file(out + ".partial").value(), run_rasd("extract " + in).out);
}

TEST(Run, NothingIsReplacedThatMustNotBe) {
  const TempDir directory;
  const std::string in = directory.write("a.jsonl", strike_record("1"));
  const std::string out = directory.write("out.jsonl", "old\n");
  EXPECT_EQ(run_rasd("extract --no-clobber -o " + out + " " + in).status, 1);
  EXPECT_EQ(read_file(out).value(), "old\n");
  EXPECT_EQ(run_rasd("extract -o " + out + " " + in).status, 0);
  EXPECT_EQ(json_lines(read_file(out).value()).size(), 1u);
}

TEST(Run, EachArticleAtOnceWhereAskedFor) {
  const TempDir directory;
  int ends[2] = {};
  ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  const std::string out = directory.path() + "/stdout";
  const pid_t child = start({"extract", "--line-buffered"}, out, ends[0]);
  ::close(ends[0]);
  for (std::size_t i = 1; i <= 2; ++i) {
    const std::string record = strike_record(std::to_string(i));
    ASSERT_EQ(::write(ends[1], record.data(), record.size()), static_cast<ssize_t>(record.size()));
    const std::size_t before = i == 1 ? 0 : size_of(out);
    for (int wait = 0; wait < 1000 && size_of(out) == before; ++wait) ::usleep(10000);
    EXPECT_EQ(json_lines(read_file(out).value()).size(), i) << "while the pipe stays open";
  }
  ::close(ends[1]);
  EXPECT_EQ(wait_for(child), 0);
}

TEST(Run, ProgressIsSaidOnlyWhereSomebodyLooks) {
  const std::string record = strike_record("1");
  EXPECT_THAT(run_rasd("", record).err, IsEmpty());
  EXPECT_THAT(run_rasd("-v", record).err, HasSubstr("1 articles, 1 events"));
  EXPECT_THAT(run_rasd("--progress", record).err, HasSubstr("1 articles, 1 events"));
  EXPECT_THAT(run_rasd("-v --no-progress", record).err, IsEmpty());
}

}  // namespace
}  // namespace rasd
