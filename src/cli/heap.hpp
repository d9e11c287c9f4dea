// How the program's memory is laid out. Nothing depends on it but speed.
#pragma once

namespace rasd::cli {

// Lets the heap of the main thread lie in large pages, where the system allows that, and keeps what was freed for the next
// article. Look-ups in the lexicon and the word cache are spread over tens of megabytes. To be called before anything else.
void set_up_heap();

}  // namespace rasd::cli
