#include "PcscTerminal.h"

#include "devices/base/DeviceErrors.h"
#include "PcscLane.h"
#include "PcscStatus.h"
#include "SmartCardErrors.h"

#include <array>
#include <string.h>
#include <vector>

namespace kuaiban::devices {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds ServiceLimit(3000); // the service answers at once or not at all
constexpr milliseconds CardLimit(15'000);  // powering and computing cards take seconds at worst
constexpr size_t LargestAnswer = 258;      // of the short form

} // namespace

// One connection to the service, with the lane in which it is spoken to. What a call works with belongs to the call, so
// that one that never comes back holds nothing of ours.
class PcscTerminal::Context
{
public:
    ~Context()
    {
        if (m_open)
            m_lane.later([handle = m_handle] { SCardReleaseContext(handle); });
    }

    template<class Answer>
    Result<Answer> call(std::function<LONG(Answer&)> step, milliseconds limit, const std::stop_token& stop)
    {
        struct Exchange
        {
            LONG result = SCARD_F_UNKNOWN_ERROR;
            Answer answer{};
        };
        const auto exchange = std::make_shared<Exchange>();
        const auto outcome =
            m_lane.run([exchange, step = std::move(step)] { exchange->result = step(exchange->answer); }, limit, stop);
        if (outcome == PcscLane::Outcome::Stopped)
            return fail(deviceCancelled());
        if (outcome == PcscLane::Outcome::TooLong)
            return fail(smartCardSilent());
        if (exchange->result != SCARD_S_SUCCESS)
            return fail(pcscError(exchange->result));
        return std::move(exchange->answer);
    }

    Done open(const std::stop_token& stop)
    {
        KB_TRY(m_handle, call<SCARDCONTEXT>(
                             [](SCARDCONTEXT& handle) {
                                 return SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &handle);
                             },
                             ServiceLimit, stop));
        m_open = true;
        return {};
    }

    SCARDCONTEXT handle() const { return m_handle; }
    PcscLane& lane() { return m_lane; }

private:
    PcscLane m_lane;
    SCARDCONTEXT m_handle = 0;
    bool m_open = false;
};

namespace {

struct Connection
{
    SCARDHANDLE card = 0;
    DWORD protocol = 0;
    QByteArray atr;
};

LONG connectCard(SCARDCONTEXT context, const QByteArray& reader, Connection& made)
{
    const LONG connected = SCardConnect(context, reader.constData(), SCARD_SHARE_SHARED,
        SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &made.card, &made.protocol);
    if (connected != SCARD_S_SUCCESS)
        return connected;
    std::array<BYTE, MAX_ATR_SIZE> atr{};
    DWORD length = atr.size();
    LONG result = SCardBeginTransaction(made.card);
    if (result == SCARD_S_SUCCESS)
        result = SCardStatus(made.card, nullptr, nullptr, nullptr, nullptr, atr.data(), &length);
    if (result != SCARD_S_SUCCESS)
        SCardDisconnect(made.card, SCARD_LEAVE_CARD);
    made.atr = QByteArray(reinterpret_cast<const char*>(atr.data()), static_cast<qsizetype>(length));
    return result;
}

LONG transmitOver(const Connection& connection, const QByteArray& command, QByteArray& answer)
{
    const SCARD_IO_REQUEST* const pci = connection.protocol == SCARD_PROTOCOL_T1 ? SCARD_PCI_T1 : SCARD_PCI_T0;
    std::array<BYTE, LargestAnswer> buffer{};
    DWORD length = buffer.size();
    const LONG result = SCardTransmit(connection.card, pci, reinterpret_cast<const BYTE*>(command.constData()),
        static_cast<DWORD>(command.size()), nullptr, buffer.data(), &length);
    if (result == SCARD_S_SUCCESS)
        answer = QByteArray(reinterpret_cast<const char*>(buffer.data()), static_cast<qsizetype>(length));
    return result;
}

// The readers' names as pcsc-lite gives them: UTF-8, one after another, each ended by a zero.
LONG listReaders(SCARDCONTEXT context, std::vector<QByteArray>& names)
{
    std::vector<char> buffer;
    DWORD length = 0;
    LONG result = SCardListReaders(context, nullptr, nullptr, &length);
    if (result == SCARD_S_SUCCESS) {
        buffer.resize(length);
        result = SCardListReaders(context, nullptr, buffer.data(), &length);
    }
    if (result == SCARD_E_NO_READERS_AVAILABLE)
        return SCARD_S_SUCCESS;
    if (result != SCARD_S_SUCCESS)
        return result;
    for (const char* name = buffer.data(); name < buffer.data() + length && *name != '\0';
         name += names.back().size() + 1)
        names.emplace_back(name);
    return result;
}

LONG surveyReaders(SCARDCONTEXT context, QList<CardSlot>& slotsFound)
{
    std::vector<QByteArray> names;
    if (const LONG result = listReaders(context, names); result != SCARD_S_SUCCESS || names.empty())
        return result;
    std::vector<SCARD_READERSTATE> states(names.size());
    for (size_t i = 0; i < names.size(); ++i)
        states.at(i).szReader = names.at(i).constData();
    // A reader that went between the two calls is simply not among them the next time.
    const LONG result = SCardGetStatusChange(context, 0, states.data(), static_cast<DWORD>(states.size()));
    if (result != SCARD_S_SUCCESS && result != SCARD_E_TIMEOUT)
        return result == SCARD_E_UNKNOWN_READER ? SCARD_S_SUCCESS : result;
    for (const auto& state : states) {
        const DWORD event = state.dwEventState;
        if ((event & (SCARD_STATE_UNKNOWN | SCARD_STATE_UNAVAILABLE | SCARD_STATE_IGNORE)) != 0)
            continue;
        CardSlot found;
        found.reader = QString::fromUtf8(state.szReader);
        found.hasCard = (event & SCARD_STATE_PRESENT) != 0;
        found.mute = (event & SCARD_STATE_MUTE) != 0;
        found.occupied = (event & SCARD_STATE_EXCLUSIVE) != 0;
        found.changes = static_cast<quint32>(event >> 16);
        slotsFound.append(found);
    }
    return SCARD_S_SUCCESS;
}

class PcscChannel final : public CardChannel
{
public:
    using Call = std::function<Result<QByteArray>(std::function<LONG(QByteArray&)>, const std::stop_token&)>;

