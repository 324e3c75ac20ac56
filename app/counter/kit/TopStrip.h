#pragma once

#include "app/counter/look/Look.h"

#include <QWidget>

class QHBoxLayout;
class QMenu;

namespace kuaiban::counter {

class ActionButton;
class ElidedLabel;
class SearchBox;

// The strip above every page: brand, hall and window, room for the call bar, the one search field, the clerk's name.
class TopStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit TopStrip(const Look& look, QWidget* parent = nullptr);

    void setPlace(const QString& place); // "丹东市人社服务大厅 · 3 号窗口"
    void setMiddle(QWidget* widget);     // the call bar; takes ownership
    // What is shown, and all of it where that is shorter.
    void setPerson(const QString& person, const QString& everything = {});
    void setPersonMenu(QMenu* menu);
    SearchBox* search() const { return m_search; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    QHBoxLayout* m_row;
    ElidedLabel* m_place;
    QWidget* m_middle = nullptr;
    SearchBox* m_search;
    ActionButton* m_person;
};

} // namespace kuaiban::counter
