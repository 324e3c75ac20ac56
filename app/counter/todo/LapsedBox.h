#pragma once

#include "app/counter/shell/Page.h"

namespace kuaiban::counter {

class ActionButton;
class NoticeBox;

// Which of this user's tasks went back to the queue because the hub did not hear of him; until he has seen it.
class LapsedBox final : public QWidget
{
    Q_OBJECT

public:
    explicit LapsedBox(const PageContext& context, QWidget* parent = nullptr);

    void refresh();

Q_SIGNALS:
    void failed(const Error& error);

private:
    void show(const QList<sync::LapsedTask>& tasks);

    const PageContext& m_context;
    qint64 m_newest = 0;
    NoticeBox* m_notice;
    ActionButton* m_seen;
};

} // namespace kuaiban::counter
