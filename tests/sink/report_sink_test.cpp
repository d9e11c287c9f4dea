// The page of rasd report as a file; tests/browser sees it run.
#include "sink/report_sink.hpp"

#include <gmock/gmock.h>

#include <filesystem>

#include "record_support.hpp"
#include "text/sha256.hpp"

namespace rasd {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kAssets = std::string(RASD_SOURCE_DIR) + "/data/report";

std::string page_of(const std::vector<Record>& records, const ReportOptions& options = {}) {
  const CodeBook book = project_code_book();
  const auto page = ReportPage::load(kAssets);
  if (!page) throw std::runtime_error(page.error().front().to_string());
  return written([&](Output& output) { return std::make_unique<ReportSink>(output, book, page.value(), options); }, records);
}

// What stands in the element that begins with `open`.
std::string inside(const std::string& html, const std::string& open, const std::string& close) {
  std::size_t from = html.find(open);
  if (from == std::string::npos) return {};
  from += open.size();
  return html.substr(from, html.find(close, from) - from);
}

std::string data_text(const std::string& html) { return inside(html, "<script type=\"application/json\" id=\"data\">", "</script>"); }
Record data_of(const std::string& html) { return Record::parse(data_text(html)); }

// The value of a row of a column; null where the cell is empty.
Record cell(const Record& data, const std::string& column, std::size_t row) {
  const Record& held = data["columns"][column];
  const std::size_t number = held["rows"].empty() ? 0 : held["rows"][row].get<std::size_t>();
  return number == 0 ? Record() : held["values"][number - 1];
}

TEST(ReportSink, HoldsWhatTheTablesHoldAndMore) {
  const Record data = data_of(page_of({full_record(), bare_record()}, {"My title", "ar", "1.2.3"}));
  EXPECT_EQ(data["rows"], 2);
  EXPECT_EQ(data["title"], "My title");
  EXPECT_EQ(data["language"], "ar");
  EXPECT_EQ(data["version"], "1.2.3");
  EXPECT_EQ(cell(data, "event_id", 0), "ev_12e3456789012345");
  EXPECT_EQ(cell(data, "fatalities", 0), 5);
  EXPECT_EQ(cell(data, "injured_max", 0), nullptr) << "open";
  EXPECT_EQ(cell(data, "latitude", 0), 35.9032);
  EXPECT_EQ(cell(data, "place_en", 0), "Sarmin");
  EXPECT_EQ(cell(data, "weapon_kinds", 0), "missile; barrel_bomb");
  EXPECT_EQ(cell(data, "trigger_at", 0), 0) << "the trigger opens the evidence";
  EXPECT_EQ(cell(data, "fatalities", 1), nullptr);
  EXPECT_EQ(cell(data, "actors", 0), "1 2");
  EXPECT_EQ(data["participants"][0], Record::parse(R"(["القوات الجوية الروسية","Russian air force","rus.air","external_forces","RUS"])"));
  EXPECT_EQ(data["countries"]["SYR"][0], "Syria");
  EXPECT_EQ(data["countries"]["SYR"][1], "سوريا");
}

TEST(ReportSink, WritesEachValueOnce) {
  std::vector<Record> records(50, full_record());
  const std::string html = page_of(records);
  EXPECT_EQ(data_of(html)["columns"]["notes"]["values"].size(), 1u);
  EXPECT_LT(data_text(html).size() - data_text(page_of({full_record()})).size(), 50u * 200);
}

TEST(ReportSink, AssetsStayBelowTheirLimit) {
  const std::string html = page_of({});
  EXPECT_EQ(data_of(html)["rows"], 0);
  EXPECT_LE(html.size(), 250000u);
}

TEST(ReportSink, LoadsNothingFromAnywhere) {
  const std::string html = page_of({full_record()});
  for (const char* sign : {" src=", "@import", "url(", "<link", "<iframe", "fetch(", "XMLHttpRequest", "innerHTML", "eval("}) {
    EXPECT_THAT(html.substr(0, html.find("id=\"labels\"")), Not(HasSubstr(sign)));
    EXPECT_THAT(inside(html, "<script>", "</script>"), Not(HasSubstr(sign)));
  }
}

TEST(ReportSink, ItsPolicyAllowsItsOwnScriptAndStyleAlone) {
  const std::string html = page_of({full_record()});
  const auto hash = [](const std::string& content) {
    const auto digest = sha256(content);
    return "'sha256-" + base64(digest.data(), digest.size()) + '\'';
  };
  const std::string policy = inside(html, "Content-Security-Policy\" content=\"", "\"");
  EXPECT_EQ(policy, "default-src 'none'; script-src " + hash(inside(html, "<script>", "</script>")) + "; style-src " +
                        hash(inside(html, "<style>", "</style>")) + "; base-uri 'none'; form-action 'none'");
}

TEST(ReportSink, TextsOfArticlesCannotLeaveTheirPlace) {
  const std::string bad = "</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>\u2028\u202E\u2066&amp;{{script}}";
  Record record = full_record();
  for (const char* key : {"title", "url", "source", "doc_id", "event_type", "sub_event_type", "status"}) record[key] = bad;
  record["evidence"]["text"] = bad;
  record["actors"][0]["name"] = bad;
  record["location"]["name"] = bad;
  const std::string html = page_of({record}, {bad, "", ""});
  const std::string text = data_text(html);
  for (const char* sign : {"<", ">", "&", "\u2028", "\u202E", "\u2066"}) EXPECT_THAT(text, Not(HasSubstr(sign)));
  const Record data = data_of(html);
  EXPECT_EQ(cell(data, "title", 0), bad) << "the same text all the same";
  EXPECT_EQ(cell(data, "notes", 0), bad);
  EXPECT_EQ(data["participants"][0][0], bad);
  EXPECT_EQ(inside(html, "<title>", "</title>").find('<'), std::string::npos);
}

TEST(ReportSink, IsTheSameForTheSameRecords) { EXPECT_EQ(page_of({full_record(), bare_record()}), page_of({full_record(), bare_record()})); }

TEST(ReportSink, OddValuesAreNoFault) {
  const Record odd = Record::parse(R"({"event_id":"ev_1","doc_id":"d","event_type":"x","sub_event_type":"y","actors":{"name":3},"targets":[1,null,{}],
    "location":"here","date":[],"casualties":{"killed":{"min":"many"}},"evidence":{"text":7,"start":"a"},"trigger":{"start":1},"confidence":"high"})");
  const Record data = data_of(page_of({odd}));
  EXPECT_EQ(data["rows"], 1);
  EXPECT_EQ(cell(data, "fatalities", 0), nullptr);
  EXPECT_EQ(cell(data, "trigger_at", 0), nullptr);
}

