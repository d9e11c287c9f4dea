#include "eval/assignment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace rasd::eval {
namespace {

double sum(const WeightTable& table, const std::vector<std::optional<std::size_t>>& column_of) {
  double total = 0;
  for (std::size_t row = 0; row < column_of.size(); ++row) total += column_of[row] ? table.at(row, *column_of[row]) : 0;
  return total;
}

// Tries every way: the rows from `row` on, with the columns that are free.
double best(const WeightTable& table, std::size_t row, std::vector<bool>& taken) {
  if (row == table.rows) return 0;
  double most = best(table, row + 1, taken);
  for (std::size_t column = 0; column < table.columns; ++column) {
    if (taken[column]) continue;
    taken[column] = true;
    most = std::max(most, table.at(row, column) + best(table, row + 1, taken));
    taken[column] = false;
  }
  return most;
}

TEST(Assignment, IsTheBestOfAllWays) {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    WeightTable table{random() % 6, random() % 6, {}};
    for (std::size_t i = 0; i < table.rows * table.columns; ++i) table.weights.push_back(random() % 3 == 0 ? 0 : 0.25 * static_cast<double>(random() % 40));
    const auto column_of = assign(table);
    std::vector<bool> taken(table.columns, false);
    EXPECT_DOUBLE_EQ(sum(table, column_of), best(table, 0, taken));
    for (const auto& column : column_of) {
      if (!column) continue;
      EXPECT_FALSE(taken[*column]) << "a column is given once";
      taken[*column] = true;
    }
  }
}

TEST(Assignment, WhatHasNoWeightIsLeftAlone) {
  const auto column_of = assign({2, 2, {0, 0, 0, 3}});
  EXPECT_FALSE(column_of[0]);
  EXPECT_EQ(column_of[1], std::optional<std::size_t>(1));
}

}  // namespace
}  // namespace rasd::eval
