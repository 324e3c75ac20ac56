#pragma once

#include "app/counter/citizen/CitizenScreen.h"
#include "app/counter/citizen/FaceButton.h"
#include "app/counter/kit/ActionButton.h"

#include <QLabel>
#include <QPointingDevice>
#include <QtTest>

// What a citizen does in front of the second screen.
namespace kuaiban::test {

// The visible button of that name, whatever it is made of; null when there is none.
inline QAbstractButton* buttonOf(QWidget* screen, const QString& name)
{
    for (auto* button : screen->findChildren<QAbstractButton*>()) {
        if (button->isVisible() && (button->text() == name || button->accessibleName() == name))
            return button;
    }
    return nullptr;
}

inline bool pressButton(QWidget* screen, const QString& name)
{
    if (!QTest::qWaitFor([&] { return buttonOf(screen, name) != nullptr; }))
        return false;
    QTest::mouseClick(buttonOf(screen, name), Qt::LeftButton);
    return true;
}

// Whatever the language.
inline bool pressFace(QWidget* screen, int grade)
{
    const auto face = [&]() -> counter::FaceButton* {
        for (auto* one : screen->findChildren<counter::FaceButton*>()) {
            if (one->isVisible() && one->grade() == grade)
                return one;
        }
        return nullptr;
    };
    if (!QTest::qWaitFor([&] { return face() != nullptr; }))
        return false;
    QTest::mouseClick(face(), Qt::LeftButton);
    return true;
}

// With a finger; of a touch that nobody takes the platform makes a mouse.
inline bool touchButton(QWidget* screen, const QString& name)
{
    static const std::unique_ptr<QPointingDevice> glass(QTest::createTouchDevice());
    auto* button = buttonOf(screen, name);
    if (!button)
        return false;
    QTest::touchEvent(button->window(), glass.get())
        .press(0, button->mapTo(button->window(), button->rect().center()), button->window());
    QTest::touchEvent(button->window(), glass.get())
        .release(0, button->mapTo(button->window(), button->rect().center()), button->window());
    return true;
}

// Two strokes across each other.
inline void sign(counter::InkPad* pad)
{
    const QPoint middle = pad->rect().center();
    for (const QPoint& way : {QPoint(60, 0), QPoint(0, 45)}) {
        QTest::mousePress(pad, Qt::LeftButton, {}, middle - way);
        for (const QPoint& at : {middle, middle + way}) {
            QMouseEvent move(QEvent::MouseMove, at, pad->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(pad, &move);
        }
        QTest::mouseRelease(pad, Qt::LeftButton, {}, middle + way);
    }
}

// Whether something like that is to be read there.
inline bool reads(QWidget* screen, const QString& text)
{
    for (const auto* label : screen->findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

} // namespace kuaiban::test
