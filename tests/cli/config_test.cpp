// Settings from files and the environment, and what the program says of itself to other tools.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rasd_program.hpp"

namespace rasd {
namespace {

using testing::AllOf;
using testing::HasSubstr;

// With `config` as the settings of a user who has no others.
Outcome run_with(const TempDir& home, const std::string& arguments, const std::string& environment = {}, const std::string& input = {}) {
  return run_program("unset RASD_JOBS; XDG_CONFIG_DIRS=/none XDG_CONFIG_HOME='" + home.path() + "' " + environment + " '" RASD_BINARY "' " + arguments,
                     input);
}

TEST(Config, FlagThenEnvironmentThenUserThenSystem) {
  const TempDir home;
  home.write("rasd/config.toml", "quiet = true\n[extract]\njobs = 3\nmin-confidence = 0.5\n[rules]\n");
  const TempDir system;
  system.write("rasd/config.toml", "[extract]\njobs = 4\nencoding = \"cp1256\"\n");
  const std::string dirs = "XDG_CONFIG_DIRS='" + system.path() + "'";
  const Outcome all = run_with(home, "extract --print-config", dirs);
  EXPECT_EQ(all.status, 0) << all.err;
  EXPECT_THAT(all.out, AllOf(HasSubstr("[extract]"), HasSubstr("\njobs = 3\n"), HasSubstr("\nquiet = true\n"), HasSubstr("\nencoding = "),
                             HasSubstr("min-confidence = "), HasSubstr("# text-field is not set")));
  EXPECT_THAT(run_with(home, "--print-config", "RASD_JOBS=5").out, HasSubstr("\njobs = 5\n"));
  EXPECT_THAT(run_with(home, "--print-config -j 6", "RASD_JOBS=5").out, HasSubstr("\njobs = 6\n"));
  EXPECT_THAT(run_with(home, "--no-config --print-config").out, HasSubstr("# jobs is not set"));
  EXPECT_THAT(run_with(home, "--print-config", "XDG_CONFIG_HOME=relative").out, HasSubstr("# quiet is not set")) << "only absolute paths count";
  // What is printed is itself such a file.
  const std::string copy = home.write("copy.toml", all.out);
  EXPECT_THAT(run_with(home, "--print-config --config " + copy).out, HasSubstr("\njobs = 3\n"));
}

TEST(Config, SettingsHaveTheirEffect) {
  const TempDir home;
  home.write("rasd/config.toml", "[extract]\ntext-field = \"story\"\nkeep-fields = true\n[tokens]\nunused = 1\n");
  const Outcome unknown = run_with(home, "", "", "{\"story\":\"نص\"}\n");
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.err, AllOf(HasSubstr("config.toml"), HasSubstr("--unused")));
  home.write("rasd/config.toml", "[extract]\ntext-field = \"story\"\nkeep-fields = true\n");
  const Outcome outcome = run_with(home, "", "", "{\"story\":\"" + std::string(kStrike) + "\",\"lang\":\"ar\"}\n");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(json_lines(outcome.out).at(0)["extra"]["lang"], "ar");
  home.write("rasd/config.toml", "[extract]\njobs = \"many\"\n");
  EXPECT_EQ(run_with(home, "", "", "").status, 2);
  EXPECT_EQ(run_with(home, "--config " + home.path() + "/none.toml").status, 2);
  EXPECT_EQ(run_with(home, "extract --config").status, 2);
}

TEST(Generate, TheManPageNamesEveryOptionThatHelpNames) {
  const std::string man = run_rasd("--generate man").out;
  const std::string help = run_rasd("extract --help").out;
  int options = 0;
  for (std::size_t at = help.find("\n  -"); at != std::string::npos; at = help.find("\n  -", at + 1)) {
    std::size_t begin = help.find("--", at);
    const std::string name = help.substr(begin + 2, help.find_first_of(" ,\n", begin) - begin - 2);
    std::string escaped;
    for (const char c : name) escaped += c == '-' ? std::string("\\-") : std::string(1, c);
    EXPECT_THAT(man, HasSubstr("\\fB\\-\\-" + escaped + "\\fR")) << name;
    ++options;
  }
  EXPECT_GT(options, 30);
  if (run_program("command -v man").status == 0) {
    const Outcome checked = run_program("man --warnings -E UTF-8 -l -Tutf8 -Z - > /dev/null", man);
    EXPECT_EQ(checked.err, "");
  }
}

TEST(Generate, TheLongVersionNamesLibrariesAndKnowledge) {
  const Outcome outcome = run_rasd("--version --verbose");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr(run_rasd("--version").out), HasSubstr("\nICU: "), HasSubstr("(Unicode "), HasSubstr("\nlibarchive: "),
                                 HasSubstr("\nrules: /")));
}

TEST(Generate, CompletionsAreValidScripts) {
  const TempDir directory;
  const std::string bash = directory.write("rasd.bash", run_rasd("--generate bash").out);
  const Outcome completed = run_program("bash -c '. " + bash + "; COMP_WORDS=(rasd extract --text-f); COMP_CWORD=2; _rasd; echo \"${COMPREPLY[*]}\"; "
                                        "COMP_WORDS=(rasd expl); COMP_CWORD=1; _rasd; echo \"${COMPREPLY[*]}\"'");
  EXPECT_EQ(completed.err, "");
  EXPECT_THAT(completed.out, HasSubstr("--text-field\nexplain"));
  for (const char* shell : {"zsh", "fish"}) {
    const std::string script = directory.write(shell, run_rasd(std::string("--generate ") + shell).out);
    EXPECT_THAT(read_file(script).value(), HasSubstr("text-field"));
    if (run_program(std::string("command -v ") + shell).status != 0) continue;
    EXPECT_EQ(run_program(std::string(shell) + " -n " + script).status, 0) << shell;
  }
  EXPECT_EQ(run_rasd("--generate tea").status, 2);
}

}  // namespace
}  // namespace rasd
