// rasd dedup: the records of one incident across articles.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <unordered_map>

#include "cli/choice.hpp"
#include "cli/commands.hpp"
#include "cli/dedup_tables.hpp"
#include "cli/exit_codes.hpp"
#include "cli/outputs.hpp"
#include "cli/record_files.hpp"
#include "dedup/deduplicator.hpp"
#include "dedup/incident_record.hpp"
#include "sink/output_buffer.hpp"
#include "sink/record_lines.hpp"
#include "sink/record_values.hpp"

namespace rasd::cli {
namespace {

enum class DedupForm { records, clusters };

struct DedupOptions {
  RecordFiles files;
  KnowledgeOptions knowledge;
  DedupForm form = DedupForm::records;
  bool keyed = false;
  std::vector<std::string> pairs;
  std::string into;
  std::string output;
};

constexpr const char* kHelp =
    "Finds the records that tell one incident, across articles.\n"
    "\n"
    "Examples:\n"
    "  rasd dedup events.jsonl > told.jsonl                 each record with the incident_id of its cluster\n"
    "  rasd dedup events.jsonl -f clusters                  one record an incident, its sources, and why\n"
    "  rasd dedup today.jsonl --into state.jsonl            adds to an earlier result\n"
    "  rasd block events.jsonl | LC_ALL=C sort | rasd dedup --keyed > pairs.tsv\n"
    "  rasd dedup --pairs pairs.tsv events.jsonl            the same as the first, through a sort or shuffle\n"
    "\n"
    "The result does not depend on the order of the records. Weights: data/dedup/weights.tsv.\n"
    "Exit status: 0 done, 1 failed, 2 wrong usage, 3 finished but some lines were no event records.\n";

// Cluster of each record that is in one with others.
class Incidents {
 public:
  explicit Incidents(std::vector<Cluster> clusters) : clusters_(std::move(clusters)) {
    for (std::size_t i = 0; i < clusters_.size(); ++i) {
      for (const std::string& member : clusters_[i].members) cluster_of_.emplace(member, i);
    }
  }
  [[nodiscard]] const std::string& id_of(const std::string& record) const {
    const auto found = cluster_of_.find(record);
    return found == cluster_of_.end() ? record : clusters_[found->second].members.front();
  }
  // By the id of the incident; none where the record is alone.
  [[nodiscard]] std::vector<ScoredPair> joins_of(const std::string& incident) const {
    const auto found = cluster_of_.find(incident);
    return found == cluster_of_.end() ? std::vector<ScoredPair>() : clusters_[found->second].joins;
  }

 private:
  std::vector<Cluster> clusters_;
  std::unordered_map<std::string, std::size_t> cluster_of_;
};

// Reads every event record of the files; false where `visit` says that it is enough.
template <class Visit>
bool for_each_record(const RecordFiles& files, Messages& messages, Visit visit) {
  RecordLineReader lines(files, messages);
  std::string fault;
  while (lines.next()) {
    std::optional<Record> record = parse_record(lines.line(), fault);
    if (!record) {
      lines.reject(fault);
    } else if (!visit(std::move(*record))) {
      return false;
    }
  }
  return true;
}

std::string line_of(const Record& record) { return record.dump(-1, ' ', false, Record::error_handler_t::replace); }

// Writes what was asked for. Records go out as they come; incidents are gathered first.
class ResultWriter {
 public:
  ResultWriter(const DedupOptions& options, const Incidents& incidents, const DedupTables& tables, Output& output)
      : form_(options.form), incidents_(incidents), tables_(tables), lines_(output) {}

  bool write(Record record) {
    const std::string id = text_at(record, "event_id");
    if (form_ == DedupForm::clusters) {
      record.erase("incident_id");
      members_[incidents_.id_of(id)].insert({id, line_of(record)});
      return true;
    }
    record["incident_id"] = incidents_.id_of(id);
    return lines_.write(record);
  }

  bool finish() {
    for (const auto& [incident, members] : members_) {
      std::vector<Record> records;
      // Of records with one id the last in the order of their bytes.
      for (auto member = members.begin(); member != members.end(); ++member) {
        const auto next = std::next(member);
        if (next == members.end() || next->first != member->first) records.push_back(Record::parse(member->second));
      }
      if (!lines_.write(incident_record(records, incidents_.joins_of(incident), tables_))) return false;
    }
    return lines_.finish();
  }

