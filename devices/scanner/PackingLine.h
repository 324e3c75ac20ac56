#pragma once

#include "modules/base/Result.h"
#include "ScanJob.h"

#include <QImage>

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

namespace kuaiban::devices {

// Judges and packs pages while the next one is read, and hands each over as soon as it is packed, in their order: a
// driver that hangs later takes none with it. No more than a few are held at a time, so that a feeder of hundreds needs
// no more memory than one of ten. One thread adds pages and tells the progress; the listener hears one thing at a time,
// pages in a thread of the line.
class PackingLine
{
public:
    // The listener lives longer than the line. `dpi` as PageEncoder takes it.
    PackingLine(const ScanListener& listener, ScanMode mode, int dpi);
    ~PackingLine();
    Q_DISABLE_COPY_MOVE(PackingLine)

    // Waits while enough pages are held. False: one could not be packed, so no more are wanted.
    bool add(const QImage& picture, int number);
    void progress(int number, int percent);
    // Once all are handed over: how many, or why the first that failed did (errors of encodePage).
    Result<int> finish();

private:
    void handOver();

    const ScanListener& m_listener;
    ScanMode m_mode;
    int m_dpi;
    std::mutex m_mutex;   // of what is held
    std::mutex m_telling; // of the listener
    std::condition_variable m_changed;
    std::deque<std::future<Result<ScannedPage>>> m_packing;
    Result<int> m_pages = 0;
    bool m_complete = false;
    std::thread m_thread; // the last member: it uses the others
};

} // namespace kuaiban::devices
