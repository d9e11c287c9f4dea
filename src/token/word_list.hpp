// Word lists: the form in which all word knowledge of rules/ and data/ is written (*.lst, and list blocks in *.rules).
//
//   list number.unit              # name: ASCII, dotted
//     pos noun                    # verb, noun, adjective, name, particle (default), form
//     import other.list           # takes over the items of another list
//     extends                     # adds to the list of that name that another file defines; replaces: takes its place
//     value 5                     # holds for the items that follow, until the next value line; any ASCII word(s)
//     khamsa (in Arabic letters)   # an item: one lemma or phrase
//       plural khamsat            # forms of the item above that no pattern gives
//     value -                     # no value again
//     sitta
//
// A line is ASCII, or one ASCII key and Arabic to the end, or Arabic only. '#' starts a comment. Item keys: plural, dual, feminine,
// form (any other inflected form), imperfect, masdar, passive, class (a paradigm of data/lexicon), gender (m, f).
// pos verb/noun/adjective items are lemmas: the lexicon inflects them, and clitics may be attached to their forms.
// pos name: not inflected, clitics may be attached. pos particle: not inflected, only the conjunctions w/f may be attached
// (and an enclitic pronoun where the token is known as a preposition). pos form: exactly this word.
// An item of several words is a phrase: in verb/noun/adjective lists its first word is inflected, the others stand as they are.
// An item in Latin letters is written with the key "item" ("item Twitter"). "derive masdar participle" in the head of a verb list
// adds the verbal nouns and participles of its verbs; an item's own "masdar" belongs to the list without that.
//
// Faults: R001 bidi embedding or override control, R002 mixed line, R003 not UTF-8 · L001 unknown key, L002 bad or missing list
// name, L003 unknown pos, L004 item key without an item, L005 character that no item may hold, L006 missing value,
// L007 line outside a list · R101 unknown imported list, R102 import cycle, R103 list defined twice,
// R104 nothing to extend or replace.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rasd/result.hpp"

namespace rasd {

enum class Pos : std::uint8_t { unknown, verb, noun, adjective, name, particle, form, number, punctuation };
// As a list names it.
[[nodiscard]] constexpr const char* to_string(Pos pos) {
  constexpr const char* kNames[] = {"unknown", "verb", "noun", "adjective", "name", "particle", "form", "number", "punctuation"};
  return kNames[static_cast<std::size_t>(pos)];
}

struct ListItemForm {
  std::string key;   // plural, dual, feminine, form, imperfect, masdar, passive, class, gender
  std::string text;  // as written
};

struct ListItem {
  std::string text;  // as written
  std::string value;
  Pos pos = Pos::unknown;  // set where the item was imported from a list with another pos; unknown = that of the list
  std::vector<ListItemForm> forms;
  std::uint32_t line = 0;
};

// How a list stands to another one of its name.
enum class ListMode : std::uint8_t { own, extends, replaces };

struct WordList {
  std::string name;
  ListMode mode = ListMode::own;
  Pos pos = Pos::particle;
  bool pos_given = false;
  std::vector<std::string> imports;
  std::vector<ListItem> items;
  bool derive_masdars = false;      // "derive masdar": the verbal nouns of its verbs belong to the list as well
  bool derive_participles = false;  // "derive participle"
  std::string file;
  std::uint32_t line = 0;
  [[nodiscard]] Pos pos_of(const ListItem& item) const { return item.pos == Pos::unknown ? pos : item.pos; }
};

// One line of a list or rule file, cut into its parts; shared by both parsers.
struct SourceLine {
  std::uint32_t number = 0;  // from 1
  std::uint32_t indent = 0;  // leading blanks
  std::string_view key;      // first ASCII word; empty where the line is Arabic only
  std::string_view rest;     // behind the key, trimmed, comment removed; the whole line where it is Arabic only
  std::uint32_t rest_column = 0;
};

// Cuts `content` into lines, drops comments, blank lines and stray direction marks; reports bidi embedding and override
// controls (R001), mixed lines (R002) and bytes that are no UTF-8 (R003).
std::vector<SourceLine> read_source_lines(std::string_view content, const std::string& file, Diagnostics& faults);

// Parses the list block that starts at lines[index] ("list NAME") and moves index behind it. A block ends at the next line whose
// indent is not larger than that of its "list" line. Recovers at the next line after a fault.
WordList parse_word_list(const std::vector<SourceLine>& lines, std::size_t& index, const std::string& file,
                         Diagnostics& faults);

// All lists of a *.lst file.
std::vector<WordList> parse_word_lists(std::string_view content, const std::string& file, Diagnostics& faults);

// Puts lists that extend or replace others where they belong, then adds the items of imported lists (transitively; R1xx unknown list, import cycle, list defined twice).
void resolve_imports(std::vector<WordList>& lists, Diagnostics& faults);

}  // namespace rasd
