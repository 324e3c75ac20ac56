#include "PackingLine.h"

#include "PageEncoder.h"

namespace kuaiban::devices {

namespace {

constexpr size_t PagesAtOnce = 2; // that are packed while the next one is read

} // namespace

PackingLine::PackingLine(const ScanListener& listener, ScanMode mode, int dpi)
    : m_listener(listener)
    , m_mode(mode)
    , m_dpi(dpi)
    , m_thread([this] { handOver(); })
{}

PackingLine::~PackingLine()
{
    (void)finish();
}

bool PackingLine::add(const QImage& picture, int number)
{
    std::unique_lock lock(m_mutex);
    m_packing.push_back(std::async(std::launch::async,
        [picture, mode = m_mode, dpi = m_dpi, number] { return encodePage(picture, mode, dpi, number); }));
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return m_packing.size() <= PagesAtOnce || !m_pages; });
    return m_pages.has_value();
}

void PackingLine::progress(int number, int percent)
{
    const std::lock_guard lock(m_telling);
    m_listener.progress(number, percent);
}

Result<int> PackingLine::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_complete = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
    return m_pages;
}

void PackingLine::handOver()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_complete || !m_packing.empty(); });
        if (m_packing.empty())
            return;
        auto& first = m_packing.front(); // nobody else takes from the front
        const bool wanted = m_pages.has_value();
        lock.unlock();
        const auto page = first.get();
        if (page && wanted) {
            const std::lock_guard telling(m_telling);
            m_listener.page(*page);
        }
        lock.lock();
        m_packing.pop_front();
        if (wanted && page)
            ++*m_pages;
        else if (wanted)
            m_pages = fail(page.error());
        m_changed.notify_all();
    }
}

} // namespace kuaiban::devices
