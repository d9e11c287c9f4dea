// What speaks for and against two records telling one incident: data/dedup/weights.tsv. Threads: immutable after load.
#pragma once

#include <string>

#include "rasd/result.hpp"

namespace rasd {

// Hundredths, so that sums do not depend on their order. The table's key column names the members.
struct DedupWeights {
  // Two records are joined from this sum on.
  int join = 0;
  // Two clusters from this mean over all pairs between them on.
  int cluster = 0;
  // What a pair counts in that mean that stood in no block together.
  int not_compared = 0;

  int same_day = 0;
  int same_day_assumed = 0;  // one of the dates is that of publication
  int next_day = 0;
  int next_day_assumed = 0;
  int days_apart = 0;
  int date_vague = 0;  // a week, a month or a year
  int date_unknown = 0;

  int same_place = 0;
  int same_province = 0;  // both tell no more
  int same_country = 0;   // both tell no more
  int place_within = 0;
  int place_in_country = 0;  // the one tells no more than the country
  int place_near = 0;
  int place_named = 0;  // the place of the one is among the other places of the other
  int place_unknown = 0;
  int other_place = 0;  // of the same province
  int other_province = 0;
  int other_country = 0;

  int same_sub_type = 0;
  int same_type = 0;
  int same_family = 0;
  int other_family = 0;

  int same_actor = 0;
  int kindred_actor = 0;  // forces of one state
  int other_actor = 0;
  int same_target = 0;     // with a name
  int same_target_kind = 0;  // civilians, soldiers …
  int other_target = 0;

  int same_killed_many = 0;  // five and more
  int same_killed_few = 0;
  int same_killed_one = 0;
  int near_killed = 0;
  int apart_killed = 0;
  int far_killed = 0;
  int same_harmed = 0;  // injured, detained, abducted
  int near_harmed = 0;
  int far_harmed = 0;

  int rare_word = 0;   // each
  int rare_words = 0;  // all of them together, at most
  int no_rare_word = 0;

  int same_article = 0;
  int plan_against_act = 0;
  int background_against_main = 0;

  // No weights: kilometres within which places are near, and the largest number of records that each record of a block is
  // compared with.
  int near_km = 0;
  int window = 0;

  static Result<DedupWeights> load(const std::string& file);
};

}  // namespace rasd
