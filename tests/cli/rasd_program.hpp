// The program under test, records to feed it, and its lines.
#pragma once

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "support/rasd.hpp"
#include "support/temp_dir.hpp"

namespace rasd {

inline constexpr const char* kStrike = "قصفت طائرات حربية بلدة سرمين في ريف إدلب مساء أمس، ما أدى إلى مقتل خمسة مدنيين.";

inline Outcome run_rasd(const std::string& arguments, const std::string& input = {}) { return rasd_program(arguments, input); }

inline std::string strike_record(const std::string& id, const std::string& text = kStrike, const std::string& published = "2024-01-24") {
  return nlohmann::json{{"doc_id", id}, {"published", published}, {"title", ""}, {"text", text}}.dump() + "\n";
}

inline std::vector<nlohmann::json> json_lines(const std::string& text) {
  std::vector<nlohmann::json> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(nlohmann::json::parse(line));
  return lines;
}

}  // namespace rasd
