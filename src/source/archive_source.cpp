#include "source/archive_source.hpp"

#include "source/format.hpp"

namespace rasd {

bool ArchiveSource::open_member(ReadLog& log) {
  while (archive_.next_member()) {
    const std::string& member = archive_.member_name();
    if (is_hidden(member)) continue;
    if (member == "[Content_Types].xml" || member == "mimetype") {
      log.rejections.push_back({name_, 0, 0, "an office document or e-book; save it as plain text first"});
      done_ = true;
      return false;
    }
    const std::string name = member.empty() ? name_ : name_ + ':' + member;
    auto bytes = std::make_unique<ByteReader>(std::make_unique<MemberStream>(archive_), options_.max_record_bytes);
    member_ = open_bytes(std::move(bytes), name, options_, depth_ + 1, log);
    if (member_) return true;
  }
  done_ = true;
  if (!archive_.fault().empty()) log.failures.push_back({name_, 0, 0, "cannot be unpacked: " + archive_.fault()});
  return false;
}

bool ArchiveSource::next(Document& out, ReadLog& log) {
  while (!done_) {
    if (!member_ && !open_member(log)) return false;
    if (member_->next(out, log)) return true;
    member_.reset();
  }
  return false;
}

}  // namespace rasd
