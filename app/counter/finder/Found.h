#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace kuaiban::counter {

enum class FoundKind { Page, Item, Policy, Case, Person, Unit };

QString foundKindName(FoundKind kind);            // "page" …, as kept
FoundKind foundKindFromName(const QString& name); // Page for unknown ones
QString foundKindWord(FoundKind kind);            // the heading over its rows

// Something the search box found: what it is, what is read of it (masked where it is personal), and where it leads.
struct Found
{
    FoundKind kind = FoundKind::Page;
    QString id; // unique within its kind
    QString title;
    QString detail = {};
    QString page = {};    // id of the page it opens on; empty for a guide that is shown in place
    QString subject = {}; // what the page is opened for

    bool isSame(const Found& other) const { return kind == other.kind && id == other.id; }
    QJsonObject toJson() const;
    static Found fromJson(const QJsonObject& json);
    friend bool operator==(const Found&, const Found&) = default;
};

} // namespace kuaiban::counter
