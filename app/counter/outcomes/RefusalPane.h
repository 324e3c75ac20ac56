#pragma once

#include "app/counter/casefile/CodeWords.h"
#include "OutcomePane.h"

class QLineEdit;

namespace kuaiban::counter {

class CodePicker;
class Field;
class TextArea;

// 不予受理: the reason by its code, in words as they are printed on the decision, and which organ is competent instead.
class RefusalPane final : public OutcomePane
{
    Q_OBJECT

public:
    enum class Stage { BeingTaken, Taken }; // only one that was taken can be too late with its papers

    RefusalPane(const PageContext& context, const CodeWords& words, Stage stage, QWidget* parent = nullptr);

    void clear(); // another case
    void begin() override;

Q_SIGNALS:
    void confirmed(const QString& reason, const QString& text, const QString& organ);

protected:
    void finish() override;

private:
    void showReason();

    const CodeWords& m_words;
    CodePicker* m_reason;
    Field* m_reasonField;
    TextArea* m_text;
    Field* m_textField;
    QLineEdit* m_organ;
    Field* m_organField;
};

} // namespace kuaiban::counter
