#include "LineReader.h"

#include <cerrno>

#include <unistd.h>

namespace kuaiban::counter {

LineReader::LineReader(int descriptor, QObject* parent)
    : QObject(parent)
    , m_descriptor(descriptor)
    , m_notifier(descriptor, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &LineReader::read);
}

// The notifier said that something is there, so one read returns at once with it.
void LineReader::read()
{
    char chunk[65'536];
    const auto count = ::read(m_descriptor, chunk, sizeof chunk);
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count > 0) {
        m_buffer.append(chunk, count);
        deliver();
        return;
    }
    m_notifier.setEnabled(false);
    if (!m_buffer.isEmpty()) {
        m_buffer.append('\n');
        deliver();
    }
    Q_EMIT ended();
}

void LineReader::deliver()
{
    qsizetype begin = 0;
    for (auto end = m_buffer.indexOf('\n', begin); end >= 0; end = m_buffer.indexOf('\n', begin)) {
        const auto line = m_buffer.sliced(begin, end - begin).trimmed();
        begin = end + 1;
        if (std::exchange(m_skipping, false) || line.size() > MostBytes)
            Q_EMIT lineTooLong();
        else if (!line.isEmpty())
            Q_EMIT lineRead(line);
    }
    m_buffer.remove(0, begin);
    if (m_buffer.size() > MostBytes) {
        m_buffer.clear();
        m_skipping = true;
    }
}

} // namespace kuaiban::counter
