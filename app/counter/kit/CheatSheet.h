#pragma once

#include "Overlay.h"

namespace kuaiban::counter {

class ActionRegistry;

// All keys that work now, on one sheet: those of the open page first, then those for everywhere. Ctrl+/ opens it, Esc
// or the same key closes it.
class CheatSheet final : public Overlay
{
    Q_OBJECT

public:
    CheatSheet(const Look& look, ActionRegistry* registry, QWidget* window);

    void open() override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();
    QWidget* section(const QString& context, const QString& title);

    ActionRegistry* m_registry;
    QWidget* m_content = nullptr;
};

} // namespace kuaiban::counter
