#pragma once

#include "app/counter/kit/CodeSource.h"
#include "app/counter/look/Look.h"
#include "Notation.h"
#include "ValueEditor.h"

#include <QCheckBox>
#include <QLineEdit>

namespace kuaiban::counter {

class CodePicker;
class TextArea;

// Text, numbers, amounts, days and months in one line; rewritten in its proper form when the field is left.
class LineEditor final : public ValueEditor
{
    Q_OBJECT

public:
    LineEditor(QLineEdit* line, std::unique_ptr<Notation> notation);

    QJsonValue value() const override;
    void show(const QJsonValue& value) override;
    QString problem() const override;

private:
    void tell();
    void tidy();

    QLineEdit* m_line;
    std::unique_ptr<Notation> m_notation;
    QJsonValue m_told; // what edited() said last, so that a key that changes nothing says nothing
};

// Several lines.
class AreaEditor final : public ValueEditor
{
    Q_OBJECT

public:
    explicit AreaEditor(TextArea* area);

    QJsonValue value() const override;
    void show(const QJsonValue& value) override;

private:
    TextArea* m_area;
    QJsonValue m_told;
};

// A code of a table, or an area.
class CodeEditor final : public ValueEditor
{
    Q_OBJECT

public:
    explicit CodeEditor(CodePicker* picker);

    QJsonValue value() const override;
    void show(const QJsonValue& value) override;
    bool isBusy() const override;
    QString problem() const override;
    void refresh() override;

private:
    CodePicker* m_picker;
};

// A check box that can be looked at without being changed, and still be read.
class FlagBox final : public QCheckBox
{
    Q_OBJECT
    Q_PROPERTY(bool readOnly READ isReadOnly WRITE setReadOnly)

public:
    using QCheckBox::QCheckBox;
    bool isReadOnly() const { return m_readOnly; }
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }

protected:
    void nextCheckState() override
    {
        if (!m_readOnly)
            QCheckBox::nextCheckState();
    }

private:
    bool m_readOnly = false;
};

// Yes or no. What nobody ever ticked or unticked has no value.
class FlagEditor final : public ValueEditor
{
    Q_OBJECT

public:
    explicit FlagEditor(FlagBox* box);

    QJsonValue value() const override;
    void show(const QJsonValue& value) override;

private:
    FlagBox* m_box;
    bool m_known = false;
};

} // namespace kuaiban::counter
