// Reads articles as JSON Lines from standard input, prints their events, and says on standard error how many died in which country.
#include <iostream>
#include <map>
#include <string>

#include <rasd/extractor.hpp>
#include <rasd/json.hpp>

int main() {
  const auto knowledge = rasd::Knowledge::load({.rules = RULES, .data = DATA});
  if (!knowledge) {
    for (const rasd::Diagnostic& fault : knowledge.error()) std::cerr << fault.to_string() << '\n';
    return 1;
  }
  const rasd::Extractor extractor(*knowledge);
  rasd::Workspace workspace(*knowledge);  // one a thread
  std::map<std::string, std::int64_t> killed;
  std::string lines;
  for (std::string line; std::getline(std::cin, line);) {
    const rasd::Result<rasd::Document> article = rasd::read_article(line);
    if (!article) {
      std::cerr << "left out: " << article.error().front().to_string() << '\n';
      continue;
    }
    const std::vector<rasd::Event> events = extractor.extract(*article, workspace);
    lines.clear();
    rasd::append_lines(*article, events, lines);
    std::cout << lines;
    for (const rasd::Event& event : events) {
      const auto& toll = event.casualties[static_cast<std::size_t>(rasd::CasualtyKind::killed)];
      if (toll && event.location) killed[event.location->country] += toll->count.min;
    }
  }
  for (const auto& [country, count] : killed) std::cerr << country << ' ' << count << '\n';
}
