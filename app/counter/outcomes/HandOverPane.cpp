#include "HandOverPane.h"

#include "app/counter/kit/EntryView.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/QuickPhrases.h"
#include "app/counter/kit/TextLabel.h"

#include <QApplication>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

HandOverPane::HandOverPane(const PageContext& context, QWidget* parent)
    : OutcomePane(context, tr("Hand the case over"),
          tr("What is entered so far becomes a case that waits for the rest; the colleague finds it under “My cases” "
             "and goes on."),
          tr("Hand over"), parent)
    , m_state(new TextLabel(look(), TextRole::Body, QString(), Tone::Secondary))
    , m_rows(new EntryRows(this))
    , m_list(new EntryView(look(), tr("Colleagues")))
    , m_reason(new QLineEdit)
    , m_reasonField(new Field(look(), tr("Why"), m_reason))
{
    m_list->setModel(m_rows);
    m_list->setMinimumHeight(160);
    m_state->setWrapped(true);
    m_reasonField->setRequired(true);
    fields()->addWidget(m_state);
    fields()->addWidget(m_list, 1);
    fields()->addWidget(m_reasonField);
    auto* phrases = addPhrases(tr("Common words"),
        {u"换班交接"_s, u"申请人到其他窗口继续办理"_s, u"需熟悉该事项的同事办理"_s, u"本人临时离岗"_s});
    connect(phrases, &QuickPhrases::phraseChosen, this, [this](const QString& phrase) {
        m_reason->setText(phrase);
        m_reasonField->setNormal();
    });
}

void HandOverPane::clear()
{
    m_reason->clear();
    m_reasonField->setNormal();
    complain({});
}

void HandOverPane::load()
{
    m_rows->setEntries({});
    m_list->hide();
    m_state->setText(tr("Looking who is there …"));
    m_state->show();
    complain({});
    context().session.colleagues(identity::right::OpenCase).then(this, [this](const Result<QList<Colleague>>& found) {
        if (!found) {
            m_state->setText(
                tr("The hub does not answer, so nobody can be named. Save the draft and try again later."));
            Q_EMIT failed(found.error());
            return;
        }
        m_colleagues = *found;
        if (m_colleagues.isEmpty())
            m_state->setText(tr("Nobody else in this area may take cases."));
        m_state->setVisible(m_colleagues.isEmpty());
        QVector<Entry> entries;
        for (const auto& colleague : std::as_const(m_colleagues)) {
            const auto post = context().posts.value(colleague.post);
            entries.append({colleague.account, colleague.name, {}, Tone::Secondary,
                context().language == "en"_L1 ? post.nameEn : post.nameZh, colleague.office});
        }
        m_rows->setEntries(entries);
        m_list->setVisible(!entries.isEmpty());
        if (!entries.isEmpty())
            m_list->setCurrentId(entries.constFirst().id);
        if (isAncestorOf(QApplication::focusWidget())) // who went elsewhere meanwhile stays there
            begin();
    });
}

void HandOverPane::begin()
{
    m_list->isVisibleTo(this) ? m_list->setFocus() : rest();
}

void HandOverPane::finish()
{
    const auto chosen = std::find_if(m_colleagues.begin(), m_colleagues.end(),
        [this](const Colleague& colleague) { return colleague.account == m_list->currentId(); });
    if (chosen == m_colleagues.end()) {
        complain(tr("Choose a colleague."));
        return;
    }
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty()) {
        m_reasonField->setError(tr("Say why, the colleague reads it."));
        m_reason->setFocus();
        return;
    }
    complain({});
    Q_EMIT confirmed(*chosen, reason);
}

} // namespace kuaiban::counter
