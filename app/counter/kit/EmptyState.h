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
    void setAction(QAction* action);
    // Lies over the room of this view, so that the view stays where it is and keeps the keyboard while it is empty.
    void layOver(QAbstractScrollArea* view);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    Glyph m_glyph;
    QWidget* m_picture;
    TextLabel* m_title;
    TextLabel* m_advice;
    QWidget* m_button = nullptr;
};

} // namespace kuaiban::counter
