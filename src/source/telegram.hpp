// One message of a Telegram export as an article.
#pragma once

#include <string>
#include <string_view>

#include "source/source.hpp"

namespace rasd {

// False where it is no article: a message of the service or one without text passes silently, what is no JSON is rejected.
bool read_telegram_message(std::string_view json, const std::string& chat, const std::string& chat_id, const ReadOptions& options,
                           const InputIssue& where, Document& out, ReadLog& log);

}  // namespace rasd
