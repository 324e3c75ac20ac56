#pragma once

#include "LocalText.h"
#include "modules/expr/Expression.h"
#include "modules/expr/Pattern.h"

#include <QJsonValue>

#include <optional>

namespace kuaiban::forms {

enum class FieldKind { Text, Multiline, Integer, Money, Decimal, Date, Month, Flag, Code, Table, Area };

QStringList fieldKindNames(); // as in definitions: "text", "multiline", …
QString fieldKindName(FieldKind kind);
std::optional<FieldKind> fieldKindFromName(const QString& name);

// True or false for good, or asked of an expression.
struct Condition
{
    bool constant = false;
    std::optional<expr::Expression> expression;
};

// One field, or one column of a table: plain data as read from the definition, see FormDefinition.h for the meaning.
struct Field
{
    QString id;
    LocalText label;
    LocalText hint;
    FieldKind kind = FieldKind::Text;
    Condition required;
    std::optional<expr::Expression> visibleWhen;
    std::optional<expr::Expression> derived;
    bool readOnly = false;
    bool isBinding = false;
    bool isProtected = false;
    QStringList sources;
    QString codeTable;
    QString checkAs;
    qint64 maxLength = 0; // code points; texts only
    std::optional<expr::Value> minimum;
    std::optional<expr::Value> maximum;
    QString patternText;
    std::optional<expr::Pattern> pattern;
    int width = 6; // of the 12 columns of the grid
    QJsonValue example;

    QList<Field> columns;         // tables only
    QList<qsizetype> columnOrder; // indices of columns, each after those it depends on
    qint64 minRows = 0;
    qint64 maxRows = 0;

    bool isText() const { return kind == FieldKind::Text || kind == FieldKind::Multiline; }
    const Field* column(const QString& columnId) const;
    expr::Type type() const; // of its value in expressions and JSON; for a table a list of rows
};

} // namespace kuaiban::forms
