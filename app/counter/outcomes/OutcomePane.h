#pragma once

#include "app/counter/shell/Page.h"

class QVBoxLayout;

namespace kuaiban::counter {

class ActionButton;
class QuickPhrases;
class TextLabel;

// An outcome of a case in the middle of the page, while person and papers stay in sight: title, what it means, its
// fields, common phrases, and two ways out. Ctrl+Enter does it, Esc goes back to the form and forgets nothing.
class OutcomePane : public QWidget
{
    Q_OBJECT

public:
    OutcomePane(const PageContext& context, const QString& title, const QString& advice, const QString& doIt,
        QWidget* parent = nullptr);

    ActionButton* mainButton() const { return m_do; }
    void choosePhrase(int number); // Alt+1 to Alt+9
    void setBusy(bool busy);       // the command is on its way
    virtual void begin() = 0;      // keyboard into the first field

Q_SIGNALS:
    void left();

protected:
    virtual void finish() = 0; // checks and tells
    void keyPressEvent(QKeyEvent* event) override;
    const PageContext& context() const { return m_context; }
    const Look& look() const { return m_context.look; }
    QVBoxLayout* fields() const { return m_fields; }
    QuickPhrases* addPhrases(const QString& title, const QStringList& phrases);
    void rest();                        // the keyboard stays here while there is nothing to fill in
    void complain(const QString& text); // under the fields; empty: nothing is wrong

private:
    const PageContext& m_context;
    QVBoxLayout* m_fields;
    QuickPhrases* m_phrases = nullptr;
    TextLabel* m_problem;
    ActionButton* m_do;
    ActionButton* m_back;
};

} // namespace kuaiban::counter
