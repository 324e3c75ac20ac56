#include "Receipts.h"

#include "ReceiptData.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

Receipts::Receipts(const PageContext& context, QObject* parent) : QObject(parent), m_context(context)
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

QFuture<Result<QByteArray>> Receipts::render(const casework::Case& state, const ItemPtr& item)
{
    const auto data = receiptData(state, *item, m_context.hub);
    const documents::PdfMeta meta{state.openedAt, u"收件回执 %1"_s.arg(state.number), state.office, u"zh-CN"_s};
    return m_context.session.definition(u"template"_s, item->item.receiptTemplate)
        .then(this, [this, data, meta](const Result<QByteArray>& definition) {
            return m_context.press.print(definition.value_or(QByteArray()), data, meta);
        })
        .unwrap();
}

void Receipts::print(const QByteArray& pdf, const QString& title)
{
    m_titles.insert(m_context.devices.printer().print({pdf, title, 1}), title);
}

} // namespace kuaiban::counter
