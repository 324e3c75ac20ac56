// How long reading a social security card takes over the real card service, beside the card's own time: the same number
// of single commands sent straight through PC/SC in the same run. Prints figures, asserts nothing. Needs root for a
// card service of its own, and vsmartcard-vpcd.
#include "devices/smartcard/SmartCardDrivers.h"
#include "modules/base/Clock.h"
#include "tests/support/devices/CardService.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

#include <winscard.h>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace kuaiban;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 50;

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

// One READ RECORD after the other, without anything of ours between.
double rawMs(const QByteArray& reader, int commands)
{
    SCARDCONTEXT context = 0;
    SCARDHANDLE card = 0;
    DWORD protocol = 0;
    if (SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context) != SCARD_S_SUCCESS ||
        SCardConnect(context, reader.constData(), SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0, &card, &protocol) !=
            SCARD_S_SUCCESS)
        return -1;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < commands; ++i) {
        const std::array<BYTE, 5> command{0x00, 0xb2, 0x08, 0x00, 0x14};
        std::array<BYTE, 258> answer{};
        DWORD length = answer.size();
        SCardTransmit(card, SCARD_PCI_T0, command.data(), command.size(), nullptr, answer.data(), &length);
    }
    const double spent = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    SCardDisconnect(card, SCARD_LEAVE_CARD);
    SCardReleaseContext(context);
    return spent;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    test::CardService service;
    if (!service.start())
        return 1;
    test::PythonDouble card(u"virtual_card.py"_s, {QString::number(service.port())});
    const SystemClock clock;
    const auto reader = devices::smartCardDrivers(clock).make(u"pcsc:"_s).value();
    if (!reader->open({}) ||
        !card.obey({{"insert"_L1,
            QJsonObject{{"spec"_L1, "2.00"_L1}, {"ssn"_L1, "210603196603120027"_L1}, {"name"_L1, u"王桂兰"_s},
                {"sex"_L1, "2"_L1}, {"birth"_L1, "19660312"_L1}, {"card_no"_L1, "D01234567"_L1},
                {"card_id"_L1, "210600D156000005000000000000B001"_L1}}}}))
        return 1;
    while (!reader->look({}).value_or(devices::SscPresence{}).hasCard)
        QThread::msleep(50);
    QList<double> ours;
    QList<double> raw;
    for (int i = 0; i < Rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (!reader->read({}))
            return 1;
        ours.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        raw.append(rawMs(test::CardService::reader().toUtf8(), reader->lastCommands()));
    }
    std::printf(
        "%d commands a card; read in %.1f ms (median of %d), the same commands alone %.1f ms: ours adds %.1f ms, "
        "ratio %.2f\n",
        reader->lastCommands(), median(ours), Rounds, median(raw), median(ours) - median(raw),
        median(ours) / median(raw));
    return 0;
}
