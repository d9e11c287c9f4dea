// What changed from one run to the next: events won and lost, wrong ones come and gone, fields mended and spoilt, and by which rules.
#pragma once

#include <string>

#include "eval/snapshot.hpp"

namespace rasd::eval {

[[nodiscard]] std::string difference_text(const Snapshot& before, const Snapshot& now);

}  // namespace rasd::eval
