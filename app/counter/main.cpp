#include "CounterWindow.h"

#include "app/counter/kit/ImeGuard.h"
#include "modules/base/FailureManual.h"
#include "modules/casework/FormEnvironments.h"

#include <QApplication>
#include <QCommandLineParser>

#include <sys/prctl.h>
#include <sys/resource.h>

using namespace kuaiban;
using namespace Qt::StringLiterals;

namespace {

// People's data is in this process: no core file, and no other process of the same user may look into it.
void forbidDumps()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
}

} // namespace

int main(int argc, char* argv[])
{
    forbidDumps();
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"kuaiban"_s);
    QApplication::setApplicationVersion(u"0.1.0"_s);
    QCommandLineParser options;
    options.setApplicationDescription(u"Kuaiban: the counter of a service hall"_s);
    options.addHelpOption();
    options.addVersionOption();
    options.addOptions(
        {{u"profile"_s, u"Profile of this machine (JSON)."_s, u"file"_s, counter::Profile::defaultFile()},
            {u"lang"_s, u"Language of the screen: zh_CN or en."_s, u"language"_s},
            {u"login-note"_s, u"Text under the sign-in fields, for demonstrations."_s, u"text"_s}});
    options.process(application);

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
    const counter::ImeGuard guard(&application);
    const QString language = options.isSet(u"lang"_s) ? options.value(u"lang"_s) : profile->language;
    counter::CounterWindow window(
        {clock, random, ids, shelf, manual}, *profile, language, options.value(u"login-note"_s));
    window.show();
    return QApplication::exec();
}
