#pragma once

#include "app/counter/shell/Page.h"

namespace kuaiban::counter {

class MaterialList;
class NoticeBox;
class Panel;
class TextLabel;

// One case of the outbox as it is read: why it does not get through and what helps, its entries, its files.
class OutgoingPane final : public QWidget
{
    Q_OBJECT

public:
    explicit OutgoingPane(const PageContext& context, QWidget* parent = nullptr);

    void show(const sync::OutgoingCase& outgoing, const QHash<QString, QString>& items);

private:
    const PageContext& m_context;
    Panel* m_panel;
    TextLabel* m_title;
    TextLabel* m_origin;
    NoticeBox* m_reason;
    MaterialList* m_rows;
};

} // namespace kuaiban::counter
