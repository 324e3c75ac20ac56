#pragma once

#include "modules/base/Ids.h"
#include "modules/journal/CommandGate.h"
#include "modules/journal/JournalSchema.h"
#include "modules/store/Migration.h"
#include "tests/support/base/FakeClock.h"
#include "tests/support/base/SeededRandom.h"
#include "tests/support/store/TestDatabase.h"

#include <QJsonArray>

namespace kuaiban::test {

using namespace Qt::StringLiterals;

// A stream that counts: Add is a merge, Set compares and sets, negative amounts are refused, 999 is held.
class CounterStream final : public journal::StreamKind
{
public:
    QString name() const override { return u"counter"_s; }
    bool comparesAndSets(const QString& type) const override { return type == "Set"_L1; }
    Result<journal::Decision> decide(
        store::Connection&, const QList<journal::Event>&, const journal::Command& command) override
    {
        const auto amount = command.body.value("amount"_L1).toInteger();
        if (amount < 0)
            return journal::Decision::refuse({u"test.negative"_s, Origin::User, {}, {}});
        if (amount == 999)
            return journal::Decision::hold({u"test.held"_s, Origin::User, {}, {}});
        return journal::Decision::accept(
            {{command.type + u"Done"_s, {{u"amount"_s, amount}}, {{u"who"_s, u"王·𠮷"_s}}, 1}});
    }
};

class CounterTable final : public journal::Projection
{
public:
    QString name() const override { return u"counter"_s; }
    Done apply(store::Connection& connection, const journal::Event& event) override
    {
        const auto amount = event.body.value("amount"_L1).toInteger();
        if (event.type == "SetDone"_L1) {
            KB_CHECK(connection.execute("INSERT INTO counter(stream, total) VALUES(?, ?) ON CONFLICT(stream) DO UPDATE "
                                        "SET total = excluded.total",
                {event.stream, amount}));
        } else {
            KB_CHECK(connection.execute("INSERT INTO counter(stream, total) VALUES(?, ?) "
                                        "ON CONFLICT(stream) DO UPDATE SET total = counter.total + excluded.total",
                {event.stream, amount}));
        }
        return {};
    }
    Done clear(store::Connection& connection) override
    {
        KB_CHECK(connection.execute("DELETE FROM counter"));
        return {};
    }
};

// A journal on the engine that the run is for, with the counting stream, and a writer that makes its commands.
struct CounterHub
{
    FakeClock clock;
    SeededRandom random;
    IdSource ids{clock, random};
    std::unique_ptr<store::Connection> connection;
    std::unique_ptr<journal::CommandGate> gate;

    Done open()
    {
        KB_TRY(connection, testDatabase());
        KB_CHECK(store::migrate(*connection,
            {journal::journalSchema(),
                {u"counter"_s,
                    {{"total", {"CREATE TABLE counter(stream TEXT PRIMARY KEY, total BIGINT NOT NULL)"}}}}}));
        std::vector<std::unique_ptr<journal::StreamKind>> kinds;
        kinds.push_back(std::make_unique<CounterStream>());
        journal::Projections projections;
        projections.push_back(std::make_unique<CounterTable>());
        gate = std::make_unique<journal::CommandGate>(clock, random, std::move(kinds), std::move(projections));
        return {};
    }

    journal::Command command(
        const QString& stream, const QString& type, qint64 amount, qint64 base = 0, const QString& prev = {})
    {
        return {ids.next(), stream, u"counter"_s, type, 1, u"clerk"_s, u"desk"_s, base, prev,
            {clock.nowMs(), clock.nowMs(), false}, {}, {{u"amount"_s, amount}}};
    }
    Result<journal::Answer> send(const journal::Command& command, store::Connection* through = nullptr)
    {
        KB_TRY(const auto answers,
            gate->submit(through ? *through : *connection, {command.toJson()}, u"clerk"_s, u"desk"_s));
        return answers.constFirst();
    }
    qint64 total(const QString& stream)
    {
        return connection->integer("SELECT total FROM counter WHERE stream = ?", {stream}).value_or(-1);
    }

    // Everything the journal and its projections hold, as text: equal before and after means nothing happened.
    QString dump()
    {
        QString text;
        for (const auto* table : {"stream", "event", "event_personal", "feed", "feed_head", "counter"}) {
            text += QLatin1StringView(table) + u'\n';
            const auto sql = "SELECT * FROM "_ba + table + " ORDER BY 1, 2";
            [[maybe_unused]] const auto done = connection->run(sql, {}, [&](const store::Row& row) {
                for (int column = 0; column < 3; ++column)
                    text += QString::fromLatin1(row.bytes(column).toHex()) + u'|';
                text += u'\n';
            });
        }
        return text;
    }
};

} // namespace kuaiban::test
