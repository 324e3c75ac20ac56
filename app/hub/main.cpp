// kuaiban-hub: the central backend of the counters, and the commands with which an administrator runs it.
#include "CommandLine.h"

#include <QCoreApplication>
#include <QLocale>

#include <sys/prctl.h>

int main(int argc, char* argv[])
{
    // What the hub holds in memory is about people: it must not end up in a core dump.
    prctl(PR_SET_DUMPABLE, 0);
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("kuaiban-hub"));
    const bool english = QLocale::system().language() == QLocale::English;
    return kuaiban::hub::runHub(
        application.arguments(), stdout, stdin, english ? QStringLiteral("en") : QStringLiteral("zh_CN"));
}
