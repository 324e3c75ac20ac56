#pragma once

#include "modules/base/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <stop_token>

namespace kuaiban::devices {

// A powered card, for as long as this object lives: nobody else talks to it meanwhile. Once a card was pulled,
// exchanged or reset every call fails with `smartcard.removed` or `smartcard.reset`: what is read over one channel is
// of one card.
class CardChannel
{
public:
    virtual ~CardChannel() = default;
    virtual QByteArray atr() const = 0;
    // Whether commands with data and an expected answer may carry both (T=1); on T=0 the answer is fetched.
    virtual bool takesLengthWithData() const = 0;
    // The raw answer, SW1 SW2 at its end.
    virtual Result<QByteArray> transmit(const QByteArray& command, const std::stop_token& stop) = 0;
};

// One slot in which a card may be.
struct CardSlot
{
    QString reader;
    bool hasCard = false;
    bool mute = false;     // something lies there, but does not answer: turned round, or no chip card
    bool occupied = false; // another program uses the card alone
    quint32 changes = 0;   // grows with every insertion and removal: a quick exchange shows here
    friend bool operator==(const CardSlot&, const CardSlot&) = default;
};

// The readers of this machine. Every call blocks in the device thread that also opened the terminal, ends early with
// `device.cancelled` when `stop` is requested, and may be repeated after any error. After an error that is not the
// card's the caller closes and opens again.
class CardTerminal
{
public:
    virtual ~CardTerminal() = default;
    // Errors: smartcard.service when the machine's card service does not run.
    virtual Done open(const std::stop_token& stop) = 0;
    virtual void close() = 0;
    // Somebody stands there and wants a card read. Real readers have nothing to do then; simulated citizens put one in.
    virtual void invite() {}
    // All slots as they are at this moment; readers that were plugged in since are among them, none is no error.
    virtual Result<QList<CardSlot>> survey(const std::stop_token& stop) = 0;
    // Errors: smartcard.no-card, smartcard.mute, smartcard.busy, device.unplugged.
    virtual Result<std::unique_ptr<CardChannel>> connectTo(const QString& reader, const std::stop_token& stop) = 0;
};

} // namespace kuaiban::devices
