#include "CounterProgram.h"

#include "tests/support/places/Places.h"

namespace kuaiban::test {

using namespace Qt::StringLiterals;

bool CounterProgram::start(
    const CounterMachine& machine, const QString& log, const QHash<QString, QString>& environment)
{
    auto variables = environment;
    variables.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    return Child::start(test::inBuild(u"app/counter/kuaiban"),
        {u"--no-window"_s, u"--lang"_s, u"en"_s, u"--profile"_s, machine.profile.file}, log, variables);
}

QJsonObject CounterProgram::ask(const QJsonObject& request, int patienceMs)
{
    if (!say(request))
        return {};
    const auto said = answer(patienceMs);
    if (said.isEmpty())
        kill();
    return said;
}

QJsonObject CounterProgram::login(const QString& login, const QString& password)
{
    return ask({{u"request"_s, u"login"_s}, {u"login"_s, login}, {u"password"_s, password}});
}

bool isOk(const QJsonObject& answer)
{
    return answer.value("ok"_L1).toBool();
}

QJsonObject typedApplicant()
{
    return {{u"name"_s, u"王小明"_s}, {u"idKind"_s, u"01"_s}, {u"idNo"_s, u"220122198003150014"_s},
        {u"source"_s, u"typed"_s}, {u"typedReason"_s, u"10"_s}};
}

QJsonObject freeIntake(const QString& title)
{
    return {{u"title"_s, title}, {u"content"_s, u"核对 𠮷林路 养老保险缴费年限"_s}, {u"phone"_s, u"13904151234"_s}};
}

} // namespace kuaiban::test
