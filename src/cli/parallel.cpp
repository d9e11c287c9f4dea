#include "cli/parallel.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "pipeline/knowledge_impl.hpp"

namespace rasd::cli {
namespace {

constexpr std::size_t kBatchBytes = std::size_t{128} << 10;
constexpr std::size_t kBatchArticles = 64;

struct Batch {
  std::vector<Document> documents;
  std::vector<std::vector<Event>> events;
  bool done = false;
};

// Hands batches to the workers and gives them back in the order in which they were sent.
class Crew {
 public:
  Crew(const std::shared_ptr<const Knowledge>& knowledge, unsigned jobs, RunStatistics* statistics)
      : knowledge_(knowledge), statistics_(statistics) {
    for (unsigned i = 0; i < jobs; ++i) threads_.emplace_back([this] { work(); });
  }
  ~Crew() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }
  Crew(const Crew&) = delete;  // owns threads that point to it
  Crew& operator=(const Crew&) = delete;

  void send(std::unique_ptr<Batch> batch) {
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(batch.get());
      sent_.push_back(std::move(batch));
    }
    changed_.notify_all();
  }
  [[nodiscard]] std::size_t outstanding() const { return sent_.size(); }
  // The oldest batch, once it is done.
  std::unique_ptr<Batch> receive() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return sent_.front()->done; });
    std::unique_ptr<Batch> batch = std::move(sent_.front());
    sent_.pop_front();
    return batch;
  }

 private:
  void work() {
    const Extractor extractor(knowledge_);
    Workspace workspace(knowledge_);
    RunStatistics own;
    if (statistics_ != nullptr) {
      own.clock = statistics_->clock;
      workspace.impl().statistics = &own;
    }
    while (true) {
      Batch* batch = nullptr;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
        if (closed_) {
          own.caps.remembered_words = workspace.impl().cache.times_emptied();
          if (statistics_ != nullptr) statistics_->add(own);
          return;
        }
        batch = waiting_.front();
        waiting_.pop_front();
      }
      for (const Document& document : batch->documents) batch->events.push_back(extractor.extract(document, workspace));
      {
        const std::lock_guard lock(mutex_);
        batch->done = true;
      }
      changed_.notify_all();
    }
  }

  std::shared_ptr<const Knowledge> knowledge_;
  RunStatistics* statistics_;  // of all threads; guarded by the mutex
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch*> waiting_;
  std::deque<std::unique_ptr<Batch>> sent_;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

std::unique_ptr<Batch> read_batch(const std::function<bool(Document&)>& next, bool& more) {
  auto batch = std::make_unique<Batch>();
  std::size_t bytes = 0;
  while (more && bytes < kBatchBytes && batch->documents.size() < kBatchArticles) {
    Document document;
    more = next(document);
    if (!more) break;
    bytes += document.text.size();
    batch->documents.push_back(std::move(document));
  }
  return batch;
}

}  // namespace

void extract_in_parallel(const std::shared_ptr<const Knowledge>& knowledge, unsigned jobs,
                         const std::function<bool(Document&)>& next,
                         const std::function<bool(const Document&, const std::vector<Event>&)>& write,
                         RunStatistics* statistics) {
  Crew crew(knowledge, jobs, statistics);
  bool more = true;
  while (more || crew.outstanding() > 0) {
    if (more && crew.outstanding() < std::size_t{2} * jobs) {
      std::unique_ptr<Batch> batch = read_batch(next, more);
      if (!batch->documents.empty()) crew.send(std::move(batch));
      continue;
    }
    const std::unique_ptr<Batch> batch = crew.receive();
    for (std::size_t i = 0; i < batch->documents.size(); ++i) {
      if (!write(batch->documents[i], batch->events[i])) return;
    }
  }
}

}  // namespace rasd::cli
