#include "CommandLine.h"

#include "api/HubErrors.h"
#include "modules/base/FailureManual.h"

#include <QJsonDocument>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

void Invocation::print(const QString& line) const
{
    std::fputs((line + u'\n').toUtf8().constData(), out);
    std::fflush(out);
}

void Invocation::print(const QJsonObject& object) const
{
    print(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

Options::Options(const QString& summary)
{
    m_parser.setApplicationDescription(summary);
    m_parser.addHelpOption();
}

void Options::take(const QString& name, const QString& description, const QString& valueName, const QString& otherwise)
{
    m_parser.addOption({name, description, valueName, otherwise});
}

void Options::flag(const QString& name, const QString& description)
{
    m_parser.addOption({name, description});
}

void Options::argument(const QString& name, const QString& description)
{
    m_parser.addPositionalArgument(name, description);
}

void Options::takeConfig()
{
    take(u"config"_s, u"The hub's configuration"_s, u"file"_s);
}

Result<bool> Options::parse(const Invocation& invocation)
{
    const bool understood = m_parser.parse(invocation.arguments);
    if (m_parser.isSet(u"help"_s)) {
        invocation.print(m_parser.helpText());
        return false;
    }
    if (!understood)
        return fail(commandLineWrong(m_parser.errorText()));
    return true;
}

Result<QString> Options::required(const QString& name) const
{
    if (m_parser.value(name).isEmpty())
        return fail(commandLineWrong("--"_L1 + name));
    return m_parser.value(name);
}

Result<int> Options::number(const QString& name, int least, int most) const
{
    bool understood = false;
    const int value = m_parser.value(name).toInt(&understood);
    if (!understood || value < least || value > most)
        return fail(commandLineWrong(u"--%1 %2 … %3"_s.arg(name).arg(least).arg(most)));
    return value;
}

Result<HubConfig> Options::config() const
{
    KB_TRY(const auto file, required(u"config"_s));
    return HubConfig::read(file);
}

namespace {

struct Program
{
    QString name;
    QString summary;
    Result<int> (*run)(const Invocation&);
};

const QList<Program>& programs()
{
    static const QList<Program> list{
        {u"serve"_s, u"answers counters until it is told to stop"_s, serveProgram},
        {u"user"_s, u"add, grant, withdraw, lock, unlock, passwd or list accounts"_s, userProgram},
        {u"enrol-code"_s, u"prints a code that makes a machine a counter"_s, enrolCodeProgram},
        {u"seed"_s, u"fills an empty register with synthetic people and adds demo accounts"_s, seedProgram},
        {u"verify"_s, u"checks every chain of the journal"_s, verifyProgram},
        {u"rebuild"_s, u"makes the projections anew from the journal"_s, rebuildProgram},
        {u"openapi"_s, u"prints the document of the REST interface"_s, openApiProgram},
        {u"catalogue"_s, u"check DIR: reads all definitions below a folder of resources"_s, catalogueProgram},
    };
    return list;
}

QString usage()
{
    QString text = u"kuaiban-hub COMMAND [OPTIONS]; each command has --help.\n"_s;
    for (const auto& program : programs())
        text += u"  %1 %2\n"_s.arg(program.name, -12).arg(program.summary);
    return text;
}

} // namespace

int runHub(const QStringList& arguments, FILE* out, FILE* in, const QString& language)
{
    const QString name = arguments.value(1);
    Invocation invocation{arguments, out, in};
    if (name.isEmpty() || name == "--help"_L1 || name == "-h"_L1) {
        invocation.print(usage());
        return name.isEmpty() ? 1 : 0;
    }
    invocation.arguments.removeAt(1);
    const auto program =
        std::find_if(programs().begin(), programs().end(), [&](const Program& one) { return one.name == name; });
    const auto status =
        program == programs().end() ? Result<int>(fail(commandLineWrong(name))) : program->run(invocation);
    if (status)
        return *status;
    const FailureManual manual;
    const auto& error = status.error();
    const auto text = manual.text(error, language);
    invocation.print({{u"failure"_s, error.code}, {u"origin"_s, originName(error.origin)}, {u"message"_s, text.what},
        {u"remedy"_s, text.remedy}, {u"cause"_s, text.cause}, {u"detail"_s, error.detail}});
    return 1;
}

} // namespace kuaiban::hub
