#include "HandoverList.h"

#include "app/counter/shell/Words.h"
#include "modules/base/Clock.h"

#include <QJsonArray>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

struct Papers
{
    int kinds = 0;
    int copies = 0;
    qsizetype pages = 0;
};

// What lies in the folder: electronic papers and what shared data stands for do not.
Papers papersIn(const casework::Case& state)
{
    Papers papers;
    for (const auto& material : state.materials) {
        const bool isThere = material.state == "supplied"_L1 || material.state.isEmpty();
        if (!isThere || material.form == "electronic"_L1)
            continue;
        ++papers.kinds;
        papers.copies += std::max(material.copies, 1);
        papers.pages += material.pages.size();
    }
    return papers;
}

} // namespace

QJsonObject handoverData(const QList<casework::Case>& cases, const QString& clerk, qint64 nowMs,
    const std::function<QString(const QString& item)>& itemName)
{
    QJsonArray rows;
    Papers all;
    QString hall;
    QString window;
    for (const auto& state : cases) {
        const auto papers = papersIn(state);
        if (papers.kinds == 0)
            continue;
        hall = state.office;
        window = state.window;
        rows.append(QJsonObject{{u"no"_s, rows.size() + 1}, {u"case_no"_s, state.number},
            {u"applicant"_s, state.applicantName()}, {u"item"_s, itemName(state.item)}, {u"papers"_s, papers.kinds},
            {u"copies"_s, papers.copies}, {u"pages"_s, papers.pages}});
        all.kinds += papers.kinds;
        all.copies += papers.copies;
        all.pages += papers.pages;
    }
    if (rows.isEmpty())
        return {};
    // Unique in a hall: a window makes no two lists in a minute.
    const QString number =
        "JJ%1%2-%3"_L1.arg(legalDate(nowMs).toString(u"yyyyMMdd"_s), legalTime(nowMs).toString(u"HHmm"_s), window);
    return {{u"list_no"_s, number}, {u"case_no"_s, number}, {u"made_at"_s, rfc3339(nowMs)}, {u"hall"_s, hall},
        {u"window"_s, window}, {u"clerk"_s, clerk}, {u"count"_s, rows.size()}, {u"cases"_s, rows},
        {u"papers"_s, all.kinds}, {u"copies"_s, all.copies}, {u"pages"_s, all.pages}};
}

HandoverList::HandoverList(const PageContext& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    auto& pages = context.devices.printer();
    connect(&pages, &PageDesk::printed, this, [this](int ticket) {
        if (m_tickets.remove(ticket))
            Q_EMIT told({Tone::Good, tr("The list is printed."), {}, {}, {}});
    });
    const auto tell = [this](
                          const Error& error) { Q_EMIT told(messageFor(error, m_context.manual, m_context.language)); };
    connect(&pages, &PageDesk::waits, this, [this, tell](int ticket, const Error& why) {
        if (m_tickets.contains(ticket))
            tell(why);
    });
    connect(&pages, &PageDesk::failed, this, [this, tell](int ticket, const Error& error) {
        if (m_tickets.remove(ticket))
            tell(error);
    });
}

void HandoverList::begin(const QStringList& streams, const QHash<QString, QString>& itemNames, QWidget* window)
{
    if (m_busy)
        return;
    m_busy = true;
    m_itemNames = itemNames;
    m_window = window;
    m_cases.clear();
    gather(streams);
}

void HandoverList::gather(QStringList streams)
{
    if (streams.isEmpty()) {
        press();
        return;
    }
    const QString stream = streams.takeFirst();
    m_context.session.view(stream).then(this, [this, streams](const Result<casework::Case>& state) {
        if (state && state->exists())
            m_cases.append(*state);
        gather(streams);
    });
}

void HandoverList::press()
{
    const qint64 now = m_context.session.clock().nowMs();
    const auto data = handoverData(m_cases, m_context.session.user().name, now,
        [this](const QString& item) { return m_itemNames.value(item, item); });
    if (data.isEmpty()) {
        m_busy = false;
        Q_EMIT told({Tone::Attention, tr("None of the cases in the list holds papers to be carried."), {}, {}, {}});
        return;
    }
    const documents::PdfMeta meta{
        now, data.value("list_no"_L1).toString(), data.value("hall"_L1).toString(), u"zh-CN"_s};
    m_context.session.definition(u"template"_s, u"handover-list"_s)
        .then(this,
            [press = &m_context.press, data, meta](
                const Result<QByteArray>& bytes) { return press->pressPage(bytes.value_or(QByteArray()), data, meta); })
        .unwrap()
        .then(this, [this, title = meta.title](const Result<PressedPage>& page) {
            m_busy = false;
            if (!page) {
                Q_EMIT told(messageFor(page.error(), m_context.manual, m_context.language));
                return;
            }
            m_page = *page;
            m_sheet = {u"%1 %2"_s.arg(page->name, title), page->pdf};
            if (!m_window)
                return;
            if (!m_preview) {
                m_preview = new DocumentPreview(m_context.look, m_window);
                connect(m_preview, &DocumentPreview::printRequested, this, [this] {
                    m_preview->close();
                    m_tickets.insert(m_context.devices.printer().print(m_page, m_sheet.name));
                });
            }
            m_preview->show({m_sheet}, tr("Papers to be carried to the back office"));
        });
}

} // namespace kuaiban::counter
