#pragma once

#include "app/counter/look/Look.h"

#include <QLayout>
#include <QWidget>

namespace kuaiban::counter {

// Items side by side, wrapping to further lines.
class WrapLayout final : public QLayout
{
    Q_OBJECT

public:
    explicit WrapLayout(int gap, QWidget* parent = nullptr);
    ~WrapLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool apply) const;

    QVector<QLayoutItem*> m_items;
    int m_gap;
};

// Common phrases under a text ("1 同意  2 材料不齐"): one press writes one. The page gives them Alt+1 to Alt+9 through
// the action registry and calls choose().
class QuickPhrases final : public QWidget
{
    Q_OBJECT

public:
    explicit QuickPhrases(const Look& look, const QString& title, QWidget* parent = nullptr);

    void setPhrases(const QStringList& phrases); // the first nine
    void choose(int number);                     // 1 to 9; nothing happens where there is none

Q_SIGNALS:
    void phraseChosen(const QString& phrase);

private:
    Look m_look;
    WrapLayout* m_row;
    QVector<QWidget*> m_buttons;
    QStringList m_phrases;
};

} // namespace kuaiban::counter
