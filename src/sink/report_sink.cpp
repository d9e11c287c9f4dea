#include "sink/report_sink.hpp"

namespace rasd {

bool ReportSink::finish() {
  std::string data;
  JsonWriter json(data);
  json.begin_object();
  json.member("version", options_.version);
  json.member("title", options_.title);
  json.member("language", options_.language);
  data_.append(json);
  json.end_object();
  const std::string title = options_.title.empty() ? "rasd" : options_.title;
  return output_.write(page_.page(data, title, options_.language == "ar" ? "ar" : "en"));
}

}  // namespace rasd
