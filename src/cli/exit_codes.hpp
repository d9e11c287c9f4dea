// What the program returns; part of its contract (docs/command-line.md).
#pragma once

namespace rasd::cli {

inline constexpr int kDone = 0;      // also where there was no event
inline constexpr int kFailed = 1;    // input, output or knowledge could not be read or written
inline constexpr int kUsage = 2;     // the command line is wrong
inline constexpr int kRejected = 3;  // finished, but some records were left out
inline constexpr int kSignal = 128;  // + the number of the signal that ended the run: 130 Ctrl-C, 143 kill

}  // namespace rasd::cli