 private:
  DedupForm form_;
  const Incidents& incidents_;
  const DedupTables& tables_;
  RecordLines lines_;
  std::map<std::string, std::set<std::pair<std::string, std::string>>> members_;
};

// KEY TAB JSON, sorted by key, in; pairs out. Holds one block.
int pair_blocks(const DedupOptions& options, const DedupTables& tables, Messages& messages) {
  const std::unique_ptr<Output> output = open_output(options.output, messages);
  if (!output) return messages.exit_code();
  OutputBuffer out(*output);
  BlockStream blocks(tables);
  const auto write = [&out](const std::vector<ScoredPair>& pairs) {
    for (const ScoredPair& pair : pairs) out.text() += pair_line(pair) + '\n';
    return out.written();
  };
  RecordLineReader lines(options.files, messages);
  std::string fault;
  bool good = true;
  while (good && lines.next()) {
    const std::string_view line = lines.line();
    const std::size_t tab = line.find('\t');
    const std::optional<Record> record =
        tab == std::string_view::npos ? std::nullopt : parse_record(line.substr(tab + 1), fault);
    if (record) {
      good = write(blocks.add(line.substr(0, tab), read_fingerprint(slim_record(*record, tables), tables)));
    } else {
      lines.reject(tab == std::string_view::npos ? "no key: a line of rasd block is KEY, a tab and a record" : fault);
    }
  }
  return finish_run(*output, good && write(blocks.finish()) && out.flush(), messages);
}

int from_pairs(const DedupOptions& options, const DedupTables& tables, Messages& messages) {
  std::vector<ScoredPair> pairs;
  RecordLineReader lines({options.pairs}, messages);
  ScoredPair pair;
  while (lines.next()) {
    if (read_pair_line(lines.line(), pair)) {
      pairs.push_back(pair);
    } else {
      lines.reject("no pair as rasd dedup --keyed writes them");
    }
  }
  if (messages.exit_code() == kFailed) return messages.exit_code();
  const Incidents incidents(cluster_pairs(std::move(pairs), tables.weights()));
  const std::unique_ptr<Output> output = open_output(options.output, messages);
  if (!output) return messages.exit_code();
  ResultWriter writer(options, incidents, tables, *output);
  const bool good = for_each_record(options.files, messages, [&writer](Record record) { return writer.write(std::move(record)); });
  return finish_run(*output, good && writer.finish(), messages);
}

int from_memory(const DedupOptions& options, const DedupTables& tables, Messages& messages) {
  Deduplicator dedup(tables);
  std::vector<std::string> lines;
  const auto take = [&](const Record& record) {
    dedup.add(read_fingerprint(slim_record(record, tables), tables));
    lines.push_back(line_of(record));
    return true;
  };
  for_each_record(options.files, messages, take);
  const Incidents incidents(dedup.clusters());
  const std::unique_ptr<Output> output = open_output(options.output, messages);
  if (!output) return messages.exit_code();
  ResultWriter writer(options, incidents, tables, *output);
  bool good = true;
  for (std::size_t i = 0; good && i < lines.size(); ++i) good = writer.write(Record::parse(lines[i]));
  return finish_run(*output, good && writer.finish(), messages);
}

// The state and what is new, as one result in the state's place. An article that comes again takes the place of its old records.
int into_state(const DedupOptions& options, const DedupTables& tables, Messages& messages) {
  std::map<std::string, std::string> lines;  // by event id and line: the state has one order, whatever came first
  std::set<std::string> articles;
  const auto keep = [&lines](Record record) {
    record.erase("incident_id");
    std::string line = line_of(record);
    lines.emplace(text_at(record, "event_id") + '\n' + line, line);
    return true;
  };
  for_each_record(options.files, messages, [&](Record record) {
    articles.insert(text_at(record, "doc_id"));
    return keep(std::move(record));
  });
  if (std::filesystem::exists(options.into)) {
    for_each_record({{options.into}}, messages, [&](Record record) {
      return articles.count(text_at(record, "doc_id")) != 0 || keep(std::move(record));
    });
  }
  // A state that lost records to a fault is none.
  if (messages.exit_code() == kFailed) return messages.exit_code();
  Deduplicator dedup(tables);
  for (const auto& [key, line] : lines) dedup.add(read_fingerprint(slim_record(Record::parse(line), tables), tables));
  const Incidents incidents(dedup.clusters());
  const std::unique_ptr<Output> output = open_output(options.into, messages);
  if (!output) return messages.exit_code();
  ResultWriter writer(options, incidents, tables, *output);
  bool good = true;
  for (const auto& [key, line] : lines) good = good && writer.write(Record::parse(line));
  return finish_run(*output, good && writer.finish(), messages);
}

// Null where the options go together.
const char* option_conflict(const DedupOptions& options) {
  if (options.keyed && (!options.pairs.empty() || options.form != DedupForm::records)) {
    return "--keyed writes pairs; give them to rasd dedup --pairs, which takes -f";
  }
  if (!options.into.empty() && (options.keyed || !options.pairs.empty() || options.form != DedupForm::records || !options.output.empty())) {
    return "--into writes records to the state; for clusters: rasd dedup STATE -f clusters";
  }
  return nullptr;
}

int dedup(const DedupOptions& options) {
  if (has_no_input(options.files)) return explain_usage("dedup", options.files);
  Messages messages;
  if (const char* conflict = option_conflict(options)) {
    messages.error(conflict);
    return kUsage;
  }
  const std::optional<DedupTables> tables = load_dedup_tables(options.knowledge, messages);
  if (!tables) return messages.exit_code();
  if (options.keyed) return pair_blocks(options, *tables, messages);
  if (!options.into.empty()) return into_state(options, *tables, messages);
  return options.pairs.empty() ? from_memory(options, *tables, messages) : from_pairs(options, *tables, messages);
}

}  // namespace

void add_dedup_command(CLI::App& app, Run& run) {
  const auto options = std::make_shared<DedupOptions>();
  CLI::App& command = *app.add_subcommand("dedup", kHelp);
  add_record_files(command, options->files);
  add_output_option(command, options->output);
  const std::map<std::string, DedupForm> forms = {{"records", DedupForm::records}, {"clusters", DedupForm::clusters}};
  add_choice(command, "-f,--format", options->form, forms, "records: the input with incident_id; clusters: one record an incident");
  command.add_flag("--keyed", options->keyed, "Read the sorted lines of rasd block and write the pairs of each block");
  command.add_option("--pairs", options->pairs, "Cluster by these pairs, as --keyed wrote them; may be given several times")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command.add_option("--into", options->into, "Add the records to this earlier result, which is made where it is missing")
      ->type_name("STATE");
  add_dedup_data_option(command, options->knowledge);
  command.callback([options, &run] { run = [options] { return dedup(*options); }; });
}

}  // namespace rasd::cli
