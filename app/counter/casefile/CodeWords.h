#pragma once

#include "app/counter/session/Session.h"
#include "modules/codes/AreaTree.h"
#include "modules/codes/CodeBook.h"

namespace kuaiban::counter {

// Words for the codes of forms. A table is fetched once from the local definitions and kept; until it is here, and for
// codes that no table knows, the code itself stands for its words. UI thread.
class CodeWords final : public QObject
{
    Q_OBJECT

public:
    explicit CodeWords(Session& session, QObject* parent = nullptr);

    static constexpr QLatin1StringView areas{"areas"}; // the name under which the tree of areas is asked for

    // Ready when every one of these tables was looked for; one that nobody published is no error.
    QFuture<void> load(const QStringList& tables);
    QString text(const QString& table, const QString& code) const;
    QString areaName(const QString& code) const;
    const codes::CodeTable* table(const QString& id) const { return m_book.find(id); }

    // The tables that a form names, with those of its inner tables; `areas` where it asks for an area.
    static QStringList tablesOf(const forms::FormDefinition& form);

private:
    QFuture<void> loadTable(const QString& id);
    QFuture<void> loadAreas();

    Session& m_session;
    codes::CodeBook m_book;
    codes::AreaTree m_areas;
    QSet<QString> m_loaded;
};

} // namespace kuaiban::counter
