#include "ScreenCheck.h"

#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/Overlay.h"
#include "app/counter/kit/TextLabel.h"
#include "Keyboard.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QRadioButton>

namespace kuaiban::test {

using namespace Qt::StringLiterals;

namespace {

QString describe(QWidget* widget)
{
    return u"%1 %2 “%3” %4×%5"_s
        .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(), spokenName(widget))
        .arg(widget->width())
        .arg(widget->height());
}

bool isReachable(const QWidget* widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) &&
           !widget->focusProxy();
}

bool cutsLabel(const QLabel& label)
{
    if (label.text().isEmpty() || !label.pixmap().isNull())
        return false;
    if (label.wordWrap())
        return label.heightForWidth(label.width()) > label.height();
    return label.sizeHint().width() > label.width() || label.sizeHint().height() > label.height();
}

} // namespace

QStringList namelessControls(QWidget* screen)
{
    QStringList found;
    for (auto* widget : screen->findChildren<QWidget*>()) {
        if (isReachable(widget) && spokenName(widget).trimmed().isEmpty())
            found.append(describe(widget));
    }
    return found;
}

QStringList cutTexts(QWidget* screen)
{
    QStringList found;
    for (auto* widget : screen->findChildren<QWidget*>()) {
        if (!widget->isVisible() ||
            (qobject_cast<QLineEdit*>(widget->parentWidget()) && widget->inherits("QToolButton")))
            continue; // the buttons inside a line edit are drawn by it, within its height
        const auto* label = qobject_cast<QLabel*>(widget);
        const bool byDesign = qobject_cast<counter::ElidedLabel*>(widget) != nullptr;
        const bool cut = label ? !byDesign && cutsLabel(*label)
                               : (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget)) &&
                                     (widget->sizeHint().width() > widget->width() ||
                                         widget->sizeHint().height() > widget->height());
        if (cut)
            found.append(u"%1 needs %2×%3"_s.arg(describe(widget))
                             .arg(widget->sizeHint().width())
                             .arg(widget->sizeHint().height()));
    }
    return found;
}

QStringList tabTraps(QWidget* screen)
{
    QStringList found;
    for (auto* overlay : screen->findChildren<counter::Overlay*>()) {
        if (overlay->isVisible()) // nothing below it is to be reached
            screen = overlay;
    }
    const auto chain = counter::KeyboardFlow::tabChain(screen);
    if (chain.isEmpty())
        return found;
    chain.constFirst()->setFocus(Qt::TabFocusReason);
    for (const auto key : {Qt::Key_Tab, Qt::Key_Backtab}) {
        QSet<QWidget*> seen;
        for (qsizetype i = 0; i <= 2 * chain.size() && QApplication::focusWidget(); ++i) {
            seen.insert(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), key);
        }
        for (auto* stop : chain) {
            const auto* radio = qobject_cast<QRadioButton*>(stop);
            const bool byArrows = radio && radio->group() && radio->group()->checkedButton() != radio;
            if (!seen.contains(stop) && !byArrows)
                found.append(
                    u"%1 does not reach %2"_s.arg(key == Qt::Key_Tab ? u"Tab"_s : u"Shift+Tab"_s, describe(stop)));
        }
    }
    return found;
}

QString screenProblems(QWidget* window, const QString& name)
{
    QStringList found;
    if (!QTest::qWaitFor([window] { return cutTexts(window).isEmpty(); })) // what was just answered is laid out by then
        found += cutTexts(window);
    if (const QString folder = qEnvironmentVariable("KUAIBAN_SCREENS"); !folder.isEmpty())
        window->grab().save(u"%1/%2.png"_s.arg(folder, name));
    const QSize screen(1366, 768);
    const QSize least = window->minimumSizeHint();
    if (window->size() != screen || least.width() > screen.width() || least.height() > screen.height())
        found +=
            u"%1×%2, needs %3×%4"_s.arg(window->width()).arg(window->height()).arg(least.width()).arg(least.height());
    found += namelessControls(window);
    QPointer<QWidget> keyboard = QApplication::focusWidget();
    found += tabTraps(window);
    if (keyboard) // whoever looks on goes on where he was
        keyboard->setFocus();
    if (!found.isEmpty())
        found.prepend(name);
    return found.join(u'\n');
}

} // namespace kuaiban::test
