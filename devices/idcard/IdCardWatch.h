#pragma once

#include "devices/base/DeviceState.h"
#include "IdCardReader.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace kuaiban::devices {

struct IdCardTiming
{
    int pollMs = 400;    // how often the reader is asked for a card
    int silentMs = 900;  // the same for a card that answers no more since it was read: it must be read to be noticed
    int verifyMs = 5000; // how often a card that goes on answering is read again, in case it was swapped in a wink
    int reopenMs = 2000; // how long a broken line is left alone
};

// Lives in the device thread: polls the reader, tells a new card from one that stayed, and reopens a line that broke.
// A card that fails is reported once until it is lifted or reads after all, so that a slowly placed card is no error.
class IdCardWatch : public QObject
{
    Q_OBJECT

public:
    IdCardWatch(std::unique_ptr<IdCardReader> reader, std::stop_token stop, IdCardTiming timing);
    ~IdCardWatch() override;

    void checkState();
    void startWatching();
    void stopWatching();
    void readNow();

Q_SIGNALS:
    void stateChanged(const kuaiban::devices::DeviceState& state);
    void cardRead(const kuaiban::devices::IdCard& card);
    void cardRemoved();
    void failed(const kuaiban::Error& error);

private:
    void poll();
    void lookForCard();
    void lookWhetherItStays();
    Done ensureOpen();
    void accept(const IdCard& card);
    void forgetCard();
    void report(const Error& error, bool always);
    void noteDeviceFailure(const Error& error);
    void setState(const DeviceState& state);

    std::unique_ptr<IdCardReader> m_reader;
    std::stop_token m_stop;
    IdCardTiming m_timing;
    QTimer* m_timer;
    QElapsedTimer m_sinceFailure;
    QElapsedTimer m_sinceVerified;
    DeviceState m_state;
    std::optional<IdCard> m_card;
    std::optional<QString> m_reported; // the failure code last told about the card that lies there
    int m_misses = 0;
    bool m_answers = false; // the card that was read goes on answering find
    bool m_open = false;
};

} // namespace kuaiban::devices
