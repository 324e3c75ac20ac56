#include "ConflictList.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/NoticeBox.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"
#include "CaseWords.h"
#include "modules/forms/FormPaths.h"

#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

QVector<Dispute> disputesOf(const casework::Case& state, const casework::PreparedItem& item, const CodeWords& words,
    const ReadingManner& manner)
{
    const auto said = [&](const QString& path, const QJsonValue& value) {
        const auto* field = item.form.fieldAt(path);
        const QString text = field ? valueWords(*field, value, words, manner.full) : QString();
        if (!text.isEmpty())
            return text;
        if (field && field->kind == forms::FieldKind::Table && value["rows"_L1].isObject())
            return ConflictList::tr("%n row(s)", nullptr, static_cast<int>(value["rows"_L1].toObject().size()));
        return value.isObject() ? ConflictList::tr("a row") : ConflictList::tr("nothing");
    };
    QVector<Dispute> disputes;
    for (const auto& conflict : state.conflicts) {
        // What stands there now: another dispute of the field may have been settled since.
        const auto present = forms::valueAt(state.values, conflict.path);
        const auto stands = present.isUndefined() ? QJsonValue(QJsonValue::Null) : present;
        disputes.append({conflict.id, pathLabel(item.form, conflict.path, manner.language),
            conflict.base.isNull() ? QString() : said(conflict.path, conflict.base), said(conflict.path, stands),
            said(conflict.path, conflict.client), conflict.hub, conflict.client});
    }
    for (const auto& difference : state.differences) {
        disputes.append(
            {{}, pathLabel(item.form, difference.path, manner.language), {}, said(difference.path, difference.hub),
                said(difference.path, difference.client), difference.hub, difference.client});
    }
    return disputes;
}

ConflictList::ConflictList(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
}

void ConflictList::setDisputes(const QVector<Dispute>& disputes, bool maySettle)
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        if (auto* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // one of its buttons may be the one that was pressed
        }
        delete item;
    }
    for (const auto& dispute : disputes)
        addDispute(dispute, maySettle);
    setVisible(!disputes.isEmpty());
}

void ConflictList::addDispute(const Dispute& dispute, bool maySettle)
{
    auto* row = new QWidget(this);
    auto* column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    Notice notice;
    if (dispute.conflict.isEmpty()) {
        notice.title = tr("Calculated again: %1").arg(dispute.label);
        notice.text = tr("The window saw %1, the hub found %2 from its own register.").arg(dispute.client, dispute.hub);
    } else {
        notice.title = tr("Two entries: %1").arg(dispute.label);
        notice.text = dispute.before.isEmpty() ? tr("Two people entered different things.")
                                               : tr("Two people changed “%1” at the same time.").arg(dispute.before);
        if (!maySettle)
            notice.text += u' ' + tr("Whoever holds the case or a supervisor chooses one.");
    }
    column->addWidget(new NoticeBox(m_look, notice));
    m_column->addWidget(row);
    if (dispute.conflict.isEmpty())
        return;
    auto* sides = new QHBoxLayout;
    sides->setSpacing(8);
    sides->addWidget(
        side({tr("Stands in the case"), dispute.hub, tr("Keep"), dispute.hubValue}, dispute.conflict, maySettle), 1);
    sides->addWidget(
        side({tr("The other entry"), dispute.client, tr("Take"), dispute.clientValue}, dispute.conflict, maySettle), 1);
    column->addLayout(sides);
}

QWidget* ConflictList::side(const Side& side, const QString& conflict, bool maySettle)
{
    auto* panel = new Panel(m_look);
    auto* words = new TextLabel(m_look, TextRole::Body);
    words->setText(side.words);
    words->setWordWrap(true);
    panel->body()->addWidget(new TextLabel(m_look, TextRole::Hint, side.caption, Tone::Secondary));
    panel->body()->addWidget(words);
    panel->body()->addStretch(1);
    if (maySettle) {
        auto* button = new ActionButton(m_look, ButtonRole::Secondary, side.choice);
        button->setAccessibleName(u"%1 · %2"_s.arg(side.choice, side.words));
        connect(button, &QPushButton::clicked, this,
            [this, conflict, value = side.value] { Q_EMIT settled(conflict, value); });
        panel->body()->addWidget(button, 0, Qt::AlignLeft);
    }
    return panel;
}

} // namespace kuaiban::counter