    PcscChannel(Connection connection, Call call, std::function<void()> release)
        : m_connection(std::move(connection))
        , m_call(std::move(call))
        , m_release(std::move(release))
    {}
    ~PcscChannel() override { m_release(); }
    Q_DISABLE_COPY_MOVE(PcscChannel)

    QByteArray atr() const override { return m_connection.atr; }
    bool takesLengthWithData() const override { return m_connection.protocol == SCARD_PROTOCOL_T1; }

    Result<QByteArray> transmit(const QByteArray& command, const std::stop_token& stop) override
    {
        // A copy of its own, wiped when the call is over: it may hold a PIN.
        const std::shared_ptr<QByteArray> sent(
            new QByteArray(command.constData(), command.size()), [](QByteArray* bytes) {
                explicit_bzero(bytes->data(), static_cast<size_t>(bytes->size()));
                delete bytes;
            });
        return m_call(
            [connection = m_connection, sent](QByteArray& answer) { return transmitOver(connection, *sent, answer); },
            stop);
    }

private:
    Connection m_connection;
    Call m_call;
    std::function<void()> m_release;
};

} // namespace

PcscTerminal::PcscTerminal() = default;
PcscTerminal::~PcscTerminal() = default;

Done PcscTerminal::open(const std::stop_token& stop)
{
    auto context = std::make_shared<Context>();
    KB_CHECK(context->open(stop));
    m_context = std::move(context);
    return {};
}

void PcscTerminal::close()
{
    m_context.reset();
}

Result<QList<CardSlot>> PcscTerminal::survey(const std::stop_token& stop)
{
    if (!m_context)
        return fail(smartCardService(u"not opened"_s));
    return m_context->call<QList<CardSlot>>(
        [handle = m_context->handle()](QList<CardSlot>& found) { return surveyReaders(handle, found); }, ServiceLimit,
        stop);
}

Result<std::unique_ptr<CardChannel>> PcscTerminal::connectTo(const QString& reader, const std::stop_token& stop)
{
    if (!m_context)
        return fail(smartCardService(u"not opened"_s));
    KB_TRY(
        auto connection, m_context->call<Connection>([handle = m_context->handle(), name = reader.toUtf8()](
                                                         Connection& made) { return connectCard(handle, name, made); },
                             CardLimit, stop));
    const SCARDHANDLE card = connection.card;
    return std::make_unique<PcscChannel>(
        std::move(connection),
        [context = m_context](std::function<LONG(QByteArray&)> step, const std::stop_token& stopping) {
            return context->call<QByteArray>(std::move(step), CardLimit, stopping);
        },
        [context = m_context, card] {
            context->lane().later([card] {
                SCardEndTransaction(card, SCARD_LEAVE_CARD);
                SCardDisconnect(card, SCARD_LEAVE_CARD);
            });
        });
}

} // namespace kuaiban::devices
