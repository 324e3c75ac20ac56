#include "DefinitionReader.h"

#include "TypeSize.h"

#include <array>
#include <utility>

namespace kuaiban::documents {

using namespace Qt::StringLiterals;

QJsonValue DefinitionReader::take(const QString& name)
{
    m_known.insert(name);
    return m_object.value(name);
}

QString DefinitionReader::word(const QString& name, const QString& otherwise)
{
    const auto value = take(name);
    if (value.isUndefined())
        return otherwise;
    if (!value.isString())
        m_broken.set(u"\"%1\" must be a text"_s.arg(name));
    return value.toString();
}

QString DefinitionReader::requiredWord(const QString& name)
{
    const auto value = word(name);
    if (value.isEmpty())
        m_broken.set(u"\"%1\" is required"_s.arg(name));
    return value;
}

Text DefinitionReader::parsed(const QString& name, const QString& source)
{
    auto text = Text::parse(source);
    if (!text) {
        m_broken.set(u"\"%1\": %2"_s.arg(name, text.error()));
        return {};
    }
    return *std::move(text);
}

Text DefinitionReader::text(const QString& name, const QString& otherwise)
{
    return parsed(name, word(name, otherwise));
}

Text DefinitionReader::requiredText(const QString& name)
{
    return parsed(name, requiredWord(name));
}

std::vector<Text> DefinitionReader::texts(const QString& name)
{
    std::vector<Text> list;
    const auto value = take(name);
    if (!value.isUndefined() && !value.isArray())
        m_broken.set(u"\"%1\" must be a list of texts"_s.arg(name));
    for (const auto& item : value.toArray()) {
        if (!item.isString())
            m_broken.set(u"\"%1\" must be a list of texts"_s.arg(name));
        list.push_back(parsed(name, item.toString()));
    }
    return list;
}

int DefinitionReader::integer(const QString& name, int otherwise, int least, int most)
{
    const auto value = take(name);
    if (value.isUndefined())
        return otherwise;
    const qint64 number = value.toInteger(qint64(least) - 1);
    if (number < least || number > most) {
        m_broken.set(
            u"\"%1\" must be an integer from %2 to %3"_s.arg(name, QString::number(least), QString::number(most)));
        return otherwise;
    }
    return int(number);
}

double DefinitionReader::number(const QString& name, double otherwise)
{
    constexpr double largest = 1000;
    const auto value = take(name);
    if (value.isUndefined())
        return otherwise;
    const auto number = decimal(value);
    if (!number || *number > largest) {
        m_broken.set(u"\"%1\" must be an integer or a decimal text from 0 to 1000"_s.arg(name));
        return otherwise;
    }
    return *number;
}

double DefinitionReader::length(const QString& name, double otherwiseMm)
{
    return number(name, otherwiseMm) * PointsPerMillimetre;
}

double DefinitionReader::size(const QString& name, double otherwise)
{
    const auto value = take(name);
    if (value.isUndefined())
        return otherwise;
    const auto points = typeSize(value);
    if (!points)
        m_broken.set(u"\"%1\" must be points from 4 to 96 or a Chinese size name"_s.arg(name));
    return points.value_or(otherwise);
}

bool DefinitionReader::flag(const QString& name, bool otherwise)
{
    const auto value = take(name);
    if (!value.isUndefined() && !value.isBool())
        m_broken.set(u"\"%1\" must be true or false"_s.arg(name));
    return value.toBool(otherwise);
}

Align DefinitionReader::align(Align otherwise)
{
    constexpr std::array<std::pair<QLatin1StringView, Align>, 4> names{{{"left"_L1, Align::Left},
        {"center"_L1, Align::Center}, {"right"_L1, Align::Right}, {"justify"_L1, Align::Justify}}};
    const auto value = word(u"align"_s);
    for (const auto& [name, align] : names) {
        if (name == value)
            return align;
    }
    if (!value.isEmpty())
        m_broken.set(u"\"align\" must be left, center, right or justify"_s);
    return otherwise;
}

Ink DefinitionReader::ink(Ink otherwise)
{
    constexpr std::array<std::pair<QLatin1StringView, Ink>, 3> names{
        {{"black"_L1, Ink::Black}, {"red"_L1, Ink::Red}, {"grey"_L1, Ink::Grey}}};
    const auto value = word(u"color"_s);
    for (const auto& [name, ink] : names) {
        if (name == value)
            return ink;
    }
    if (!value.isEmpty())
        m_broken.set(u"\"color\" must be black, red or grey"_s);
    return otherwise;
}

QString DefinitionReader::font(const QMap<QString, Typeface>& fonts, const QString& otherwise)
{
    const auto value = word(u"font"_s, otherwise);
    if (!fonts.contains(value))
        m_broken.set(u"the font \"%1\" is not in \"fonts\""_s.arg(value));
    return value;
}

QString DefinitionReader::field(const QString& name)
{
    const auto value = word(name);
    if (!value.isEmpty() && !isFieldName(value))
        m_broken.set(u"\"%1\" must name a field"_s.arg(name));
    return value;
}

QString DefinitionReader::listField(const QString& name)
{
    const auto value = requiredWord(name);
    if (!isFieldName(value))
        m_broken.set(u"\"%1\" must name a list field"_s.arg(name));
    return value;
}

QList<Condition> DefinitionReader::conditions()
{
    QList<Condition> list;
    for (const auto& [name, present] : {std::pair{u"when"_s, true}, std::pair{u"unless"_s, false}}) {
        const auto named = field(name);
        if (!named.isEmpty())
            list.append({named, present});
    }
    return list;
}

QJsonObject DefinitionReader::object(const QString& name)
{
    const auto value = take(name);
    if (!value.isUndefined() && !value.isObject())
        m_broken.set(u"\"%1\" must be an object"_s.arg(name));
    return value.toObject();
}

std::vector<QJsonObject> DefinitionReader::objects(const QString& name)
{
    std::vector<QJsonObject> list;
    const auto value = take(name);
    for (const auto& item : value.toArray()) {
        if (!item.isObject())
            m_broken.set(u"\"%1\" must be a list of objects"_s.arg(name));
        list.push_back(item.toObject());
    }
    if (list.empty())
        m_broken.set(u"\"%1\" must be a list with at least one entry"_s.arg(name));
    return list;
}

void DefinitionReader::finish()
{
    for (auto it = m_object.begin(); it != m_object.end(); ++it) {
        if (!m_known.contains(it.key()))
            m_broken.set(u"\"%1\" is not a known property"_s.arg(it.key()));
    }
}

} // namespace kuaiban::documents
