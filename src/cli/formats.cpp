#include "cli/formats.hpp"

#include <CLI/CLI.hpp>
#include <fstream>

#include "cli/choice.hpp"
#include "sink/delimited_sink.hpp"
#include "sink/geojson_sink.hpp"
#include "sink/record_lines.hpp"
#include "sink/sqlite_sink.hpp"
#include "sink/table_sink.hpp"
#include "sink/xlsx_sink.hpp"

namespace rasd::cli {
namespace {

#ifndef RASD_VERSION
#define RASD_VERSION "0.0.0"
#endif

constexpr const char* kGroup = "Tables";

ColumnSet columns_of(const FormatOptions& options) { return options.extra_columns ? ColumnSet::all : ColumnSet::usual; }

// The command that runs, as a shell would take it; empty where the system does not tell.
std::string command_line() {
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  std::string line;
  for (std::string word; std::getline(file, word, '\0');) {
    const bool plain = !word.empty() && word.find_first_of(" \t\n\"'$`\\*?&;|<>()[]{}#~!") == std::string::npos;
    if (!line.empty()) line += ' ';
    line += plain ? word : '\'' + word + '\'';
  }
  return line;
}

std::unique_ptr<RecordSink> delimited(Format format, const FormatOptions& options, const CodeBook& book, Output& output) {
  DelimitedOptions delimited;
  delimited.delimiter = format == Format::tsv ? '\t' : ',';
  delimited.byte_order_mark = options.byte_order_mark.value_or(!output.is_stdout());
  delimited.raw_cells = options.raw_cells;
  delimited.columns = columns_of(options);
  return std::make_unique<DelimitedSink>(output, book, delimited);
}

}  // namespace

void add_format_options(CLI::App& command, FormatOptions& options) {
  std::string names;
  for (const auto& [name, format] : format_names()) names += (names.empty() ? "" : ", ") + name;
  command
      .add_option_function<std::string>(
          "-f,--format", [&options](const std::string& word) { options.format = format_names().at(word); },
          "Format: " + names + "; else by the extension of -o, else jsonl")
      ->check(one_of(format_names()))
      ->type_name("WORD");
  command
      .add_flag_function(
          "--bom,!--no-bom", [&options](std::int64_t count) { options.byte_order_mark = count > 0; },
          "CSV and TSV with or without a byte order mark; else with one in a file and without on standard output")
      ->group(kGroup);
  command
      .add_flag("--raw-cells", options.raw_cells, "CSV and TSV: texts that a spreadsheet could take for a formula stay as they are")
      ->group(kGroup);
  command.add_flag("--extra-columns", options.extra_columns, "CSV, TSV, XLSX: also published, salience, cameo, plover and ucdp")
      ->group(kGroup);
}

std::optional<Format> choose_format(const FormatOptions& options, const std::string& output, Messages& messages) {
  if (options.format) return options.format;
  if (output.empty() || output == "-") return Format::jsonl;
  const std::optional<Format> format = format_of_path(output);
  if (!format) messages.error(unknown_format(output));
  return format;
}

std::unique_ptr<RecordSink> RecordFormat::make(Format format, const FormatOptions& options, Output& output) {
  switch (format) {
    case Format::jsonl: return std::make_unique<RecordLines>(output);
    case Format::table: return std::make_unique<TableSink>(output);
    case Format::csv:
    case Format::tsv: return delimited(format, options, book_, output);
    case Format::geojson: return std::make_unique<GeoJsonSink>(output, book_, GeoJsonShape::collection);
    case Format::geojsonl: return std::make_unique<GeoJsonSink>(output, book_, GeoJsonShape::lines);
    case Format::xlsx: return XlsxSink::open(output, book_, {columns_of(options), RASD_VERSION, command_line()});
    case Format::sqlite: return SqliteSink::open(output, book_, std::move(*normalizer_), {RASD_VERSION, command_line()});
  }
  return nullptr;
}

std::unique_ptr<RecordFormat> RecordFormat::open(Format format, const FormatOptions& options,
                                                 const KnowledgeOptions& knowledge, Output& output, Messages& messages) {
  const std::optional<KnowledgePaths> paths = find_knowledge(knowledge, messages);
  if (!paths) return nullptr;
  auto book = CodeBook::load(paths->data);
  if (!book) {
    messages.faults(book.error());
    return nullptr;
  }
  std::unique_ptr<RecordFormat> made(new RecordFormat(std::move(book).value()));
  if (format == Format::sqlite) {
    auto normalizer = Normalizer::load(paths->data + "/normalization");
    if (!normalizer) {
      messages.faults(normalizer.error());
      return nullptr;
    }
    made->normalizer_ = std::move(normalizer).value();
  }
  made->sink_ = made->make(format, options, output);
  if (made->sink_) return made;
  messages.error(output.fault());
  return nullptr;
}

}  // namespace rasd::cli
