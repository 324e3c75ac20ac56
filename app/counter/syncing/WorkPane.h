#pragma once

#include "app/counter/kit/MaterialList.h"
#include "app/counter/kit/NoticeBox.h"
#include "app/counter/shell/Page.h"

class QVBoxLayout;

namespace kuaiban::counter {

class Panel;
class TextLabel;

// What somebody did on one case: whose matter, why it does not get through, and what was done one by one.
class WorkPane : public QWidget
{
    Q_OBJECT

protected:
    WorkPane(const PageContext& context, const QString& rowsName, QWidget* parent);

    const PageContext& context() const { return m_context; }
    void setTitle(const QString& title, QStringList origin); // what is empty of the origin is left out
    void setReason(const std::optional<Notice>& reason);
    void setRows(const QVector<MaterialRow>& rows) { m_rows->setRows(rows); }
    void addBelow(QWidget* widget);

private:
    const PageContext& m_context;
    Panel* m_panel;
    TextLabel* m_title;
    TextLabel* m_origin;
    NoticeBox* m_reason;
    MaterialList* m_rows;
    QVBoxLayout* m_column;
};

} // namespace kuaiban::counter
