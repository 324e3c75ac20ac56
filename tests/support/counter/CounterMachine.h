#pragma once

#include "app/counter/session/Enrolment.h"
#include "Cards.h"
#include "CounterHall.h"

#include <QJsonArray>

namespace kuaiban::test {

// A computer at a window: its disk, its place in the hall, and what lies on its devices.
class CounterMachine
{
public:
    explicit CounterMachine(CounterHall& hall);

    // Before anybody sits down. Cards come one for each F2; pages one for each scan, by the names of the simulated
    // scanner; a page takes so long.
    void layCards(const QStringList& keys);
    void layPages(const QStringList& names, int pageMs = 0);
    void scriptScanner(const QJsonObject& script);
    // Social security cards: one for each F3, as their scripts tell them; `more` goes into the reader's script.
    void laySecurityCards(const QList<QJsonObject>& cards, const QJsonObject& more = {});

    Done enrol(const QString& area = QString::fromLatin1(HubWorld::Area)); // of the office it stands in
    // Another machine with what stands on this disk at this very moment, as after a power cut.
    std::unique_ptr<CounterMachine> afterPowerCut() const;
    QStringList printed() const; // file names

    CounterHall& hall() const { return m_hall; }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString userStore(const QString& account) const { return path(QStringLiteral("data/users/%1.db").arg(account)); }

    counter::Profile profile;
    counter::Enrolment enrolment;

private:
    void script(const QString& family, const QJsonObject& script);

    CounterHall& m_hall;
    QTemporaryDir m_folder;
};

} // namespace kuaiban::test
