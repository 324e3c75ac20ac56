#pragma once

#include "app/counter/casefile/CodeWords.h"
#include "app/counter/kit/Overlay.h"
#include "app/counter/shell/Page.h"
#include "IntakeDraft.h"
#include "modules/forms/FormState.h"

class QVBoxLayout;

namespace kuaiban::counter {

class ActionButton;

// 确认: what is entered, in large type over everything, for the citizen to look at before it is submitted. F9 or
// Ctrl+Enter submits, Esc goes back.
class ConfirmSheet final : public Overlay
{
    Q_OBJECT

public:
    ConfirmSheet(const PageContext& context, const CodeWords& words, QWidget* window);

    // Items that have a confirmation among their papers ask for it.
    static bool isAskedFor(const catalogue::Item& item);

    // The note, if any, is what the citizen should know before he reads the rest.
    void show(const IntakeDraft& draft, const casework::PreparedItem& item, const forms::FormState& form,
        const QString& note);

Q_SIGNALS:
    void confirmed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void row(const QString& label, const QString& value, Tone tone = Tone::Normal);

    const PageContext& m_context;
    const CodeWords& m_words;
    QFont m_large;
    QWidget* m_place;
    QVBoxLayout* m_column;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_rows = nullptr; // of the content
};

} // namespace kuaiban::counter
