#pragma once

#include "modules/store/Connection.h"

#include <limits>
#include <memory>

namespace kuaiban::test {

// Burns at the n-th statement of all the connections that it is in. From then on every one fails, as after a crash of
// the process: nothing later may repair what went wrong.
class Fuse
{
public:
    void failAt(qint64 statement)
    {
        m_count = 0;
        m_failAt = statement;
    }
    void heal() { m_failAt = std::numeric_limits<qint64>::max(); }
    bool failed() const { return m_count >= m_failAt; }
    bool burnsNow() { return ++m_count >= m_failAt; }

private:
    qint64 m_count = 0;
    qint64 m_failAt = std::numeric_limits<qint64>::max();
};

// Passes everything on to a real connection until its fuse burns; then every statement but ROLLBACK fails as on a
// broken disk.
class FailingConnection final : public store::Connection
{
public:
    explicit FailingConnection(store::Connection& inner)
        : FailingConnection(inner, std::make_shared<Fuse>())
    {}
    FailingConnection(store::Connection& inner, std::shared_ptr<Fuse> fuse)
        : m_inner(inner)
        , m_fuse(std::move(fuse))
    {}

    void failAt(qint64 statement) { m_fuse->failAt(statement); }
    void heal() { m_fuse->heal(); }
    bool failed() const { return m_fuse->failed(); }

    store::Dialect dialect() const override { return m_inner.dialect(); }
    qint64 statementCount() const override { return m_inner.statementCount(); }
    Result<qint64> run(QByteArrayView sql, const store::Values& values, const store::RowHandler& onRow) override
    {
        if (sql.startsWith("ROLLBACK"))
            return m_inner.run(sql, values, onRow);
        if (m_fuse->burnsNow())
            return fail(broken());
        return m_inner.run(sql, values, onRow);
    }
    Result<qint64> load(QByteArrayView table, const QList<QByteArray>& columns,
        const std::function<bool(store::Values&)>& next) override
    {
        if (m_fuse->burnsNow())
            return fail(broken());
        return m_inner.load(table, columns, next);
    }

private:
    static Error broken() { return {QStringLiteral("store.io"), Origin::Machine, QStringLiteral("injected"), {}}; }

    store::Connection& m_inner;
    std::shared_ptr<Fuse> m_fuse;
};

} // namespace kuaiban::test
