#include "SeparatorSheets.h"

#include "app/counter/pagework/SeparatorCode.h"
#include "modules/base/Clock.h"

#include <QJsonObject>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

SeparatorSheets::SeparatorSheets(const PageContext& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    auto& printer = context.devices.printer();
    connect(&printer, &PageDesk::printed, this, [this](int ticket) {
        if (m_tickets.remove(ticket))
            Q_EMIT said(tr("The separator sheet is printed."), Tone::Good);
    });
    connect(&printer, &PageDesk::waits, this, [this](int ticket, const Error& why) {
        if (m_tickets.contains(ticket))
            Q_EMIT failed(why);
    });
    connect(&printer, &PageDesk::failed, this, [this](int ticket, const Error& error) {
        if (m_tickets.remove(ticket))
            Q_EMIT failed(error);
    });
}

void SeparatorSheets::offer(const QList<PaperLine>& papers, QWidget* window)
{
    if (m_busy)
        return;
    m_busy = true;
    m_window = window;
    m_sheets.clear();
    m_pages.clear();
    m_context.session.definition(u"template"_s, u"separator-sheet"_s)
        .then(this, [this, papers](const Result<QByteArray>& bytes) {
            if (!bytes) {
                m_busy = false;
                Q_EMIT failed(bytes.error());
                return;
            }
            m_template = *bytes;
            press(QList<PaperLine>{{{}, u"下一份材料"_s}} + papers);
        });
}

// One after another: there is one press.
void SeparatorSheets::press(QList<PaperLine> papers)
{
    if (papers.isEmpty()) {
        m_busy = false;
        show();
        return;
    }
    const auto paper = papers.takeFirst();
    const qint64 now = m_context.session.clock().nowMs();
    m_context.press
        .pressPage(m_template, {{u"paper"_s, paper.name}, {u"code"_s, separatorCode(paper.id)}},
            {now, paper.name, {}, u"zh-CN"_s})
        .then(this, [this, papers, name = paper.name](const Result<PressedPage>& page) {
            if (!page) {
                m_busy = false;
                Q_EMIT failed(page.error());
                return;
            }
            m_pages.append(*page);
            m_sheets.append({name, page->pdf});
            press(papers);
        });
}

void SeparatorSheets::show()
{
    if (!m_window)
        return;
    if (!m_preview) {
        m_preview = new DocumentPreview(m_context.look, m_window);
        connect(m_preview, &DocumentPreview::printRequested, this, &SeparatorSheets::print);
    }
    m_preview->show(m_sheets, tr("Separator sheets for the feeder"));
}

void SeparatorSheets::print(int index)
{
    if (index < 0 || index >= m_sheets.size())
        return;
    const auto sheet = m_sheets.takeAt(index);
    m_tickets.insert(m_context.devices.printer().print(m_pages.takeAt(index), sheet.name));
    m_preview->close();
    if (!m_sheets.isEmpty())
        show();
}

} // namespace kuaiban::counter
