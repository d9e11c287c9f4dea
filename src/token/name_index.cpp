#include "token/name_index.hpp"

#include <algorithm>

namespace rasd {
namespace {

constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15ull;
constexpr std::size_t kManyHits = 24;

// Marks that may stand between the words of a name: quotation marks and the underscores of hashtags.
bool is_transparent(const TokenizedText& text, const Token& token) {
  if (token.kind != TokenKind::punctuation) return false;
  const std::string_view mark = text.text->view(token.span);
  if (mark.size() == 1) return mark[0] == '"' || mark[0] == '\'' || mark[0] == '_';
  return mark == "\u00AB" || mark == "\u00BB" || mark == "\u201C" || mark == "\u201D" || mark == "\u201E" ||
         mark == "\u201F" || mark == "\u2018" || mark == "\u2019" || mark == "\u2039" || mark == "\u203A";
}

}  // namespace

std::uint64_t NameTrie::slot_of(std::uint32_t node, WordId word) {
  const std::uint64_t key = ((static_cast<std::uint64_t>(node) << 32) | word) * kPrime;
  return key ^ (key >> 32);
}

std::uint32_t NameTrie::step(std::uint32_t node, WordId word) const {
  const std::span<const Edge> edges = arrays_.edges;
  if (edges.empty() || word == 0) return 0;
  std::size_t at = slot_of(node, word) & (edges.size() - 1);
  while (edges[at].word != 0) {
    if (edges[at].word == word && edges[at].from == node) return edges[at].to;
    at = (at + 1) & (edges.size() - 1);
  }
  return 0;
}

void NameIndex::grow() {
  std::vector<NameTrie::Edge> old(edges_.empty() ? 1024 : edges_.size() * 2);
  old.swap(edges_);
  for (const NameTrie::Edge& edge : old) {
    if (edge.word == 0) continue;
    std::size_t at = NameTrie::slot_of(edge.from, edge.word) & (edges_.size() - 1);
    while (edges_[at].word != 0) at = (at + 1) & (edges_.size() - 1);
    edges_[at] = edge;
  }
}

std::uint32_t NameIndex::make_step(std::uint32_t node, WordId word) {
  const auto fresh = static_cast<std::uint32_t>(nodes_.size());
  if (node == 0) {
    if (word >= first_.size()) {
      first_.resize(word + word / 2 + 16, 0);
      begins_.resize(first_.size() / 64 + 1, 0);
    }
    begins_[word / 64] |= std::uint64_t{1} << (word % 64);
    if (first_[word] == 0) {
      first_[word] = fresh;
      nodes_.emplace_back();
    }
    return first_[word];
  }
  if (edges_.empty()) grow();
  std::size_t at = NameTrie::slot_of(node, word) & (edges_.size() - 1);
  for (; edges_[at].word != 0; at = (at + 1) & (edges_.size() - 1)) {
    if (edges_[at].word == word && edges_[at].from == node) return edges_[at].to;
  }
  if ((edge_count_ + 1) * 2 > edges_.size()) {
    grow();
    at = NameTrie::slot_of(node, word) & (edges_.size() - 1);
    while (edges_[at].word != 0) at = (at + 1) & (edges_.size() - 1);
  }
  edges_[at] = {node, word, fresh};
  ++edge_count_;
  nodes_[node].leads_on = 1;
  nodes_.emplace_back();
  return fresh;
}

void NameIndex::add(const std::vector<WordId>& words, std::uint32_t payload) {
  if (words.empty() || std::find(words.begin(), words.end(), WordId{0}) != words.end()) return;
  std::uint32_t node = 0;
  for (const WordId word : words) node = make_step(node, word);
  refresh();
  for (std::uint32_t p = nodes_[node].payload; p != 0; p = payloads_[p].next) {
    if (payloads_[p].value == payload) return;
  }
  payloads_.push_back({payload, nodes_[node].payload});
  nodes_[node].payload = static_cast<std::uint32_t>(payloads_.size() - 1);
  refresh();
}

NameNode NameTrie::node_of(const NameStart& start, NameSet set) const {
  const std::uint32_t node = arrays_.first[start.word];
  return {node, arrays_.nodes[node].payload, set, arrays_.nodes[node].leads_on != 0, start.proclitics};
}

bool NameTrie::add_nodes(const WordAnalysis& word, NameSet set, std::span<NameNode> nodes, std::size_t& count) const {
  for (const NameStart& start : word.name_starts) {
    if (!begins(start.word)) continue;
    if (count == nodes.size()) return false;
    nodes[count++] = node_of(start, set);
  }
  return true;
}

void NameTrie::follow(const TokenizedText& text, const NameNode& start, std::uint32_t index, std::uint32_t end,
                      std::vector<NameHit>& out) const {
  std::uint32_t next = index + 1;
  std::uint32_t payload = start.payload;
  std::uint32_t node = start.node;
  bool leads_on = start.leads_on;
  while (true) {
    for (std::uint32_t p = payload; p != 0; p = arrays_.payloads[p].next) {
      out.push_back({{index, next}, arrays_.payloads[p].value, start.proclitics});
    }
    if (!leads_on) return;
    while (next < end && is_transparent(text, text.tokens[next])) ++next;
    if (next >= end) return;
    node = step(node, text.tokens[next].word->word);
    if (node == 0) return;
    ++next;
    payload = arrays_.nodes[node].payload;
    leads_on = arrays_.nodes[node].leads_on != 0;
  }
}

void NameTrie::find(const TokenizedText& text, std::uint32_t index, std::uint32_t end, std::vector<NameHit>& out, NameSet set) const {
  const WordAnalysis& first = *text.tokens[index].word;
  const std::size_t before = out.size();
  if (set != kNoNames && (first.name_sets >> set & 1u) != 0) {
    for (const NameNode& start : first.name_nodes) {
      if (start.set == set) follow(text, start, index, end, out);
    }
  } else {
    for (const NameStart& start : first.name_starts) {
      if (begins(start.word)) follow(text, node_of(start, set), index, end, out);
    }
  }
  if (out.size() - before < 2) return;
  const auto comes_first = [](const NameHit& a, const NameHit& b) {
    if (a.tokens.end != b.tokens.end) return a.tokens.end > b.tokens.end;
    return a.payload < b.payload;
  };
  const auto first_hit = out.begin() + static_cast<std::ptrdiff_t>(before);
  if (out.size() - before > kManyHits) {
    std::stable_sort(first_hit, out.end(), comes_first);
    return;
  }
  // A handful: in place, without the memory that stable_sort asks for.
  for (auto hit = first_hit + 1; hit != out.end(); ++hit) {
    std::rotate(std::upper_bound(first_hit, hit, *hit, comes_first), hit, hit + 1);
  }
}

}  // namespace rasd
