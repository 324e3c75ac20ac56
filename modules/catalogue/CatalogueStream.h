#pragma once

#include "Definitions.h"
#include "modules/journal/CommandGate.h"

namespace kuaiban::catalogue {

// The one stream of definitions: PublishDefinitions {definitions:[{table, key, content}]} becomes one
// DefinitionPublished for each that differs from the one in force. Its events go to every counter.
class CatalogueStream final : public journal::StreamKind
{
public:
    static QString kind() { return QStringLiteral("catalogue"); }
    static QString stream() { return QStringLiteral("00000000-0000-7000-8000-000000000001"); } // there is only one

    QString name() const override { return kind(); }
    QString audience(const QList<journal::Event>&, const journal::Event&) const override { return QStringLiteral("*"); }
    bool comparesAndSets(const QString&) const override { return false; }
    Result<journal::Decision> decide(
        store::Connection& connection, const QList<journal::Event>& history, const journal::Command& command) override;
};

// The definition a DefinitionPublished event carries. Hub and counter both put it into their table.
Result<Definition> definitionOf(const journal::Event& event);

class DefinitionTable final : public journal::Projection
{
public:
    QString name() const override { return QStringLiteral("definition"); }
    Done apply(store::Connection& connection, const journal::Event& event) override;
    Done clear(store::Connection& connection) override;
};

} // namespace kuaiban::catalogue
