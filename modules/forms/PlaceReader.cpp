#include "PlaceReader.h"

#include "FormErrors.h"

namespace kuaiban::forms {

using namespace Qt::StringLiterals;

QJsonValue PlaceReader::value(const QString& name)
{
    m_read.insert(name);
    return m_object.value(name);
}

QString PlaceReader::text(const QString& name)
{
    const auto json = value(name);
    if (!json.isString() || json.toString().trimmed().isEmpty())
        reject(name, u"a text that is not empty"_s);
    return json.toString();
}

QString PlaceReader::textOr(const QString& name)
{
    return has(name) ? text(name) : QString();
}

qint64 PlaceReader::integerOr(const QString& name, qint64 otherwise, qint64 least, qint64 most)
{
    const auto json = value(name);
    if (json.isUndefined())
        return otherwise;
    const qint64 beyond = most + 1; // also what toInteger() yields for fractions
    const qint64 number = json.isDouble() ? json.toInteger(beyond) : beyond;
    if (number < least || number > most) {
        reject(name, "an integer %1 … %2"_L1.arg(QString::number(least), QString::number(most)));
        return otherwise;
    }
    return number;
}

bool PlaceReader::flagOr(const QString& name, bool otherwise)
{
    const auto json = value(name);
    if (json.isUndefined())
        return otherwise;
    if (!json.isBool())
        reject(name, u"true or false"_s);
    return json.toBool(otherwise);
}

LocalText PlaceReader::localText(const QString& name)
{
    const auto object = value(name).toObject();
    const LocalText text{object.value("zh_CN"_L1).toString(), object.value("en"_L1).toString()};
    if (text.zh.trimmed().isEmpty() || text.en.trimmed().isEmpty())
        reject(name, u"texts for zh_CN and en"_s);
    return text;
}

LocalText PlaceReader::localTextOr(const QString& name)
{
    return has(name) ? localText(name) : LocalText();
}

QJsonArray PlaceReader::array(const QString& name)
{
    const auto list = value(name).toArray();
    if (list.isEmpty())
        reject(name, u"a list that is not empty"_s);
    return list;
}

QJsonArray PlaceReader::arrayOr(const QString& name)
{
    const auto json = value(name);
    if (!json.isUndefined() && !json.isArray())
        reject(name, u"a list"_s);
    return json.toArray();
}

QStringList PlaceReader::textsOr(const QString& name)
{
    const auto json = value(name);
    if (json.isString())
        return {text(name)};
    QStringList texts;
    for (const auto& item : arrayOr(name)) {
        if (!item.isString() || item.toString().isEmpty())
            reject(name, u"a list of texts"_s);
        texts.append(item.toString());
    }
    return texts;
}

void PlaceReader::reject(const QString& name, const QString& expected)
{
    report(definitionInvalid(placeOf(name), expected));
}

void PlaceReader::reportUnreadKeys()
{
    for (auto it = m_object.begin(); it != m_object.end(); ++it) {
        if (!m_read.contains(it.key()))
            report(definitionUnknownKey(placeOf(it.key())));
    }
}

} // namespace kuaiban::forms
