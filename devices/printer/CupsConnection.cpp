#include "CupsConnection.h"

#include "devices/base/DeviceErrors.h"
#include "PrinterErrors.h"

#include <cups/cups.h>

#include <array>

namespace kuaiban::devices {

namespace {

constexpr int ConnectLimitMs = 3000;
constexpr double AnswerSlice = 0.5; // seconds; after each the stop token is looked at again
constexpr int MostSlices = 20;

struct IppDelete
{
    void operator()(ipp_t* message) const { ippDelete(message); }
};
using Ipp = std::unique_ptr<ipp_t, IppDelete>;

struct Patience
{
    std::stop_token stop;
    int slices = 0;
};

extern "C" int waitLonger(http_t*, void* data)
{
    auto* const patience = static_cast<Patience*>(data);
    return !patience->stop.stop_requested() && ++patience->slices < MostSlices;
}

// libcups would ask for a password at the terminal; a counter has nobody there.
extern "C" const char* noPassword(const char*, http_t*, const char*, const char*, void*)
{
    return nullptr;
}

std::pair<QByteArray, int> serverAddress(const QString& server)
{
    if (server.isEmpty())
        return {QByteArray(cupsServer()), ippPort()};
    const auto colon = server.startsWith(u'/') ? -1 : server.lastIndexOf(u':');
    if (colon < 0)
        return {server.toUtf8(), ippPort()};
    return {server.first(colon).toUtf8(), server.sliced(colon + 1).toInt()};
}

QByteArray printerUri(const QString& queue)
{
    std::array<char, HTTP_MAX_URI> uri{};
    httpAssembleURIf(HTTP_URI_CODING_ALL, uri.data(), uri.size(), "ipp", nullptr, "localhost", 0, "/printers/%s",
        queue.toUtf8().constData());
    return uri.data();
}

Ipp request(ipp_op_t operation, const QByteArray& uri)
{
    Ipp message(ippNewRequest(operation));
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri.constData());
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cupsUser());
    return message;
}

Ipp jobRequest(ipp_op_t operation, int job)
{
    Ipp message(ippNewRequest(operation));
    const auto uri = "ipp://localhost/jobs/" + QByteArray::number(job);
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "job-uri", nullptr, uri.constData());
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cupsUser());
    return message;
}

// Null: as the printer is set up.
const char* sidesKeyword(PaperSides sides)
{
    switch (sides) {
    case PaperSides::One:
        return CUPS_SIDES_ONE_SIDED;
    case PaperSides::LongEdge:
        return CUPS_SIDES_TWO_SIDED_PORTRAIT;
    case PaperSides::ShortEdge:
        return CUPS_SIDES_TWO_SIDED_LANDSCAPE;
    case PaperSides::Printer:
        break;
    }
    return nullptr;
}

void addPaper(ipp_t* message, const PrintRequest& page)
{
    if (const auto* const sides = sidesKeyword(page.sides))
        ippAddString(message, IPP_TAG_JOB, IPP_TAG_KEYWORD, "sides", nullptr, sides);
    if (page.tray.isEmpty())
        return;
    const Ipp media(ippNew());
    ippAddString(media.get(), IPP_TAG_JOB, IPP_TAG_KEYWORD, "media-source", nullptr, page.tray.toUtf8().constData());
    ippAddCollection(message, IPP_TAG_JOB, "media-col", media.get());
}

QStringList textsOf(ipp_attribute_t* attribute)
{
    QStringList texts;
    for (int i = 0; attribute && i < ippGetCount(attribute); ++i)
        texts.append(QString::fromUtf8(ippGetString(attribute, i, nullptr)));
    return texts;
}

} // namespace

Result<std::unique_ptr<CupsConnection>> CupsConnection::open(const QString& server, const std::stop_token& stop)
{
    cupsSetPasswordCB2(noPassword, nullptr); // kept by libcups for this thread
    int cancelled = 0;
    const std::stop_callback cancel(stop, [&cancelled] { cancelled = 1; });
    const auto [host, port] = serverAddress(server);
    http_t* const http =
        httpConnect2(host.constData(), port, nullptr, AF_UNSPEC, cupsEncryption(), 1, ConnectLimitMs, &cancelled);
    if (!http)
        return fail(
            stop.stop_requested() ? deviceCancelled() : printerServer(QString::fromUtf8(cupsLastErrorString())));
    return std::unique_ptr<CupsConnection>(new CupsConnection(http, stop));
}

CupsConnection::~CupsConnection()
{
    httpClose(m_http);
}

Error CupsConnection::lastError(const QString& queue) const
{
    if (m_stop.stop_requested())
        return deviceCancelled();
    switch (cupsLastError()) {
    case IPP_STATUS_ERROR_NOT_FOUND:
        return printerQueueUnknown(queue);
    case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS:
        return printerRejecting(queue);
    case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE:
        return printerServer(QString::fromUtf8(cupsLastErrorString()));
    default:
        return printerRefused(queue, QString::fromUtf8(cupsLastErrorString()));
    }
}

