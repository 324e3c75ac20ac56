#include "DefinitionReader.h"

#include "DependencyOrder.h"
#include "FormErrors.h"

namespace kuaiban::forms {

using namespace Qt::StringLiterals;

namespace {

// The variables of an expression, each up to its first dot; below "row." the column instead.
void addRoots(QSet<QString>& roots, const std::optional<expr::Expression>& expression, bool ofRow)
{
    if (!expression)
        return;
    for (const auto& path : expression->references()) {
        const auto parts = path.split(u'.');
        if (ofRow ? parts.first() == "row"_L1 && parts.size() > 1 : parts.first() != "row"_L1)
            roots.insert(parts.at(ofRow ? 1 : 0));
    }
}

QString cycleText(QStringList names)
{
    names.append(names.first());
    return names.join(u" → "_s);
}

// What must be known before the value and visibility of a field are.
QSet<QString> dependencies(const Section& section, const Field& field)
{
    QSet<QString> roots;
    addRoots(roots, section.visibleWhen, false);
    addRoots(roots, field.visibleWhen, false);
    addRoots(roots, field.derived, false);
    for (const auto& column : field.columns) {
        addRoots(roots, column.visibleWhen, false);
        addRoots(roots, column.derived, false);
    }
    return roots;
}

void orderColumns(Field& table, const QString& place, QList<Error>& findings)
{
    QHash<QString, qsizetype> indices;
    for (qsizetype i = 0; i < table.columns.size(); ++i)
        indices.insert(table.columns[i].id, i);
    QList<QSet<qsizetype>> needs;
    for (const auto& column : table.columns) {
        QSet<QString> roots;
        addRoots(roots, column.visibleWhen, true);
        addRoots(roots, column.derived, true);
        QSet<qsizetype> before;
        for (const auto& root : roots) {
            if (indices.contains(root))
                before.insert(indices.value(root));
        }
        needs.append(before);
    }
    const auto result = dependencyOrder(needs);
    table.columnOrder = result.order;
    if (result.cycle.isEmpty())
        return;
    QStringList names;
    for (const auto index : result.cycle)
        names.append("row."_L1 + table.columns[index].id);
    findings.append(
        definitionCycle("%1.columns[%2]"_L1.arg(place, QString::number(result.cycle.first())), cycleText(names)));
}

QString placeText(FieldPlace place)
{
    return "sections[%1].fields[%2]"_L1.arg(QString::number(place.section), QString::number(place.field));
}

} // namespace

void checkDefinition(DefinitionParts& parts, QList<Error>& findings)
{
    QList<FieldPlace> places;
    QHash<QString, qsizetype> indices;
    for (qsizetype s = 0; s < parts.sections.size(); ++s) {
        for (qsizetype f = 0; f < parts.sections[s].fields.size(); ++f) {
            indices.insert(parts.sections[s].fields[f].id, places.size());
            places.append({s, f});
            orderColumns(parts.sections[s].fields[f], placeText(places.last()), findings);
        }
    }
    QList<QSet<qsizetype>> needs;
    for (const auto place : places) {
        const auto& section = parts.sections[place.section];
        QSet<qsizetype> before;
        for (const auto& root : dependencies(section, section.fields[place.field])) {
            if (indices.contains(root))
                before.insert(indices.value(root));
        }
        needs.append(before);
    }
    const auto result = dependencyOrder(needs);
    for (const auto index : result.order)
        parts.order.append(places[index]);
    if (!result.cycle.isEmpty()) {
        QStringList names;
        for (const auto index : result.cycle)
            names.append(parts.sections[places[index].section].fields[places[index].field].id);
        findings.append(definitionCycle(placeText(places[result.cycle.first()]), cycleText(names)));
    }
    for (qsizetype i = 0; i < parts.checks.size(); ++i) {
        for (qsizetype n = 0; n < parts.checks[i].fields.size(); ++n) {
            const auto& name = parts.checks[i].fields[n];
            if (!indices.contains(name))
                findings.append(
                    definitionReference("checks[%1].fields[%2]"_L1.arg(QString::number(i), QString::number(n)), name));
        }
    }
}

} // namespace kuaiban::forms
