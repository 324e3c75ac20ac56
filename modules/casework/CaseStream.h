#pragma once

#include "CaseDecision.h"
#include "ItemShelf.h"
#include "modules/blobs/BlobStore.h"
#include "modules/journal/CommandGate.h"

namespace kuaiban::casework {

// Cases on the hub: gathers the facts of a command from the hub's tables and asks `decide` for the binding verdict.
class CaseStream final : public journal::StreamKind
{
public:
    CaseStream(ItemShelf& shelf, const blobs::BlobStore& blobs)
        : m_shelf(shelf)
        , m_blobs(blobs)
    {}
    static QString kind() { return QStringLiteral("case"); }

    QString name() const override { return kind(); }
    bool comparesAndSets(const QString& commandType) const override { return casework::comparesAndSets(commandType); }
    QStringList asides() const override
    {
        return {QStringLiteral("RecordPrint"), QStringLiteral("RecordEvaluation"), QStringLiteral("AdmitWork"),
            QStringLiteral("RefuseWork")};
    }
    Result<journal::Decision> decide(
        store::Connection& connection, const QList<journal::Event>& history, const journal::Command& command) override;
    // The clerk who opened a case follows it to the end; others receive it while they hold a task.
    Done route(store::Connection& connection, const journal::Event& event) override;

private:
    Result<CaseFacts> gather(store::Connection& connection, const Case& state, const journal::Command& command) const;
    Done gatherParties(
        store::Connection& connection, const Case& state, const journal::Command& command, CaseFacts& facts) const;
    Done gatherTarget(store::Connection& connection, const journal::Command& command, CaseFacts& facts) const;
    Done tellLapse(store::Connection& connection, const journal::Event& event) const;
    Done gatherCard(
        store::Connection& connection, const Case& state, const journal::Command& command, CaseFacts& facts) const;

    ItemShelf& m_shelf;
    const blobs::BlobStore& m_blobs;
};

} // namespace kuaiban::casework
