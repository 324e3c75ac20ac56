#include "IntakePage.h"

#include "app/counter/casefile/FormPane.h"
#include "app/counter/citizen/CitizenDesk.h"
#include "app/counter/citizen/Evaluation.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/pagework/PageWork.h"
#include "app/counter/papers/MaterialPane.h"
#include "app/counter/papers/SignatureSheet.h"
#include "ConfirmRows.h"
#include "ConfirmSheet.h"

#include <QAction>

#include <algorithm>

// What the citizen is asked: to check his case, to sign, to evaluate the service.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Signature = "signature"_L1; // how a paper is captured

} // namespace

void IntakePage::buildCitizen()
{
    auto* unask = addPageAction(u"unask"_s, tr("Take the question back from the citizen"),
        QKeySequence(Qt::CTRL | Qt::Key_E), [this] { m_citizen.takeBack(); });
    m_header->addTool(new ActionButton(look(), ButtonRole::Quiet, unask));
    m_evaluation = new Evaluation(m_citizen, unask, this);
    connect(m_evaluation, &Evaluation::failed, this, qOverload<const Error&>(&IntakePage::say));
    connect(&m_citizen, &CitizenDesk::confirmed, this, &IntakePage::takeConfirmation);
    connect(&m_citizen, &CitizenDesk::objected, this, [this](const QString& id) {
        if (draft().id != id || !m_confirm)
            return;
        endConfirming();
        say(tr("The citizen says that something is wrong. Ask what it is and put it right; F9 shows it again."),
            Tone::Attention);
    });
    connect(&m_citizen, &CitizenDesk::away, this, [this](const QString& id) {
        if (m_confirm && m_confirmedDraft == id)
            m_confirm->tellOfCitizen(
                tr("The second screen shows it no longer: let the citizen check here."), Tone::Attention);
    });
    connect(m_feed, &PageFeed::pageReady, this, &IntakePage::takeSignature, Qt::QueuedConnection); // it is in the draft
    connect(m_feed, &PageFeed::failed, this, [this] { m_signing.clear(); });
}

// The signature is all that is missing, and the citizen can be asked for it.
bool IntakePage::willSign() const
{
    if (!m_citizen.hasScreen() || !ConfirmSheet::isAskedFor(m_item->item))
        return false;
    bool signs = false;
    for (const auto& need : m_papers->needs()) {
        if (need.isMissing() && need.material->capture != Signature)
            return false;
        signs = signs || need.isMissing();
    }
    return signs;
}

// What he wrote under what is still in the case. A scanned paper bears his hand already, and one from an earlier case
// was signed for that.
QList<casework::Page> IntakePage::signature() const
{
    const auto page = m_drafts->book().current().signedPage(today());
    return page && ConfirmSheet::isAskedFor(m_item->item) ? QList{*page} : QList<casework::Page>{};
}

// He drew it under what he was shown, or on a paper that the clerk gave him to sign.
void IntakePage::noteSignature(IntakeDraft* draft, const PaperPlace& place, const casework::Page& page)
{
    collect();
    const bool shown = draft->id == m_confirmedDraft && draft->id == m_signing;
    draft->sign(page, shown ? m_confirmedBody : draft->openingBody(), today(), place.paper);
}

bool IntakePage::isSignature(const PaperPlace& place, const casework::Page& page) const
{
    const auto* asked = m_item && place.role.isEmpty() ? m_item->item.material(place.paper) : nullptr;
    return asked && asked->capture == Signature && isDrawing(page);
}

void IntakePage::confirm(const QString& note)
{
    if (!m_confirm) {
        m_confirm = new ConfirmSheet(look(), window());
        connect(m_confirm, &ConfirmSheet::confirmed, this, [this] { takeConfirmation(draft().id, {}); });
        connect(m_confirm, &ConfirmSheet::signatureWanted, this, &IntakePage::signHere);
        connect(m_confirm, &ConfirmSheet::closed, this, [this] {
            if (m_citizen.doing() == CitizenDesk::Doing::Reading)
                m_citizen.takeBack();
        });
    }
    collect();
    m_confirmedDraft = draft().id;
    m_confirmedBody = draft().openingBody();
    const auto rows = [this, &note](const QString& language) {
        return confirmRows(draft(), *m_item, m_form->state(), *m_words, context().manual, language, note);
    };
    const bool signs = willSign() || signature().isEmpty();
    m_confirm->show(rows(context().language), signs);
    if (!m_citizen.hasScreen())
        return;
    m_citizen.confirm({draft().id, {{u"zh_CN"_s, rows(u"zh_CN"_s)}, {u"en"_s, rows(u"en"_s)}}, signs});
    m_confirm->tellOfCitizen(signs ? tr("The citizen reads and signs at the second screen …")
                                   : tr("The citizen reads at the second screen …"),
        Tone::Accent);
}

void IntakePage::signHere()
{
    if (!m_sign) {
        m_sign = new SignatureSheet(look(), window());
        connect(m_sign, &SignatureSheet::signedBy, this,
            [this](const QImage& signature) { takeConfirmation(m_confirmedDraft, signature); });
    }
    const auto agent = draft().party(casework::role::Agent).value("name"_L1).toString();
    m_sign->ask(agent.isEmpty() ? draft().personName() : agent, m_item->item.name.in(context().language));
}

void IntakePage::endConfirming()
{
    if (m_sign)
        m_sign->close(); // it lies over the other
    if (m_confirm)
        m_confirm->close();
}

// The citizen confirmed, on his screen or by word of mouth.
void IntakePage::takeConfirmation(const QString& id, const QImage& signature)
{
    if (draft().id != id)
        return;
    endConfirming();
    if (!isFree() || !hasCase())
        return;
    if (!isConfirmed()) {
        submit(tr("Something changed after this was shown: please check it once more."));
        return;
    }
    if (signature.isNull()) {
        if (willSign())
            say(tr("Not submitted: the citizen has not signed yet. F9 asks him again."), Tone::Attention);
        else
            send();
        return;
    }
    PaperPlace place{id, Confirmed, Signature, {}};
    const auto needs = m_papers->needs();
    const auto missing = std::find_if(needs.begin(), needs.end(), [](const auto& need) { return need.isMissing(); });
    if (missing != needs.end())
        place = {id, {}, missing->material->id, {}};
    m_signing = id;
    m_feed->addDrawing(place, signature);
}

// His signature is in the draft: what he signed goes out, if it is still the same.
void IntakePage::takeSignature(const PaperPlace& place)
{
    if (m_signing.isEmpty() || place.draft != m_signing)
        return;
    m_signing.clear();
    collect();
    if (draft().id == m_confirmedDraft && place.draft == m_confirmedDraft && isFree() && !signature().isEmpty() &&
        m_papers->insist().isEmpty())
        send();
    else
        say(tr("Signed, but not submitted: something changed meanwhile. F9 goes on."), Tone::Attention);
}

} // namespace kuaiban::counter