TEST(ScriptJson, StaysTheSameJson) {
  const std::string json = R"({"a":"</x>&\"\\ \u2028","b":[1.5,"مرحبا"]})";
  EXPECT_EQ(Record::parse(script_json(json)), Record::parse(json));
  EXPECT_EQ(script_json("\"\xE2\x80\xA8\""), "\"\\u2028\"");
  EXPECT_EQ(script_json("\"\xD8\xA7\xE2\x80\x93\""), "\"\xD8\xA7\xE2\x80\x93\"") << "letters and dashes stay";
}

// The assets with one of them changed.
Result<ReportPage> load_with(const std::string& name, const std::string& content) {
  const TempDir directory;
  const std::string folder = directory.path() + "/report";
  std::filesystem::copy(kAssets, folder, std::filesystem::copy_options::recursive);
  directory.write("report/" + name, content);
  return ReportPage::load(folder);
}

TEST(ReportPage, SaysWhatIsWrongWithItsFiles) {
  const auto faults_of = [](const Result<ReportPage>& page) { return page ? std::string() : page.error().front().to_string(); };
  EXPECT_THAT(faults_of(ReportPage::load("/nowhere")), HasSubstr("D001"));
  EXPECT_THAT(faults_of(load_with("labels.ar.json", "{\"ui\":")), HasSubstr("labels.ar.json: D081"));
  EXPECT_THAT(faults_of(load_with("page.html", "<p>{{policy}}{{what}}")), HasSubstr("{{what}}"));
  EXPECT_THAT(faults_of(load_with("page.html", "<p>")), HasSubstr("is missing"));
  EXPECT_EQ(faults_of(load_with("script/99_more.js", "// nothing\n")), "");
}

TEST(ReportPage, ItsLabelsAreInBothLanguages) {
  const Record english = Record::parse(read_file(kAssets + "/labels.en.json").value());
  const Record arabic = Record::parse(read_file(kAssets + "/labels.ar.json").value());
  for (const auto& [key, text] : english["ui"].items()) {
    ASSERT_TRUE(arabic["ui"].contains(key)) << key;
    for (const char* value : {"{n}", "{all}", "{name}", "{events}", "{places}", "{shown}", "{most}", "{from}", "{to}"}) {
      EXPECT_EQ(text.get<std::string>().find(value) == std::string::npos, arabic["ui"][key].get<std::string>().find(value) == std::string::npos) << key;
    }
  }
  EXPECT_EQ(english["ui"].size(), arabic["ui"].size());
  const auto types = read_table(std::string(RASD_SOURCE_DIR) + "/data/types/codes.tsv", {"sub_event_type", "disorder_type", "cameo", "plover", "ucdp"});
  for (const TableRow& row : types->rows) EXPECT_TRUE(arabic["sub_type"].contains(row.cells[0])) << row.cells[0];
  const auto kinds = read_table(std::string(RASD_SOURCE_DIR) + "/data/codes/participants.tsv", {"kind", "inter", "acled_word", "ucdp_side"});
  for (const TableRow& row : kinds->rows) EXPECT_TRUE(arabic["kind"].contains(row.cells[0])) << row.cells[0];
}

}  // namespace
}  // namespace rasd
