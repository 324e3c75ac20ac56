#pragma once

#include "devices/base/DeviceWorker.h"
#include "SscWatch.h"

namespace kuaiban::devices {

// The readers of social security cards as the counter sees them: commands return at once, everything else arrives as
// signals in the thread of the station. Made with an error or without a reader it still answers, with that error or
// "not configured". `failed` tells why a command, or the card that was just put in, gave nothing.
class SscStation : public QObject
{
    Q_OBJECT

public:
    explicit SscStation(Result<std::unique_ptr<SscReader>> reader, SscTiming timing = {}, QObject* parent = nullptr);
    ~SscStation() override;

    DeviceState state() const { return m_state; }
    const std::optional<SscCard>& card() const { return m_card; } // that was read last, until it is taken out

public Q_SLOTS:
    void startWatching();
    void stopWatching();
    void readNow(); // answers with cardRead or failed

    // For a card that needs it: `challenged` comes, the security module's answer goes back, cardRead comes once more.
    void askForChallenge();
    void takeProof(const kuaiban::devices::CardProof& proof);
    // The module's answer does not come: the card is let go, `failed` tells why.
    void giveUpProof(const kuaiban::Error& why);

    void readBankCardNumber(); // of the card that was read last

public:
    void verifyPin(Pin pin); // pinAccepted or failed, which tells the tries that are left
    void changePin(Pin before, Pin after);

Q_SIGNALS:
    void stateChanged(const kuaiban::devices::DeviceState& state);
    void cardRead(const kuaiban::devices::SscCard& card);
    void cardRemoved();
    void challenged(const kuaiban::devices::CardChallenge& challenge);
    void pinAccepted();
    void bankCardRead(const QString& number);
    void failed(const kuaiban::Error& error);

private:
    void command(std::function<void(SscWatch&)> step);

    DeviceState m_state;
    std::optional<SscCard> m_card;
    SscWatch* m_watch = nullptr; // in the device thread, owned by it
    DeviceWorker m_worker;       // the last member, so that it stops before anything it may still report to
};

} // namespace kuaiban::devices
