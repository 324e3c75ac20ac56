#pragma once

#include "app/counter/outcomes/OutcomePane.h"

namespace kuaiban::counter {

class MaterialList;

// Giving up work that the centre did not take. It is asked for once more because it does not come back, but for a case
// that was never opened: that becomes a draft again.
class DropPane final : public OutcomePane
{
    Q_OBJECT

public:
    explicit DropPane(const PageContext& context, QWidget* parent = nullptr);

    void show(const sync::OutgoingCase& outgoing);
    void begin() override { rest(); }

Q_SIGNALS:
    void confirmed();

protected:
    void finish() override { Q_EMIT confirmed(); }

private:
    MaterialList* m_rows;
};

} // namespace kuaiban::counter
