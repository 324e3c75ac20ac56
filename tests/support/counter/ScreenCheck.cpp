#include "ScreenCheck.h"

#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/TextLabel.h"
#include "Keyboard.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
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

} // namespace kuaiban::test
