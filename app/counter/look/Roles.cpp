#include "Roles.h"

#include <QVariant>
#include <QWidget>

namespace kuaiban::counter {

namespace {

constexpr char buttonProperty[] = "kuaibanButtonRole";
constexpr char insetProperty[] = "kuaibanFirstInset";
constexpr char fieldProperty[] = "kuaibanFieldState";

} // namespace

void setButtonRole(QWidget* button, ButtonRole role)
{
    button->setProperty(buttonProperty, int(role));
    button->updateGeometry();
    button->update();
}

ButtonRole buttonRole(const QWidget* button)
{
    return button ? ButtonRole(button->property(buttonProperty).toInt()) : ButtonRole::Secondary;
}

void setFirstInset(QWidget* header, int pixels)
{
    header->setProperty(insetProperty, pixels);
}

int firstInset(const QWidget* header)
{
    const QVariant inset = header ? header->property(insetProperty) : QVariant();
    return inset.isValid() ? inset.toInt() : 8;
}

void setFieldState(QWidget* editor, FieldState state)
{
    editor->setProperty(fieldProperty, int(state));
    editor->update();
}

FieldState fieldState(const QWidget* editor)
{
    return editor ? FieldState(editor->property(fieldProperty).toInt()) : FieldState::Normal;
}

} // namespace kuaiban::counter
