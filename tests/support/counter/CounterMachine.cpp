#include "CounterMachine.h"

#include "modules/base/Json.h"
#include "modules/sync/HttpHubLink.h"

#include <QDir>
#include <QDirIterator>
#include <QtTest>

namespace kuaiban::test {

using namespace Qt::StringLiterals;

CounterMachine::CounterMachine(CounterHall& hall)
    : m_hall(hall)
{
    profile.file = path(u"profile.json"_s);
    profile.hub = hall.address();
    profile.dataFolder = path(u"data"_s);
    profile.language = u"en"_s;
    profile.devices.insert(u"printer"_s, u"pdf:"_s + path(u"paper"_s));
    layCards({wang().key, zhang().key, li().key, guan().key});
    layPages({u"form"_s});
}

void CounterMachine::script(const QString& family, const QJsonObject& script)
{
    const QString name = path(family + u".json"_s);
    QFile file(name);
    if (file.open(QIODevice::WriteOnly))
        file.write(canonicalBytes(script));
    profile.devices.insert(family, u"sim:%1?script=%2"_s.arg(family, name));
}

void CounterMachine::layCards(const QStringList& keys)
{
    script(u"idcard"_s, cardScript(keys));
}

void CounterMachine::layPages(const QStringList& names, int pageMs)
{
    QJsonArray steps;
    for (const auto& name : names)
        steps.append(QJsonObject{{u"feed"_s, name}});
    scriptScanner({{u"steps"_s, steps}, {u"pageMs"_s, pageMs}});
}

void CounterMachine::scriptScanner(const QJsonObject& steps)
{
    script(u"scanner"_s, steps);
}

void CounterMachine::laySecurityCards(const QList<QJsonObject>& cards, const QJsonObject& more)
{
    QJsonObject known;
    QJsonArray order;
    for (const auto& card : cards) {
        const QString key = QString::number(known.size());
        known.insert(key, card);
        order.append(key);
    }
    QJsonObject whole{{u"cards"_s, known}, {u"onRead"_s, order}, {u"stay"_s, 300}};
    for (auto part = more.begin(); part != more.end(); ++part)
        whole.insert(part.key(), part.value());
    script(u"smartcard"_s, whole);
}

Done CounterMachine::enrol(const QString& area)
{
    sync::HttpHubLink link({profile.hub, {}, {}});
    QObject context;
    const auto asked =
        counter::enrol(link, m_hall.hub.enrolCode(area), u"test machine"_s, u"3"_s, m_hall.hub.ids, &context);
    if (!QTest::qWaitFor([&] { return asked.isFinished(); }))
        return fail(Error{u"test.never-answered"_s, Origin::Machine, {}, {}});
    KB_TRY(enrolment, asked.result());
    return enrolment.write(profile.dataFolder);
}

std::unique_ptr<CounterMachine> CounterMachine::afterPowerCut() const
{
    auto copy = std::make_unique<CounterMachine>(m_hall);
    const QDir disk(profile.dataFolder);
    QDirIterator files(disk.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString target = copy->profile.dataFolder + u'/' + disk.relativeFilePath(files.next());
        QDir().mkpath(QFileInfo(target).path());
        QFile::copy(files.filePath(), target);
    }
    copy->enrolment = enrolment;
    return copy;
}

QStringList CounterMachine::printed() const
{
    return QDir(path(u"paper"_s)).entryList({u"*.pdf"_s}, QDir::Files, QDir::Name);
}

} // namespace kuaiban::test
