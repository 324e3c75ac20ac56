#pragma once

#include <QScrollArea>

namespace kuaiban::counter {

// Lets a tall form or card scroll inside its panel: no frame, no background, a strip of its own for the bar at the
// right, and what gets the keyboard comes into sight. Panel::addScrolled() puts the strip into the panel's padding.
class ScrollPane final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ScrollPane(QWidget* content, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;
};

} // namespace kuaiban::counter
