// A parsed page: walking it, its text, its attributes.
#pragma once

#include <gumbo.h>

#include <functional>
#include <string>
#include <string_view>

namespace rasd {

// Elements deeper than this are not looked at; no page that people read is so deep.
inline constexpr int kMaxHtmlDepth = 250;

class HtmlTree {
 public:
  // `html` is UTF-8 and must live as long as the tree.
  explicit HtmlTree(std::string_view html);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;  // owns the tree
  HtmlTree& operator=(const HtmlTree&) = delete;

  [[nodiscard]] const GumboNode* root() const { return output_->root; }
  // Calls `visit` for every element in document order; where it gives false, what is in the element is passed over.
  static void walk(const GumboNode* node, const std::function<bool(const GumboNode&)>& visit, int depth = 0);

 private:
  GumboOutput* output_;
};

[[nodiscard]] std::string_view attribute_of(const GumboNode& node, const char* name);
// Script, navigation, forms and the like: no part of what an article says.
[[nodiscard]] bool is_furniture(GumboTag tag);
[[nodiscard]] bool is_block(GumboTag tag);
// Text as a reader sees it: blanks collapsed, a line a block; furniture and lines that are mostly links left out.
[[nodiscard]] std::string readable_text(const GumboNode& node);
// The bytes of text right in an element or in its inline children; those in links count against it.
[[nodiscard]] long own_text(const GumboNode& node);

}  // namespace rasd
