// Which rows go with which columns, each at most once, so that the weights add up to the most.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace rasd::eval {

// Weights, a row after the other, none below 0.
struct WeightTable {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<double> weights;
  [[nodiscard]] double at(std::size_t row, std::size_t column) const { return weights[row * columns + column]; }
};

// The column of each row; none where its weight would be 0.
[[nodiscard]] std::vector<std::optional<std::size_t>> assign(const WeightTable& table);

}  // namespace rasd::eval
