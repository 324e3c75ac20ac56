#include "CasePapers.h"

#include "modules/base/InMainThread.h"
#include "ReceiptData.h"

#include "app/counter/equipment/SlipSheet.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

QList<CasePaper> papersOf(const TakenCase& taken)
{
    const auto& item = taken.item->item;
    // Nothing was accepted yet, or ever: no receipt says so.
    if (taken.state.phase == casework::Phase::Supplement)
        return {{CasePaper::Kind::Pages, item.templateOf(u"supplement-notice"_s)}};
    if (taken.state.phase == casework::Phase::NotAccepted)
        return {{CasePaper::Kind::Pages, item.templateOf(u"refusal-decision"_s)}};
    if (taken.state.phase == casework::Phase::Refused)
        return {{CasePaper::Kind::Pages, item.templateOf(u"denial-decision"_s)}};
    if (taken.state.phase == casework::Phase::Completed) {
        const bool hasSlip = taken.state.collection.at != 0 && item.notices.contains(u"collection-slip"_s);
        return {{CasePaper::Kind::Pages, item.templateOf(hasSlip ? u"collection-slip"_s : u"result-notice"_s)}};
    }
    QList<CasePaper> papers;
    if (!item.slipTemplate.isEmpty())
        papers.append({CasePaper::Kind::Slip, item.slipTemplate});
    papers.append({CasePaper::Kind::Pages, item.receiptTemplate});
    for (const auto& document : item.documents) {
        if (!document.onlyWithMaterials || !taken.state.materials.isEmpty())
            papers.append({CasePaper::Kind::Pages, document.id});
    }
    return papers;
}

QList<CasePaper> papersToPrint(const TakenCase& taken, const DeviceSet& devices)
{
    QList<CasePaper> pages;
    QList<CasePaper> wanted;
    for (const auto& paper : papersOf(taken)) {
        const bool slip = paper.kind == CasePaper::Kind::Slip;
        if (!slip)
            pages.append(paper);
        if (devices.has(slip ? DeviceFamily::Receipt : DeviceFamily::Printer))
            wanted.append(paper);
    }
    return wanted.isEmpty() ? pages : wanted;
}

QFuture<Result<QByteArray>> CasePapers::definition(const CasePaper& paper) const
{
    return m_context.session.definition(u"template"_s, paper.templateId);
}

QFuture<Result<PressedPage>> CasePapers::pages(
    const TakenCase& taken, const CasePaper& paper, const QString& mark) const
{
    const auto& state = taken.state;
    const auto data = receiptData(state, *taken.item, m_context.publicBase, mark);
    const documents::PdfMeta meta{state.openedAt, state.number, state.office, u"zh-CN"_s};
    return definition(paper)
        .then(m_owner,
            [press = &m_context.press, data, meta](
                const Result<QByteArray>& bytes) { return press->pressPage(bytes.value_or(QByteArray()), data, meta); })
        .unwrap();
}

QFuture<Result<PressedSlip>> CasePapers::slip(const TakenCase& taken, const CasePaper& paper, const QString& mark) const
{
    const auto data = receiptData(taken.state, *taken.item, m_context.publicBase, mark);
    return definition(paper)
        .then(m_owner,
            [press = &m_context.press, data, columns = m_context.devices.receiptColumns()](
                const Result<QByteArray>& bytes) {
                return press->pressSlip(bytes.value_or(QByteArray()), data, columns);
            })
        .unwrap();
}

QFuture<Result<PressedPage>> CasePapers::sheet(const TakenCase& taken, const CasePaper& paper) const
{
    if (paper.kind == CasePaper::Kind::Pages)
        return pages(taken, paper, {});
    return inMainThread(
        slip(taken, paper, {})
            .then(QtFuture::Launch::Async, [](const Result<PressedSlip>& pressed) -> Result<PressedPage> {
                if (!pressed)
                    return fail(pressed.error());
                KB_TRY(auto pdf, slipSheet(pressed->receipt));
                return PressedPage{pressed->name, std::move(pdf)};
            }));
}

} // namespace kuaiban::counter
