// The tutorial of docs/rule-language.md, and that its reference is of rules that load.
#include "cli/tutorial.hpp"

namespace rasd {
namespace {

std::string document() { return read_file(std::string(RASD_SOURCE_DIR) + "/docs/rule-language.md").value(); }

TEST(RuleLanguageTutorial, IsTrueWordForWord) {
  const std::string text = document();
  const std::string tutorial = text.substr(0, text.find("\n# Reference"));
  ASSERT_LT(tutorial.size(), text.size());
  const Followed done = follow(tutorial);
  EXPECT_GE(done.files, 6);
  EXPECT_GE(done.commands, 9);
}

// The blocks of the reference are rules that load and whose examples hold: those of the language as one file, those on overlays as another.
TEST(RuleLanguageReference, ItsBlocksAreRules) {
  const TempDir directory;
  const std::string text = document();
  std::string language = "extends shipped\n\n";
  std::string overlay;
  for (const Block& block : blocks_of(text.substr(text.find("\n# Reference")))) {
    if (begins_with(block.lines.front(), "list NAME")) continue;  // the table of forms
    std::string& file = begins_with(block.lines.front(), "extends ") ? overlay : language;
    for (const std::string& line : block.lines) file += line + "\n";
    file += "\n";
  }
  directory.write("language/sample.rules", language);
  directory.write("overlay/mine.rules", overlay);
  const auto rules = [&](const std::string& arguments, const char* folder) {
    return rasd_program("rules " + arguments + " --rules '" + directory.path() + "/" + folder + "'");
  };
  const Outcome check = rules("check", "language");
  EXPECT_EQ(check.status, 0) << check.err;
  const Outcome test = rules("test --filter sample", "language");
  EXPECT_EQ(test.out, "2 examples passed, 0 failed\n");
  const Outcome overlays = rules("check", "overlay");
  EXPECT_EQ(overlays.status, 0) << overlays.err;
}

}  // namespace
}  // namespace rasd
