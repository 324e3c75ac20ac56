#include "Case.h"

#include "Parties.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<Phase, QLatin1StringView>, 8> PhaseNames{{
    {Phase::None, "none"_L1},
    {Phase::InProgress, "in-progress"_L1},
    {Phase::Supplement, "supplement"_L1},
    {Phase::Completed, "completed"_L1},
    {Phase::Refused, "refused"_L1},
    {Phase::NotAccepted, "not-accepted"_L1},
    {Phase::Voided, "voided"_L1},
    {Phase::Merged, "merged"_L1},
}};

} // namespace

QString phaseName(Phase phase)
{
    return std::find_if(PhaseNames.begin(), PhaseNames.end(), [&](const auto& entry) {
        return entry.first == phase;
    })->second;
}

Phase phaseFromName(const QString& name)
{
    const auto found =
        std::find_if(PhaseNames.begin(), PhaseNames.end(), [&](const auto& entry) { return entry.second == name; });
    return found == PhaseNames.end() ? Phase::None : found->first;
}

QJsonObject Page::toJson() const
{
    return {{u"digest"_s, digest}, {u"media"_s, media}, {u"width"_s, width}, {u"height"_s, height}, {u"dpi"_s, dpi},
        {u"size"_s, size}};
}

Page Page::fromJson(const QJsonObject& json)
{
    return {json.value("digest"_L1).toString(), json.value("media"_L1).toString(), json.value("width"_L1).toInt(),
        json.value("height"_L1).toInt(), json.value("dpi"_L1).toInt(), json.value("size"_L1).toInteger()};
}

QJsonObject CaseMaterial::toJson() const
{
    QJsonArray list;
    for (const auto& page : pages)
        list.append(page.toJson());
    QJsonObject json{{u"id"_s, id}, {u"name"_s, name}, {u"form"_s, form}, {u"state"_s, state}, {u"copies"_s, copies},
        {u"pages"_s, list}};
    if (!dueOn.isEmpty())
        json.insert(u"dueOn"_s, dueOn);
    if (late)
        json.insert(u"late"_s, true);
    return json;
}

CaseMaterial CaseMaterial::fromJson(const QJsonObject& json)
{
    CaseMaterial material{json.value("id"_L1).toString(), json.value("name"_L1).toString(),
        json.value("form"_L1).toString(), json.value("state"_L1).toString(), json.value("copies"_L1).toInt(1), {},
        json.value("dueOn"_L1).toString(), json.value("late"_L1).toBool()};
    for (const auto& page : json.value("pages"_L1).toArray())
        material.pages.append(Page::fromJson(page.toObject()));
    return material;
}

QJsonObject MissingThing::toJson() const
{
    return {{u"material"_s, material}, {u"name"_s, name}, {u"reason"_s, reason}};
}

MissingThing MissingThing::fromJson(const QJsonObject& json)
{
    return {json.value("material"_L1).toString(), json.value("name"_L1).toString(), json.value("reason"_L1).toString()};
}

const Task* Case::task(const QString& taskId) const
{
    const auto found = std::find_if(tasks.begin(), tasks.end(), [&](const Task& task) { return task.id == taskId; });
    return found == tasks.end() ? nullptr : &*found;
}

const Task* Case::currentTask() const
{
    const auto found = std::find_if(tasks.begin(), tasks.end(),
        [](const Task& task) { return task.state == TaskState::Open || task.state == TaskState::Claimed; });
    return found == tasks.end() ? nullptr : &*found;
}

const Task* Case::lastTaskOf(const QString& step) const
{
    const auto found = std::find_if(tasks.rbegin(), tasks.rend(), [&](const Task& task) { return task.step == step; });
    return found == tasks.rend() ? nullptr : &*found;
}

QStringList Case::files() const
{
    QStringList digests;
    const auto add = [&](const QList<Page>& pages) {
        for (const auto& page : pages)
            digests.append(page.digest);
    };
    for (const auto& material : materials)
        add(material.pages);
    for (const auto& party : parties)
        add(pagesOf(party.toObject()));
    add(confirmation.signature);
    add(pagesOf(collection.collector));
    add(collection.signature);
    return digests;
}

bool Case::wasPrinted(const QString& paper, qint64 since) const
{
    return std::any_of(
        prints.begin(), prints.end(), [&](const Print& print) { return print.paper == paper && print.at >= since; });
}

QString Case::applicantName() const
{
    return parties.value("applicant"_L1).toObject().value("name"_L1).toString();
}

QString Case::applicantIdNo() const
{
    return parties.value("applicant"_L1).toObject().value("idNo"_L1).toString();
}

} // namespace kuaiban::casework
