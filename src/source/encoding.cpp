#include "source/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "text/utf8.hpp"

namespace rasd {
namespace {

using namespace std::string_view_literals;

// Sequences of several bytes that are UTF-8, and parts that are not. The sample may end within a sequence.
struct Utf8Count {
  std::size_t good = 0;
  std::size_t bad = 0;
};

Utf8Count count_utf8(std::string_view sample) {
  Utf8Count count;
  for (std::size_t i = 0; i < sample.size();) {
    if (static_cast<unsigned char>(sample[i]) < 0x80) {
      ++i;
      continue;
    }
    const DecodedPoint point = decode_utf8(sample, i);
    const bool is_cut = !point.valid && i + point.size == sample.size();
    if (point.valid) ++count.good;
    if (!point.valid && !is_cut) ++count.bad;
    i += point.size;
  }
  return count;
}

// Arabic in UTF-16 has 06 or, for blanks and digits, 00 in every other byte; nothing else looks so.
std::string find_utf16(std::string_view sample) {
  const std::size_t units = sample.size() / 2;
  if (units < 2) return {};
  std::array<std::size_t, 2> high = {};
  for (std::size_t i = 0; i < units * 2; ++i) {
    const char byte = sample[i];
    if (byte == '\0' || byte == '\x06') ++high[i % 2];
  }
  if (high[0] * 10 >= units * 8 && high[1] * 10 < units * 3) return "UTF-16BE";
  if (high[1] * 10 >= units * 8 && high[0] * 10 < units * 3) return "UTF-16LE";
  return {};
}

std::string guess(std::string_view sample) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector* const detector = ::ucsdet_open(&status);
  std::string name;
  ::ucsdet_setText(detector, sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  std::int32_t found = 0;
  const UCharsetMatch** const matches = ::ucsdet_detectAll(detector, &found, &status);
  for (std::int32_t i = 0; U_SUCCESS(status) && i < found && name.empty(); ++i) {
    const std::string candidate = ::ucsdet_getName(matches[i], &status);
    // What is neither UTF-8 nor Arabic is of no use here, and short texts look like much.
    if (candidate == "windows-1256" || candidate == "ISO-8859-6") name = candidate;
  }
  ::ucsdet_close(detector);
  return name;
}

}  // namespace

std::string known_encoding(const std::string& label) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* const converter = ::ucnv_open(label.c_str(), &status);
  if (U_FAILURE(status)) return {};
  std::string name = ::ucnv_getName(converter, &status);
  ::ucnv_close(converter);
  for (const char* standard : {"MIME", "IANA"}) {  // the names that people know
    status = U_ZERO_ERROR;
    const char* const usual = ::ucnv_getStandardName(name.c_str(), standard, &status);
    if (U_SUCCESS(status) && usual != nullptr) return usual;
  }
  return name;
}

Encoding detect_encoding(std::string_view sample, std::string_view declared) {
  const auto begins = [&](std::string_view mark) { return sample.substr(0, mark.size()) == mark; };
  if (begins("\xEF\xBB\xBF")) return {"UTF-8", 3, false};
  if (begins("\xFF\xFE\0\0"sv)) return {"UTF-32LE", 4, false};
  if (begins("\0\0\xFE\xFF"sv)) return {"UTF-32BE", 4, false};
  if (begins("\xFF\xFE")) return {"UTF-16LE", 2, false};
  if (begins("\xFE\xFF")) return {"UTF-16BE", 2, false};
  const bool has_zero = std::memchr(sample.data(), 0, sample.size()) != nullptr;
  const Utf8Count utf8 = count_utf8(sample);
  if (!has_zero && utf8.bad == 0 && utf8.good > 0) return {"UTF-8", 0, false};
  if (std::string name = find_utf16(sample); !name.empty()) return {std::move(name), 0, false};
  if (has_zero && static_cast<std::size_t>(std::count(sample.begin(), sample.end(), '\0')) * 100 > sample.size()) {
    return {"binary", 0, false};
  }
  if (utf8.good >= utf8.bad) return {"UTF-8", 0, false};  // damaged in places, or ASCII alone
  if (std::string name = known_encoding(std::string(declared)); !declared.empty() && !name.empty() && name != "UTF-8") {
    return {std::move(name), 0, false};
  }
  if (std::string name = guess(sample); !name.empty()) return {std::move(name), 0, true};
  return {"UTF-8", 0, false};
}

Decoder::Decoder(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  converter_ = ::ucnv_open(encoding.c_str(), &status);
  const auto count = [](const void* context, UConverterToUnicodeArgs* arguments, const char* units, std::int32_t length,
                        UConverterCallbackReason reason, UErrorCode* error) {
    if (reason > UCNV_IRREGULAR) return;
    ++*static_cast<std::uint64_t*>(const_cast<void*>(context));
    ::UCNV_TO_U_CALLBACK_SUBSTITUTE(nullptr, arguments, units, length, reason, error);
  };
  if (converter_ != nullptr) ::ucnv_setToUCallBack(converter_, count, &lost_, nullptr, nullptr, &status);
}

Decoder::~Decoder() { ::ucnv_close(converter_); }

void Decoder::append(std::string_view bytes, bool last, std::string& out) {
  std::array<UChar, 4096> units;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (converter_ != nullptr && status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    UChar* target = units.data();
    ::ucnv_toUnicode(converter_, &target, units.data() + units.size(), &source, end, nullptr, last ? 1 : 0, &status);
    for (const UChar* unit = units.data(); unit != target; ++unit) {
      if (U16_IS_LEAD(*unit)) {
        lead_ = *unit;
      } else if (U16_IS_TRAIL(*unit)) {
        append_utf8(out, static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead_, *unit)));
      } else {
        append_utf8(out, *unit);
      }
    }
  }
}

std::size_t DecodedStream::read(char* into, std::size_t size) {
  while (at_ == text_.size() && !at_end_) {
    text_.clear();
    at_ = 0;
    const std::string_view bytes = bytes_->take();
    at_end_ = bytes.empty();
    decoder_.append(bytes, at_end_, text_);
    *lost_ = decoder_.lost();
  }
  const std::size_t count = std::min(size, text_.size() - at_);
  std::memcpy(into, text_.data() + at_, count);
  at_ += count;
  return count;
}

std::string decode_text(std::string_view bytes, const Encoding& encoding, std::uint64_t& lost) {
  bytes.remove_prefix(std::min(encoding.mark, bytes.size()));
  if (encoding.name == "UTF-8") return std::string(bytes);
  std::string out;
  Decoder decoder(encoding.name);
  decoder.append(bytes, true, out);
  lost = decoder.lost();
  return out;
}

}  // namespace rasd
