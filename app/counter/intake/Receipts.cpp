#include "Receipts.h"

#include "ReceiptData.h"

#include "app/counter/shell/DocumentPreview.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

Receipts::Receipts(const PageContext& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    auto& printer = context.devices.printer();
    connect(&printer, &devices::PageStation::printed, this, [this](int ticket) {
        if (m_titles.contains(ticket))
            Q_EMIT printed(m_titles.take(ticket));
    });
    connect(&printer, &devices::PageStation::failed, this, [this](int ticket, const Error& error) {
        if (m_titles.remove(ticket))
            Q_EMIT failed(error);
    });
}

void Receipts::take(const casework::Case& state, const ItemPtr& item)
{
    m_case = state;
    m_item = item;
    printAgain();
}

void Receipts::printAgain()
{
    if (!hasLast())
        return;
    render().then(this, [this](const Result<QByteArray>& pdf) {
        if (!pdf)
            Q_EMIT failed(pdf.error());
        else
            print(*pdf);
    });
}

void Receipts::preview(QWidget* window)
{
    if (!hasLast())
        return;
    render().then(this, [this, window](const Result<QByteArray>& pdf) {
        if (!pdf) {
            Q_EMIT failed(pdf.error());
            return;
        }
        if (!m_preview) {
            m_preview = new DocumentPreview(m_context.look, window);
            connect(m_preview, &DocumentPreview::printRequested, this, [this] {
                print(m_preview->pdf());
                m_preview->close();
            });
        }
        m_preview->show(*pdf, tr("Receipt %1").arg(m_case.number));
    });
}

QFuture<Result<QByteArray>> Receipts::render()
{
    const auto data = receiptData(m_case, *m_item, m_context.hub);
    const documents::PdfMeta meta{m_case.openedAt, u"收件回执 %1"_s.arg(m_case.number), m_case.office, u"zh-CN"_s};
    return m_context.session.definition(u"template"_s, m_item->item.receiptTemplate)
        .then(this,
            [this, data, meta](const Result<QByteArray>& definition) {
                return m_context.press.print(definition.value_or(QByteArray()), data, meta);
            })
        .unwrap();
}

void Receipts::print(const QByteArray& pdf)
{
    m_titles.insert(m_context.devices.printer().print({pdf, m_case.number, 1}), m_case.number);
}

} // namespace kuaiban::counter
