// Proclitics and enclitics and what they may stand on: data/clitics.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rasd/result.hpp"
#include "text/normalizer.hpp"
#include "token/affixes.hpp"

namespace rasd {

// What a clitic stands on, as bits.
enum Host : std::uint8_t {
  kHostPerfect = 1,
  kHostImperfect = 2,
  kHostNoun = 4,        // nouns, adjectives, masdars, participles
  kHostName = 8,
  kHostParticle = 16,
  kHostPreposition = 32,
  kHostComplement = 64,  // particle that may follow a preposition
  kHostForm = 128,
};

struct ProcliticRow {
  std::string form;             // folded
  std::uint8_t bits = 0;        // Proclitic bits
  std::uint8_t hosts = 0;       // Host bits
  std::uint8_t count = 0;       // how many proclitics
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(form, bits, hosts, count);
  }
};

struct EncliticRow {
  std::string form;             // folded
  std::string written;
  std::uint8_t hosts = 0;
  std::uint8_t rank = 0;
  Final final = Final::none;
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(form, written, hosts, rank, final);
  }
};

struct CliticTable {
  std::vector<ProcliticRow> proclitics;  // in file order; the first is none
  std::vector<EncliticRow> enclitics;    // index 0 is none
  AffixIndex proclitic_index;
  AffixIndex enclitic_index;
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(proclitics, enclitics, proclitic_index, enclitic_index);
  }
  static Result<CliticTable> load(const std::string& directory, const Normalizer& normalizer, const Letters& letters);
};

std::optional<std::uint8_t> parse_hosts(std::string_view names);

}  // namespace rasd
