#include "cli/formats.hpp"

#include <CLI/CLI.hpp>

#include "cli/choice.hpp"
#include "sink/delimited_sink.hpp"
#include "sink/geojson_sink.hpp"
#include "sink/record_lines.hpp"
#include "sink/table_sink.hpp"

namespace rasd::cli {
namespace {

constexpr const char* kGroup = "Tables";

std::unique_ptr<RecordSink> delimited(Format format, const FormatOptions& options, const CodeBook& book, Output& output) {
  DelimitedOptions delimited;
  delimited.delimiter = format == Format::tsv ? '\t' : ',';
  delimited.byte_order_mark = options.byte_order_mark.value_or(!output.is_stdout());
  delimited.raw_cells = options.raw_cells;
  delimited.columns = options.extra_columns ? ColumnSet::all : ColumnSet::usual;
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
  command.add_flag("--raw-cells", options.raw_cells, "CSV and TSV: texts that a spreadsheet could take for a formula stay as they are")
      ->group(kGroup);
  command.add_flag("--extra-columns", options.extra_columns, "CSV, TSV: also published, salience, cameo, plover and ucdp")
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
  made->sink_ = made->make(format, options, output);
  return made;
}

}  // namespace rasd::cli
