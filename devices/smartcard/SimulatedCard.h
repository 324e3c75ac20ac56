#pragma once

#include "modules/base/Result.h"
#include "SscCard.h"

#include <QHash>
#include <QJsonObject>

namespace kuaiban::devices {

// What the script says about one card; the words are explained in resources/simulator/README.md.
struct SimulatedCardData
{
    SscCard says; // the person included, whatever the specification
    QString bankCardNo;
    QString pin;
    int tries = 3;
    bool strictLengths = false; // corrects lengths with 6Cxx and holds answers back with 61xx, as on T=0
    bool numbersOnly = false;   // knows records by number only
    bool other = false;         // a chip card, but no social security card
    bool mute = false;
    bool silent = false;   // takes commands and never answers
    QByteArray readersKey; // of specification 3.0: what its own key is made of
};
Result<SimulatedCardData> simulatedCardData(const QJsonObject& object, const QString& path);

// A social security card in software, down to the commands it answers: files, PIN, authentication as of its
// specification.
class SimulatedCard
{
public:
    explicit SimulatedCard(SimulatedCardData data);

    const SimulatedCardData& data() const { return m_data; }
    void powerUp(); // forgets what was selected and proven; the tries of the PIN stay
    // The answer to one command, SW1 SW2 at its end.
    QByteArray answer(const QByteArray& command);

private:
    enum class Application { None, SocialSecurity, Bank };
    struct Command; // taken apart

    QByteArray obey(const Command& command);
    QByteArray select(const Command& command);
    QByteArray readRecord(const Command& command);
    QByteArray readSscRecord(const Command& command);
    QByteArray readBankRecord(const Command& command) const;
    QByteArray random();
    QByteArray authenticateInternally(const Command& command) const;
    QByteArray authenticateExternally(const Command& command);
    QByteArray verify(const QByteArray& packed);
    QByteArray changePin(const QByteArray& data);
    QByteArray cryptogram(const QByteArray& factor, const QByteArray& source) const;
    bool isNewest() const { return m_data.says.specVersion.startsWith(u'3'); }

    SimulatedCardData m_data;
    QHash<quint8, QList<QPair<quint8, QByteArray>>> m_files; // EF05 and EF06: tags and values in their order
    Application m_application = Application::None;
    quint8 m_file = 0;
    int m_triesLeft = 0;
    bool m_proven = false;
    QList<QByteArray> m_randoms; // the last two
    quint64 m_drawn = 0;
    QByteArray m_held; // what GET RESPONSE fetches
};

} // namespace kuaiban::devices
