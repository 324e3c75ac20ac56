#include "TextArea.h"

#include <QTextDocument>

namespace kuaiban::counter {

TextArea::TextArea(const Look& look, int lines, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_lines(lines)
    , m_lineHeight(look.lineHeight(TextRole::Body))
{
    setTabChangesFocus(true);
    setFont(look.font(TextRole::Body));
    document()->setDocumentMargin(7);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false); // the style paints the field behind it
    QPalette clear = palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    setPalette(clear);
}

QSize TextArea::sizeHint() const
{
    return {160, m_lines * m_lineHeight + 2 * (int(document()->documentMargin()) + frameWidth())};
}

} // namespace kuaiban::counter
