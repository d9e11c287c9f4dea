// Articles over several threads; events come out in the order of the articles, so the output is the same for every number.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "pipeline/run_statistics.hpp"
#include "rasd/extractor.hpp"

namespace rasd::cli {

// Calls `next` and `write` from the calling thread only. Stops when `next` or `write` gives false; what was read before is written.
// Adds up in `statistics`, where there are any.
void extract_in_parallel(const std::shared_ptr<const Knowledge>& knowledge, unsigned jobs,
                         const std::function<bool(Document&)>& next,
                         const std::function<bool(const Document&, const std::vector<Event>&)>& write,
                         RunStatistics* statistics = nullptr);

}  // namespace rasd::cli
