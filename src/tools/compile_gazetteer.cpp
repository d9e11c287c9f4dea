// compile_gazetteer DATA OUT: the tables of DATA/gazetteer as the file that programs map (see mention/gazetteer.hpp). Run by the build.
#include <cstdio>

#include "mention/gazetteer.hpp"
#include "tools/replace_file.hpp"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: compile_gazetteer DATA OUT\n", stderr);
    return 2;
  }
  const std::string data = argv[1];
  const auto say = [](const rasd::Diagnostics& faults) {
    for (const rasd::Diagnostic& fault : faults) std::fprintf(stderr, "%s\n", fault.to_string().c_str());
    return 1;
  };
  const auto normalizer = rasd::Normalizer::load(data + "/normalization");
  if (!normalizer) return say(normalizer.error());
  const auto bytes = rasd::Gazetteer::compile(data + "/gazetteer", normalizer.value());
  if (!bytes) return say(bytes.error());
  return rasd::replace_file(argv[2], bytes.value()) ? 0 : 1;
}
