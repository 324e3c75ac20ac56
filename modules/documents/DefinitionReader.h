#pragma once

#include "Template.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace kuaiban::documents {

// The first rule a definition breaks, as a sentence; shared by the readers of its parts.
class BrokenRule
{
public:
    void set(const QString& rule)
    {
        if (m_rule.isEmpty())
            m_rule = rule;
    }
    bool isSet() const { return !m_rule.isEmpty(); }
    const QString& text() const { return m_rule; }

private:
    QString m_rule;
};

// Reads one JSON object of a template in straight lines. Unlike ObjectReader it refuses properties nobody asked for:
// a paper printed without a property its author wrote could be a different paper in law.
class DefinitionReader
{
public:
    DefinitionReader(QJsonObject object, BrokenRule& broken)
        : m_object(std::move(object))
        , m_broken(broken)
    {}

    QString word(const QString& name, const QString& otherwise = {});
    QString requiredWord(const QString& name);
    Text text(const QString& name, const QString& otherwise = {});
    Text requiredText(const QString& name);
    std::vector<Text> texts(const QString& name);
    int integer(const QString& name, int otherwise, int least, int most);
    double number(const QString& name, double otherwise);   // as written
    double length(const QString& name, double otherwiseMm); // millimetres in, points out
    double size(const QString& name, double otherwise);     // points
    bool flag(const QString& name, bool otherwise);
    Align align(Align otherwise);
    Ink ink(Ink otherwise);
    QString font(const QMap<QString, Typeface>& fonts, const QString& otherwise);
    QString field(const QString& name);     // name of a field in the data
    QString listField(const QString& name); // required name of a list in the data
    QList<Condition> conditions();
    QJsonObject object(const QString& name);
    std::vector<QJsonObject> objects(const QString& name); // required, at least one

    void finish(); // complains about properties that were not asked for

private:
    QJsonValue take(const QString& name);
    Text parsed(const QString& name, const QString& source);

    QJsonObject m_object;
    BrokenRule& m_broken;
    QSet<QString> m_known;
};

} // namespace kuaiban::documents
