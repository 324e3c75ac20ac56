#include "Found.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

// Carries the context of the texts below.
struct FoundTexts
{
    Q_DECLARE_TR_FUNCTIONS(Found)
};

constexpr std::array<std::pair<FoundKind, QLatin1StringView>, 6> Names{{
    {FoundKind::Page, "page"_L1},
    {FoundKind::Item, "item"_L1},
    {FoundKind::Policy, "policy"_L1},
    {FoundKind::Case, "case"_L1},
    {FoundKind::Person, "person"_L1},
    {FoundKind::Unit, "unit"_L1},
}};

} // namespace

QString foundKindName(FoundKind kind)
{
    return std::find_if(Names.begin(), Names.end(), [kind](const auto& entry) { return entry.first == kind; })->second;
}

FoundKind foundKindFromName(const QString& name)
{
    const auto known =
        std::find_if(Names.begin(), Names.end(), [&](const auto& entry) { return entry.second == name; });
    return known == Names.end() ? FoundKind::Page : known->first;
}

QString foundKindWord(FoundKind kind)
{
    switch (kind) {
    case FoundKind::Item:
        return FoundTexts::tr("Matters");
    case FoundKind::Policy:
        return FoundTexts::tr("Policies");
    case FoundKind::Case:
        return FoundTexts::tr("Cases");
    case FoundKind::Person:
        return FoundTexts::tr("Persons");
    case FoundKind::Unit:
        return FoundTexts::tr("Units");
    case FoundKind::Page:
        break;
    }
    return FoundTexts::tr("Pages");
}

QJsonObject Found::toJson() const
{
    return {{u"kind"_s, foundKindName(kind)}, {u"id"_s, id}, {u"title"_s, title}, {u"detail"_s, detail},
        {u"page"_s, page}, {u"subject"_s, subject}};
}

Found Found::fromJson(const QJsonObject& json)
{
    const auto text = [&](QLatin1StringView name) { return json.value(name).toString(); };
    return {foundKindFromName(text("kind"_L1)), text("id"_L1), text("title"_L1), text("detail"_L1), text("page"_L1),
        text("subject"_L1)};
}

} // namespace kuaiban::counter
