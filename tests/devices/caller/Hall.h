#pragma once

#include "devices/caller/HttpCaller.h"
#include "tests/support/devices/PythonDouble.h"
#include "tests/support/places/Places.h"

#include <QtTest>

namespace kuaiban::test {

// How long the tests let a system be silent where that is what they are about, and where it is not: no machine is so
// busy.
inline constexpr std::chrono::milliseconds ShortLimit(1500);
inline constexpr std::chrono::milliseconds LongLimit(9000);

inline const QString EnvelopeProfile = test::inSource(u"tests/devices/caller/envelope.json");

// The queue system of a hall, running beside the test.
class Hall
{
public:
    explicit Hall(const QString& style = QStringLiteral("hall"), const QStringList& arguments = {})
        : m_system(QStringLiteral("call_system.py"), QStringList{QStringLiteral("--style"), style} + arguments)
        , m_profile(style == QStringLiteral("hall") ? QStringLiteral("hall-json.json") : EnvelopeProfile)
    {}

    bool obey(const QJsonObject& order) { return m_system.obey(order); }
    bool arrive(const QString& number)
    {
        using namespace Qt::StringLiterals;
        return obey({{"arrive"_L1, u"社会保险"_s}, {"number"_L1, number}});
    }
    bool hasBeenAsked(const QString& operation, int times)
    {
        using namespace Qt::StringLiterals;
        return obey({{"count"_L1, times}, {"of"_L1, operation}});
    }

    QString address(const QString& scheme = QStringLiteral("http"), const QString& host = QStringLiteral("127.0.0.1"))
    {
        using namespace Qt::StringLiterals;
        return "%1://%2:%3/base"_L1.arg(scheme, host, QString::number(m_system.greeting().value("port"_L1).toInt()));
    }
    std::unique_ptr<devices::CallTerminal> terminal(std::chrono::milliseconds limit = LongLimit)
    {
        return terminalFor(devices::loadCallerProfile(m_profile).value(), address(), limit);
    }
    static std::unique_ptr<devices::CallTerminal> terminalFor(
        const devices::CallerProfile& profile, const QString& address, std::chrono::milliseconds limit = LongLimit)
    {
        return std::make_unique<devices::HttpCaller>(
            profile, devices::HttpCaller::Place{QUrl(address), QStringLiteral("3")}, limit);
    }

private:
    PythonDouble m_system;
    QString m_profile;
};

// The answer of a terminal that lives in the thread of the test.
inline Result<devices::CallState> answerOf(devices::CallTerminal& terminal, const devices::CallRequest& request)
{
    std::optional<Result<devices::CallState>> answer;
    int answers = 0;
    terminal.ask(request, [&](const Result<devices::CallState>& told) {
        answer = told;
        ++answers;
    });
    const bool isLater = answers == 0;
    if (!QTest::qWaitFor([&answers] { return answers > 0; }, 20'000) || !isLater)
        return fail(Error{QStringLiteral("test.no-answer-later"), Origin::Machine, {}, {}});
    return *answer;
}

} // namespace kuaiban::test
