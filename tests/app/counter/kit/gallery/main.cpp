// Shows the kit with sample data. --shot writes a picture and ends; without it the window stays for trying the keys.
#include "Gallery.h"

#include "app/counter/kit/CodePicker.h"
#include "app/counter/kit/ImeGuard.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/StatusLight.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QFontDatabase>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCommandLineParser arguments;
    arguments.addOptions({{u"page"_s, u"intake, review, controls or states"_s, u"name"_s, u"intake"_s},
        {u"text-scale"_s, u"1.0 or 1.25"_s, u"factor"_s, u"1.0"_s}, {u"contrast"_s, u"high-contrast palette"_s},
        {u"english"_s, u"leave the texts of the kit in English"_s}, {u"shot"_s, u"write a picture"_s, u"file"_s},
        {u"show"_s, u"keys, picker, light or focus"_s, u"what"_s}});
    arguments.addHelpOption();
    arguments.process(application);

    const Look look({arguments.isSet(u"contrast"_s) ? PaletteKind::HighContrast : PaletteKind::Light,
                        arguments.value(u"text-scale"_s).toDouble()},
        QFontDatabase::systemFont(QFontDatabase::GeneralFont));
    dress(look);
    if (!arguments.isSet(u"english"_s) && !gallery::speakChinese())
        return 1;
    new ImeGuard(&application);
    QWidget* window = gallery::makeWindow(arguments.value(u"page"_s), look);
    window->show();
    KeyboardFlow::orderByPosition(window);
    const QString show = arguments.value(u"show"_s);
    window->setFocusPolicy(Qt::ClickFocus);
    window->setFocus(); // the pictures show the page at rest
    QTimer::singleShot(300, window, [window, show] {
        window->activateWindow();
        if (show == "keys"_L1) {
            window->findChild<QAction*>(u"keys"_s)->trigger();
        } else if (show == "picker"_L1) {
            auto* picker = window->findChild<CodePicker*>(u"village"_s);
            picker->setFocus();
            QTest::keyClicks(picker->line(), u"zxq"_s);
        } else if (show == "light"_L1) {
            for (auto* light : window->findChildren<StatusLight*>())
                if (light->state().id == "receipt"_L1)
                    light->click();
        } else if (show == "focus"_L1) {
            for (auto* edit : window->findChildren<QLineEdit*>())
                if (edit->text() == "1389871"_L1)
                    edit->setFocus(Qt::TabFocusReason);
        }
    });
    if (arguments.isSet(u"shot"_s)) {
        const QString file = arguments.value(u"shot"_s);
        QTimer::singleShot(900, window, [window, file] { QApplication::exit(window->grab().save(file) ? 0 : 2); });
    }
    const int code = QApplication::exec();
    delete window;
    return code;
}
