#include "source/html_tree.hpp"

namespace rasd {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

void append_collapsed(std::string_view text, std::string& line) {
  constexpr std::string_view kHardSpace = "\xC2\xA0";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool hard = text.substr(i, 2) == kHardSpace;
    if (!hard && !is_space(text[i])) {
      line += text[i];
      continue;
    }
    if (!line.empty() && line.back() != ' ') line += ' ';
    i += hard ? 1 : 0;
  }
}

// Gathers the lines of an element.
class LineCollector {
 public:
  void visit(const GumboNode& node, int depth, bool in_link) {
    if (depth > kMaxHtmlDepth) return;
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
      const std::size_t before = line_.size();
      append_collapsed(node.v.text.text, line_);
      if (in_link) linked_ += line_.size() - before;
      return;
    }
    if (node.type != GUMBO_NODE_ELEMENT) return;
    const GumboTag tag = node.v.element.tag;
    if (is_furniture(tag)) return;
    const bool breaks = is_block(tag) || tag == GUMBO_TAG_BR;
    if (breaks) end_line();
    const GumboVector& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      visit(*static_cast<const GumboNode*>(children.data[i]), depth + 1, in_link || tag == GUMBO_TAG_A);
    }
    if (breaks) end_line();
  }
  std::string take() {
    end_line();
    return std::move(out_);
  }

 private:
  void end_line() {
    while (!line_.empty() && line_.back() == ' ') line_.pop_back();
    const std::size_t first = line_.find_first_not_of(' ');
    if (first != std::string::npos && linked_ * 2 <= line_.size()) {
      if (!out_.empty()) out_ += '\n';
      out_.append(line_, first);
    }
    line_.clear();
    linked_ = 0;
  }

  std::string out_;
  std::string line_;
  std::size_t linked_ = 0;  // bytes of the line that are in links
};

long text_size(const GumboNode& node, int depth) {
  if (depth > kMaxHtmlDepth) return 0;
  if (node.type == GUMBO_NODE_TEXT) return static_cast<long>(std::string_view(node.v.text.text).size());
  if (node.type != GUMBO_NODE_ELEMENT) return 0;
  const GumboTag tag = node.v.element.tag;
  if (is_furniture(tag) || is_block(tag)) return 0;
  long size = 0;
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) size += text_size(*static_cast<const GumboNode*>(children.data[i]), depth + 1);
  return tag == GUMBO_TAG_A ? -size : size;
}

}  // namespace

HtmlTree::HtmlTree(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  output_ = ::gumbo_parse_with_options(&options, html.data(), html.size());
}

HtmlTree::~HtmlTree() { ::gumbo_destroy_output(&kGumboDefaultOptions, output_); }

void HtmlTree::walk(const GumboNode* node, const std::function<bool(const GumboNode&)>& visit, int depth) {
  if (node->type != GUMBO_NODE_ELEMENT || depth > kMaxHtmlDepth || !visit(*node)) return;
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) walk(static_cast<const GumboNode*>(children.data[i]), visit, depth + 1);
}

std::string_view attribute_of(const GumboNode& node, const char* name) {
  const GumboAttribute* const found = ::gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool is_furniture(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT: case GUMBO_TAG_STYLE: case GUMBO_TAG_NOSCRIPT: case GUMBO_TAG_TEMPLATE: case GUMBO_TAG_HEAD:
    case GUMBO_TAG_NAV: case GUMBO_TAG_HEADER: case GUMBO_TAG_FOOTER: case GUMBO_TAG_ASIDE: case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON: case GUMBO_TAG_SELECT: case GUMBO_TAG_TEXTAREA: case GUMBO_TAG_IFRAME: case GUMBO_TAG_SVG:
    case GUMBO_TAG_FIGURE: case GUMBO_TAG_FIGCAPTION: case GUMBO_TAG_VIDEO: case GUMBO_TAG_AUDIO: case GUMBO_TAG_H1:
      return true;
    default:
      return false;
  }
}

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P: case GUMBO_TAG_DIV: case GUMBO_TAG_SECTION: case GUMBO_TAG_ARTICLE: case GUMBO_TAG_MAIN: case GUMBO_TAG_BODY:
    case GUMBO_TAG_H2: case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_H6: case GUMBO_TAG_UL: case GUMBO_TAG_OL:
    case GUMBO_TAG_LI: case GUMBO_TAG_TABLE: case GUMBO_TAG_TBODY: case GUMBO_TAG_TR: case GUMBO_TAG_TD: case GUMBO_TAG_TH:
    case GUMBO_TAG_BLOCKQUOTE: case GUMBO_TAG_PRE: case GUMBO_TAG_DL: case GUMBO_TAG_DT: case GUMBO_TAG_DD: case GUMBO_TAG_HR:
    case GUMBO_TAG_CENTER: case GUMBO_TAG_ADDRESS: case GUMBO_TAG_HTML:
      return true;
    default:
      return false;
  }
}

std::string readable_text(const GumboNode& node) {
  LineCollector lines;
  // The element itself is wanted, whatever it is; only what is in it is judged.
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) lines.visit(*static_cast<const GumboNode*>(children.data[i]), 0, false);
  return lines.take();
}

long own_text(const GumboNode& node) {
  long size = 0;
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) size += text_size(*static_cast<const GumboNode*>(children.data[i]), 0);
  return size;
}

}  // namespace rasd
