#include "IntakePage.h"

#include "app/counter/casefile/FormPane.h"
#include "app/counter/citizen/CitizenDesk.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/papers/MaterialPane.h"
#include "ConfirmRows.h"
#include "ConfirmSheet.h"

#include <QAction>

#include <algorithm>

// What the citizen is asked: to check his case, to sign, to evaluate the service.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Signature = "signature"_L1; // how a paper is captured

QJsonObject withoutPapers(QJsonObject body)
{
    body.remove(u"materials"_s);
    return body;
}

} // namespace

void IntakePage::buildCitizen()
{
    m_citizen = new CitizenDesk(context(), *m_words, {}, this);
    m_unask = addPageAction(u"unask"_s, tr("Take the question back from the citizen"),
        QKeySequence(Qt::CTRL | Qt::Key_E), [this] { m_citizen->takeBack(); });
    auto* chip = new ActionButton(look(), ButtonRole::Quiet, m_unask);
    m_header->addTool(chip);
    m_unask->setVisible(false);
    connect(m_citizen, &CitizenDesk::doingChanged, this, [this] {
        const bool evaluates = m_citizen->doing() == CitizenDesk::Doing::Evaluating;
        m_unask->setText(tr("The citizen is evaluating: take back"));
        m_unask->setEnabled(evaluates);
        m_unask->setVisible(evaluates);
    });
    connect(m_citizen, &CitizenDesk::evaluated, this, [this] {
        if (m_citizen->doing() != CitizenDesk::Doing::Nothing)
            return; // somebody else is asked already
        m_unask->setText(tr("The citizen has evaluated"));
        m_unask->setEnabled(false);
        m_unask->setVisible(true);
    });
    connect(m_citizen, &CitizenDesk::failed, this, qOverload<const Error&>(&IntakePage::say));
    connect(m_citizen, &CitizenDesk::confirmed, this, &IntakePage::takeConfirmation);
    connect(m_citizen, &CitizenDesk::objected, this, [this](const QString& id) {
        if (draft().id != id || !m_confirm)
            return;
        m_confirm->close();
        say(tr("The citizen says that something is wrong. Ask what it is and put it right; F9 shows it again."),
            Tone::Attention);
    });
    connect(m_citizen, &CitizenDesk::away, this, [this] {
        if (m_confirm)
            m_confirm->tellOfCitizen(
                tr("The second screen shows it no longer: let the citizen check here."), Tone::Attention);
    });
    // Whoever lays down a card is the next one: he shall not evaluate for the one before.
    const auto nextCame = [this] {
        if (isVisible() && m_citizen->doing() == CitizenDesk::Doing::Evaluating)
            m_citizen->takeBack();
        else if (m_citizen->doing() == CitizenDesk::Doing::Nothing)
            m_unask->setVisible(false);
    };
    connect(&context().devices.idCard(), &devices::IdCardStation::cardRead, this, nextCame);
    connect(&context().devices.smartCard(), &devices::SscStation::cardRead, this, nextCame);
    connect(m_feed, &PageFeed::pageReady, this, &IntakePage::takeSignature, Qt::QueuedConnection); // it is in the draft
    connect(m_feed, &PageFeed::failed, this, [this] { m_signing.clear(); });
}

// The signature is all that is missing, and the citizen can be asked for it.
bool IntakePage::willSign() const
{
    if (!m_citizen->hasScreen() || !ConfirmSheet::isAskedFor(m_item->item))
        return false;
    bool signs = false;
    for (const auto& need : m_papers->needs()) {
        if (need.isMissing() && need.material->capture != Signature)
            return false;
        signs = signs || need.isMissing();
    }
    return signs;
}

void IntakePage::confirm(const QString& note)
{
    if (!m_confirm) {
        m_confirm = new ConfirmSheet(look(), window());
        connect(m_confirm, &ConfirmSheet::confirmed, this, [this] { takeConfirmation(draft().id, {}); });
        connect(m_confirm, &ConfirmSheet::closed, this, [this] {
            if (m_citizen->doing() == CitizenDesk::Doing::Reading)
                m_citizen->takeBack();
        });
    }
    collect();
    m_confirmedDraft = draft().id;
    m_confirmedBody = draft().openingBody();
    const auto rows = [this, &note](const QString& language) {
        return confirmRows(draft(), *m_item, m_form->state(), *m_words, context().manual, language, note);
    };
    m_confirm->show(rows(context().language));
    if (!m_citizen->hasScreen())
        return;
    m_citizen->confirm({draft().id, {{u"zh_CN"_s, rows(u"zh_CN"_s)}, {u"en"_s, rows(u"en"_s)}}, willSign()});
    m_confirm->tellOfCitizen(willSign() ? tr("The citizen reads and signs at the second screen …")
                                        : tr("The citizen reads at the second screen …"),
        Tone::Accent);
}

// The citizen confirmed, on his screen or by word of mouth.
void IntakePage::takeConfirmation(const QString& id, const QImage& signature)
{
    if (draft().id != id)
        return;
    if (m_confirm)
        m_confirm->close();
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
    for (const auto& need : m_papers->needs()) {
        if (need.isMissing()) {
            m_signing = id;
            m_feed->addDrawing({id, {}, need.material->id, {}}, signature);
            return;
        }
    }
}

// His signature is among the papers: what he signed goes out, if it is still the same.
void IntakePage::takeSignature(const PaperPlace& place)
{
    if (m_signing.isEmpty() || place.draft != m_signing)
        return;
    m_signing.clear();
    collect();
    if (draft().id == m_confirmedDraft && place.draft == m_confirmedDraft && isFree() &&
        withoutPapers(draft().openingBody()) == withoutPapers(m_confirmedBody) && m_papers->insist().isEmpty())
        send();
    else
        say(tr("Signed, but not submitted: something changed meanwhile. F9 goes on."), Tone::Attention);
}

} // namespace kuaiban::counter
