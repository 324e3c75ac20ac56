#pragma once

#include "app/counter/kit/Overlay.h"

class QTextBrowser;

namespace kuaiban::counter {

class ActionRegistry;

// What the open page is for and how it is worked, in Chinese: resources/help/<page>.md. F1 opens it, Esc or F1 closes
// it.
class HelpSheet final : public Overlay
{
    Q_OBJECT

public:
    HelpSheet(const Look& look, ActionRegistry& registry, QWidget* window);

    void open() override;
    static QString textOf(const QString& page); // Markdown, empty for a page without help

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    ActionRegistry& m_registry;
    QTextBrowser* m_text;
};

} // namespace kuaiban::counter
