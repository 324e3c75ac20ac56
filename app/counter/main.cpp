#include "CounterWindow.h"

#include "app/counter/kit/ImeGuard.h"
#include "app/counter/kit/WatchedApplication.h"
#include "app/counter/unattended/LineReader.h"
#include "app/counter/unattended/Unattended.h"
#include "modules/base/FailureManual.h"
#include "modules/base/Process.h"
#include "modules/casework/FormEnvironments.h"

#include <QCommandLineParser>

using namespace kuaiban;
using namespace Qt::StringLiterals;

namespace {

constexpr int Stdin = 0;

// The same program without its window, driven through standard input: for unattended sync and for tests of endurance.
int runUnattended(counter::Unattended& counter)
{
    counter::LineReader reader(Stdin);
    QObject::connect(&reader, &counter::LineReader::lineRead, &counter, &counter::Unattended::take);
    QObject::connect(&reader, &counter::LineReader::lineTooLong, &counter, &counter::Unattended::refuseLongLine);
    QObject::connect(&reader, &counter::LineReader::ended, &counter, &counter::Unattended::finish);
    QObject::connect(&counter, &counter::Unattended::answered, &reader, [](const QByteArray& line) {
        std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stdout);
        std::fputc('\n', stdout);
        std::fflush(stdout);
    });
    QObject::connect(&counter, &counter::Unattended::quit, &reader, &QCoreApplication::quit, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

// Which application object is needed must be known before the arguments can be read.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char* argv[])
{
    const bool window = std::none_of(
        argv + 1, argv + argc, [](const char* argument) { return QByteArrayView(argument) == "--no-window"; });
    if (window)
        return std::make_unique<counter::WatchedApplication>(argc, argv);
    return std::make_unique<QCoreApplication>(argc, argv);
}

} // namespace

int main(int argc, char* argv[])
{
    keepMemoryPrivate();
    returnLargeBlocks();
    const auto application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(u"kuaiban"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KUAIBAN_VERSION));
    QCommandLineParser options;
    options.setApplicationDescription(u"Kuaiban: the counter of a service hall"_s);
    options.addHelpOption();
    options.addVersionOption();
    options.addOptions(
        {{u"profile"_s, u"Profile of this machine (JSON)."_s, u"file"_s, counter::Profile::defaultFile()},
            {u"lang"_s, u"Language of the screen: zh_CN or en."_s, u"language"_s},
            {u"login-note"_s, u"Text under the sign-in fields, for demonstrations."_s, u"text"_s},
            {u"no-window"_s, u"Without the window: requests on standard input, one line of JSON each."_s}});
    options.process(*application);

    const auto profile = counter::Profile::read(options.value(u"profile"_s));
    const FailureManual manual;
    if (!profile) {
        const auto text = manual.text(profile.error(), u"zh_CN"_s);
        qCritical().noquote() << text.what << text.cause << text.remedy << profile.error().code;
        return 1;
    }
    const SystemClock clock;
    SecureRandom random;
    IdSource ids(clock, random);
    casework::ItemShelf shelf(casework::standardFormEnvironment());
    const QString language = options.isSet(u"lang"_s) ? options.value(u"lang"_s) : profile->language;
    if (options.isSet(u"no-window"_s)) {
        counter::Unattended unattended({clock, random, ids, shelf, manual}, *profile, language);
        return runUnattended(unattended);
    }
    const counter::ImeGuard guard(application.get());
    counter::CounterWindow window(
        {clock, random, ids, shelf, manual}, *profile, language, options.value(u"login-note"_s));
    window.show();
    return QApplication::exec();
}
