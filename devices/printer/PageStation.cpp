#include "PageStation.h"

#include "PrinterErrors.h"

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds FaultGrace(3); // a printer that wakes up says for a moment that it cannot be reached

std::chrono::milliseconds patienceOf(const Result<std::unique_ptr<PagePrinter>>& printer)
{
    return printer && *printer ? (*printer)->patience() : std::chrono::milliseconds(0);
}

} // namespace

PageStation::PageStation(Result<std::unique_ptr<PagePrinter>> printer, QObject* parent)
    : PageStation(patienceOf(printer), std::move(printer), parent)
{}

PageStation::PageStation(
    std::chrono::milliseconds patience, Result<std::unique_ptr<PagePrinter>>&& printer, QObject* parent)
    : PrintStation(u"printer"_s, std::move(printer), parent)
    , m_patience(patience)
{
    connect(&m_steps, &QTimer::timeout, this, &PageStation::follow);
}

void PageStation::takeBack(int ticket)
{
    if (const auto it = m_waiting.constFind(ticket); it != m_waiting.constEnd()) {
        order([job = it->job](PagePrinter& printer, const std::stop_token& stop) { printer.takeBack(job, stop); });
    } else {
        m_unwanted.insert(ticket);
    }
}

void PageStation::reportPrinted(int ticket, const PrintJob& job)
{
    if (job.state == PrintJobState::Printed) {
        Q_EMIT printed(ticket, job);
        return;
    }
    Waiting waiting{job, {}, {}};
    waiting.since.start();
    m_waiting.insert(ticket, waiting);
    if (m_unwanted.remove(ticket))
        takeBack(ticket);
    m_steps.start(FollowStep);
}

// All jobs in one go, so that a server that is slow to answer is asked again only after it did.
void PageStation::follow()
{
    if (std::exchange(m_asking, true))
        return;
    consult(
        [waiting = m_waiting](PagePrinter& printer, const std::stop_token& stop) {
            QList<Heard> heard;
            for (auto it = waiting.begin(); it != waiting.end(); ++it)
                heard.append({it.key(), printer.follow(it->job, stop)});
            return heard;
        },
        [this](const QList<Heard>& heard) {
            m_asking = false;
            for (const auto& one : heard)
                hearOf(one);
            if (m_waiting.isEmpty())
                m_steps.stop();
        });
}

void PageStation::hearOf(const Heard& heard)
{
    const auto it = m_waiting.find(heard.ticket);
    if (it == m_waiting.end())
        return;
    if (!heard.job || heard.job->state == PrintJobState::Printed) {
        m_waiting.erase(it);
        refreshState(); // its light may have stood for this job
        if (heard.job)
            Q_EMIT printed(heard.ticket, *heard.job);
        else
            Q_EMIT failed(heard.ticket, heard.job.error());
        return;
    }
    it->job = *heard.job;
    auto why = reasonToWait(*it);
    const bool tired = why && why->code == printerJobWaiting({}).code;
    if (tired && !it->told.isEmpty() && it->told != why->code) { // what it waited for is mended
        it->since.restart();
        why.reset();
    }
    const QString code = why ? why->code : QString();
    if (std::exchange(it->told, code) == code)
        return;
    refreshState();
    if (why)
        Q_EMIT waits(heard.ticket, *why);
}

std::optional<Error> PageStation::reasonToWait(const Waiting& waiting) const
{
    if (waiting.job.state == PrintJobState::Held)
        return printerJobHeld(waiting.job.name);
    const std::chrono::milliseconds age(waiting.since.elapsed());
    if (state().health == DeviceHealth::Fault && age >= std::min<std::chrono::milliseconds>(FaultGrace, m_patience))
        return state().reason;
    if (age >= m_patience)
        return printerJobWaiting(waiting.job.name);
    return {};
}

// A printer that is switched off often shows nothing but a job that does not come out.
DeviceState PageStation::shown(const DeviceState& heard) const
{
    if (heard.health != DeviceHealth::Ready)
        return heard;
    for (const auto& waiting : m_waiting) {
        if (const auto why = reasonToWait(waiting); why && !waiting.told.isEmpty())
            return DeviceState::attention(*why);
    }
    return heard;
}

} // namespace kuaiban::devices
