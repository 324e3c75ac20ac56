#pragma once

#include "modules/forms/FormDefinition.h"
#include "modules/forms/FormErrors.h"

#include <QJsonArray>
#include <QJsonDocument>

// Builders that the tests of forms share. All persons are made up.
namespace kuaiban::forms::samples {

using namespace Qt::StringLiterals;

inline QJsonObject text(const QString& both)
{
    return {{u"zh_CN"_s, both}, {u"en"_s, both}};
}

// A field whose label is its id; `more` adds to or replaces these keys.
inline QJsonObject field(const QString& id, const QString& kind, const QJsonObject& more = {})
{
    QJsonObject json{{u"id"_s, id}, {u"kind"_s, kind}, {u"label"_s, text(id)}};
    for (auto it = more.begin(); it != more.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

inline QJsonObject section(const QString& id, const QJsonArray& fields, const QString& visibleWhen = {})
{
    QJsonObject json{{u"id"_s, id}, {u"title"_s, text(id)}, {u"fields"_s, fields}};
    if (!visibleWhen.isEmpty())
        json.insert(u"visibleWhen"_s, visibleWhen);
    return json;
}

inline QJsonObject form(const QJsonArray& sections, const QJsonArray& checks = {})
{
    return {{u"id"_s, u"sample"_s}, {u"revision"_s, 1}, {u"sections"_s, sections}, {u"checks"_s, checks}};
}

// A form of one section.
inline QJsonObject simpleForm(const QJsonArray& fields, const QJsonArray& checks = {})
{
    return form({section(u"main"_s, fields)}, checks);
}

inline QJsonObject check(const QString& id, const QString& when, const QString& severity, const QJsonArray& fields = {})
{
    return {
        {u"id"_s, id}, {u"when"_s, when}, {u"severity"_s, severity}, {u"message"_s, text(id)}, {u"fields"_s, fields}};
}

// Numbers of eleven digits; those that start with 2 are doubtful.
inline FormEnvironment environment()
{
    FormEnvironment made;
    made.identifierChecks.insert(u"mobile"_s, [](const QString& number, QDate) -> Done {
        if (number.size() != 11)
            return fail(Error{u"codes.mobile"_s, Origin::User, {}, {}});
        if (number.startsWith(u'2'))
            return fail(Error{u"codes.doubt"_s, Origin::User, {}, {}});
        return {};
    });
    made.isDoubt = [](const Error& error) { return error.is("codes.doubt"_L1); };
    made.codeTables = QSet<QString>{u"AAC058"_s, u"AAC004"_s};
    made.functions.add(u"calc.twice"_s, {expr::Type::integer()}, expr::Type::integer(),
        [](std::span<const expr::Value> a) -> Result<expr::Value> { return expr::Value(a[0].integer() * 2); });
    return made;
}

inline FormContext context()
{
    FormContext made;
    made.today = QDate(2026, 11, 21);
    made.knowsCode = [](const QString& table, const QString& code) {
        return table == "area"_L1 ? code.startsWith("21"_L1) : code == "01"_L1 || code == "02"_L1;
    };
    return made;
}

inline FormDefinition definition(const QJsonObject& json)
{
    const auto parsed = FormDefinition::parse(json, environment());
    if (!parsed)
        qFatal("%s", qPrintable(logLine(parsed.error())));
    return *parsed;
}

inline QJsonObject object(const char* json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace kuaiban::forms::samples