Result<QStringList> CupsConnection::queues()
{
    Patience patience{m_stop};
    httpSetTimeout(m_http, AnswerSlice, waitLonger, &patience);
    Ipp message(ippNewRequest(IPP_OP_CUPS_GET_PRINTERS));
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", nullptr, "printer-name");
    const Ipp answer(cupsDoRequest(m_http, message.release(), "/"));
    if (!answer || cupsLastError() == IPP_STATUS_ERROR_SERVICE_UNAVAILABLE)
        return fail(lastError({}));
    QStringList names;
    auto* attribute = ippFindAttribute(answer.get(), "printer-name", IPP_TAG_NAME);
    for (; attribute; attribute = ippFindNextAttribute(answer.get(), "printer-name", IPP_TAG_NAME))
        names += textsOf(attribute);
    return names;
}

Result<QueueState> CupsConnection::queueState(const QString& queue)
{
    Patience patience{m_stop};
    httpSetTimeout(m_http, AnswerSlice, waitLonger, &patience);
    auto message = request(IPP_OP_GET_PRINTER_ATTRIBUTES, printerUri(queue));
    const std::array<const char*, 5> wanted{"printer-state", "printer-state-reasons", "printer-is-accepting-jobs",
        "media-source-supported", "sides-supported"};
    ippAddStrings(message.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", int(wanted.size()),
        nullptr, wanted.data());
    const Ipp answer(cupsDoRequest(m_http, message.release(), "/"));
    if (!answer || cupsLastError() > IPP_STATUS_OK_CONFLICTING)
        return fail(lastError(queue));
    QueueState state;
    auto* const number = ippFindAttribute(answer.get(), "printer-state", IPP_TAG_ENUM);
    state.stopped = number && ippGetInteger(number, 0) == IPP_PSTATE_STOPPED;
    auto* const accepting = ippFindAttribute(answer.get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    state.accepting = !accepting || ippGetBoolean(accepting, 0);
    state.reasons = textsOf(ippFindAttribute(answer.get(), "printer-state-reasons", IPP_TAG_KEYWORD));
    state.abilities.trays = textsOf(ippFindAttribute(answer.get(), "media-source-supported", IPP_TAG_ZERO));
    state.abilities.twoSided = textsOf(ippFindAttribute(answer.get(), "sides-supported", IPP_TAG_KEYWORD))
                                   .contains(QLatin1String(CUPS_SIDES_TWO_SIDED_PORTRAIT));
    return state;
}

Result<int> CupsConnection::submit(const QString& queue, const PrintRequest& page)
{
    Patience patience{m_stop};
    httpSetTimeout(m_http, AnswerSlice, waitLonger, &patience);
    auto message = request(IPP_OP_PRINT_JOB, printerUri(queue));
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr, page.title.toUtf8().constData());
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr, CUPS_FORMAT_PDF);
    ippAddInteger(message.get(), IPP_TAG_JOB, IPP_TAG_INTEGER, "copies", page.copies);
    addPaper(message.get(), page);
    const auto resource = "/printers/" + queue.toUtf8();
    const auto length = ippLength(message.get()) + static_cast<size_t>(page.pdf.size());
    const bool sent = cupsSendRequest(m_http, message.get(), resource.constData(), length) == HTTP_STATUS_CONTINUE &&
                      cupsWriteRequestData(m_http, page.pdf.constData(), static_cast<size_t>(page.pdf.size())) ==
                          HTTP_STATUS_CONTINUE;
    const Ipp answer(cupsGetResponse(m_http, resource.constData()));
    auto* const job = answer ? ippFindAttribute(answer.get(), "job-id", IPP_TAG_INTEGER) : nullptr;
    if (!sent || !job || cupsLastError() > IPP_STATUS_OK_CONFLICTING)
        return fail(lastError(queue));
    return ippGetInteger(job, 0);
}

Result<QueueJobState> CupsConnection::jobState(int job)
{
    Patience patience{m_stop};
    httpSetTimeout(m_http, AnswerSlice, waitLonger, &patience);
    auto message = jobRequest(IPP_OP_GET_JOB_ATTRIBUTES, job);
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", nullptr, "job-state");
    const Ipp answer(cupsDoRequest(m_http, message.release(), "/"));
    if (cupsLastError() == IPP_STATUS_ERROR_NOT_FOUND)
        return QueueJobState::Completed; // a server that keeps no history forgets what is out
    auto* const attribute = answer ? ippFindAttribute(answer.get(), "job-state", IPP_TAG_ENUM) : nullptr;
    if (!attribute)
        return fail(lastError({}));
    switch (ippGetInteger(attribute, 0)) {
    case IPP_JSTATE_COMPLETED:
        return QueueJobState::Completed;
    case IPP_JSTATE_ABORTED:
        return QueueJobState::Aborted;
    case IPP_JSTATE_CANCELED:
        return QueueJobState::Cancelled;
    case IPP_JSTATE_HELD:
        return QueueJobState::Held;
    default:
        return QueueJobState::Waiting;
    }
}

void CupsConnection::cancel(int job)
{
    Patience patience{m_stop};
    httpSetTimeout(m_http, AnswerSlice, waitLonger, &patience);
    auto message = jobRequest(IPP_OP_CANCEL_JOB, job);
    const Ipp answer(cupsDoRequest(m_http, message.release(), "/jobs"));
}

} // namespace kuaiban::devices
