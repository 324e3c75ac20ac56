#pragma once

#include "app/counter/look/Look.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace kuaiban::counter {

class ElidedLabel;
class ScrollPane;
class TextLabel;

// A white sheet with a thin edge: optional title row (title, count, a slot at its right end) above a column of
// contents.
class Panel final : public QWidget
{
    Q_OBJECT

public:
    Panel(const Look& look, const QString& title = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title); // an empty title takes no room
    void setCount(const QString& count); // small grey words after the title: "128"
    void setTitleRole(TextRole role);
    // From the middle to the right end; `overhang` lets a button's own padding reach over the panel's, so that its
    // words end where the contents end.
    void addToTitle(QWidget* widget, int overhang = 0);
    void setPadding(int side); // left and right of title and contents; 14 px by default

    QVBoxLayout* body() const { return m_body; }
    TextLabel* addHeading(const QString& text); // a second heading inside the panel
    void addRule();                             // a thin line from edge to edge of the contents
    ScrollPane* addScrolled(QWidget* content);  // as the only contents: scrolls, the bar runs in the padding
    void addBleeding(QWidget* widget);          // under the contents, reaching from edge to edge of the panel: lists

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showTitleRow();
    void applyPadding();

    Look m_look;
    QWidget* m_titleRow;
    QHBoxLayout* m_titleLayout;
    ElidedLabel* m_title;
    TextLabel* m_count;
    QVBoxLayout* m_body;
    QVBoxLayout* m_column;
    int m_side = Metrics::panelPadding - 1; // the edge takes one pixel
    int m_overhang = 0;
    bool m_scrolled = false;
    bool m_bleeds = false;
};

// A one-pixel line in the colour of the panel edges.
class Rule final : public QWidget
{
    Q_OBJECT

public:
    explicit Rule(const Look& look, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor m_colour;
};

} // namespace kuaiban::counter
