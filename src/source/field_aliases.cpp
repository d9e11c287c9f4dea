#include "source/field_aliases.hpp"

namespace rasd {
namespace {

bool is_absent(std::string_view value) {
  return value.find_first_not_of(" \t\r\n") == std::string_view::npos || value == "None";
}

}  // namespace

FieldAliases::FieldAliases(const ReadOptions& options) {
  const auto set = [this](Field field, const std::string& given, std::vector<std::string> usual) {
    if (!given.empty()) usual = {given};
    names_[static_cast<std::size_t>(field)] = std::move(usual);
  };
  set(Field::text, options.text_field,
      {"text", "maintext", "content", "body", "article", "event_text", "raw_text", "article_text", "articleBody"});
  set(Field::title, options.title_field, {"title", "headline", "head_line", "title_page"});
  std::vector<std::string> dates = {"date",         "date_publish", "publish_date",  "published_at",
                                    "published",    "pub_date",     "datePublished", "created_at"};
  // Days of crawling are no days of publication, and only taken where the user says so.
  if (options.crawl_dates) dates.insert(dates.end(), {"date_download", "date_extracted", "crawl_date", "fetched_at"});
  set(Field::date, options.date_field, std::move(dates));
  set(Field::url, options.url_field, {"url", "link", "source_url", "canonical_url"});
  set(Field::source, {},
      {"source_domain", "domain", "hostname", "source-hostname", "sitename", "publisher", "media_name", "source", "outlet"});
  set(Field::id, options.id_field, {"id", "doc_id", "story_id", "fingerprint", "uuid"});
}

std::optional<FieldAliases::Match> FieldAliases::find(std::string_view key) const {
  for (std::size_t field = 0; field < kFields; ++field) {
    for (std::size_t rank = 0; rank < names_[field].size(); ++rank) {
      if (names_[field][rank] == key) return Match{static_cast<Field>(field), static_cast<std::uint32_t>(rank)};
    }
  }
  return std::nullopt;
}

std::uint32_t FieldAliases::last_rank(Field field) const {
  return static_cast<std::uint32_t>(names_[static_cast<std::size_t>(field)].size());
}

std::string FieldAliases::names_of(Field field) const {
  std::string out;
  for (const std::string& name : names_[static_cast<std::size_t>(field)]) out += (out.empty() ? "" : ", ") + name;
  return out;
}

void RecordFields::take(std::string_view key, FieldAliases::Match match, std::string& value) {
  if (key == "source" && match.field == Field::source && value.compare(0, 4, "http") == 0) {
    match = {Field::url, aliases_.last_rank(Field::url)};
  }
  const auto field = static_cast<std::size_t>(match.field);
  present_[field] = true;
  if (match.rank >= ranks_[field] || is_absent(value)) return;
  ranks_[field] = match.rank;
  values_[field] = std::move(value);
}

bool RecordFields::fill(Document& out, const ReadOptions& options, const InputIssue& where, ReadLog& log) {
  const auto value = [&](Field field) -> std::string& { return values_[static_cast<std::size_t>(field)]; };
  const auto reject = [&](std::string reason) {
    log.rejections.push_back({where.file, where.line, where.byte, std::move(reason)});
    return false;
  };
  // A record whose text is empty is an article that is all title.
  const bool has_text = present_[static_cast<std::size_t>(Field::text)];
  if (value(Field::text).empty() && has_text && value(Field::title).empty()) return reject("the text is empty, and there is no title");
  if (!has_text) {
    return reject(options.text_field.empty() ? "no text field (tried " + aliases_.names_of(Field::text) + "); use --text-field"
                                             : "no text in the field \"" + options.text_field + "\"");
  }
  out.id = std::move(value(Field::id));
  out.title = std::move(value(Field::title));
  out.text = std::move(value(Field::text));
  out.source = std::move(value(Field::source));
  out.url = std::move(value(Field::url));
  out.published = std::move(value(Field::date));
  out.extra.clear();
  complete_document(out, options, where, log);
  return true;
}

}  // namespace rasd
