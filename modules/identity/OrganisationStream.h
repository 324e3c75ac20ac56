#pragma once

#include "modules/journal/CommandGate.h"

namespace kuaiban::identity {

// The stream of one organisation: OpenOrganisation, ChangeOrganisation (the whole of it anew), CloseOrganisation,
// ReopenOrganisation. Who may send them is judged by the route: administrators of its area.
class OrganisationStream final : public journal::StreamKind
{
public:
    static QString kind() { return QStringLiteral("organisation"); }
    QString name() const override { return kind(); }
    bool comparesAndSets(const QString&) const override { return true; }
    Result<journal::Decision> decide(
        store::Connection& connection, const QList<journal::Event>& history, const journal::Command& command) override;
};

// Follows the streams into the table organisation.
class OrganisationTable final : public journal::Projection
{
public:
    QString name() const override { return QStringLiteral("organisation"); }
    Done apply(store::Connection& connection, const journal::Event& event) override;
    Done clear(store::Connection& connection) override;
};

} // namespace kuaiban::identity
