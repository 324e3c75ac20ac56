#include "Editors.h"

#include "app/counter/kit/CodePicker.h"
#include "app/counter/kit/TextArea.h"
#include "modules/forms/FieldRules.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

const QJsonValue nothing(QJsonValue::Undefined);

bool isSame(const QJsonValue& a, const QJsonValue& b)
{
    return a == b || (forms::isBlank(a) && forms::isBlank(b));
}

} // namespace

LineEditor::LineEditor(QLineEdit* line, std::unique_ptr<Notation> notation)
    : ValueEditor(line)
    , m_line(line)
    , m_notation(std::move(notation))
    , m_told(nothing)
{
    watch(line);
    connect(line, &QLineEdit::textEdited, this, &LineEditor::tell);
    connect(line, &QLineEdit::editingFinished, this, &LineEditor::tidy);
}

QJsonValue LineEditor::value() const
{
    return m_notation->read(m_line->text());
}

void LineEditor::show(const QJsonValue& value)
{
    m_told = value;
    if (isSame(value, this->value()))
        return;
    m_line->setText(m_notation->write(value));
    m_line->setCursorPosition(0);
}

QString LineEditor::problem() const
{
    return m_notation->problem(m_line->text());
}

void LineEditor::tell()
{
    const QJsonValue now = value();
    if (isSame(now, m_told))
        return;
    m_told = now;
    Q_EMIT edited({}, now);
}

void LineEditor::tidy()
{
    tell();
    const QString tidied = m_notation->write(value());
    if (!m_line->isReadOnly() && tidied != m_line->text())
        m_line->setText(tidied);
}

AreaEditor::AreaEditor(TextArea* area)
    : ValueEditor(area)
    , m_area(area)
    , m_told(nothing)
{
    watch(area);
    connect(area, &QPlainTextEdit::textChanged, this, [this] {
        const QJsonValue now = value();
        if (isSame(now, m_told)) // also what show() puts there, and the text of an open composition
            return;
        m_told = now;
        Q_EMIT edited({}, now);
    });
}

QJsonValue AreaEditor::value() const
{
    const QString text = m_area->toPlainText().trimmed();
    return text.isEmpty() ? nothing : QJsonValue(text);
}

void AreaEditor::show(const QJsonValue& value)
{
    m_told = value;
    if (!isSame(value, this->value()))
        m_area->setPlainText(value.toString());
}

CodeEditor::CodeEditor(CodePicker* picker)
    : ValueEditor(picker)
    , m_picker(picker)
{
    watch(picker->line(), false); // the picker tells, after it made up its mind about what was typed
    connect(picker, &CodePicker::left, this, [this] { Q_EMIT left({}); });
    connect(picker, &CodePicker::chosen, this,
        [this](const QString& code) { Q_EMIT edited({}, code.isEmpty() ? nothing : QJsonValue(code)); });
    // Words that stand for no row stay in the form, so that a check says so and a draft keeps them.
    connect(picker, &CodePicker::leftUnresolved, this, [this](const QString& typed) { Q_EMIT edited({}, typed); });
}

QJsonValue CodeEditor::value() const
{
    const QString text = m_picker->isResolved() ? m_picker->code() : m_picker->line()->text().trimmed();
    return text.isEmpty() ? nothing : QJsonValue(text);
}

void CodeEditor::show(const QJsonValue& value)
{
    const bool typing = !m_picker->isResolved() && m_picker->line()->hasFocus();
    if (!typing && !isSame(value, this->value()))
        m_picker->setCode(value.toVariant().toString());
}

bool CodeEditor::isBusy() const
{
    return ValueEditor::isBusy() || (!m_picker->isResolved() && m_picker->line()->hasFocus());
}

QString CodeEditor::problem() const
{
    const bool unknown = !m_picker->isResolved() || (!m_picker->code().isEmpty() && m_picker->text().isEmpty());
    return unknown ? tr("The list has no “%1”").arg(m_picker->line()->text().trimmed()) : QString();
}

void CodeEditor::refresh()
{
    m_picker->refresh();
}

FlagEditor::FlagEditor(FlagBox* box)
    : ValueEditor(box)
    , m_box(box)
{
    watch(box);
    connect(box, &QCheckBox::clicked, this, [this](bool ticked) {
        if (m_box->isReadOnly())
            return;
        m_known = true;
        Q_EMIT edited({}, ticked);
    });
}

QJsonValue FlagEditor::value() const
{
    return m_known || m_box->isChecked() ? QJsonValue(m_box->isChecked()) : nothing;
}

void FlagEditor::show(const QJsonValue& value)
{
    m_known = value.isBool();
    m_box->setChecked(value.toBool());
}

} // namespace kuaiban::counter
