#include "ConfirmRows.h"

#include "app/counter/casefile/CaseWords.h"
#include "ConfirmSheet.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

QList<ConfirmRow> confirmRows(const IntakeDraft& draft, const casework::PreparedItem& item,
    const forms::FormState& form, const CodeWords& words, const FailureManual& manual, const QString& language,
    const QString& note)
{
    QList<ConfirmRow> rows;
    if (!note.isEmpty())
        rows.append({ConfirmSheet::tr("To be noted"), note, Tone::Attention});
    rows.append({ConfirmSheet::tr("Matter"), item.item.name.in(language), Tone::Accent});
    for (const auto& role : partyRoles()) {
        const auto party = draft.parties.value(role).toObject();
        if (!party.isEmpty())
            rows.append(
                {roleWords(role), party.value("name"_L1).toString() + u"  "_s + party.value("idNo"_L1).toString()});
    }
    for (const auto& section : item.form.sections()) {
        for (const auto& field : section.fields) {
            const auto value = form.values.value(field.id);
            const QString text =
                field.kind == forms::FieldKind::Table
                    ? ConfirmSheet::tr("%n row(s)", nullptr, int(value.toObject().value("order"_L1).toArray().size()))
                    : valueWords(field, value, words, true);
            if (form.at(field.id).isVisible && !value.isUndefined() && !text.isEmpty())
                rows.append({field.label.in(language), text});
        }
    }
    for (const auto& problem : form.problems) { // those that block never come here
        const QString text = problem.message.in(language);
        rows.append({ConfirmSheet::tr("To be noted"), text.isEmpty() ? manual.text(problem.error, language).what : text,
            Tone::Attention});
    }
    for (const auto& material : draft.materials)
        rows.append({ConfirmSheet::tr("Paper"), material.name + u" · "_s + materialWords(material, {}).text});
    return rows;
}

} // namespace kuaiban::counter
