// kuaiban-hub: the central backend of the counters, and the commands with which an administrator runs it.
#include "CommandLine.h"
#include "modules/base/Process.h"

#include <QCoreApplication>
#include <QLocale>

int main(int argc, char* argv[])
{
    kuaiban::keepMemoryPrivate();
    kuaiban::returnLargeBlocks();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("kuaiban-hub"));
    const bool english = QLocale::system().language() == QLocale::English;
    return kuaiban::hub::runHub(
        application.arguments(), stdout, stdin, english ? QStringLiteral("en") : QStringLiteral("zh_CN"));
}
