#include "EditorFactory.h"

#include "app/counter/kit/CodePicker.h"
#include "app/counter/kit/DateField.h"
#include "app/counter/kit/TextArea.h"
#include "AreaPicker.h"
#include "Editors.h"
#include "TableEditor.h"
#include "UnitLine.h"

#include <QCoreApplication>

#include <algorithm>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(kuaiban::counter::Editors)
};

QLineEdit* makeLine(const forms::Field& field, const Look& look)
{
    switch (field.kind) {
    case forms::FieldKind::Date:
        return new DateField;
    case forms::FieldKind::Money:
        return new UnitLine(look, Words::tr("yuan"));
    default:
        return new QLineEdit;
    }
}

ValueEditor* makeLineEditor(const forms::Field& field, const EditorNeeds& needs)
{
    auto* line = makeLine(field, needs.look);
    const bool isNumber = field.kind == forms::FieldKind::Integer || field.kind == forms::FieldKind::Money ||
                          field.kind == forms::FieldKind::Decimal;
    if (isNumber)
        line->setInputMethodHints(Qt::ImhPreferNumbers);
    if (field.kind == forms::FieldKind::Month) {
        line->setInputMethodHints(Qt::ImhDate | Qt::ImhPreferNumbers);
        line->setPlaceholderText(u"2026-11"_s);
    }
    if (field.derived || field.readOnly)
        line->setPlaceholderText({}); // nobody types here: an example would be taken for the value
    return new LineEditor(line, notationFor(field));
}

ValueEditor* makeCodeEditor(const forms::Field& field, const EditorNeeds& needs)
{
    if (field.kind == forms::FieldKind::Area)
        return new CodeEditor(areaPicker(needs.look, *needs.codes));
    auto* picker = new CodePicker(needs.look, needs.codes->source(field.codeTable));
    picker->setPlaceholderText(Words::tr("Code, name or initials"));
    return new CodeEditor(picker);
}

// As high as a line, so that it stands on one line with the fields beside it.
ValueEditor* makeFlagEditor(const EditorNeeds& needs)
{
    auto* box = new FlagBox(Words::tr("Yes"));
    box->setFixedHeight(needs.look.metrics().fieldHeight);
    return new FlagEditor(box);
}

} // namespace

ValueEditor* makeEditor(const forms::Field& field, const EditorNeeds& needs)
{
    switch (field.kind) {
    case forms::FieldKind::Multiline:
        return new AreaEditor(new TextArea(needs.look, field.derived ? 5 : field.maxLength > 100 ? 3 : 2));
    case forms::FieldKind::Flag:
        return makeFlagEditor(needs);
    case forms::FieldKind::Code:
    case forms::FieldKind::Area:
        return makeCodeEditor(field, needs);
    case forms::FieldKind::Table:
        return new TableEditor(field, needs);
    default:
        return makeLineEditor(field, needs);
    }
}

int wantedCharacters(const forms::Field& field)
{
    switch (field.kind) {
    case forms::FieldKind::Date:
    case forms::FieldKind::Month:
        return 6;
    case forms::FieldKind::Money:
        return 8;
    case forms::FieldKind::Integer:
    case forms::FieldKind::Decimal:
    case forms::FieldKind::Flag:
        return 3;
    case forms::FieldKind::Code:
        return 7;
    case forms::FieldKind::Area:
        return 10;
    case forms::FieldKind::Text:
        return field.checkAs.isEmpty() ? int(std::clamp<qint64>(field.maxLength, 4, 6)) : 11;
    case forms::FieldKind::Multiline:
    case forms::FieldKind::Table:
        break;
    }
    return 12;
}

int wantedInCell(const forms::Field& column)
{
    switch (column.kind) {
    case forms::FieldKind::Date:
        return 6;
    case forms::FieldKind::Month:
    case forms::FieldKind::Code:
    case forms::FieldKind::Area:
        return 4;
    case forms::FieldKind::Money:
        return 5;
    default:
        return column.checkAs.isEmpty() ? 2 : 7;
    }
}

} // namespace kuaiban::counter
