// The only file that includes valijson, which takes long to compile.
#include "sink/record_schema.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace rasd {
namespace {

constexpr std::string_view kSchema =
#include "sink/event_schema.inc"
    ;

using Adapter = valijson::adapters::NlohmannJsonAdapter;

// "<root>", "[casualties]", "[0]" become "/casualties/0".
std::string pointer_of(const std::vector<std::string>& context) {
  std::string path;
  for (const std::string& step : context) {
    if (step.size() < 2 || step.front() != '[') continue;
    path += '/';
    for (const char c : std::string_view(step).substr(1, step.size() - 2)) {
      path += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    }
  }
  return path;
}

// The library also reports each object and array around a fault; these say nothing of their own.
bool is_consequence(const std::string& message) { return message.rfind("Failed to validate", 0) == 0; }

bool is_inside(const std::string& path, const std::string& outer) {
  return path.size() > outer.size() && path.compare(0, outer.size(), outer) == 0 && path[outer.size()] == '/';
}

}  // namespace

struct RecordValidator::Impl {
  valijson::Schema schema;
  valijson::Validator validator;
};

std::string_view record_schema() { return kSchema; }

RecordValidator::RecordValidator() : impl_(std::make_unique<Impl>()) {
  const nlohmann::json document = nlohmann::json::parse(kSchema);
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(document), impl_->schema);
}

RecordValidator::~RecordValidator() = default;

std::vector<SchemaFault> RecordValidator::check(std::string_view line) {
  const nlohmann::json record = nlohmann::json::parse(line.begin(), line.end(), nullptr, false);
  if (record.is_discarded()) return {{"", "not JSON"}};
  valijson::ValidationResults results;
  if (impl_->validator.validate(impl_->schema, Adapter(record), &results)) return {};
  std::vector<SchemaFault> all;
  for (const auto& error : results) all.push_back({pointer_of(error.context), error.description});
  std::vector<SchemaFault> faults;
  for (const SchemaFault& fault : all) {
    const bool told_deeper = is_consequence(fault.message) && std::any_of(all.begin(), all.end(), [&](const SchemaFault& other) {
      return is_inside(other.path, fault.path) || (other.path == fault.path && !is_consequence(other.message));
    });
    if (!told_deeper) faults.push_back(fault);
  }
  return faults;
}

}  // namespace rasd
