#pragma once

#include "app/counter/look/Look.h"

#include <QPointer>
#include <QPushButton>

class QAction;

namespace kuaiban::counter {

// A button that says its own key: "提交  F9". Bound to an action it follows its text, key, enabled and checked state.
class ActionButton : public QPushButton
{
    Q_OBJECT

public:
    ActionButton(const Look& look, ButtonRole role, const QString& text = {}, QWidget* parent = nullptr);
    ActionButton(const Look& look, ButtonRole role, QAction* action, QWidget* parent = nullptr);

    void setAction(QAction* action);
    QAction* action() const;
    void setKeyText(const QString& keyText); // shown beside the text, e.g. "F9"; for buttons without an action
    QString keyText() const { return m_keyText; }
    // Where room is short the key is not drawn but stands in the tool tip; `keyRoom` is the width it takes. A button
    // whose key yields asks for no more than the room of its words.
    void setKeyShown(bool shown);
    void setKeyYielding();
    int keyRoom() const;
    void setGlyph(Glyph glyph);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    void tip();

    Look m_look;
    QPointer<QAction> m_action;
    QString m_keyText;
    bool m_keyShown = true;
    bool m_keyYields = false;
};

// A square button with an icon alone; `name` is its tool tip and what a screen reader says.
class IconButton final : public QAbstractButton
{
    Q_OBJECT

public:
    IconButton(const Look& look, Glyph glyph, const QString& name, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
};

} // namespace kuaiban::counter
