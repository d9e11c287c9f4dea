// Place names with coordinates, kind and the country and province that they lie in: data/gazetteer/*.tsv.
// Threads: immutable after load.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "mention/gazetteer_image.hpp"
#include "mention/mention.hpp"

namespace rasd {

// A row of the gazetteer, cheap to copy. The texts live as long as the gazetteer.
class GazetteerEntry {
 public:
  GazetteerEntry(const PlaceRecord& row, const GazetteerImage& image) : row_(&row), image_(&image) {}
  [[nodiscard]] std::string_view id() const { return image_->texts[row_->id]; }
  [[nodiscard]] std::string_view name() const { return image_->texts[row_->name]; }  // as written, canonical
  [[nodiscard]] std::string_view name_en() const { return image_->texts[row_->name_en]; }
  // city, town, village, camp, base, district, province, country, area, airport, sea …
  [[nodiscard]] std::string_view kind() const { return image_->texts[row_->kind]; }
  // ISO alpha-3; empty for seas.
  [[nodiscard]] std::string_view country() const { return image_->texts[image_->countries[row_->country]]; }
  [[nodiscard]] std::string_view admin1() const { return image_->texts[image_->admins[row_->admin1]]; }  // English
  [[nodiscard]] std::string_view admin2() const { return image_->texts[row_->admin2]; }  // English; empty where unknown
  // Of an area: the provinces that it lies in, separated by '|'.
  [[nodiscard]] std::string_view covers() const { return image_->texts[row_->covers]; }
  [[nodiscard]] bool located() const { return (row_->flags & PlaceRecord::kLocated) != 0; }
  [[nodiscard]] double latitude() const { return row_->latitude / 1e6; }
  [[nodiscard]] double longitude() const { return row_->longitude / 1e6; }
  [[nodiscard]] std::uint32_t population() const { return row_->population; }
  // Also a common word or a person's name: needs evidence.
  [[nodiscard]] bool ambiguous() const { return (row_->flags & PlaceRecord::kAmbiguous) != 0; }
  // A small place that no one knows by its name alone: its country must be in the text.
  [[nodiscard]] bool minor() const { return (row_->flags & PlaceRecord::kMinor) != 0; }
  // A hamlet that is looked for behind a kind word alone.
  [[nodiscard]] bool small() const { return (row_->flags & PlaceRecord::kSmall) != 0; }
  [[nodiscard]] std::uint16_t country_id() const { return row_->country; }  // equal where the country is; 0 = none
  [[nodiscard]] std::uint16_t admin1_id() const { return row_->admin1; }    // equal where country and admin1 are; 0 = none
  [[nodiscard]] float rank() const { return row_->rank; }                   // how well known, 0 to 3: by kind and population

 private:
  const PlaceRecord* row_;
  const GazetteerImage* image_;
};

class Gazetteer {
 public:
  // All *.tsv of `directory`, then those of `overlays`; or `compiled` (see compile) where that was made from the same tables. `vocabulary` must be empty.
  // Faults: D001 cannot read, D002 wrong header, D003 wrong number of cells, D005 no number.
  static Result<std::shared_ptr<const Gazetteer>> load(const std::string& directory, const Normalizer& normalizer,
                                                       Vocabulary& vocabulary, const std::string& compiled = {},
                                                       const std::vector<std::string>& overlays = {});
  // The bytes of a file for `load`.
  static Result<std::string> compile(const std::string& directory, const Normalizer& normalizer);

  [[nodiscard]] GazetteerEntry entry(PlaceId id) const { return {image_->rows[id], *image_}; }
  [[nodiscard]] std::size_t size() const { return image_->rows.size(); }
  [[nodiscard]] const NameTrie& names() const { return names_; }
  // The small places of that folded name.
  [[nodiscard]] std::span<const PlaceId> small_places(std::string_view folded) const;
  // Whether `inner` is the same as, or lies in, `outer` (by country and admin chain).
  [[nodiscard]] bool within(PlaceId inner, PlaceId outer) const;
  // One more than the largest country_id and admin1_id.
  [[nodiscard]] std::size_t country_count() const { return image_->countries.size(); }
  [[nodiscard]] std::size_t admin1_count() const { return image_->admins.size(); }
  // 0 where no row lies in it.
  [[nodiscard]] std::uint16_t country_id(std::string_view country) const;
  // A text that lives as long as the gazetteer; empty for 0.
  [[nodiscard]] std::string_view country_code(std::uint16_t country_id) const {
    return image_->texts[image_->countries[country_id]];
  }
  // Whether it came from the compiled file.
  [[nodiscard]] bool is_compiled() const { return is_compiled_; }
  // What the compiled file was made from; numbers of its words mean the same for an equal one.
  [[nodiscard]] const SourceStamp& compiled_from() const { return compiled_from_; }

 private:
  std::shared_ptr<const void> memory_;  // what the image points into
  std::unique_ptr<const GazetteerImage> image_;
  NameTrie names_;
  bool is_compiled_ = false;
  SourceStamp compiled_from_;
};

// Kilometres between two located places.
[[nodiscard]] double distance_km(const GazetteerEntry& a, const GazetteerEntry& b);

}  // namespace rasd
