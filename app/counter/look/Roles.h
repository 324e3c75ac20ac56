#pragma once

class QWidget;

namespace kuaiban::counter {

// What a button is for; the style draws it accordingly. A plain button is secondary.
enum class ButtonRole {
    Secondary,
    Primary, // one a page: what the clerk came to do
    Quiet,   // no edge, accent ink: tools in a title row, links
    Plain,   // no edge, ordinary ink: strips
    Danger   // throws something away
};

// What a field shows beside its value.
enum class FieldState {
    Normal,
    Filled,    // tinted: card, register or another case filled it in; may be changed
    ReadOnly,  // tinted: may not be changed here
    Attention, // accepted, but look again
    Error
};

// Kept as dynamic properties so that the style can draw any Qt button or editor. Setting repaints.
void setButtonRole(QWidget* button, ButtonRole role);
ButtonRole buttonRole(const QWidget* button);
// Where the words of a table's first column begin; the header follows. 8 px unless set.
void setFirstInset(QWidget* header, int pixels);
int firstInset(const QWidget* header);
void setFieldState(QWidget* editor, FieldState state);
FieldState fieldState(const QWidget* editor);

} // namespace kuaiban::counter
