// The way from an article to its events.
//
//   auto knowledge = rasd::Knowledge::load({.rules = {"rules"}, .data = {"data"}});
//   if (!knowledge) { for (const auto& d : knowledge.error()) std::cerr << d.to_string() << '\n'; return 1; }
//   rasd::Extractor extractor(*knowledge);
//   rasd::Workspace workspace(*knowledge);
//   for (const rasd::Event& event : extractor.extract(document, workspace)) …
//
// Threads: Knowledge and Extractor are immutable and shared; each thread owns a Workspace.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "rasd/document.hpp"
#include "rasd/event.hpp"
#include "rasd/result.hpp"

namespace rasd {

struct KnowledgePaths {
  std::string rules;  // directory of *.rules and *.lst
  std::string data;   // directory of the tables
  std::string compiled_gazetteer = {};  // made by the build from data/gazetteer; used where it is of these tables. May be missing
  // Made by the build from rules and data: used where it is of these files, for extraction alone (its rules have no examples and no patterns
  // as written), and only with the compiled gazetteer. May be missing
  std::string compiled_knowledge = {};
  // Directories that lie over these, the later over the earlier: they add to what is below, change it or switch it off.
  std::vector<std::string> rule_overlays = {};
  std::vector<std::string> data_overlays = {};
};

// Rules and data, compiled once.
class Knowledge {
 public:
  static Result<std::shared_ptr<const Knowledge>> load(const KnowledgePaths& paths);
  ~Knowledge();
  Knowledge(const Knowledge&) = delete;
  Knowledge& operator=(const Knowledge&) = delete;
  struct Impl;
  [[nodiscard]] const Impl& impl() const { return *impl_; }

 private:
  explicit Knowledge(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Scratch memory of one thread; used again from document to document.
class Workspace {
 public:
  explicit Workspace(const std::shared_ptr<const Knowledge>& knowledge);
  ~Workspace();
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;
  struct Impl;
  [[nodiscard]] Impl& impl() { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

class Extractor {
 public:
  explicit Extractor(std::shared_ptr<const Knowledge> knowledge) : knowledge_(std::move(knowledge)) {}
  // The events of a document, in the order of their triggers. Total: any bytes give events or none.
  [[nodiscard]] std::vector<Event> extract(const Document& document, Workspace& workspace) const;

 private:
  std::shared_ptr<const Knowledge> knowledge_;
};

}  // namespace rasd
