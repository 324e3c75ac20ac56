#include "Process.h"

#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace kuaiban {

void keepMemoryPrivate()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
}

void returnLargeBlocks()
{
#ifdef __GLIBC__
    constexpr int largeBytes = 1024 * 1024;
    mallopt(M_MMAP_THRESHOLD, largeBytes); // a threshold that is set does not grow any more
#endif
}

} // namespace kuaiban
