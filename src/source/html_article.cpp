#include "source/html_article.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "source/encoding.hpp"
#include "source/html_tree.hpp"
#include "text/utf8.hpp"

namespace rasd {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kCharsetBytes = 4096;
constexpr long kShortParagraph = 40;  // bytes; menus and labels are shorter
constexpr long kMaxUnclosed = 10000;  // the parser's time grows with the square of the depth, its stack with the depth
constexpr int kMaxJsonDepth = 12;

// What a page says of itself; the first of several wins.
struct PageFacts {
  std::string body;
  std::string title;
  std::string published;
  std::string url;
  std::string source;
};

void set_once(std::string& into, std::string_view value) {
  const std::size_t first = value.find_first_not_of(" \t\r\n");
  if (!into.empty() || first == std::string_view::npos) return;
  value.remove_prefix(first);
  into.assign(value.substr(0, value.find_last_not_of(" \t\r\n") + 1));
}

std::string string_in(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// schema.org in JSON: an article, or a list or graph with one in it.
void read_linked_data(const Json& node, PageFacts& facts, int depth = 0) {
  if (depth > kMaxJsonDepth) return;
  if (node.is_array()) {
    for (const Json& item : node) read_linked_data(item, facts, depth + 1);
    return;
  }
  if (!node.is_object()) return;
  const bool is_article = node.contains("articleBody") || node.contains("headline");
  if (is_article) {
    set_once(facts.body, string_in(node, "articleBody"));
    set_once(facts.title, string_in(node, "headline"));
    set_once(facts.published, string_in(node, "datePublished"));
    set_once(facts.url, string_in(node, "url"));
    if (const auto publisher = node.find("publisher"); publisher != node.end() && publisher->is_object()) {
      set_once(facts.source, string_in(*publisher, "name"));
    }
  }
  if (const auto graph = node.find("@graph"); graph != node.end()) read_linked_data(*graph, facts, depth + 1);
}

void read_meta(const GumboNode& node, std::map<std::string, std::string>& metas) {
  for (const char* key : {"property", "name", "itemprop"}) {
    std::string name(attribute_of(node, key));
    std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (!name.empty()) metas.emplace(std::move(name), attribute_of(node, "content"));
  }
}

std::string text_in(const GumboNode& node) {
  std::string text = readable_text(node);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

// One walk over the page: facts, and for each element how much prose stands right in it.
class PageReader {
 public:
  explicit PageReader(const GumboNode* root) {
    HtmlTree::walk(root, [this](const GumboNode& node) { return visit(node); });
    for (const char* name : {"og:title", "twitter:title"}) set_once(facts.title, metas_[name]);
    set_once(facts.title, heading_);
    set_once(facts.title, page_title_);
    for (const char* name : {"article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate",
                             "publish-date", "dc.date", "dc.date.issued", "parsely-pub-date", "sailthru.date"}) {
      set_once(facts.published, metas_[name]);
    }
    set_once(facts.published, time_);
    set_once(facts.url, canonical_);
    set_once(facts.url, metas_["og:url"]);
    set_once(facts.source, metas_["og:site_name"]);
  }

  PageFacts facts;

  // The element that holds the article; null where nothing on the page is prose.
  [[nodiscard]] const GumboNode* body() const {
    if (marked_ != nullptr) return marked_;
    if (article_ != nullptr && article_size_ > kShortParagraph) return article_;
    const GumboNode* best = nullptr;
    long most = 0;
    for (const GumboNode* node : order_) {
      const long score = scores_.at(node);
      if (score > most) {
        most = score;
        best = node;
      }
    }
    return best;
  }

 private:
  bool visit(const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_SCRIPT) {
      if (attribute_of(node, "type") == "application/ld+json" && node.v.element.children.length > 0) {
        const auto* text = static_cast<const GumboNode*>(node.v.element.children.data[0]);
        if (text->type == GUMBO_NODE_TEXT) read_linked_data(Json::parse(text->v.text.text, nullptr, false), facts);
      }
      return false;
    }
    if (tag == GUMBO_TAG_META) read_meta(node, metas_);
    if (tag == GUMBO_TAG_LINK && attribute_of(node, "rel") == "canonical") set_once(canonical_, attribute_of(node, "href"));
    if (tag == GUMBO_TAG_TITLE && page_title_.empty()) page_title_ = text_in(node);
    if (tag == GUMBO_TAG_H1 && heading_.empty()) heading_ = text_in(node);
    if (tag == GUMBO_TAG_TIME) set_once(time_, attribute_of(node, "datetime"));
    if (attribute_of(node, "itemprop") == "articleBody" && marked_ == nullptr && tag != GUMBO_TAG_META) marked_ = &node;
    if (tag == GUMBO_TAG_ARTICLE) {
      const long size = static_cast<long>(readable_text(node).size());
      if (size > article_size_) {
        article_size_ = size;
        article_ = &node;
      }
    }
    // Titles and times may stand in a header; prose does not.
    if (!is_furniture(tag)) score(node, tag);
    return true;
  }

  void score(const GumboNode& node, GumboTag tag) {
    for (const GumboNode* up = &node; up != nullptr && up->type == GUMBO_NODE_ELEMENT; up = up->parent) {
      if (is_furniture(up->v.element.tag)) return;
    }
    if (!is_block(tag)) return;
    const long size = own_text(node);
    if (size < kShortParagraph) return;
    const GumboNode* const holder = tag == GUMBO_TAG_P ? node.parent : &node;
    add(holder, size);
    add(holder->parent, size / 2);
  }
  void add(const GumboNode* node, long size) {
    if (node == nullptr || node->type != GUMBO_NODE_ELEMENT) return;
    const auto [found, is_new] = scores_.emplace(node, 0);
    if (is_new) order_.push_back(node);
    found->second += size;
  }

  std::map<std::string, std::string> metas_;
  std::string page_title_;
  std::string heading_;
  std::string time_;
  std::string canonical_;
  const GumboNode* marked_ = nullptr;
  const GumboNode* article_ = nullptr;
  long article_size_ = 0;
  std::map<const GumboNode*, long> scores_;
  std::vector<const GumboNode*> order_;  // as they stand on the page, so that a tie is decided alike in every run
};

bool is_void(std::string_view tag) {
  for (const std::string_view name : {"br", "img", "meta", "link", "input", "hr", "source", "wbr"}) {
    bool same = tag.size() > name.size();
    for (std::size_t i = 0; same && i < name.size(); ++i) same = static_cast<char>(tag[i] | 0x20) == name[i];
    const char next = same ? tag[name.size()] : 'x';
    if (same && (next == ' ' || next == '>' || next == '/' || next == '\n')) return true;
  }
  return false;
}

// How deep elements may stand in one another: tags that are opened and not closed, more or less.
long unclosed(std::string_view html) {
  long count = 0;
  long most = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos && at + 1 < html.size(); at = html.find('<', at + 1)) {
    const char next = html[at + 1];
    if (next == '/') --count;
    if (((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z')) && !is_void(html.substr(at + 1, 8))) ++count;
    most = std::max(most, count);
  }
  return most;
}

}  // namespace

std::string declared_charset(std::string_view html) {
  std::string head(html.substr(0, kCharsetBytes));
  std::transform(head.begin(), head.end(), head.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  std::size_t at = head.find("charset");
  if (at == std::string::npos) at = head.find("encoding=");
  if (at == std::string::npos) return {};
  at = head.find('=', at);
  if (at == std::string::npos) return {};
  at = head.find_first_not_of(" \"'", at + 1);
  if (at == std::string::npos) return {};
  return head.substr(at, head.find_first_of(" \"';>\r\n?/", at) - at);
}

bool read_page(std::string_view html, std::string_view charset, const ReadOptions& options, Document& out, std::uint64_t& lost,
               std::string& reason) {
  const std::string declared = charset.empty() ? declared_charset(html) : std::string(charset);
  const Encoding encoding = options.encoding.empty() ? detect_encoding(html, declared) : Encoding{options.encoding, 0, false};
  if (encoding.name == "binary") {
    reason = "holds no text (binary data)";
    return false;
  }
  std::string page = decode_text(html, encoding, lost);
  if (!is_valid_utf8(page)) {
    page = to_valid_utf8(page);
    ++lost;
  }
  if (unclosed(page) > kMaxUnclosed) {
    reason = "the page is nested too deeply";
    return false;
  }
  const HtmlTree tree(page);
  PageReader reader(tree.root());
  PageFacts& facts = reader.facts;
  out.text = std::move(facts.body);
  if (out.text.empty()) {
    const GumboNode* const body = reader.body();
    if (body != nullptr) out.text = readable_text(*body);
  }
  if (out.text.empty()) {
    reason = "no article text in the page";
    return false;
  }
  out.title = std::move(facts.title);
  if (!facts.published.empty()) out.published = std::move(facts.published);
  if (out.url.empty() && facts.url.compare(0, 4, "http") == 0) out.url = std::move(facts.url);
  if (!facts.source.empty()) out.source = std::move(facts.source);
  return true;
}

}  // namespace rasd
