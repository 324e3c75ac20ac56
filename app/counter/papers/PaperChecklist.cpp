#include "PaperChecklist.h"

#include <QCoreApplication>

#include <algorithm>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using casework::CaseMaterial;
using casework::MaterialNeed;

namespace {

// Carries the context of the texts below.
struct PaperChecklistTexts
{
    Q_DECLARE_TR_FUNCTIONS(PaperChecklist)
};

const CaseMaterial* find(const QList<CaseMaterial>& materials, const QString& id)
{
    const auto found =
        std::find_if(materials.begin(), materials.end(), [&](const CaseMaterial& one) { return one.id == id; });
    return found == materials.end() ? nullptr : &*found;
}

PaperWay suppliedWay(const QString& form)
{
    return form == "copy"_L1 ? PaperWay::Copy : form == "electronic"_L1 ? PaperWay::Electronic : PaperWay::Original;
}

// A paper that is there, in words.
MaterialRow given(const CaseMaterial& material, const QString& title)
{
    MaterialRow row{material.id, title, wordOf(wayOf(material)), {}, MaterialState::Complete};
    if (!material.pages.isEmpty())
        row.aside = PaperChecklistTexts::tr("%n page(s)", nullptr, int(material.pages.size()));
    switch (wayOf(material)) {
    case PaperWay::Deferred:
        row.note = PaperChecklistTexts::tr("Deferred until %1").arg(material.dueOn);
        row.state = MaterialState::Attention;
        break;
    case PaperWay::Committed:
        if (material.pages.isEmpty()) {
            row.note = PaperChecklistTexts::tr("Commitment: have it signed and scan it");
            row.state = MaterialState::Attention;
        }
        break;
    case PaperWay::Shared:
        row.note = PaperChecklistTexts::tr("Shared data, no paper needed");
        break;
    case PaperWay::Reused:
        row.note = PaperChecklistTexts::tr("Taken from an earlier case");
        break;
    default:
        if (material.pages.isEmpty()) {
            row.note = PaperChecklistTexts::tr("%1, not scanned yet").arg(row.note);
            row.state = MaterialState::Attention;
        }
    }
    return row;
}

// A paper that is not there.
MaterialRow open(const MaterialNeed& need, const QList<MaterialNeed>& needs, const QString& language, bool insist)
{
    const auto& asked = *need.material;
    MaterialRow row{asked.id, asked.name.in(language), {}, {}, MaterialState::Open};
    if (need.isCovered) {
        row.note = PaperChecklistTexts::tr("Another one will do");
        return row;
    }
    const auto group = std::count_if(needs.begin(), needs.end(),
        [&](const MaterialNeed& other) { return !asked.oneOf.isEmpty() && other.material->oneOf == asked.oneOf; });
    if (!need.isAsked) {
        row.note = PaperChecklistTexts::tr("optional");
        return row;
    }
    row.aside =
        group > 1 ? PaperChecklistTexts::tr("one of %n", nullptr, int(group)) : PaperChecklistTexts::tr("required");
    QStringList ways;
    if (asked.deferDays > 0)
        ways.append(PaperChecklistTexts::tr("may follow within %n day(s)", nullptr, asked.deferDays));
    if (asked.commitment)
        ways.append(PaperChecklistTexts::tr("a commitment will do"));
    row.note = ways.isEmpty() ? PaperChecklistTexts::tr("not there yet") : ways.join(u" · "_s);
    if (insist)
        row.state = MaterialState::Refused;
    return row;
}

} // namespace

QString wordOf(PaperWay way)
{
    switch (way) {
    case PaperWay::Original:
        return PaperChecklistTexts::tr("Original");
    case PaperWay::Copy:
        return PaperChecklistTexts::tr("Copy");
    case PaperWay::Electronic:
        return PaperChecklistTexts::tr("Electronic");
    case PaperWay::Deferred:
        return PaperChecklistTexts::tr("Deferred");
    case PaperWay::Committed:
        return PaperChecklistTexts::tr("Commitment");
    case PaperWay::Shared:
        return PaperChecklistTexts::tr("Shared data");
    case PaperWay::Reused:
        break;
    }
    return PaperChecklistTexts::tr("Reuse");
}

PaperWay wayOf(const CaseMaterial& material)
{
    if (material.state == "deferred"_L1)
        return PaperWay::Deferred;
    if (material.state == "committed"_L1)
        return PaperWay::Committed;
    if (material.state == "shared"_L1)
        return PaperWay::Shared;
    if (material.state == "reused"_L1)
        return PaperWay::Reused;
    return suppliedWay(material.form);
}

QList<PaperWay> waysOf(const MaterialNeed& need)
{
    const auto& asked = *need.material;
    QList<PaperWay> ways{suppliedWay(asked.form)};
    if (asked.form == "copy"_L1) // an original may always lie where a copy would do
        ways.append(PaperWay::Original);
    if (asked.deferDays > 0)
        ways.append(PaperWay::Deferred);
    if (asked.commitment)
        ways.append(PaperWay::Committed);
    if (need.canShare)
        ways.append(PaperWay::Shared);
    if (asked.reusable)
        ways.append(PaperWay::Reused);
    return ways;
}

void setWay(CaseMaterial* material, const catalogue::Material& asked, PaperWay way, QDate today)
{
    material->dueOn.clear();
    material->form = asked.form;
    switch (way) {
    case PaperWay::Original:
        material->form = u"original"_s;
        break;
    case PaperWay::Copy:
        material->form = u"copy"_s;
        break;
    case PaperWay::Electronic:
        material->form = u"electronic"_s;
        break;
    case PaperWay::Deferred:
        material->state = u"deferred"_s;
        material->dueOn = today.addDays(asked.deferDays).toString(Qt::ISODate);
        return;
    case PaperWay::Committed:
        material->state = u"committed"_s;
        return;
    case PaperWay::Shared:
        material->state = u"shared"_s;
        return;
    case PaperWay::Reused:
        material->state = u"reused"_s;
        return;
    }
    material->state = u"supplied"_s;
}

CaseMaterial paperOf(const catalogue::Material& asked, PaperWay way, QDate today)
{
    CaseMaterial material;
    material.id = asked.id;
    material.name = asked.name.zh; // as it is printed
    setWay(&material, asked, way, today);
    return material;
}

CaseMaterial suppliedPaper(const catalogue::Material& asked)
{
    return paperOf(asked, suppliedWay(asked.form), {});
}

Checklist checklist(
    const QList<MaterialNeed>& needs, const QList<CaseMaterial>& materials, const QString& language, bool insist)
{
    Checklist list;
    QSet<QString> known;
    for (const auto& need : needs) {
        known.insert(need.material->id);
        const auto* there = find(materials, need.material->id);
        const bool optional = need.material->requiredWhen == "false"_L1;
        if (!there && !need.isAsked && !optional) // these values do not ask for it
            continue;
        list.rows.append(there ? given(*there, need.material->name.in(language)) : open(need, needs, language, insist));
        if (there || (need.isAsked && !need.isCovered)) {
            ++list.asked;
            list.done += there && need.isThere ? 1 : 0;
        }
    }
    for (const auto& material : materials) {
        if (known.contains(material.id))
            continue;
        list.rows.append(given(material, material.name));
        ++list.asked;
        list.done += material.pages.isEmpty() ? 0 : 1;
    }
    return list;
}

} // namespace kuaiban::counter
