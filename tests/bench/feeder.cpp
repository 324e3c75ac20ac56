// How fast pages come from a feeder while the counter runs: scans the feeder empty again and again with one scanner and
// one driver host, as the counter does all day, and keeps every page as a file. Prints one JSON line: pages, and the
// milliseconds of each round after the first, in which the host starts. Run by scan.py, which has the peer.
//   kuaiban-bench-feeder HOST_PROGRAM SCANNER_URI ROUNDS FOLDER
#include "devices/scanner/ScannerDrivers.h"
#include "modules/base/Failure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

using namespace kuaiban;
using namespace Qt::StringLiterals;

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        return 2;
    const auto scanner = devices::scannerDrivers(arguments.at(1)).make(arguments.at(2));
    if (!scanner || !*scanner)
        return 1;
    const QString folder = arguments.at(4);
    QJsonArray spent;
    int pages = 0;
    for (int round = 0; round <= arguments.at(3).toInt(); ++round) {
        QElapsedTimer timer;
        timer.start();
        pages = 0;
        const devices::ScanListener listener{
            [&](const devices::ScannedPage& page) {
                QFile file(u"%1/%2-%3.jpg"_s.arg(folder).arg(round).arg(page.number));
                if (file.open(QIODevice::WriteOnly) && file.write(page.bytes) == page.bytes.size())
                    ++pages;
            },
            [](int, int) {}};
        const auto done = (*scanner)->scan({devices::ScanSource::Adf, devices::ScanMode::Gray, 300, 0}, listener, {});
        if (!done) {
            std::fprintf(stderr, "%s\n", qPrintable(logLine(done.error())));
            return 1;
        }
        (*scanner)->letGo();
        if (round > 0)
            spent.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    const QJsonObject result{{u"pages"_s, pages}, {u"ms"_s, spent}};
    std::printf("%s\n", QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return 0;
}
