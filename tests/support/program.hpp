// Runs a program as a user would, and catches what it says.
#pragma once

#include <sys/wait.h>

#include <cstdlib>
#include <string>

#include "support/temp_dir.hpp"
#include "text/table_reader.hpp"

namespace rasd {

struct Outcome {
  int status = -1;  // exit status; 128 + signal where it was killed
  std::string out;
  std::string err;
};

// `command_line` goes through the shell; standard input is `input`.
inline Outcome run_program(const std::string& command_line, const std::string& input = {}) {
  const TempDir directory;
  const std::string in = directory.write("in", input);
  const std::string out = directory.path() + "/out";
  const std::string err = directory.path() + "/err";
  const std::string line = "{ " + command_line + " ; } < '" + in + "' > '" + out + "' 2> '" + err + "'";
  const int status = std::system(line.c_str());
  Outcome outcome;
  outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  outcome.out = read_file(out).value();
  outcome.err = read_file(err).value();
  return outcome;
}

// One file of a zip archive, as Python unpacks it.
inline std::string unzipped(const std::string& archive, const std::string& name) {
  return run_program("python3 -c \"import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile('" + archive + "').read('" + name + "'))\"").out;
}

}  // namespace rasd
