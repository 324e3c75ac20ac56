#pragma once

#include "HubCore.h"

#include <QCommandLineParser>

#include <functional>

namespace kuaiban::hub {

// One invocation of kuaiban-hub: its options and where its output goes.
struct Invocation
{
    QStringList arguments; // the program's name, then what follows the command
    FILE* out = stdout;
    FILE* in = stdin;

    void print(const QString& line) const;
    void print(const QJsonObject& object) const; // one line
};

// Options of one command. Errors: hub.command-line for an unknown or missing one.
class Options
{
public:
    explicit Options(const QString& summary);

    void take(const QString& name, const QString& description, const QString& valueName, const QString& otherwise = {});
    void flag(const QString& name, const QString& description);
    void argument(const QString& name, const QString& description);
    void takeConfig();

    // False when the help was asked for and printed.
    Result<bool> parse(const Invocation& invocation);

    QString value(const QString& name) const { return m_parser.value(name); }
    Result<QString> required(const QString& name) const;
    Result<int> number(const QString& name, int least, int most) const;
    bool isSet(const QString& name) const { return m_parser.isSet(name); }
    QStringList positional() const { return m_parser.positionalArguments(); }
    Result<HubConfig> config() const;

private:
    QCommandLineParser m_parser;
};

// The commands. They return the exit status; an Error is printed by main and exits with 1.
Result<int> serveProgram(const Invocation& invocation);
Result<int> userProgram(const Invocation& invocation);
Result<int> enrolCodeProgram(const Invocation& invocation);
Result<int> seedProgram(const Invocation& invocation);
Result<int> verifyProgram(const Invocation& invocation);
Result<int> rebuildProgram(const Invocation& invocation);
Result<int> openApiProgram(const Invocation& invocation);
Result<int> catalogueProgram(const Invocation& invocation);

// Finds and runs the command; prints failures as {"failure","origin","message","remedy"}. Returns the exit status.
int runHub(const QStringList& arguments, FILE* out, FILE* in, const QString& language);

} // namespace kuaiban::hub
