// kuaiban-device: reads, scans, prints and tests every device the way the counter does; prints one JSON object.
// With --driver-host it is the process in which the counter lets a scanner's driver run.
#include "devices/scanner/ScanJson.h"
#include "Doctor.h"
#include "DoctorErrors.h"
#include "HostMain.h"
#include "StopOnSignal.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

using namespace kuaiban;
using namespace Qt::StringLiterals;

namespace {

void describe(QCommandLineParser& parser)
{
    parser.setApplicationDescription(u"Lists, reads, scans, prints and tests the devices of a counter."_s);
    parser.addPositionalArgument(
        u"command"_s, u"list, status, read-id, read-ssc, scan, print-receipt, print or selftest"_s);
    parser.addOptions({
        {u"port"_s, u"Device URI, for example ga450:serial:/dev/ttyUSB0"_s, u"uri"_s},
        {u"lang"_s, u"zh_CN (default) or en"_s, u"language"_s, u"zh_CN"_s},
        {u"out"_s, u"Folder for scanned pages"_s, u"folder"_s},
        {u"source"_s, u"flatbed, adf or duplex"_s, u"source"_s, u"flatbed"_s},
        {u"mode"_s, u"color, gray or lineart"_s, u"mode"_s, u"color"_s},
        {u"dpi"_s, u"Resolution, 50 to 1200"_s, u"number"_s, u"300"_s},
        {u"pages"_s, u"Most pages to take from a feeder"_s, u"number"_s, u"0"_s},
        {u"file"_s, u"What to print: a PDF, or a slip as JSON; a test page without it"_s, u"file"_s},
        {u"title"_s, u"Title of the print job"_s, u"text"_s, u"kuaiban-device"_s},
        {u"copies"_s, u"Copies to print"_s, u"number"_s, u"1"_s},
        {u"tray"_s, u"print: the tray to take paper from, by the name that status shows"_s, u"name"_s},
        {u"sides"_s, u"print: printer (as it is set up), one, long or short edge"_s, u"sides"_s, u"printer"_s},
        {u"bank"_s, u"read-ssc: read the number of the bank card on the same chip as well"_s},
        {u"wait"_s, u"Seconds to wait for a card"_s, u"number"_s, u"5"_s},
    });
}

Result<int> numberOption(const QCommandLineParser& parser, const QString& name, int least, int most)
{
    bool ok = false;
    const int value = parser.value(name).toInt(&ok);
    if (!ok || value < least || value > most)
        return fail(doctor::wrongArgument("--"_L1 + name));
    return value;
}

Result<doctor::Request> requestFrom(const QCommandLineParser& parser)
{
    doctor::Request request;
    request.command = parser.positionalArguments().value(0);
    request.port = parser.value(u"port"_s);
    request.language = parser.value(u"lang"_s);
    request.file = parser.value(u"file"_s);
    request.folder = parser.value(u"out"_s);
    request.bank = parser.isSet(u"bank"_s);
    request.title = parser.value(u"title"_s);
    KB_TRY(request.copies, numberOption(parser, u"copies"_s, 1, 99));
    request.tray = parser.value(u"tray"_s);
    KB_TRY(request.sides, devices::paperSidesFromName(parser.value(u"sides"_s)));
    KB_TRY(request.waitSeconds, numberOption(parser, u"wait"_s, 0, 600));
    KB_TRY(request.scan.source, devices::scanSourceFromName(parser.value(u"source"_s)));
    KB_TRY(request.scan.mode, devices::scanModeFromName(parser.value(u"mode"_s)));
    KB_TRY(request.scan.dpi, numberOption(parser, u"dpi"_s, 50, 1200));
    KB_TRY(request.scan.mostPages, numberOption(parser, u"pages"_s, 0, 10'000));
    return request;
}

} // namespace

int main(int argc, char* argv[])
{
    const QString role = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (role == "--driver-host"_L1 || role == "--list-scanners"_L1) {
        const QCoreApplication application(argc, argv);
        if (role == "--list-scanners"_L1)
            doctor::listScanners();
        doctor::runDriverHost(application.arguments().value(2));
    }
    const doctor::StopOnSignal signal;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"kuaiban-device"_s);
    QCommandLineParser parser;
    describe(parser);
    parser.addHelpOption();
    const bool understood = parser.parse(application.arguments());
    if (parser.isSet(u"help"_s))
        parser.showHelp();

    const SystemClock clock;
    doctor::Doctor doctor(clock, QCoreApplication::applicationFilePath(), signal.token());
    const auto request =
        understood ? requestFrom(parser) : Result<doctor::Request>(fail(doctor::wrongArgument(parser.errorText())));
    const auto answer = request ? doctor.run(*request) : doctor.failed(request.error(), parser.value(u"lang"_s));
    std::puts(QJsonDocument(answer.object).toJson(QJsonDocument::Compact).constData());
    return answer.ok ? 0 : 1;
}
