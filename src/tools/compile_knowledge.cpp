// compile_knowledge RULES DATA GAZETTEER OUT: rules and data as the file that programs map (see pipeline/knowledge_snapshot.hpp). Run by
// the build. Rules that have faults are no reason not to build: they are said, and OUT is empty, which makes programs read the texts.
#include <cstdio>

#include "pipeline/knowledge_snapshot.hpp"
#include "tools/replace_file.hpp"

int main(int argc, char** argv) {
  if (argc != 5) {
    std::fputs("usage: compile_knowledge RULES DATA GAZETTEER OUT\n", stderr);
    return 2;
  }
  rasd::KnowledgePaths paths;
  paths.rules = argv[1];
  paths.data = argv[2];
  paths.compiled_gazetteer = argv[3];
  const auto bytes = rasd::compile_knowledge(paths);
  if (!bytes) {
    for (const rasd::Diagnostic& fault : bytes.error()) std::fprintf(stderr, "%s\n", fault.to_string().c_str());
  }
  return rasd::replace_file(argv[4], bytes ? *bytes : std::string()) ? 0 : 1;
}
