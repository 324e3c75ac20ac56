#pragma once

#include <QApplication>
#include <QEvent>
#include <QtTest>

namespace kuaiban::test {

// Fails the running test when anything but the counter's own window opens one: a widget that is shown before it has a
// parent flashes up as a window of its own and takes the keyboard with it. Menus, lists and tool tips are no windows.
class WindowWatch : public QObject
{
public:
    WindowWatch() { QCoreApplication::instance()->installEventFilter(this); }
    // Every counter a test has open is a window of its own, of course.
    static void setOwn(QWidget* window) { window->setProperty("kuaiban-own", true); }

    bool eventFilter(QObject* object, QEvent* event) override
    {
        if (event->type() != QEvent::Show || !object->isWidgetType() || object->property("kuaiban-own").toBool())
            return false;
        const auto* widget = static_cast<QWidget*>(object);
        if (widget->windowFlags() & Qt::WindowDoesNotAcceptFocus)
            return false; // the citizen's screen
        if (widget->windowType() == Qt::Widget || widget->windowType() == Qt::Window) {
            if (widget->isWindow())
                QTest::qFail(qPrintable(QStringLiteral("%1 “%2” opened a window of its own")
                                            .arg(QString::fromLatin1(widget->metaObject()->className()),
                                                widget->accessibleName())),
                    __FILE__, __LINE__);
        }
        return false;
    }
};

} // namespace kuaiban::test
