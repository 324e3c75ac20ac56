#pragma once

#include "app/counter/look/Look.h"

#include <QPlainTextEdit>

namespace kuaiban::counter {

// Several lines of text. Enter is a new line, Tab goes on to the next field.
class TextArea final : public QPlainTextEdit
{
    Q_OBJECT

public:
    TextArea(const Look& look, int lines, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    int m_lines;
    int m_lineHeight;
};

} // namespace kuaiban::counter
