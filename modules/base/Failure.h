#pragma once

#include <QJsonObject>
#include <QString>

namespace kuaiban {

// Whose side a failure is on: decides the word people read first.
enum class Origin { User, Card, Device, Network, Hub, Data, Machine };

QString originName(Origin origin);
Origin originFromName(const QString& name);

// What went wrong, without any text for people: the failure manual and the user interface make that from the code.
// `detail` may be logged and sent; it never holds personal data, secrets or file contents.
struct Error
{
    QString code; // "<room>.<what>", documented in resources/failures
    Origin origin = Origin::Machine;
    QString detail;
    QJsonObject fields; // safe values that the texts of the manual may quote as {name}

    [[nodiscard]] Error with(const QString& name, const QJsonValue& value) const;
    [[nodiscard]] bool is(QLatin1StringView other) const { return code == other; }
    friend bool operator==(const Error&, const Error&) = default;
};

// The only way to make an Error. Each code is built in exactly one factory function; tests/tree checks that.
Error failure(const char* code, Origin origin, const QString& detail = {});

// One line for logs: "code (origin): detail".
QString logLine(const Error& error);

} // namespace kuaiban
