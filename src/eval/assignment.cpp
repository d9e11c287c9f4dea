#include "eval/assignment.hpp"

#include <limits>

namespace rasd::eval {
namespace {

constexpr std::size_t kFree = static_cast<std::size_t>(-1);

// The Hungarian method, growing one shortest alternating path a row (costs are negative weights); at most as many rows as columns.
class Matching {
 public:
  explicit Matching(const WeightTable& table)
      : table_(table), row_potential_(table.rows, 0), column_potential_(table.columns, 0), row_of_(table.columns, kFree) {}

  std::vector<std::size_t> solve() {
    for (std::size_t row = 0; row < table_.rows; ++row) add(row);
    return row_of_;
  }

 private:
  // Frees a column for `row`: others of the path give theirs up for the one before.
  void add(std::size_t row) {
    slack_.assign(table_.columns, std::numeric_limits<double>::infinity());
    came_from_.assign(table_.columns, kFree);
    reached_.assign(table_.columns, false);
    std::size_t last = kFree;  // the column reached last; none: the path begins at the row
    std::size_t at = row;
    while (at != kFree) {
      last = nearest(row, at, last);
      reached_[last] = true;
      at = row_of_[last];
    }
    while (last != kFree) {
      const std::size_t before = came_from_[last];
      row_of_[last] = before == kFree ? row : row_of_[before];
      last = before;
    }
  }

  // The first of the nearest columns not reached yet, seen from row `at`, which holds column `last`. Moves the potentials.
  std::size_t nearest(std::size_t first_row, std::size_t at, std::size_t last) {
    std::size_t best = kFree;
    double shortest = std::numeric_limits<double>::infinity();
    for (std::size_t column = 0; column < table_.columns; ++column) {
      if (reached_[column]) continue;
      const double cost = -table_.at(at, column) - row_potential_[at] - column_potential_[column];
      if (cost < slack_[column]) {
        slack_[column] = cost;
        came_from_[column] = last;
      }
      if (slack_[column] < shortest) {
        shortest = slack_[column];
        best = column;
      }
    }
    row_potential_[first_row] += shortest;
    for (std::size_t column = 0; column < table_.columns; ++column) {
      if (reached_[column]) {
        row_potential_[row_of_[column]] += shortest;
        column_potential_[column] -= shortest;
      } else {
        slack_[column] -= shortest;
      }
    }
    return best;
  }

  const WeightTable& table_;
  std::vector<double> row_potential_;
  std::vector<double> column_potential_;
  std::vector<std::size_t> row_of_;
  std::vector<double> slack_;
  std::vector<std::size_t> came_from_;
  std::vector<bool> reached_;
};

WeightTable turned(const WeightTable& table) {
  WeightTable out{table.columns, table.rows, {}};
  for (std::size_t column = 0; column < table.columns; ++column) {
    for (std::size_t row = 0; row < table.rows; ++row) out.weights.push_back(table.at(row, column));
  }
  return out;
}

}  // namespace

std::vector<std::optional<std::size_t>> assign(const WeightTable& table) {
  std::vector<std::optional<std::size_t>> column_of(table.rows);
  if (table.rows == 0 || table.columns == 0) return column_of;
  const bool is_tall = table.rows > table.columns;
  const WeightTable flat = is_tall ? turned(table) : table;
  const std::vector<std::size_t> row_of = Matching(flat).solve();
  for (std::size_t i = 0; i < row_of.size(); ++i) {
    if (row_of[i] == kFree) continue;
    const std::size_t row = is_tall ? i : row_of[i];
    const std::size_t column = is_tall ? row_of[i] : i;
    if (table.at(row, column) > 0) column_of[row] = column;
  }
  return column_of;
}

}  // namespace rasd::eval
