#pragma once

#include "IntakeDesk.h"
#include "tests/support/devices/PythonDouble.h"

#include <QFile>
#include <QStringEncoder>

namespace kuaiban::test {

// A clerk at the free intake with a receipt printer that writes what it gets into a file: what tests of papers stand
// on.
class SlipDesk
{
protected:
    static inline const QByteArray Knife{"\x1dVB\x00", 4};
    static inline const QString Mark = QStringLiteral("补打");
    // As the printer gets it: every character of these words is in GBK.
    static QByteArray gbk(const QString& words) { return QStringEncoder("GB18030").encode(words); }

    bool openHall()
    {
        m_hall = std::make_unique<CounterHall>();
        return m_hall->open().has_value();
    }
    bool setUp()
    {
        m_machine = std::make_unique<CounterMachine>(*m_hall);
        m_machine->layCards({zhang().key});
        m_printer = std::make_unique<PythonDouble>(
            QStringLiteral("receipt_printer.py"), QStringList{m_machine->path(QStringLiteral("slips.bin"))});
        return m_machine->enrol().has_value();
    }
    void getUp()
    {
        m_desk.reset();
        m_printer.reset();
        m_machine.reset();
    }
    // At the intake page, with the double as receipt printer unless told otherwise.
    bool sit(const QString& uri = {})
    {
        const int port = m_printer->greeting().value(QLatin1StringView("port")).toInt();
        m_machine->profile.devices.insert(QStringLiteral("receipt"),
            uri.isEmpty() ? QStringLiteral("escpos:tcp:127.0.0.1:%1").arg(QString::number(port)) : uri);
        m_desk = std::make_unique<IntakeDesk>(*m_machine);
        return m_desk->sitDown();
    }
    QString takeCase(const Card& card = zhang()) // the number
    {
        if (!m_desk->readCard(card))
            return QStringLiteral("no card");
        m_desk->typeRequest(QStringLiteral("request"));
        return m_desk->submit() ? m_desk->taken().constFirst().number : QStringLiteral("not taken");
    }
    QByteArray slips() const
    {
        QFile file(m_machine->path(QStringLiteral("slips.bin")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    qsizetype slipCount() const { return slips().count(Knife); }

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<IntakeDesk> m_desk;
    std::unique_ptr<PythonDouble> m_printer;
};

} // namespace kuaiban::test
