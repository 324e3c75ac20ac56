#pragma once

#include "CardTerminal.h"
#include "devices/base/ScriptTimeline.h"
#include "SimulatedCard.h"

#include <map>

namespace kuaiban::devices {

// What the script of simulated readers says; see resources/simulator/README.md.
struct SmartCardScript
{
    QHash<QString, SimulatedCardData> cards;
    QStringList readers;
    QStringList onRead; // whose card is put in, one after another, when a reading is asked for and no reader has one
    qint64 stayMs = 0;
    QJsonArray steps;
    bool repeat = false;
};
Result<SmartCardScript> readSmartCardScript(const QJsonObject& script, const QString& file);

// Readers and cards in software that follow a script.
class SimulatedTerminal final : public CardTerminal
{
public:
    SimulatedTerminal(SmartCardScript script, const Clock& clock);
    ~SimulatedTerminal() override;

    Done open(const std::stop_token& stop) override;
    void close() override;
    void invite() override;
    Result<QList<CardSlot>> survey(const std::stop_token& stop) override;
    Result<std::unique_ptr<CardChannel>> connectTo(const QString& reader, const std::stop_token& stop) override;

private:
    class Channel;
    struct Slot
    {
        std::shared_ptr<SimulatedCard> card;
        bool plugged = true;
        quint32 changes = 0;
    };

    Done begin();
    void advance();
    void take(const QJsonObject& step);
    void insert(const QString& name, const QString& reader);
    void remove(const QString& reader);
    Slot& slotOf(const QString& reader);

    SmartCardScript m_script;
    const Clock& m_clock;
    ScriptTimeline m_timeline;
    std::map<QString, Slot> m_slots;
    std::map<QString, std::shared_ptr<SimulatedCard>> m_cards; // each keeps its tries
    std::optional<qint64> m_liftAtMs;
    qsizetype m_nextOnRead = 0;
    qint64 m_delayMs = 0;
    bool m_service = true;
};

} // namespace kuaiban::devices
