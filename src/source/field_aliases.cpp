#include "source/field_aliases.hpp"

namespace rasd {

FieldAliases::FieldAliases(const ReadOptions& options) {
  const auto set = [this](Field field, const std::string& given, std::vector<std::string> usual) {
    if (!given.empty()) usual = {given};
    names_[static_cast<std::size_t>(field)] = std::move(usual);
  };
  set(Field::text, options.text_field,
      {"text", "maintext", "content", "body", "article", "event_text", "raw_text", "article_text", "articleBody"});
  set(Field::title, options.title_field, {"title", "headline", "head_line", "title_page"});
  set(Field::date, options.date_field,
      {"date", "date_publish", "publish_date", "published_at", "published", "pub_date", "datePublished", "created_at"});
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

}  // namespace rasd
