#pragma once

namespace kuaiban {

// How a program of ours treats its memory; called first thing in main().

// What is in memory is about people: no core file of it, and no other process of the same user may look into it.
void keepMemoryPrivate();

// Large blocks (pictures of pages, the working memory of scrypt) go back to the system once they are freed. By itself
// the C library learns from the first of them to keep the next, and a counter would hold them until the evening.
void returnLargeBlocks();

} // namespace kuaiban
