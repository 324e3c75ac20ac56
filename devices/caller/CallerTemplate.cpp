#include "CallerTemplate.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

#include <functional>

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

namespace {

// One pass: braces in a value are only text.
QString replaceEach(const QString& text, const std::function<QString(const QString&)>& valueOf)
{
    static const QRegularExpression placeholder(uR"(\{([^{}]*)\})"_s);
    QString filled;
    qsizetype at = 0;
    auto matches = placeholder.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        filled += text.sliced(at, match.capturedStart() - at) + valueOf(match.captured(1));
        at = match.capturedEnd();
    }
    return filled + text.sliced(at);
}

QJsonValue eachText(const QJsonValue& value, const std::function<QString(const QString&)>& change)
{
    if (value.isString())
        return change(value.toString());
    if (value.isArray()) {
        QJsonArray array;
        for (const auto& item : value.toArray())
            array.append(eachText(item, change));
        return array;
    }
    if (value.isObject()) {
        auto object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            it.value() = eachText(it.value(), change);
        return object;
    }
    return value;
}

} // namespace

QStringList placeholdersIn(const QString& text)
{
    QStringList names;
    replaceEach(text, [&names](const QString& name) {
        names.append(name);
        return QString();
    });
    return names;
}

QStringList placeholdersIn(const QJsonObject& body)
{
    QStringList names;
    eachText(body, [&names](const QString& text) {
        names += placeholdersIn(text);
        return text;
    });
    return names;
}

QString filledPath(const QString& path, const CallWords& words)
{
    return replaceEach(path,
        [&words](const QString& name) { return QString::fromLatin1(QUrl::toPercentEncoding(words.value(name))); });
}

QJsonObject filledBody(const QJsonObject& body, const CallWords& words)
{
    const auto filled = eachText(body, [&words](const QString& text) {
        return replaceEach(text, [&words](const QString& name) { return words.value(name); });
    });
    return filled.toObject();
}

} // namespace kuaiban::devices
