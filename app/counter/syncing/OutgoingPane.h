#pragma once

#include "WorkPane.h"

namespace kuaiban::counter {

// One case of the outbox as it is read: why it does not get through and what helps, its entries, its files.
class OutgoingPane final : public WorkPane
{
    Q_OBJECT

public:
    explicit OutgoingPane(const PageContext& page, QWidget* parent = nullptr);

    void show(const sync::OutgoingCase& outgoing, const QHash<QString, QString>& items);
};

} // namespace kuaiban::counter
