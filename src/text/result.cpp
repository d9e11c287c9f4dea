#include "rasd/result.hpp"

namespace rasd {

std::string Diagnostic::to_string() const {
  std::string out = file;
  if (line != 0) out += ':' + std::to_string(line);
  if (line != 0 && column != 0) out += ':' + std::to_string(column);
  if (!out.empty()) out += ": ";
  if (!code.empty()) out += code + ": ";
  out += message;
  if (!hint.empty()) out += " (" + hint + ')';
  return out;
}

}  // namespace rasd
