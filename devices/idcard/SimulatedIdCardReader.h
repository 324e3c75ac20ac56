#pragma once

#include "devices/base/DeviceUri.h"
#include "devices/base/ScriptTimeline.h"
#include "IdCardReader.h"

#include <QHash>
#include <QStringList>

#include <memory>

namespace kuaiban::devices {

// What the script of a simulated reader says, checked once when the reader is made. The words are explained in
// resources/simulator/README.md.
struct IdCardScript
{
    QHash<QString, IdCard> persons;
    QStringList onRead; // who lays a card down, one after another, when a reading is asked for and no card lies there
    qint64 stayMs = 0;  // how long such a card lies
    QJsonArray steps;
    bool repeat = false;
};
Result<IdCardScript> readIdCardScript(const QJsonObject& script, const QString& file);

// A reader that follows a script: for demonstrations, for training and for tests of everything above it.
class SimulatedIdCardReader final : public IdCardReader
{
public:
    SimulatedIdCardReader(IdCardScript script, const Clock& clock);

    Done open(const std::stop_token& stop) override;
    void close() override;
    Result<QString> moduleId(const std::stop_token& stop) override;
    Result<bool> findCard(const std::stop_token& stop) override;
    Result<IdCard> readCard(IdCardExtent extent, const std::stop_token& stop) override;

private:
    struct Fault
    {
        QString name;
        int times = 0;
    };

    Done begin(const std::stop_token& stop);
    void advance();
    void take(const QJsonObject& step);
    void placeNext();
    Done failIfFaulty();

    IdCardScript m_script;
    const Clock& m_clock;
    ScriptTimeline m_timeline;
    std::optional<IdCard> m_card;
    std::optional<qint64> m_liftAtMs;
    std::optional<Fault> m_fault;
    qsizetype m_nextOnRead = 0;
    qint64 m_delayMs = 0;
    bool m_plugged = true;
};

} // namespace kuaiban::devices
