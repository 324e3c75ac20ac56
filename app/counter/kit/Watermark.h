#pragma once

#include "app/counter/look/Look.h"

#include <QWidget>

namespace kuaiban::counter {

// Faint slanted words over a page that shows personal data, so that a photo of the screen names who took it. Lies over
// its parent, follows its size and lets every click through.
class Watermark final : public QWidget
{
    Q_OBJECT

public:
    Watermark(const Look& look, QWidget* page);

    void setWords(const QString& words); // "陈思远 3 号窗口 2026-11-21 09:42"

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    QString m_words;
};

} // namespace kuaiban::counter
