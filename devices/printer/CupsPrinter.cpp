#include "CupsPrinter.h"

#include "CupsConnection.h"
#include "PrinterErrors.h"

namespace kuaiban::devices {

DeviceState CupsPrinter::state(const std::stop_token& stop)
{
    const auto connection = CupsConnection::open(m_settings.server, stop);
    if (!connection)
        return DeviceState::fault(connection.error());
    const auto queue = (*connection)->queueState(m_settings.queue);
    return queue ? pageState(m_settings.queue, *queue) : DeviceState::fault(queue.error());
}

Result<PrintJob> CupsPrinter::print(const PrintRequest& request, const std::stop_token& stop)
{
    KB_CHECK(checkPrintRequest(request));
    KB_TRY(const auto connection, CupsConnection::open(m_settings.server, stop));
    KB_TRY(const auto queue, connection->queueState(m_settings.queue));
    if (queue.stopped || !queue.accepting) // a job would vanish into a queue that nobody empties
        return fail(*pageState(m_settings.queue, queue).reason);
    KB_CHECK(checkTray(request, queue.abilities));
    auto fitting = request;
    if (!queue.abilities.twoSided)
        fitting.sides = PaperSides::Printer;
    KB_TRY(const int job, connection->submit(m_settings.queue, fitting));
    return PrintJob{PrintJobState::Queued, QString::number(job)};
}

Result<PrintJob> CupsPrinter::follow(const PrintJob& job, const std::stop_token& stop)
{
    const auto connection = CupsConnection::open(m_settings.server, stop);
    if (!connection)
        return job;
    const auto state = (*connection)->jobState(job.name.toInt());
    if (!state)
        return job;
    switch (*state) {
    case QueueJobState::Completed:
        return PrintJob{PrintJobState::Printed, job.name};
    case QueueJobState::Held:
        return PrintJob{PrintJobState::Held, job.name};
    case QueueJobState::Aborted:
        return fail(printerJobAborted(job.name));
    case QueueJobState::Cancelled:
        return fail(printerJobCancelled(job.name));
    case QueueJobState::Waiting:
        break;
    }
    return PrintJob{PrintJobState::Queued, job.name};
}

void CupsPrinter::takeBack(const PrintJob& job, const std::stop_token& stop)
{
    if (const auto connection = CupsConnection::open(m_settings.server, stop))
        (*connection)->cancel(job.name.toInt());
}

Result<PageAbilities> CupsPrinter::abilities(const std::stop_token& stop)
{
    KB_TRY(const auto connection, CupsConnection::open(m_settings.server, stop));
    KB_TRY(const auto queue, connection->queueState(m_settings.queue));
    return queue.abilities;
}

} // namespace kuaiban::devices
