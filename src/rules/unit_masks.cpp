#include "rules/unit_masks.hpp"

#include <algorithm>
#include <string_view>

namespace rasd {
namespace {

constexpr std::uint8_t bit(MentionType type) {
  return static_cast<std::uint8_t>(1u << static_cast<int>(type));
}

// Whether some reading of the unit's head has this part of speech. Guesses count only where nothing is known of the
// word.
bool reads_as(const Unit& unit, Pos pos) {
  if (unit.head == nullptr) return false;
  for (const Reading& reading : unit.head->readings) {
    if (reading.pos == pos && (reading.lemma != 0 || !unit.head->known)) return true;
  }
  return false;
}

bool is_punctuation(const Unit& unit) {
  return unit.kind == TokenKind::punctuation;
}

bool is_one_of(const Unit& unit, std::initializer_list<std::string_view> signs) {
  if (unit.head == nullptr || !is_punctuation(unit)) return false;
  for (std::string_view sign : signs) {
    if (unit.head->folded == sign) return true;
  }
  return false;
}

std::uint64_t reversed(std::uint64_t x) {
  x = ((x >> 1) & 0x5555555555555555u) | ((x & 0x5555555555555555u) << 1);
  x = ((x >> 2) & 0x3333333333333333u) | ((x & 0x3333333333333333u) << 2);
  x = ((x >> 4) & 0x0F0F0F0F0F0F0F0Fu) | ((x & 0x0F0F0F0F0F0F0F0Fu) << 4);
  x = ((x >> 8) & 0x00FF00FF00FF00FFu) | ((x & 0x00FF00FF00FF00FFu) << 8);
  x = ((x >> 16) & 0x0000FFFF0000FFFFu) | ((x & 0x0000FFFF0000FFFFu) << 16);
  return (x >> 32) | (x << 32);
}

}  // namespace

bool is_of_type(const Unit& unit, ArgumentType type) {
  switch (type) {
    case ArgumentType::actor:
      return (unit.types & bit(MentionType::participant)) != 0;
    case ArgumentType::place:
      return (unit.types & bit(MentionType::place)) != 0;
    case ArgumentType::date:
      return (unit.types & bit(MentionType::date)) != 0;
    case ArgumentType::count:
      return unit.counted;
    case ArgumentType::number:
      return (unit.types & bit(MentionType::number)) != 0;
    case ArgumentType::weapon:
      return (unit.types & bit(MentionType::weapon)) != 0;
    case ArgumentType::any:
      if (unit.kind != TokenKind::word && unit.kind != TokenKind::number) return false;
      if (unit.types != 0) return true;
      if (unit.finite_verb) return false;
      return unit.head == nullptr || unit.head->readings.empty() || unit.head->readings.front().pos != Pos::particle;
  }
  return false;
}

bool is_of_class(const Unit& unit, UnitClass unit_class) {
  const bool mention = unit.types != 0;
  switch (unit_class) {
    case UnitClass::verb:
      return !mention && (unit.finite_verb || reads_as(unit, Pos::verb));
    case UnitClass::noun:
      return unit.kind == TokenKind::word &&
             (mention || reads_as(unit, Pos::noun) || reads_as(unit, Pos::name) || reads_as(unit, Pos::unknown));
    case UnitClass::adjective:
      return reads_as(unit, Pos::adjective);
    case UnitClass::particle:
      return !mention && reads_as(unit, Pos::particle);
    case UnitClass::finite:
      return unit.finite_verb;
    case UnitClass::passive:
      return (unit.features & kPassive) != 0;
    case UnitClass::active:
      return (unit.features & kActive) != 0;
    case UnitClass::plural:
      return (unit.features & kPlural) != 0;
    case UnitClass::dual:
      return (unit.features & kDual) != 0;
    case UnitClass::singular:
      return (unit.features & kSingular) != 0;
    case UnitClass::feminine:
      return (unit.features & kFeminine) != 0;
    case UnitClass::masculine:
      return (unit.features & kMasculine) != 0;
    case UnitClass::article:
      return (unit.proclitics & kArticle) != 0;
    case UnitClass::punct:
      return is_punctuation(unit);
    case UnitClass::comma:
      return is_one_of(unit, {",", "\xD8\x8C"});
    case UnitClass::quote:
      return is_one_of(unit, {"\"", "'", "\xC2\xAB", "\xC2\xBB", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E",
                              "\xE2\x80\x98", "\xE2\x80\x99", "\xE2\x80\xB9", "\xE2\x80\xBA"});
    case UnitClass::number:
      return unit.kind == TokenKind::number;
    case UnitClass::word:
      return unit.kind == TokenKind::word;
    case UnitClass::clause_start:
    case UnitClass::clause_end:
      return false;
  }
  return false;
}

void ClauseMasks::start(const ClauseSet& clauses, UnitRange units, std::size_t list_count,
                        const std::vector<std::uint8_t>* asked) {
  size_ = units.size();
  stride_ = size_ / 64 + 2;
  units_ = clauses.units.data() + units.begin;
  if (list_epoch_.size() < list_count) {
    list_epoch_.resize(list_count, 0);
    list_row_.resize(list_count, 0);
  }
  if (++epoch_ == 0) {  // wrapped: no row of an old clause may look current
    list_epoch_.assign(list_epoch_.size(), 0);
    epoch_ = 1;
  }
  list_rows_ = 0;
  types_.assign(kTypes * stride_, 0);
  proclitics_.assign(kProclitics * stride_, 0);
  barrier_.assign(stride_, 0);
  classes_known_ = 0;
  known_epoch_ = gap_epoch_ = next_epoch();
  for (std::uint32_t i = 0; i < size_; ++i) {
    const Unit& unit = units_[i];
    unit.each_list([&](ListId list) {
      if (list >= list_epoch_.size() || (asked != nullptr && (*asked)[list] == 0)) return;
      if (list_epoch_[list] != epoch_) add_row(list);
      set(lists_, list_row_[list], i);
    });
    if (is_of_type(unit, ArgumentType::any)) set(types_, static_cast<std::size_t>(ArgumentType::any), i);
    if (unit.types != 0 || unit.counted) {
      for (int type = 0; type < static_cast<int>(ArgumentType::any); ++type) {
        if (is_of_type(unit, static_cast<ArgumentType>(type))) set(types_, static_cast<std::size_t>(type), i);
      }
    }
    for (unsigned left = unit.proclitics; left != 0; left &= left - 1) {
      set(proclitics_, static_cast<std::size_t>(__builtin_ctz(left)), i);
    }
    if (unit.finite_verb) set(barrier_, 0, i);
  }
}

void ClauseMasks::add_row(ListId list) {
  list_epoch_[list] = epoch_;
  list_row_[list] = list_rows_;
  const std::size_t begin = list_rows_++ * stride_;
  if (lists_.size() < begin + stride_) lists_.resize(2 * (begin + stride_));
  lists_[begin] = lists_[begin + 1] = 0;  // all there is of most clauses
  if (stride_ > 2) std::fill_n(lists_.begin() + static_cast<std::ptrdiff_t>(begin), stride_, 0);
}

void ClauseMasks::add_barrier(std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = begin; i < end && i < size_; ++i) set(barrier_, 0, i);
  gap_epoch_ = next_epoch();
}

