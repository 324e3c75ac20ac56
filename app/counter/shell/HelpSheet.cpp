#include "HelpSheet.h"

#include "app/counter/kit/ActionRegistry.h"
#include "app/counter/kit/Panel.h"

#include <QFile>
#include <QKeyEvent>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

static void initialiseHelpResource()
{
    Q_INIT_RESOURCE(
        counter_help); // a static library's resources are dropped by the linker unless someone asks for them
}

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize TextSize(720, 470);
constexpr int BetweenParagraphs = 8;

// Markdown knows no room between paragraphs.
void spread(QTextDocument* document)
{
    for (auto block = document->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        auto format = block.blockFormat();
        format.setBottomMargin(BetweenParagraphs);
        cursor.setBlockFormat(format);
    }
}

} // namespace

HelpSheet::HelpSheet(const Look& look, ActionRegistry& registry, QWidget* window)
    : Overlay(look, window)
    , m_registry(registry)
    , m_text(new QTextBrowser)
{
    sheet()->setCount(tr("Esc closes"));
    m_text->setFont(look.font(TextRole::Body));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Help"));
    m_text->setFixedSize(TextSize);
    sheet()->body()->addWidget(m_text);
    connect(this, &Overlay::closed, this, [this] { m_registry.release(); });
}

QString HelpSheet::textOf(const QString& page)
{
    initialiseHelpResource();
    QFile file(u":/help/%1.md"_s.arg(page));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void HelpSheet::open()
{
    const QString text = textOf(m_registry.context());
    if (isVisible() || text.isEmpty())
        return;
    sheet()->setTitle(tr("Help: %1").arg(m_registry.contextTitle(m_registry.context())));
    m_text->setMarkdown(text);
    spread(m_text->document());
    m_text->document()->setTextWidth(TextSize.width() - 2 * BetweenParagraphs);
    const int needed = static_cast<int>(m_text->document()->size().height()) + BetweenParagraphs;
    m_text->setFixedHeight(std::min(needed, TextSize.height()));
    m_registry.hold();
    Overlay::open();
    m_text->setFocus(Qt::OtherFocusReason); // the arrows scroll
}

void HelpSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F1)
        close();
    Overlay::keyPressEvent(event);
}

} // namespace kuaiban::counter
