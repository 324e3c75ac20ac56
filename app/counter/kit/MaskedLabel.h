#pragma once

#include "app/counter/look/Look.h"

#include <QTimer>
#include <QWidget>

namespace kuaiban::counter {

class IconButton;
class TextLabel;

// A masked value ("2201**********0014") with an eye. It never holds the full value before the page was allowed to show
// it: pressing the eye asks, the page checks the right, writes the journal and calls reveal(). Hidden again after a
// while and when the label leaves the screen.
class MaskedLabel final : public QWidget
{
    Q_OBJECT

public:
    MaskedLabel(const Look& look, const QString& name, QWidget* parent = nullptr);

    void setMasked(const QString& masked);
    void setRevealable(bool revealable); // no eye without the right
    void reveal(const QString& full, int milliseconds = 15'000);
    void conceal();
    bool isRevealed() const { return m_revealed; }
    QString shownText() const;

Q_SIGNALS:
    void revealRequested();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    Look m_look;
    QString m_masked;
    TextLabel* m_text;
    IconButton* m_eye;
    QTimer m_timer;
    bool m_revealed = false;
};

} // namespace kuaiban::counter