std::uint32_t ClauseMasks::next_epoch() {
  if (++last_epoch_ == 0) {  // wrapped: nothing of an old clause may look current
    known_.clear();
    known_epoch_ = 1;
    last_epoch_ = 2;
  }
  return last_epoch_;
}

void ClauseMasks::fill(Known& entry, const UnitTest& test) const {
  entry.epoch = test.kind == UnitTest::Kind::gap ? gap_epoch_ : known_epoch_;
  entry.forward = forward(test, 0);
  entry.backward = entry.forward == 0 ? 0 : reversed(entry.forward);
}

std::uint64_t ClauseMasks::load(const std::vector<std::uint64_t>& masks, std::size_t row, int from) const {
  const std::uint64_t* mask = masks.data() + row * stride_;
  if (from < 0) return mask[0] << -from;
  const auto word = static_cast<std::size_t>(from) / 64;
  const unsigned shift = static_cast<unsigned>(from) % 64;
  if (shift == 0) return mask[word];
  return (mask[word] >> shift) | (mask[word + 1] << (64 - shift));
}

std::uint64_t ClauseMasks::any_list(const std::vector<ListId>& lists, int from) const {
  std::uint64_t out = 0;
  for (ListId list : lists) {
    if (list < list_epoch_.size() && list_epoch_[list] == epoch_) out |= load(lists_, list_row_[list], from);
  }
  return out;
}

std::uint64_t ClauseMasks::forward(const UnitTest& test, int from) const {
  const auto left = static_cast<std::int64_t>(size_) - from;
  if (left <= 0) return 0;
  std::uint64_t valid = left >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1;
  if (from < 0) valid &= ~std::uint64_t{0} << -from;
  const auto class_mask = [&](std::uint32_t index) {
    if (((classes_known_ >> index) & 1u) == 0) {
      classes_.resize(kClasses * stride_);
      for (std::size_t i = 0; i < stride_; ++i) classes_[index * stride_ + i] = 0;
      for (std::uint32_t i = 0; i < size_; ++i) {
        if (is_of_class(units_[i], static_cast<UnitClass>(index)))
          classes_[index * stride_ + i / 64] |= std::uint64_t{1} << (i % 64);
      }
      classes_known_ |= 1u << index;
    }
    return load(classes_, index, from);
  };
  std::uint64_t out = valid;
  switch (test.kind) {
    case UnitTest::Kind::gap:
      out &= ~load(barrier_, 0, from);
      [[fallthrough]];
    case UnitTest::Kind::any:
      if (!test.lists.empty()) out &= ~any_list(test.lists, from);
      for (std::uint32_t i = 0; test.barrier_types >> i; ++i) {
        if ((test.barrier_types >> i) & 1u) out &= ~load(types_, i, from);
      }
      for (std::uint32_t i = 0; test.barrier_classes >> i; ++i) {
        if ((test.barrier_classes >> i) & 1u) out &= ~class_mask(i);
      }
      break;
    case UnitTest::Kind::lists:
      out = any_list(test.lists, from);
      if (out == 0 && !test.negated) return 0;  // most often
      break;
    case UnitTest::Kind::type:
      out = load(types_, static_cast<std::size_t>(test.type), from);
      break;
    case UnitTest::Kind::unit_class:
      out = class_mask(static_cast<std::uint32_t>(test.unit_class));
      break;
  }
  if (test.negated) out = valid & ~out;
  for (std::uint32_t clitic = 0; test.proclitics >> clitic; ++clitic) {
    if ((test.proclitics >> clitic) & 1u) out &= load(proclitics_, clitic, from);
  }
  if (test.no_preposition) {
    for (std::uint32_t clitic = 0; clitic < kProclitics; ++clitic) {
      if ((kAnyPreposition >> clitic) & 1u) out &= ~load(proclitics_, clitic, from);
    }
  }
  return out & valid;
}

std::uint64_t ClauseMasks::backward(const UnitTest& test, int end) const {
  return end <= 0 ? 0 : reversed(forward(test, end - 64));
}

}  // namespace rasd
