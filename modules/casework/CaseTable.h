#pragma once

#include "Case.h"
#include "modules/journal/Projection.h"
#include "modules/store/Migration.h"

namespace kuaiban::casework {

// Tables of the hub that follow the case streams: one row a case for search and lists, one row a task for the queues,
// the case numbers in use, which cases a file belongs to, and which open case holds a key of uniqueness.
store::Schema caseSchema();

class CaseTable final : public journal::Projection
{
public:
    QString name() const override { return QStringLiteral("case"); }
    Done apply(store::Connection& connection, const journal::Event& event) override;
    Done clear(store::Connection& connection) override;

private:
    Done caseOpened(store::Connection& connection, const journal::Event& event);
    Done keepFiles(store::Connection& connection, const QString& stream, const QList<Page>& pages);
    Done takeKey(store::Connection& connection, const QString& key, const QString& stream);
    Done keyChanged(store::Connection& connection, const journal::Event& event);
    Done partySet(store::Connection& connection, const journal::Event& event);
    Done supplementAsked(store::Connection& connection, const journal::Event& event);
    Done collected(store::Connection& connection, const journal::Event& event);
    Done taskOpened(store::Connection& connection, const journal::Event& event);
    Done taskMoved(store::Connection& connection, const journal::Event& event);
    Done merged(store::Connection& connection, const journal::Event& event);
    Done duplicateAbsorbed(store::Connection& connection, const journal::Event& event);
    Done caseClosed(store::Connection& connection, const journal::Event& event, const QString& phase);
};

} // namespace kuaiban::casework
