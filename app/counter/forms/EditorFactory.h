#pragma once

#include "app/counter/look/Look.h"
#include "CodeShelf.h"
#include "modules/forms/FormField.h"
#include "ValueEditor.h"

namespace kuaiban::counter {

// What editors are made with; the same for a whole form.
struct EditorNeeds
{
    Look look;
    QString language;                   // "zh_CN" or "en"
    std::shared_ptr<CodeShelf> codes;   // shared with the other forms
    std::function<QString()> makeRowId; // a new id of a table row, unique also across counters
};

// The editor for a field or a column, by its kind. The caller owns its widget.
ValueEditor* makeEditor(const forms::Field& field, const EditorNeeds& needs);

// How many Chinese characters the value of such a field wants to show, and how many it needs at least in a table.
int wantedCharacters(const forms::Field& field);
int wantedInCell(const forms::Field& column);

} // namespace kuaiban::counter
