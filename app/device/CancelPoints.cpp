// Many SANE backends read in a thread that asks to be cancelled at any instruction, and cancel it when a page is done
// or a job fails. A thread that dies inside malloc or the loader leaves their locks taken for ever, and the next step
// of the driver hangs. This program answers their request itself: such a thread is cancelled where it waits (read,
// write, sleep, poll), as POSIX has it for every other thread.
#include <cerrno>

#include <pthread.h>

extern "C" int pthread_setcanceltype(int type, int* before)
{
    if (type != PTHREAD_CANCEL_DEFERRED && type != PTHREAD_CANCEL_ASYNCHRONOUS)
        return EINVAL;
    if (before)
        *before = PTHREAD_CANCEL_DEFERRED;
    return 0;
}
