#pragma once

#include "app/counter/look/Look.h"

#include <QLineEdit>

namespace kuaiban::counter {

// A search field with a magnifying glass; its key is shown at the right end while it is empty. Esc empties it, a second
// Esc gives the keyboard back.
class SearchBox final : public QLineEdit
{
    Q_OBJECT

public:
    SearchBox(const Look& look, const QString& prompt, QWidget* parent = nullptr);

    void setKeyText(const QString& keyText);

Q_SIGNALS:
    void searched(const QString& text); // Enter
    void left();                        // Esc in an empty field

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int capWidth() const;
    void keepRoom();

    Look m_look;
    QString m_keyText;
};

} // namespace kuaiban::counter
