#include "DefinitionReader.h"

#include "FieldReader.h"
#include "FormErrors.h"

namespace kuaiban::forms {

using namespace Qt::StringLiterals;

namespace {

QString itemPlace(const QString& list, qsizetype index)
{
    return "%1[%2]"_L1.arg(list, QString::number(index));
}

// The type of a field, known from few of its keys: enough to compile expressions that stand before it.
expr::Type declaredType(const QJsonObject& json)
{
    const auto kind = fieldKindFromName(json.value("kind"_L1).toString());
    if (!kind)
        return expr::Type::any(); // reported elsewhere; no further findings because of it
    Field field;
    field.kind = *kind;
    for (const auto& column : json.value("columns"_L1).toArray()) {
        const auto object = column.toObject();
        const auto columnKind = fieldKindFromName(object.value("kind"_L1).toString());
        if (!columnKind || *columnKind == FieldKind::Table)
            return expr::Type::list(expr::Type::of(expr::Kind::Map));
        Field shape;
        shape.id = object.value("id"_L1).toString();
        shape.kind = *columnKind;
        field.columns.append(shape);
    }
    return field.type();
}

expr::Environment namesOf(const QJsonObject& json, const FormEnvironment& environment)
{
    expr::Declarations declarations;
    declarations.declare(u"card"_s, environment.card);
    declarations.declare(u"register"_s, environment.registered);
    declarations.declare(u"params"_s, environment.params);
    declarations.declare(u"today"_s, expr::Type::date());
    for (const auto& section : json.value("sections"_L1).toArray()) {
        for (const auto& field : section.toObject().value("fields"_L1).toArray()) {
            const auto id = field.toObject().value("id"_L1).toString();
            if (isUsableId(id, environment))
                declarations.declare(id, declaredType(field.toObject()));
        }
    }
    expr::Environment names;
    names.declarations = declarations;
    names.functions = environment.functions;
    return names;
}

class DefinitionReader
{
public:
    DefinitionReader(const FormEnvironment& environment, expr::Environment names, QList<Error>& findings, bool isStrict)
        : m_environment(environment)
        , m_names(std::move(names))
        , m_findings(findings)
        , m_isStrict(isStrict)
    {}

    Section section(const QJsonObject& json, const QString& place)
    {
        PlaceReader reader(json, place, m_findings);
        Section section;
        section.id = uniqueId(reader, m_sectionIds);
        section.title = reader.localText(u"title"_s);
        section.steps = reader.textsOr(u"steps"_s);
        section.visibleWhen = readExpression(reader, u"visibleWhen"_s, m_names, expr::Type::boolean());
        const auto fields = reader.array(u"fields"_s);
        FieldReader fieldReader(m_environment, m_names, m_findings, m_isStrict);
        for (qsizetype i = 0; i < fields.size(); ++i) {
            const auto fieldPlace = itemPlace(reader.placeOf(u"fields"_s), i);
            auto field = fieldReader.field(fields[i].toObject(), fieldPlace);
            if (!field)
                continue;
            if (m_fieldIds.contains(field->id)) {
                reader.report(definitionDuplicate(fieldPlace + ".id"_L1, field->id));
                continue;
            }
            m_fieldIds.insert(field->id);
            section.fields.append(*std::move(field));
        }
        finish(reader);
        return section;
    }

    Check check(const QJsonObject& json, const QString& place)
    {
        PlaceReader reader(json, place, m_findings);
        Check check;
        check.id = uniqueId(reader, m_checkIds);
        if (!reader.has(u"when"_s))
            reader.reject(u"when"_s, u"an expression"_s);
        check.when = readExpression(reader, u"when"_s, m_names, expr::Type::boolean());
        const QString severity = reader.text(u"severity"_s);
        if (severity != "block"_L1 && severity != "warn"_L1 && !severity.isEmpty())
            reader.reject(u"severity"_s, u"block or warn"_s);
        check.severity = severity == "warn"_L1 ? Severity::Warn : Severity::Block;
        check.message = reader.localText(u"message"_s);
        check.fields = reader.textsOr(u"fields"_s);
        finish(reader);
        return check;
    }

private:
    QString uniqueId(PlaceReader& reader, QSet<QString>& taken)
    {
        const QString id = reader.text(u"id"_s);
        if (taken.contains(id))
            reader.report(definitionDuplicate(reader.placeOf(u"id"_s), id));
        taken.insert(id);
        return id;
    }

    void finish(PlaceReader& reader)
    {
        if (m_isStrict)
            reader.reportUnreadKeys();
    }

    const FormEnvironment& m_environment;
    expr::Environment m_names;
    QList<Error>& m_findings;
    bool m_isStrict;
    QSet<QString> m_sectionIds;
    QSet<QString> m_fieldIds;
    QSet<QString> m_checkIds;
};

} // namespace

DefinitionParts readDefinition(
    const QJsonObject& json, const FormEnvironment& environment, QList<Error>& findings, bool isStrict)
{
    DefinitionParts parts;
    PlaceReader reader(json, {}, findings);
    DefinitionReader definition(environment, namesOf(json, environment), findings, isStrict);
    parts.id = reader.text(u"id"_s);
    parts.revision = reader.integerOr(u"revision"_s, 0, 1, 1'000'000);
    if (!reader.has(u"revision"_s))
        reader.reject(u"revision"_s, u"an integer from 1"_s);
    const auto sections = reader.array(u"sections"_s);
    for (qsizetype i = 0; i < sections.size(); ++i)
        parts.sections.append(definition.section(sections[i].toObject(), itemPlace(u"sections"_s, i)));
    const auto checks = reader.arrayOr(u"checks"_s);
    for (qsizetype i = 0; i < checks.size(); ++i)
        parts.checks.append(definition.check(checks[i].toObject(), itemPlace(u"checks"_s, i)));
    if (isStrict)
        reader.reportUnreadKeys();
    return parts;
}

} // namespace kuaiban::forms
