#include "CasePapers.h"

#include "app/counter/pagework/PageWork.h"
#include "modules/base/InMainThread.h"
#include "ReceiptData.h"

#include "app/counter/equipment/SlipSheet.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

const QString Confirmation = u"confirmation"_s; // names of notices
const QString CollectionSlip = u"collection-slip"_s;

// What was signed on the screen for a paper, and the field of its template where it belongs.
struct Hand
{
    QString digest; // empty for none
    QString field;
};

Hand handOn(const TakenCase& taken, const CasePaper& paper)
{
    const auto& item = taken.item->item;
    const auto last = [](const QList<casework::Page>& pages) { // a scanned page is a paper of its own
        const auto drawn = std::find_if(pages.rbegin(), pages.rend(), isDrawing);
        return drawn == pages.rend() ? QString() : drawn->digest;
    };
    const auto& confirmation = taken.state.confirmation;
    if (paper.templateId == item.templateOf(Confirmation) && !confirmation.isOutdated)
        return {last(confirmation.signature), u"applicant_signature"_s};
    if (paper.templateId == item.templateOf(CollectionSlip))
        return {last(taken.state.collection.signature), u"collector_signature"_s};
    return {};
}

} // namespace

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
        const bool hasSlip = taken.state.collection.at != 0 && item.notices.contains(CollectionSlip);
        return {{CasePaper::Kind::Pages, item.templateOf(hasSlip ? CollectionSlip : u"result-notice"_s)}};
    }
    QList<CasePaper> papers;
    if (!item.slipTemplate.isEmpty())
        papers.append({CasePaper::Kind::Slip, item.slipTemplate});
    papers.append({CasePaper::Kind::Pages, item.receiptTemplate});
    if (item.notices.contains(Confirmation))
        papers.append({CasePaper::Kind::Pages, item.templateOf(Confirmation)});
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
    // Where this window gives only one of them along, the slip stands for the receipt or the receipt for the slip; what
    // is signed, or goes to the file, is printed all the same.
    const CasePaper slip{CasePaper::Kind::Slip, taken.item->item.slipTemplate};
    const CasePaper receipt{CasePaper::Kind::Pages, taken.item->item.receiptTemplate};
    const auto handout = devices.chosenFor(u"handout"_s);
    if (handout && wanted.contains(slip) && wanted.contains(receipt))
        wanted.removeOne(handout == DeviceFamily::Receipt ? receipt : slip);
    return wanted.isEmpty() ? pages : wanted;
}

QFuture<Result<QByteArray>> CasePapers::definition(const CasePaper& paper) const
{
    return m_context.session.definition(u"template"_s, paper.templateId);
}

QFuture<Result<QJsonObject>> CasePapers::pageData(
    const TakenCase& taken, const CasePaper& paper, const QString& mark) const
{
    const auto hand = handOn(taken, paper);
    const auto picture = hand.digest.isEmpty() ? QtFuture::makeReadyFuture(Result<QByteArray>(QByteArray()))
                                               : m_context.session.file(hand.digest);
    return m_words->load(CodeWords::tablesOf(taken.item->form))
        .then(m_owner, [picture] { return picture; })
        .unwrap()
        .then(m_owner, [this, taken, mark, hand](const Result<QByteArray>& png) -> Result<QJsonObject> {
            if (!png)
                return fail(png.error());
            auto data = receiptData(taken.state, *taken.item, m_context.publicBase, mark, m_words);
            if (!png->isEmpty()) {
                data.insert(hand.field, QString::fromLatin1(png->toBase64()));
                data.insert(u"signed_at"_s, rfc3339(taken.state.openedAt)); // he signs what is opened then
            }
            return data;
        });
}

QFuture<Result<PressedPage>> CasePapers::pages(
    const TakenCase& taken, const CasePaper& paper, const QString& mark) const
{
    const auto& state = taken.state;
    const documents::PdfMeta meta{state.openedAt, state.number, state.office, u"zh-CN"_s};
    return definition(paper)
        .then(m_owner,
            [this, taken, paper, mark, meta](const Result<QByteArray>& bytes) {
                return pageData(taken, paper, mark)
                    .then(m_owner,
                        [press = &m_context.press, bytes, meta](const Result<QJsonObject>& data) {
                            return data ? press->pressPage(bytes.value_or(QByteArray()), *data, meta)
                                        : QtFuture::makeReadyFuture(Result<PressedPage>(fail(data.error())));
                        })
                    .unwrap();
            })
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
