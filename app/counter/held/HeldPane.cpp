#include "HeldPane.h"

#include "app/counter/casefile/CaseWords.h"
#include "app/counter/casefile/FormReadout.h"
#include "app/counter/shell/Words.h"
#include "app/counter/syncing/OutgoingWords.h"
#include "modules/casework/CaseDecision.h"
#include "modules/codes/Mask.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

Entry entryOf(const casework::HeldWork& work, const QHash<QString, QString>& items)
{
    return {work.stream + u'/' + work.actor, codes::maskName(work.applicant),
        work.opens ? HeldPane::tr("no case yet") : QString(), Tone::Secondary, items.value(work.item, work.item),
        u"%1 · %2 · %3"_s.arg(work.actorName, clockText(work.arrivedAt), work.number)};
}

HeldPane::HeldPane(const PageContext& page, QWidget* parent)
    : WorkPane(page, tr("What was done"), parent)
    , m_words(new CodeWords(page.session, this))
    , m_form(new FormReadout(page.look))
{
    addBelow(m_form);
}

void HeldPane::show(const casework::HeldWork& work, const QHash<QString, QString>& items)
{
    const QString matter = items.value(work.item, work.item);
    if (matter == m_matter &&
        work.toJson() == m_work.toJson()) // asked for once more: whoever reads it stays where he is
        return;
    m_matter = matter;
    setTitle(matter, {codes::maskName(work.applicant), work.number, tr("done by %1").arg(work.actorName)});
    const auto told = messageFor(work.reason, context().manual, context().language);
    if (work.reason.is("casework.right-withdrawn"_L1))
        setReason(Notice{tr("%1 had no post for this any more when it was done").arg(work.actorName),
            tr("The post had been changed before. You decide whether the work counts."), Tone::Attention});
    else
        setReason(Notice{tr("It could not count when it arrived"),
            tr("%1 was told: %2. %3").arg(work.actorName, told.what, told.cause), Tone::Attention});
    m_work = work;
    m_item.reset();
    read();
    context()
        .session.item(work.item, work.revision)
        .then(this, [this, stream = work.stream](const Result<ItemPtr>& item) {
            if (stream != m_work.stream || !item || !*item)
                return;
            m_item = *item;
            m_words->load(CodeWords::tablesOf(m_item->form)).then(this, [this] { read(); });
        });
}

// As far as it can be read by now: the words of codes come later.
void HeldPane::read()
{
    QVector<MaterialRow> rows;
    FormReading reading;
    for (const auto& command : std::as_const(m_work.commands)) {
        rows.append(
            {command.id, commandWord(command.type), noteOf(command), clockText(command.at), MaterialState::Open});
        if (!m_item || !casework::opens(command.type))
            continue;
        casework::Case state;
        state.values = command.body.value("values"_L1).toObject();
        state.parties = command.body.value("parties"_L1).toObject();
        state.openedAt = command.at;
        reading = readForm(state, *m_item, *m_words, {context().language, false});
        reading.hasRegister = false; // it is asked when the work is to count
    }
    setRows(rows);
    m_form->setForm(reading);
}

QString HeldPane::fieldNote(const QString& path, const QJsonValue& value) const
{
    const auto* field = m_item ? m_item->form.fieldAt(path) : nullptr;
    if (!field)
        return path;
    return tr("%1: %2").arg(
        pathLabel(m_item->form, path, context().language), valueWords(*field, value, *m_words, false));
}

QString HeldPane::noteOf(const casework::HeldCommand& command) const
{
    QStringList notes;
    for (const auto& said : {"text"_L1, "opinion"_L1, "reason"_L1}) {
        const QString words = command.body.value(said).toString();
        if (!words.isEmpty())
            notes.append(words);
    }
    const auto edits = command.body.value("edits"_L1).toArray();
    for (const auto& edit : edits)
        notes.append(fieldNote(edit["path"_L1].toString(), edit["value"_L1]));
    const auto values = command.body.value("values"_L1).toObject();
    if (!casework::opens(command.type)) { // an opening is read below
        for (auto value = values.begin(); value != values.end(); ++value)
            notes.append(fieldNote(value.key(), value.value()));
    }
    for (const auto& person : {"party"_L1, "collector"_L1}) {
        const auto party = command.body.value(person).toObject();
        if (!party.isEmpty())
            notes.append(u"%1 %2"_s.arg(codes::maskName(party.value("name"_L1).toString()),
                codes::maskIdNumber(party.value("idNo"_L1).toString())));
    }
    const QString material = command.body.value("material"_L1).toObject().value("name"_L1).toString();
    if (!material.isEmpty())
        notes.append(material);
    return notes.join(u" · "_s);
}

} // namespace kuaiban::counter
