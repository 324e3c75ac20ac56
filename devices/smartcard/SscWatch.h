#pragma once

#include "devices/base/DeviceState.h"
#include "SscReader.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace kuaiban::devices {

struct SscTiming
{
    int pollMs = 200;            // how often the readers are looked at
    int reopenMs = 800;          // how long a card service that is gone is left alone
    int conversationMs = 20'000; // how long a card waits for the security module's answer
};

// Lives in the device thread: notices cards that are put in and taken out, readers that come and go and a card service
// that is restarted, and reads each card once. A card that fails is told once until it is taken out.
class SscWatch : public QObject
{
    Q_OBJECT

public:
    SscWatch(std::unique_ptr<SscReader> reader, std::stop_token stop, SscTiming timing);
    ~SscWatch() override;

    void begin();         // looks after the readers from now on, whether cards are read or not
    void startWatching(); // cards that are put in are read by themselves
    void stopWatching();
    void readNow();
    void askForChallenge();
    void takeProof(const CardProof& proof);
    void giveUpProof(const Error& why);
    void verifyPin(const Pin& pin);
    void changePin(const Pin& before, const Pin& after);
    void readBankCardNumber();

Q_SIGNALS:
    void stateChanged(const kuaiban::devices::DeviceState& state);
    void cardRead(const kuaiban::devices::SscCard& card);
    void cardRemoved();
    void challenged(const kuaiban::devices::CardChallenge& challenge);
    void pinAccepted();
    void bankCardRead(const QString& number);
    void failed(const kuaiban::Error& error);

private:
    struct Seen // a card, by where it lies and how often something moved there
    {
        QString reader;
        quint32 changes = 0;
        friend bool operator==(const Seen&, const Seen&) = default;
    };

    void poll();
    void consider(const SscPresence& presence);
    Done ensureOpen();
    void accept(const SscCard& card);
    void forgetCard();
    void report(const Error& error);
    void answerWith(const Error& error);
    void setState(const DeviceState& state);

    std::unique_ptr<SscReader> m_reader;
    std::stop_token m_stop;
    SscTiming m_timing;
    QTimer* m_timer;
    QElapsedTimer m_sinceFailure;
    QElapsedTimer m_conversation;
    DeviceState m_state;
    std::optional<Seen> m_seen; // the card that was read, or tried in vain
    std::optional<SscCard> m_card;
    int m_tries = 0; // with a card that was busy or reset by somebody else
    bool m_watching = false;
    bool m_open = false;
};

} // namespace kuaiban::devices
