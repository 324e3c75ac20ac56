#pragma once

#include "modules/store/Connection.h"

#include <limits>

namespace kuaiban::test {

// Passes everything on to a real connection until the n-th statement, which fails as a broken disk would. From then on
// every statement but ROLLBACK fails, as after a crash of the process: nothing later may repair what went wrong.
class FailingConnection final : public store::Connection
{
public:
    explicit FailingConnection(store::Connection& inner)
        : m_inner(inner)
    {}

    void failAt(qint64 statement)
    {
        m_count = 0;
        m_failAt = statement;
    }
    void heal() { m_failAt = std::numeric_limits<qint64>::max(); }
    bool failed() const { return m_count >= m_failAt; }

    store::Dialect dialect() const override { return m_inner.dialect(); }
    qint64 statementCount() const override { return m_inner.statementCount(); }
    Result<qint64> run(QByteArrayView sql, const store::Values& values, const store::RowHandler& onRow) override
    {
        if (sql.startsWith("ROLLBACK"))
            return m_inner.run(sql, values, onRow);
        if (++m_count >= m_failAt)
            return fail(Error{QStringLiteral("store.io"), Origin::Machine, QStringLiteral("injected"), {}});
        return m_inner.run(sql, values, onRow);
    }
    Result<qint64> load(QByteArrayView table, const QList<QByteArray>& columns,
        const std::function<bool(store::Values&)>& next) override
    {
        if (++m_count >= m_failAt)
            return fail(Error{QStringLiteral("store.io"), Origin::Machine, QStringLiteral("injected"), {}});
        return m_inner.load(table, columns, next);
    }

private:
    store::Connection& m_inner;
    qint64 m_count = 0;
    qint64 m_failAt = std::numeric_limits<qint64>::max();
};

} // namespace kuaiban::test
