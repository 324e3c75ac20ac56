#pragma once

#include "app/counter/look/Look.h"

#include <QWidget>

namespace kuaiban::counter {

class ElidedLabel;
class TextLabel;

// One value of a form: label above, editor, hint below. The hint keeps its place, so no message ever moves the page.
// The editor takes its accessible name and description from here.
class Field final : public QWidget
{
    Q_OBJECT

public:
    Field(const Look& look, const QString& label, QWidget* editor, QWidget* parent = nullptr);

    QWidget* editor() const { return m_editor; }
    template<class Editor>
    Editor* editorAs() const
    {
        return qobject_cast<Editor*>(m_editor);
    }
    QString label() const { return m_labelText; }

    void setHint(const QString& hint, Tone tone = Tone::Secondary); // shown while there is no error to tell
    void setRequired(bool required);
    void setMinimumCharacters(int characters); // Chinese characters the value needs; the grid then gives the room
    void setNormal();
    void setFilled(const QString& source);   // tinted, "来自身份证"; may be changed
    void setReadOnly(const QString& source); // tinted, skipped by Tab and Enter
    void setAttention(const QString& text);
    void setError(const QString& text);
    FieldState state() const { return m_state; }
    QString shownHint() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void change(FieldState state, const QString& text, Tone tone);
    void describe();
    QWidget* focusWidgetOfEditor() const;
    void applyReadOnly(bool readOnly);

    Look m_look;
    QString m_labelText;
    QString m_plainHint;
    Tone m_plainTone = Tone::Secondary;
    TextLabel* m_star;
    QWidget* m_editor;
    ElidedLabel* m_hint;
    FieldState m_state = FieldState::Normal;
    Qt::FocusPolicy m_focusPolicy;
};

} // namespace kuaiban::counter
