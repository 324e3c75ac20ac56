#pragma once

#include "app/counter/kit/MessageBar.h"

#include <QAccessible>
#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QtTest>

// What a person does at the counter: keys go to whatever has the keyboard, never to a widget the test chose, and things
// are found by the name that is read out for them.
namespace kuaiban::test {

inline QWidget* keyboardOwner()
{
    return QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow();
}

inline void press(Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier)
{
    QTest::keyClick(keyboardOwner(), key, held);
}

// Letters and digits as keys, everything else as an input method commits it.
inline void type(const QString& text)
{
    for (const auto& piece : text) {
        if (piece.unicode() < 0x80) {
            QTest::keyClick(keyboardOwner(), piece.toLatin1());
        } else {
            QInputMethodEvent commit;
            commit.setCommitString(QString(piece));
            QApplication::sendEvent(keyboardOwner(), &commit);
        }
    }
}

// Begins, goes on with, or (with no text) gives up a composition in the field that has the keyboard.
inline void compose(const QString& unfinished)
{
    QInputMethodEvent preedit(unfinished, {});
    QApplication::sendEvent(keyboardOwner(), &preedit);
}

// The name a screen reader says. A choice box calls itself by what is chosen; what it is for is told by its label.
inline QString spokenName(QWidget* widget)
{
    auto* interface = QAccessible::queryAccessibleInterface(widget);
    if (!interface)
        return {};
    if (interface->role() == QAccessible::ComboBox) {
        for (const auto& [label, relation] : interface->relations(QAccessible::Label))
            return label->text(QAccessible::Name);
    }
    return interface->text(QAccessible::Name);
}

inline QString focusName()
{
    return QApplication::focusWidget() ? spokenName(QApplication::focusWidget()) : QString();
}

// The visible widget of that kind and name, or null.
template<class Widget>
Widget* named(QWidget* within, const QString& name)
{
    for (auto* widget : within->findChildren<Widget*>()) {
        if (widget->isVisible() && spokenName(widget) == name)
            return widget;
    }
    return nullptr;
}

// The visible widget of that kind; null if there is none or more than one.
template<class Widget>
Widget* only(QWidget* within)
{
    Widget* found = nullptr;
    for (auto* widget : within->findChildren<Widget*>()) {
        if (!widget->isVisible())
            continue;
        if (found)
            return nullptr;
        found = widget;
    }
    return found;
}

// Whether these words stand on the screen, in a label.
inline bool shows(QWidget* within, const QString& words)
{
    const auto labels = within->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
}

// What the page says in its place for messages; empty while it says nothing.
inline counter::Message messageOn(QWidget* page)
{
    auto* bar = only<counter::MessageBar>(page);
    return bar ? bar->message() : counter::Message{};
}

// All that the page says from here on: one message may replace another before a test looks.
class MessageLog final : public QObject
{
public:
    explicit MessageLog(QWidget* page)
        : m_bars(page->findChildren<counter::MessageBar*>())
    {
        qApp->installEventFilter(this);
    }

    bool contains(const QString& what) const { return m_told.contains(what); }

protected:
    bool eventFilter(QObject*, QEvent*) override // what was said in one event still stands when the next one comes
    {
        for (const auto* bar : std::as_const(m_bars)) {
            const auto what = bar->message().what;
            if (!what.isEmpty() && (m_told.isEmpty() || m_told.constLast() != what))
                m_told.append(what);
        }
        return false;
    }

private:
    QList<counter::MessageBar*> m_bars;
    QStringList m_told;
};

} // namespace kuaiban::test
