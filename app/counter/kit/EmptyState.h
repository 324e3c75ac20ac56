#pragma once

#include "app/counter/look/Look.h"

#include <QWidget>

class QAbstractScrollArea;
class QAction;

namespace kuaiban::counter {

class TextLabel;

// What stands where nothing is yet: an icon, what it means, what to do; the button is the way on.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const Look& look, Glyph glyph, const QString& title, const QString& advice, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& advice);
    void setWaiting(bool waiting); // what is to stand here was asked for and is on its way
    void setAction(QAction* action);
    // Lies over the room of this view, so that the view stays where it is and keeps the keyboard while it is empty.
    void layOver(QAbstractScrollArea* view);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void tell();

    Look m_look;
    Glyph m_glyph;
    QWidget* m_picture;
    TextLabel* m_title;
    TextLabel* m_advice;
    QWidget* m_button = nullptr;
    QString m_ownTitle;
    QString m_ownAdvice;
    bool m_waiting = false;
};

} // namespace kuaiban::counter
