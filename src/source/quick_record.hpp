// Reads a JSON object as dumps write it - strings, numbers, true, false, null - several times faster than the general parser
// (simdjson, one line at a time: one bad line must not cost the others). What is rarer (nested values, halves of pairs, any fault) is
// left to that parser, which also words the faults.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>

namespace rasd {

class QuickRecordReader {
 public:
  // Calls key, string, null, boolean and number_unsigned of the handler, and value_is_wanted() before a value. False: begin anew with
  // the general parser.
  template <class Handler>
  bool run(std::string_view line, Handler& handler) {
    buffer_.assign(line);
    buffer_.resize(line.size() + simdjson::SIMDJSON_PADDING);
    simdjson::ondemand::document document;
    if (parser_.iterate(simdjson::padded_string_view(buffer_.data(), line.size(), buffer_.size())).get(document)) return false;
    simdjson::ondemand::object object;
    if (document.get_object().get(object)) return false;
    handler.start_object(0);
    for (auto member : object) {
      std::string_view text;
      simdjson::ondemand::value value;
      if (member.unescaped_key().get(text)) return false;
      value_.assign(text);
      handler.key(value_);
      if (member.value().get(value) || !read_value(value, handler)) return false;
    }
    handler.end_object();
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS;  // nothing stands behind it
  }

 private:
  // Each value is looked at, also where nobody wants it: a fault in it is a fault of the record.
  template <class Handler>
  bool read_value(simdjson::ondemand::value& value, Handler& handler) {
    simdjson::ondemand::json_type type;
    if (value.type().get(type)) return false;
    switch (type) {
      case simdjson::ondemand::json_type::string: {
        std::string_view text;
        if (value.get_string().get(text)) return false;
        if (!handler.value_is_wanted()) return true;
        value_.assign(text);
        return handler.string(value_);
      }
      case simdjson::ondemand::json_type::number: {
        std::uint64_t number = 0;
        if (!value.get_uint64().get(number)) return handler.number_unsigned(number);
        double fraction = 0;  // how it is written matters where it is wanted
        return !handler.value_is_wanted() && !value.get_double().get(fraction);
      }
      case simdjson::ondemand::json_type::boolean: {
        bool flag = false;
        return !value.get_bool().get(flag) && handler.boolean(flag);
      }
      case simdjson::ondemand::json_type::null: {
        bool is_null = false;
        return !value.is_null().get(is_null) && is_null && handler.null();
      }
      default:
        return false;
    }
  }

  simdjson::ondemand::parser parser_;
  std::string buffer_;
  std::string value_;
};

}  // namespace rasd
