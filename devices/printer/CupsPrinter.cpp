#include "CupsPrinter.h"

#include "CupsConnection.h"
#include "devices/base/Pause.h"
#include "PrinterErrors.h"

#include <QDeadlineTimer>

namespace kuaiban::devices {

namespace {

constexpr std::chrono::milliseconds FollowStep(250);

} // namespace

DeviceState CupsPrinter::state(const std::stop_token& stop)
{
    const auto connection = CupsConnection::open(m_settings.server, stop);
    if (!connection)
        return DeviceState::fault(connection.error());
    const auto queue = (*connection)->queueState(m_settings.queue);
    if (!queue)
        return DeviceState::fault(queue.error());
    auto state = pageState(m_settings.queue, *queue);
    if (state.health != DeviceHealth::Ready || !m_waitingJob)
        return state;
    const auto job = (*connection)->jobState(*m_waitingJob);
    if (job && *job == QueueJobState::Waiting)
        return DeviceState::attention(printerJobWaiting(QString::number(*m_waitingJob)));
    m_waitingJob.reset();
    return state;
}

Result<PrintJob> CupsPrinter::print(const PrintRequest& request, const std::stop_token& stop)
{
    KB_CHECK(checkPrintRequest(request));
    KB_TRY(const auto connection, CupsConnection::open(m_settings.server, stop));
    KB_TRY(const auto queue, connection->queueState(m_settings.queue));
    if (queue.stopped || !queue.accepting) // a job would vanish into a queue that nobody empties
        return fail(*pageState(m_settings.queue, queue).reason);
    KB_TRY(const int job, connection->submit(m_settings.queue, request));
    const auto number = QString::number(job);
    const QDeadlineTimer deadline(m_settings.patience);
    while (!deadline.hasExpired() && pause(stop, FollowStep)) {
        const auto state = connection->jobState(job);
        if (!state)
            break; // the job is in the queue; only the view of it is lost
        if (*state == QueueJobState::Completed)
            return PrintJob{PrintJobState::Printed, number};
        if (*state == QueueJobState::Aborted)
            return fail(printerJobAborted(number));
        if (*state == QueueJobState::Cancelled)
            return fail(printerJobCancelled(number));
    }
    m_waitingJob = job;
    return PrintJob{PrintJobState::Queued, number};
}

} // namespace kuaiban::devices
